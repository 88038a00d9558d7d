import Documents
import Formulas
import Performance
import Quantities
import Testing

@testable import Office

struct WorkbookImportTests {
    private let desk: ImportFixture

    init() throws { desk = try ImportFixture() }

    private static let header = ["日期", "凭证号", "分录号", "支出类别", "金额", "摘要"]

    /// A sheet as a clerk keeps it: merged title, unit line, dates and amounts of their own types.
    private func sheet(
        _ name: String = "支付", amountsAs unit: MoneyUnit = .yuan, dayStyle: CellStyle = CellStyle(),
        textual: Bool = false
    ) throws -> Worksheet {
        var sheet = Worksheet(name)
        sheet.merge(
            CellRange(CellPlace(row: 1, column: 1), CellPlace(row: 1, column: 6)),
            WorksheetCell(.text("支付明细表")))
        sheet.put(.text("单位：\(unit.rawValue)"), at: CellPlace(row: 2, column: 6))
        sheet.append(Self.header.map { WorksheetCell(.text($0)) })
        for (number, fen) in [(1, 120_050), (2, 4506)] as [(Int, Int64)] {
            let day = try #require(Day(year: 2021, month: 1, day: 4 + number))
            let amount = Money(fen: fen).amount(in: unit)
            sheet.append([
                WorksheetCell(textual ? .text(day.chinese) : .day(day), dayStyle),
                WorksheetCell(.text("付-\(number)")),
                textual ? nil : WorksheetCell(.number(ExactDecimal(mantissa: 1, scale: 0))),
                WorksheetCell(.text("公用经费")),
                WorksheetCell(textual ? .text(amount.text) : .number(amount)),
                WorksheetCell(.text("办公用品")),
            ])
        }
        return sheet
    }

    private func order(_ sheets: [Worksheet], ledger: String? = "支付") throws -> ImportOrder {
        let workbook = Workbook(
            properties: DocumentProperties(title: "支付", day: ImportFixture.book.year.lastDay),
            sheets: sheets)
        return desk.order(try workbook.bytes(), name: "支付.xlsx", ledger: ledger)
    }

    @Test func `另存一次、换了格式和单位的工作簿什么也不加`() throws {
        let first = try desk.commit(order([try sheet()]))
        #expect(first.counts == "新增 2，已有 0，不一致 0，退回 0")
        #expect(first.notices.isEmpty)
        #expect(first.sums.map(\.total.text) == ["1245.56"])
        let versions = try [
            sheet(dayStyle: CellStyle { $0.format = .day }), sheet(amountsAs: .tenThousandYuan),
            sheet(textual: true), sheet("另存", amountsAs: .thousandYuan, textual: true),
        ]
        for version in versions {
            let again = try desk.commit(order([version]))
            #expect(again.counts == "新增 0，已有 2，不一致 0，退回 0")
        }
        #expect(try desk.rows().count == 2)
    }

    @Test func `没有指明台账时按表头认定`() throws {
        let report = try desk.commit(order([try sheet()], ledger: nil))
        #expect(report.ledger == "支付")
        #expect(report.isAccepted)
    }

    @Test func `隐藏的和不相干的工作表不读，各有提示`() throws {
        var hidden = try sheet("底稿")
        hidden.isHidden = true
        var other = Worksheet("说明")
        other.append([WorksheetCell(.text("本表由财务科填报"))])
        let report = try desk.commit(order([hidden, other, try sheet()]))
        #expect(report.counts == "新增 2，已有 0，不一致 0，退回 0")
        #expect(
            report.notices.map(\.message) == [
                "支付.xlsx 工作表“底稿”：这个工作表是隐藏的，没有读取。如需导入，请指明它。",
                "支付.xlsx 工作表“说明”：这个工作表没有相应的表头，没有读取。",
            ])
    }

    @Test func `指明的隐藏工作表照读`() throws {
        var hidden = try sheet("底稿")
        hidden.isHidden = true
        var order = try order([hidden, Worksheet("空")])
        order.sheet = "底稿"
        #expect(try desk.commit(order).added == 2)
    }

    @Test func `分月的几个工作表一次导入`() throws {
        var february = try sheet("2月")
        for (row, number) in [(4, 3), (5, 4)] {
            february.put(.text("付-\(number)"), at: CellPlace(row: row, column: 2))
        }
        let report = try desk.commit(order([try sheet("1月"), february]))
        #expect(report.counts == "新增 4，已有 0，不一致 0，退回 0")
        #expect(report.sheets == ["1月", "2月"])
    }

    @Test func `凭证号合并在几条分录上时各行都有它`() throws {
        var sheet = try sheet()
        sheet.merge(
            CellRange(CellPlace(row: 4, column: 2), CellPlace(row: 5, column: 2)),
            WorksheetCell(.text("付-1")))
        sheet.put(.number(ExactDecimal(mantissa: 2, scale: 0)), at: CellPlace(row: 5, column: 3))
        let report = try desk.commit(order([sheet]))
        #expect(report.isAccepted)
        #expect(
            try desk.rows().map { $0.split(separator: " ")[1...2].joined(separator: " ") } == [
                "付-1 1", "付-1 2",
            ])
    }
}
