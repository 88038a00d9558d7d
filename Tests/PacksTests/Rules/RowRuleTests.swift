import Performance
import Quantities
import Testing

@testable import Packs

@Suite("Rules over the rows of a sheet (逐行规则)")
struct RowRuleTests {
    static let headers = [
        "凭证号", "日期", "金额（元）", " 摘要 ", "收款人", "经办人", "数量", "单价",
    ]
    static let row: [RowCell] = [
        .text("记-001"), .day(Day(iso: "2021-03-05")!), .number(ExactDecimal("120.00")!),
        .text("购买办公用品"), .text("某文具店"), .text("李某"), .number(ExactDecimal("12")!),
        .number(ExactDecimal("10")!),
    ]

    static func findings(_ rows: [[RowCell]]) throws -> [RowFinding] {
        let set = try #require(try BuiltInRules.book().set(of: "用款明细"))
        var run = RowRuleRun(set, RowColumns(set.subject, headers: headers))
        var findings: [RowFinding] = []
        for (number, row) in rows.enumerated() {
            run.take(row: number + 2, { row[$0] }, { findings.append($0) })
        }
        run.finish { findings.append($0) }
        return findings
    }

    static func changed(_ column: Int, _ cell: RowCell) -> [RowCell] {
        var row = row
        row[column] = cell
        return row
    }

    @Test("There are at least 50 of them, over a sheet of 20 columns")
    func count() throws {
        let book = try BuiltInRules.book()
        #expect(book.rules.count { $0.id.rawValue.hasPrefix("ROW-") } >= 50)
        #expect(book.subject("用款明细")?.facts.count { !$0.name.hasSuffix("状态") } == 20)
    }

    @Test("A good row is silent")
    func silent() throws {
        #expect(try Self.findings([Self.row]).map(\.finding.message) == [])
    }

    @Test(
        "Row, column, rule and words",
        arguments: [
            (changed(2, .text("一百二十多")), 3, "金额一格读不出数字。请改为数字，如1234.50。"),
            (changed(2, .blank), 3, "金额没有填写。请填写金额。"),
            (changed(2, .text("121")), 3, "数量12×单价10不等于金额121元。请核对数量、单价和金额。"),
            (changed(1, .text("2022-01-01")), 2, "日期2022年1月1日晚于2021年12月31日。请核对日期；跨年的支出记在相应年度。"),
            (changed(1, .text("三月五日")), 2, "日期一格读不出日期。请改为日期，如2021-07-31。"),
            (changed(0, .text("  ")), 1, "凭证号没有填写。请填写凭证号。"),
            (changed(4, .text("李某")), 5, "收款人与经办人是同一人（李某）。请附报销单和审批。"),
            (changed(7, .blank), 8, "有数量12而没有单价。请补填单价。"),
        ])
    func tells(_ row: [RowCell], _ column: Int, _ message: String) throws {
        let findings = try Self.findings([Self.row, row])
        #expect(findings.map(\.row) == [3])
        #expect(findings.map(\.column) == [column])
        #expect(findings.map(\.finding.message) == [message])
    }

    @Test("Amounts in words of money are read; the order of rows is kept over many batches")
    func many() throws {
        var rows = Array(repeating: Self.row, count: 2500)
        rows[0] = Self.changed(2, .text("1,200,000元"))
        rows[1024] = Self.changed(3, .text("办公"))
        rows[2499] = Self.changed(3, .text(""))
        let findings = try Self.findings(rows)
        #expect(findings.map(\.row) == [2, 2, 1026, 2501])
    }
}
