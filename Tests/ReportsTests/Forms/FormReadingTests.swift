import Documents
import Packs
import Performance
import Quantities
import Testing

@testable import Reports

/// What clerks do to a form, done to the cells of one that was written.
struct FormReadingTests {
    private static let forms = (try? FormPack.builtIn().forms) ?? []

    private static func content() -> FormContent {
        FormContent(
            form: "F02", version: "2015.1", unitCode: "201001", fiscalYear: 2021,
            subject: "困难职工帮扶",
            fields: [
                "项目名称": "困难职工帮扶", "主管部门": "区总工会", "实施单位": "区总工会本级",
                "项目属性": "延续项目", "项目期起始年": "2021", "项目期结束年": "2023",
                "年度财政拨款": "20.00", "年度资金总额": "20.00", "年度目标": "全年救助不少于300人次",
            ],
            tables: [
                "绩效指标": [
                    [
                        "一级指标": "产出指标", "二级指标": "数量指标", "三级指标": "季度生活救助人次",
                        "指标值": "≥300人次", "分值": "50.00",
                    ],
                    [
                        "一级指标": "效益指标", "二级指标": "社会效益指标", "三级指标": "困难缓解率",
                        "指标值": "≥90%", "分值": "30.00",
                    ],
                ]
            ])
    }

    /// The written form with its first sheet changed.
    private func read(
        _ name: String = "F02.xlsx", withoutStamp: Bool = false,
        _ change: (inout Sheet) -> Void = { _ in }
    ) throws -> FormReading {
        let form = try #require(FormPack.builtIn().form("F02"))
        var workbook = FormWorkbook.compose(form, Self.content())
        var sheet = Sheet(workbook.sheets[0])
        change(&sheet)
        workbook.sheets[0] = sheet.worksheet
        if withoutStamp { workbook.sheets.removeAll { $0.name == FormStamp.sheetName } }
        let bytes = try workbook.bytes()
        return try FormReading(InputFile(bytes: bytes, name: name), among: Self.forms)
    }

    /// Cells without the limits of a form.
    struct Sheet {
        var name: String
        var rows: [[WorksheetCell?]]
        var merges: [CellRange]

        init(_ sheet: Worksheet) {
            (name, rows, merges) = (sheet.name, sheet.rows, sheet.merges)
        }

        var worksheet: Worksheet {
            var sheet = Worksheet(name)
            for (row, cells) in rows.enumerated() {
                for (column, cell) in cells.enumerated() {
                    guard let cell else { continue }
                    sheet.put(cell, at: CellPlace(row: row + 1, column: column + 1))
                }
            }
            for range in merges {
                if let cell = sheet[range.first] { sheet.merge(range, cell) }
            }
            return sheet
        }

        mutating func type(_ text: String, at place: CellPlace) {
            rows[place.row - 1][place.column - 1] = WorksheetCell(.text(text))
        }

        mutating func insertRow(before row: Int) {
            rows.insert([], at: row - 1)
            merges = merges.map { range in
                CellRange(shifted(range.first, row: row), shifted(range.last, row: row))
            }
        }

        mutating func insertColumn(before column: Int) {
            for index in rows.indices where rows[index].count >= column {
                rows[index].insert(nil, at: column - 1)
            }
            merges = merges.map { range in
                CellRange(shifted(range.first, column: column), shifted(range.last, column: column))
            }
        }

        private func shifted(_ place: CellPlace, row: Int = .max, column: Int = .max) -> CellPlace {
            CellPlace(
                row: place.row + (place.row >= row ? 1 : 0),
                column: place.column + (place.column >= column ? 1 : 0))
        }
    }

    @Test(arguments: Array(1...14)) func `插入一行照样读得出`(row: Int) throws {
        let reading = try read { $0.insertRow(before: row) }
        #expect(reading.content.tables == Self.content().tables)
        #expect(reading.content["项目名称"] == "困难职工帮扶")
        #expect(reading.content["年度财政拨款"] == "20.00")
        #expect(reading.content["年度目标"] == "全年救助不少于300人次")
    }

    @Test(arguments: Array(1...9)) func `插入一列照样读得出`(column: Int) throws {
        let reading = try read { $0.insertColumn(before: column) }
        #expect(reading.content.tables == Self.content().tables)
        #expect(reading.content["项目名称"] == "困难职工帮扶")
        #expect(reading.content["年度财政拨款"] == "20.00")
        #expect(reading.content["主管部门"] == "区总工会")
    }

    @Test func `改了文件名和工作表名也认得`() throws {
        let reading = try read("随便.xlsx") { $0.name = "Sheet1" }
        #expect(reading.content.fields == Self.content().fields.merging(["项目名称": "困难职工帮扶"]) { $1 })
        #expect(reading.notices == ["工作表“Sheet1”按内容认作“绩效目标申报表”。"])
    }

    @Test func `没有表样信息的按栏目认`() throws {
        let reading = try read(withoutStamp: true)
        #expect(reading.form.id == "F02")
        #expect(reading.content.tables == Self.content().tables)
        #expect(reading.notices == ["文件中没有表样信息（隐藏的“表样信息”表），按栏目名称认作F02 项目支出绩效目标申报表。"])
    }

    @Test func `不是表样的工作簿被退回`() throws {
        var sheet = Worksheet("表")
        sheet.put(.text("姓名"), at: "A1")
        let bytes = try Workbook(
            properties: DocumentProperties(title: "", day: try #require(.init(iso: "2021-01-01"))),
            sheets: [sheet]
        ).bytes()
        let error = #expect(throws: FormReadingError.self) {
            try FormReading(InputFile(bytes: bytes, name: "名单.xlsx"), among: Self.forms)
        }
        #expect(
            error?.message
                == "名单.xlsx 不像任何一张表样（F01、F02、F03、F04、F05、F06、F07、F09、F11、F12）：没有找到表中的栏目。"
                + "请用 jixiao form template 导出空表，填好后再交。")
    }

    @Test(arguments: [
        (
            "K12", "十五", "FRM-E-NUM",
            "F02.xlsx 绩效目标申报表!K12：“分值”应填分值，这里是“十五”，读不出来。请按说明填写：大于0、最多两位小数，如 10。"
        ),
        (
            "H7", "二十", "FRM-E-NUM",
            "F02.xlsx 绩效目标申报表!H7：“年度财政拨款”应填金额（万元），这里是“二十”，读不出来。请按说明填写：万元，不小于0；如 20.00。"
        ),
        (
            "C5", "旧项目", "FRM-E-ENUM",
            "F02.xlsx 绩效目标申报表!C5：“项目属性”填的是“旧项目”，不在可选的内容之中。请从列表中选：新增项目、延续项目。"
        ),
        ("F5", "期限", "FRM-E-MERGE", "F02.xlsx 绩效目标申报表!F5：表样的“项目期”被改成了“期限”。请改回来，或重新下载表样填写。"),
        (
            "H6", "25", "FRM-E-SUM",
            "F02.xlsx 绩效目标申报表!H6：“年度资金总额”是自动计算的格，现在填的是“25”，按表中各项应为20.00。请删去填的数，恢复公式或改正各项。"
        ),
        (
            "B12", "产出指标（60分）", "FRM-E-WEIGHT",
            "F02.xlsx 绩效目标申报表!B12：“产出指标”写明60分，其下各指标分值合计50分。请改正分值或一级指标后面的分数。"
        ),
    ])
    func `填错的格说出文件表格和该怎么办`(place: String, text: String, rule: String, message: String) throws {
        let cell = try #require(CellPlace(a1: place))
        let reading = try read { $0.type(text, at: cell) }
        #expect(reading.findings.map(\.message) == [message])
        #expect(reading.findings.map(\.ruleId.rawValue) == [rule])
        let place = reading.findings.first.flatMap { reading.cell(of: $0, at: 0) }?.place
        #expect(place == cell)
    }

    @Test(arguments: [
        ("H7", "２０", "年度财政拨款", "20.00"), ("H7", "200，001元", "年度财政拨款", "20.0001"),
        ("H7", "20 万元", "年度财政拨款", "20.00"), ("H7", "—", "年度财政拨款", "—"),
        ("G5", "2021 年 — 2023 年", "项目期结束年", "2023"),
        ("G5", "2021-2023年", "项目期起始年", "2021"), ("G5", "2021-2023年", "项目期结束年", "2023"),
        ("G5", "2021年至2023年", "项目期起始年", "2021"), ("G5", "2021～2023", "项目期结束年", "2023"),
        ("G5", "2021至2023", "项目期起始年", "2021"),
        ("C5", "新增项目□ 延续项目☑", "项目属性", "延续项目"),
    ])
    func `各种写法读成同一内容`(place: String, text: String, field: String, answer: String) throws {
        let cell = try #require(CellPlace(a1: place))
        let reading = try read { $0.type(text, at: cell) }
        #expect(reading.content[field] == answer)
        #expect(reading.findings.isEmpty)
    }

    @Test(arguments: [
        ("H6", "H7*2", "IF(COUNT(H7,H8)=0,\"\",N(H7)+N(H8))"),
        ("H6", "H7+H8", "IF(COUNT(H7,H8)=0,\"\",N(H7)+N(H8))"),
        ("H6", "IF(COUNT(H7,H7)=0,\"\",N(H7)+N(H7))", "IF(COUNT(H7,H8)=0,\"\",N(H7)+N(H8))"),
        ("E6", "20", "IF(COUNT(E7,E8)=0,\"\",N(E7)+N(E8))"),
    ])
    func `换掉的公式说出格子原来的和该有的`(place: String, formula: String, expected: String) throws {
        let cell = try #require(CellPlace(a1: place))
        let reading = try read {
            $0.rows[cell.row - 1][cell.column - 1] = WorksheetCell(
                .formula(formula, cached: .number(ExactDecimal(mantissa: 20, scale: 0))))
        }
        let label = place == "H6" ? "年度资金总额" : "中期资金总额"
        #expect(
            reading.findings.map(\.message) == [
                "F02.xlsx 绩效目标申报表!\(place)：“\(label)”的公式被换成了“=\(formula)”，表样的公式是“=\(expected)”。请改回来，或重新下载表样填写。"
            ])
        #expect(reading.findings.map(\.ruleId) == ["FRM-E-MERGE"])
        #expect(reading.content["年度资金总额"] == "20.00", "counted anew from its parts")
    }

    @Test(arguments: [
        "=if( count($H$7, $H$8)=0,\"\",n($H$7)+n($H$8))", "IF(COUNT(H7;H8)=0;\"\";N(H7)+N(H8))",
    ])
    func `同一公式的不同写法不算换掉`(formula: String) throws {
        let reading = try read {
            $0.rows[5][7] = WorksheetCell(
                .formula(formula, cached: .number(ExactDecimal(mantissa: 20, scale: 0))))
        }
        #expect(reading.findings.isEmpty)
    }

    @Test func `错误标回原表并有合计`() throws {
        let form = try #require(FormPack.builtIn().form("F02"))
        var workbook = FormWorkbook.compose(form, Self.content())
        workbook.sheets[0].put(.text("十五"), FormStyle.text, at: "K12")
        let input = InputFile(bytes: try workbook.bytes(), name: "F02.xlsx")
        let check = FormCheck(try FormReading(input, among: Self.forms))
        #expect(check.total == "共 1 处：错误 1，警告 0，提示 0。")
        let marked = try check.markedWorkbook(input)
        let reader = try WorkbookReader(InputFile(bytes: marked, name: "回.xlsx"))
        var texts: [String: String] = [:]
        try reader.forEachRow(in: reader.sheets[0]) { row in
            for cell in row.cells { texts[cell.place.a1] = cell.text }
        }
        #expect(texts["Y1"] == "审核意见（共 1 处：错误 1，警告 0，提示 0。）")
        #expect(texts["Y12"] == "K12：【错误】FRM-E-NUM “分值”应填分值，这里是“十五”，读不出来。请按说明填写：大于0、最多两位小数，如 10。")
        // What was handed back can be corrected and handed in again.
        #expect(
            try FormReading(InputFile(bytes: marked, name: "回.xlsx"), among: Self.forms).content
                .tables.count == 1)
    }
}
