import Documents
import Quantities
import Testing

/// A 项目支出绩效自评表 with made-up content that shows all that the spreadsheet writer can do.
enum SampleWorkbooks {
    private static let cell = CellStyle {
        $0.wraps = true
        $0.hasBorder = true
        $0.horizontal = .center
    }
    private static let label = cell.with {
        $0.isBold = true
        $0.background = .paleGray
    }
    private static let amount = cell.with { $0.format = .amountFourDecimals }
    private static let percent = cell.with { $0.format = .percent }
    private static let score = cell.with { $0.format = .score }

    static func form() throws -> Workbook {
        var sheet = Worksheet("项目支出绩效自评表")
        sheet.columnWidths = [8, 10, 12, 18, 11, 11, 8, 9, 20]
        sheet.print = PrintSetup(.portrait, repeatedRows: 1...3)
        sheet.frozenAt = "A4"
        sheet.isProtected = true
        putHead(&sheet)
        try putFunds(&sheet)
        try putIndicators(&sheet)
        var hidden = Worksheet("溯源")
        hidden.isHidden = true
        hidden.append([WorksheetCell(.text("E6")), WorksheetCell(.text("=sum(支付.金额)"))])
        return Workbook(
            properties: try SampleDocuments.properties("项目支出绩效自评表"), sheets: [sheet, hidden])
    }

    private static func putHead(_ sheet: inout Worksheet) {
        let title = CellStyle {
            $0.size = .small2
            $0.isBold = true
            $0.horizontal = .center
        }
        sheet.merge(CellRange("A1", "I1"), WorksheetCell(.text("项目支出绩效自评表"), title))
        sheet.rowHeights[1] = 32
        sheet.merge(
            CellRange("A2", "I2"),
            WorksheetCell(.text("（2021年度）"), CellStyle { $0.horizontal = .center }))
        sheet.merge(CellRange("A3", "B3"), WorksheetCell(.text("项目名称"), label))
        sheet.merge(CellRange("C3", "I3"), WorksheetCell(.text("=cmd|'/C calc'!A0"), cell))
        sheet.rowHeights[3] = 24
    }

    private static func putFunds(_ sheet: inout Worksheet) throws {
        for (index, text) in ["年度资金总额", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"].enumerated() {
            sheet.put(.text(text), label, at: CellPlace(row: 4, column: index + 3))
        }
        sheet.merge(CellRange("A4", "B5"), WorksheetCell(.text("项目资金\n（万元）"), label))
        sheet.rowHeights[5] = 30
        sheet.put(.text("合计"), cell, at: "C5")
        sheet.put(.number(try number("8.04")), amount, at: "D5")
        sheet.put(.number(try number("1234567.8912")), amount, at: "E5")
        sheet.put(.number(try number("0.4785")), amount, at: "F5")
        sheet.put(.number(try number("10")), score, at: "G5")
        sheet.put(
            .formula("F5/E5", cached: .number(try number("0.000000387585"))), percent, at: "H5")
        let formula = "IF(E5=0,\"—\",ROUND(G5*MIN(H5,1),2))"
        sheet.put(.formula(formula, cached: .number(try number("0.00"))), score, at: "I5")
    }

    private static func putIndicators(_ sheet: inout Worksheet) throws {
        let heads = ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"]
        for (index, text) in heads.enumerated() {
            sheet.put(.text(text), label, at: CellPlace(row: 6, column: index + 1))
        }
        sheet.merge(CellRange("B7", "B9"), WorksheetCell(.text("产出指标\n（50分）"), cell))
        let open = cell.with {
            $0.isUnlocked = true
            $0.background = .paleYellow
        }
        for row in 7...9 {
            sheet.put(.text("数量指标"), cell, at: CellPlace(row: row, column: 3))
            sheet.put(.text("季度生活救助人次，按季统计"), cell, at: CellPlace(row: row, column: 4))
            sheet.put(.text("≥300人次"), cell, at: CellPlace(row: row, column: 5))
            sheet.put(.text("-295人次"), cell, at: CellPlace(row: row, column: 6))
            sheet.put(.number(try number("15")), score, at: CellPlace(row: row, column: 7))
            sheet.put(.number(try number("14.75")), score, at: CellPlace(row: row, column: 8))
            sheet.put(.blank, open, at: CellPlace(row: row, column: 9))
        }
        sheet.put(
            WorksheetCell(.text("295人次"), cell, comment: "来源：帮扶台账第 12—306 行"), at: "F7")
        let range = CellRange(columns: 9...9, rows: 7...9)
        sheet.dropDowns = [
            DropDownList(range, .items(["经费保障", "制度保障", "人员保障"]), hint: "请选择偏差原因")
        ]
        sheet.merge(CellRange("A10", "G10"), WorksheetCell(.text("总分"), label))
        sheet.put(.formula("SUM(H7:H9)", cached: .number(try number("44.25"))), score, at: "H10")
        sheet.put(.day(try #require(SampleDocuments.day)), cell, at: "I10")
    }

    static func number(_ text: String) throws -> ExactDecimal {
        try #require(ExactDecimal(text))
    }
}
