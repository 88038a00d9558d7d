import Formulas
import Foundation
import Office
import Performance
import Quantities
import Reports
import Testing

/// The main job on the real year: what the published report states, computed from ledgers.
struct ZengchengYearTests {
    @Test func `全年各数与原文相符，只有支出完成率不符`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let facts = try ReportFactsReader(year.desk()).facts()
        func text(_ name: String, _ format: FigureFormat = .amount) -> String {
            format.text(facts.figure(name).value)
        }
        #expect(text("收入预算") == "938.76")
        #expect(text("收入决算") == "824.50")
        #expect(text("收入完成率", .percent) == "87.83%")
        #expect(text("支出预算") == "938.31")
        #expect(text("支出决算") == "839.38")
        #expect(text("支出完成率", .percent) == "89.46%")
        #expect(text("支出减少额") == "98.93")
        #expect(text("人员经费决算") == "503.47")
        #expect(text("公用经费决算", .tenThousandYuan(decimals: 4)) == "26.4035")
        #expect(text("实有人数", .plain) == "48")
        let stated = facts.figures.values.filter { $0.stated != nil }
        #expect(stated.count == 39)
        #expect(stated.filter { $0.stated?.agrees == false }.map(\.name) == ["支出完成率"])
    }

    @Test func `五个项目的预算、执行和依据`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let facts = try ReportFactsReader(year.desk()).facts()
        let amount = FigureFormat.tenThousandYuan(decimals: 4)
        let rows = facts.projects.map {
            [
                amount.text($0.budget.value), amount.text($0.execution.value),
                FigureFormat.percent.text($0.executionRate.value), $0.execution.basis.rawValue,
            ]
        }
        #expect(
            rows == [
                ["20.0000", "20.0000", "100.00%", "原文"], ["11.9100", "11.9100", "100.00%", "假定"],
                ["199.9900", "199.9900", "100.00%", "假定"], ["2.3100", "2.3065", "99.85%", "原文"],
                ["75.3000", "75.3000", "100.00%", "原文"],
            ])
        #expect(facts.figure("公用经费决算").basis == .assumed)
        #expect(facts.figure("人员经费决算").basis == .derived)
        #expect(facts.figure("项目支出决算").basis == .partlyAssumed)
    }

    @Test func `没有登记的台账是缺数据，不是零`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let facts = try ReportFactsReader(year.desk()).facts()
        for name in ["三公预算", "固定资产总额", "编制数"] {
            guard case .missing = facts.figure(name).value else {
                Issue.record("\(name)应缺数据")
                continue
            }
        }
        let evaluation = try #require(facts.evaluations.first)
        #expect(evaluation.leaf("E2")?.result.state == .missingData)
        #expect(evaluation.leaf("A1")?.result.score.text == "5.37")
        guard case .partial = evaluation.total else {
            Issue.record("缺数据时不应有总分")
            return
        }
    }

    @Test func `看不懂的人工判断在评分里写明，不会当作没有判断`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let report = try year.importRows(
            """
            生效日期,评价方案,对象,指标编号,判断项,判断值,理由,佐证
            2021-12-31,gz-seven-2021-reconstructed,整体,A5,财务管理问题数,大约两个,查阅审计报告后作出判断,审计报告
            2021-12-31,gz-seven-2021-reconstructed,整体,B2,已建立采购内控制度,是,查阅制度汇编后作出判断,制度汇编
            2021-12-31,gz-seven-2021-reconstructed,整体,G3,得分,五分,查阅满意度问卷后评定,问卷汇总表
            """, into: "人工判断")
        #expect(report.isClean && report.added == 3)
        let facts = try ReportFactsReader(year.desk()).facts()
        let evaluation = try #require(facts.evaluations.first)
        #expect(
            ["A5", "B2", "G3"].map { evaluation.leaf($0)?.result.explanation } == [
                "缺数据：“财务管理问题数”的判断值“大约两个”看不懂",
                "已建立采购内控制度：是，得满分1分",
                "缺数据：“得分”的判断值“五分”看不懂",
            ])
    }

    @Test func `同一批文件导入两次，第二次没有新内容`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let again = try year.importAll()
        #expect(again.allSatisfy { $0.isClean && $0.added == 0 && $0.known > 0 })
    }

    @Test func `两次出具的文件一字不差，文件名不含路径`() throws {
        let (first, second) = (try ZengchengYear(), try ZengchengYear())
        defer {
            first.remove()
            second.remove()
        }
        let (one, two) = (try first.release(), try second.release())
        #expect(one.files.map(\.digest) == two.files.map(\.digest))
        #expect(one.files.count == 9)
        // A release adds no figures: the report of the same book stays the same.
        #expect(try first.release(to: "again").files.map(\.digest) == one.files.map(\.digest))
    }

    @Test func `出具的报告逐字逐数核对一致`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let release = try year.release()
        let result = try ReportVerification.verify(release.files[0].path, in: year.workplace)
        #expect(result.isClean)
        #expect(result.comparison.agreeingFigures == result.comparison.figureCount)
        #expect(result.comparison.figureCount > 150)
        #expect(result.comparison.agreeingParagraphs == result.comparison.paragraphCount)
    }

    @Test func `不是本系统出具的文件说得清楚`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let path = "\(year.folder)/无.docx"
        #expect(throws: OfficeError.fileUnreadable(path, reason: "找不到或没有权限")) {
            try ReportVerification.verify(path, in: year.workplace)
        }
    }

    @Test func `每个数字都溯到来源文件`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let release = try year.release()
        let measured = release.report.figures.filter { !$0.trace.entries.isEmpty }
        #expect(measured.count > 80)
        for figure in measured {
            #expect(
                figure.trace.entries.allSatisfy { $0.rowCount == 0 || !$0.sources.isEmpty },
                "\(figure.trace.name)")
            #expect(figure.trace.entries.allSatisfy { !$0.result.isEmpty }, "\(figure.trace.name)")
        }
    }
}
