import Documents
import Packs
import Performance
import Quantities
import Seeds
import Testing

@testable import Reports

@Suite struct BulletinTests {
    /// Departments of one sum each: code, budget and execution in 万元 of the first two quarters.
    private static func facts(
        _ departments: [(code: String, budget: Int, executed: Int)], texts: String = "",
        published: [String: PublishedStanding] = [:], absent: Set<String> = []
    ) throws -> BulletinFacts {
        var district = District(
            name: "样例区", year: try #require(FiscalYear(2026)), quarter: .second)
        for department in departments {
            district.add(
                DistrictDepartment(
                    code: department.code, name: "部门\(department.code)",
                    basicBudget: Money(fen: Int64(department.budget) * 1_000_000),
                    basicExecution: QuarterlyAmounts([
                        Money(fen: Int64(department.executed) * 1_000_000)
                    ]),
                    rectification: RectificationCounts(
                        new: 1, due: 4, closed: 2, closedInTime: 1, overdue: 1)))
        }
        return try BulletinFacts(
            DistrictReview(
                district,
                ReviewStandards(
                    parameters: ScoringSamples.parameters(), rules: RulePack.book(),
                    published: published)),
            publisher: .bureau("样例区财政局"), unitCode: "CZJ", absentLedgers: absent,
            texts: BulletinTexts(reading: texts, file: "文字.txt"))
    }

    private static func text(_ bulletin: ComposedBulletin) -> String {
        bulletin.sections.flatMap(\.blocks).map { block in
            switch block {
            case .paragraph(let paragraph): paragraph.runs.map(\.text).joined()
            case .table(let table):
                table.rows.map { row in
                    row.cells.map { $0.paragraphs.flatMap(\.runs).map(\.text).joined() }
                        .joined(separator: "|")
                }.joined(separator: "\n")
            case .chart, .pageBreak: ""
            }
        }.joined(separator: "\n")
    }

    private static let five = [
        ("A", 100, 60), ("B", 200, 60), ("C", 100, 35), ("D", 100, 20), ("E", 0, 0),
    ]

    @Test func tellsTheWholeInFixedWordsWithFigures() throws {
        let text = Self.text(try Bulletin.compose(Self.facts(Self.five)))
        for sentence in [
            "样例区财政局关于2026年第二季度部门预算绩效运行情况的通报",
            "截至2026年6月30日，纳入通报的部门共5个，项目共0个。调整预算合计500.00万元，累计执行合计175.00万元，执行率35.00%。"
                + "序时进度为50.00%，执行率低于序时进度15.00个百分点。",
            "红灯2个，黄灯2个，绿灯1个。", "1|部门A|100.00|60.00|60.00%|—|绿灯",
            "调整预算数为0、不参加排名的部门：部门E。", "部门D|20.00%|1|—",
            "本季新增问题5个。截至期末，应整改20个，其中已销号10个、整改中5个、逾期5个；整改率25.00%。",
            "亮红灯的部门应在收到本通报后10个工作日内书面说明原因和整改措施",
        ] {
            #expect(text.contains(sentence), "\(sentence)\n\(text)")
        }
    }

    @Test func comparesWithTheLastBulletin() throws {
        let text = Self.text(
            try Bulletin.compose(
                Self.facts(
                    Self.five,
                    published: [
                        "A": PublishedStanding(rank: 3, rate: nil, light: .green, redRun: 0),
                        "B": PublishedStanding(rank: 1, rate: nil, light: .green, redRun: 0),
                        "C": PublishedStanding(rank: 2, rate: nil, light: .green, redRun: 0),
                        "D": PublishedStanding(rank: 4, rate: nil, light: .red, redRun: 1),
                        "E": PublishedStanding(rank: nil, rate: nil, light: .red, redRun: 2),
                    ])))
        for piece in [
            "60.00%|上升2位|绿灯", "30.00%|下降2位|黄灯", "20.00%|持平|红灯", "部门D|20.00%|2|建议约谈",
            "部门E|—|3|建议调减预算", "连续两个季度亮红灯的部门共1个，建议约谈：部门D。",
            "连续三个以上季度亮红灯的部门共1个，建议调减预算：部门E。",
        ] {
            #expect(text.contains(piece), "\(piece)\n\(text)")
        }
    }

    @Test func everyNumberOfItIsAField() throws {
        let bulletin = try Bulletin.compose(
            Self.facts(Self.five, texts: "[下一步要求]\n{红灯部门数}个部门在3日内报送。"))
        let runs = bulletin.sections.flatMap(\.blocks).flatMap { block -> [WordRun] in
            if case .table(let table) = block {
                return table.rows.dropFirst().flatMap(\.cells).flatMap(\.paragraphs).flatMap(\.runs)
            }
            return []
        }
        let loose = runs.filter { $0.figureID == nil && $0.text.contains { $0.isNumber } }
        #expect(loose.map(\.text).filter { !$0.hasSuffix("位") } == [])
        let typed = bulletin.figures.filter { $0.trace.name == PrintedFigure.typedName }
        #expect(typed.map(\.text) == ["3"])
        #expect(bulletin.figures.contains { $0.trace.name == "红灯部门数" && $0.text == "2" })
    }

    @Test func whatNobodyKeepsIsNotZero() throws {
        let text = Self.text(
            try Bulletin.compose(Self.facts(Self.five, absent: ["整改"])))
        #expect(text.contains("尚未启用整改台账，本期没有整改数据。"))
        #expect(!text.contains("应整改"))
    }

    @Test func moreThanTwentyAreToldByTheFirstAndTheLastTen() throws {
        let many = (1...21).map { (String(100 + $0), 100, 30 + $0) }
        let text = Self.text(try Bulletin.compose(Self.facts(many)))
        #expect(text.contains("执行率前10位"))
        #expect(text.contains("执行率后10位"))
        #expect(text.contains("10|部门112|"))
        #expect(!text.contains("11|部门111|"))
        #expect(text.contains("12|部门110|"))
    }

    @Test func theAnnexesHaveTheColumnsOfTheForm() throws {
        let book = try BulletinAnnex.compose(Self.facts(Self.five))
        #expect(book.sheets.map(\.name) == ["附表1", "附表2", "附表3", "数字溯源"])
        #expect(
            Self.titles(book.sheets[0]) == [
                "序号", "部门", "调整预算数", "累计执行数", "执行率", "序时进度", "与序时差（百分点）", "上季执行率", "排名",
                "排名变化", "预警等级",
            ])
        #expect(
            Self.titles(book.sheets[1]) == [
                "序号", "部门", "项目", "指标", "年度指标值", "截至期末完成值", "完成率", "预警", "可能性", "原因",
                "拟采取措施",
            ])
        #expect(Self.titles(book.sheets[2]) == ["部门", "应整改", "已销号", "整改中", "逾期", "整改率"])
        let last = book.sheets[0].rows[8]
        #expect(last[1]?.value == .text("部门E"))
        #expect(last[8]?.value == .text("—"))
    }

    private static func titles(_ sheet: Worksheet) -> [String] {
        sheet.rows[3].compactMap { if case .text(let text) = $0?.value { text } else { nil } }
    }
}
