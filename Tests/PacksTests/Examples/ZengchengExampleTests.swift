import Formulas
import Performance
import Quantities
import Testing

@testable import Packs
@testable import ZengchengExample

struct ZengchengExampleTests {
    @Test func `示例文件都在且每本台账都有定义`() throws {
        let pack = try BuiltIn.ledgers()
        let files = try ZengchengExample.files()
        #expect(files.count == 14)
        for file in files {
            #expect(pack.ledger(named: file.ledger) != nil, "\(file.ledger)")
            let bytes = try file.bytes()
            #expect(bytes.count < 40_000)
            #expect(file.name.hasSuffix(".xlsx") == bytes.starts(with: "PK".utf8))
            #expect((file.sheet != nil) == file.name.hasSuffix(".xlsx"))
        }
        #expect(ZengchengExample.keptLedgers.count == 13)
        #expect(!ZengchengExample.keptLedgers.contains("三公经费"))
    }

    @Test func `缺少示例文件时说明缺了什么`() {
        let file = ZengchengExample.File(
            name: "无.csv", ledger: "支付", sheet: nil, path: "/nowhere/无.csv")
        let error = #expect(throws: ZengchengExampleError.self) { try file.bytes() }
        #expect(error?.message == "读不到示例文件“无.csv”。请重新安装本程序，并保持资源文件夹完整。")
        #expect(
            ZengchengExampleError.missingFolder("x.resources").message
                == "找不到示例数据文件夹 x.resources。请重新安装本程序，并让这个文件夹与程序在一起。")
    }

    @Test(arguments: ["01", "02", "05", "06", "08", "12", "13"])
    func `逗号分隔文件的表头和选项都认得`(number: String) throws {
        let (ledger, table) = try Self.table(number)
        let columns = table.header.map { header in
            ledger.columns.first { column in
                ([column.name] + column.headers).map(\.foldedSpelling)
                    .contains(Self.withoutUnit(header).foldedSpelling)
            }
        }
        for (header, column) in zip(table.header, columns) {
            #expect(column != nil, "\(ledger.name) \(header)")
        }
        let named = Set(columns.compactMap { $0?.name })
        for column in ledger.columns where column.isRequired {
            #expect(named.contains(column.name), "\(ledger.name) 缺 \(column.name)")
        }
        for row in table.rows {
            #expect(row.count == table.header.count)
            for case (let cell, let column?) in zip(row, columns) {
                Self.check(cell, in: column, of: ledger.name)
            }
        }
    }

    private static func check(_ cell: String, in column: LedgerColumn, of ledger: String) {
        if column.isRequired { #expect(!cell.isEmpty, "\(ledger) \(column.name)") }
        if let longest = column.maximumLength, column.choices.isEmpty {
            #expect(cell.count <= longest, "\(ledger) \(column.name)")
        }
        let spellings = column.choices.flatMap { [$0.text] + $0.aliases }.map(\.foldedSpelling)
        if !cell.isEmpty, !spellings.isEmpty {
            #expect(spellings.contains(cell.foldedSpelling), "\(ledger) \(column.name) \(cell)")
        }
    }

    @Test func `收入明细合计八百二十四点五万元`() throws {
        let table = try Self.table("05").table
        #expect(try table.sum("金额（元）") == Money(fen: 824_500_000))
        #expect(
            try table.sum("金额（元）", where: "收入来源", is: "其他收入") == Money(fen: 840_000))
    }

    @Test func `上半年支付明细等于自己的合计行且与年末数相接`() throws {
        let table = try Self.table("06").table
        #expect(table.rows.count > 100)
        #expect(try table.sum("金额（元）") == table.printedTotal)
        // 全年 839.38 万元; 帮扶 one quarter and a half of its emergencies fall after June.
        #expect(try table.sum("金额（元）", where: "预算项目", is: "保密设备购置费") == .zero)
        #expect(
            try table.sum("金额（元）", where: "明细", is: "季度生活救助") == Money(fen: 7_696_000))
    }

    @Test func `年初结转结余够补收支差额`() throws {
        let rows = try Self.table("08").table.rows
        let amounts = rows.map { ExactDecimal($0[4]) }
        #expect(amounts == [ExactDecimal("20.00"), ExactDecimal("5.12")])
    }

    @Test func `人数与报告一致`() throws {
        let rows = try Self.table("02").table.rows
        #expect(
            rows.map { [$0[0], $0[1].foldedSpelling] } == [
                ["在编在职人员", "8"], ["编外人员", "40"], ["编外名额", "8"],
            ])
        #expect(try Self.table("01").table.rows.count == 3)
    }

    @Test func `报告文字里的花括号都是口径`() throws {
        let pack = try BuiltIn.measures()
        var fields: [String] = []
        for row in try Self.table("12").table.rows {
            for piece in row[4].split(separator: "{", omittingEmptySubsequences: false).dropFirst()
            {
                let end = try #require(piece.firstIndex(of: "}"))
                fields.append(String(piece[..<end]))
            }
        }
        #expect(fields.count == 16)
        for field in fields { try Self.expectMeasure(field, in: pack) }
    }

    @Test func `每个核对数都有口径或模板算得出`() throws {
        let pack = try BuiltIn.measures()
        let rows = try Self.table("13").table.rows
        #expect(rows.count == 40)
        for row in rows {
            let unit = try Self.expectMeasure(row[0], in: pack)
            #expect(unit?.unit == UnitSymbol.named(row[2])?.unit, "\(row[0])")
        }
    }

    /// Records an issue where no measure or template bears the name; gives its unit.
    @discardableResult
    private static func expectMeasure(_ name: String, in pack: MeasurePack) throws -> ShownUnit? {
        let parts = name.split(separator: "：").map(String.init)
        let measure =
            parts.count == 1
            ? pack.measure(named: name) : try pack.measure(parts[0], of: Array(parts.dropFirst()))
        #expect(measure?.name == name)
        return measure?.unit
    }
}

// MARK: A plain reader of csv, as far as these files need one

extension ZengchengExampleTests {
    struct Table {
        let header: [String]
        let rows: [[String]]
        /// The 合计 row's amount, where the file prints one.
        let printedTotal: Money?

        func sum(_ header: String, where filter: String? = nil, is value: String = "") throws
            -> Money
        {
            let column = try #require(self.header.firstIndex(of: header))
            let place = try filter.map { try #require(self.header.firstIndex(of: $0)) }
            return try rows.filter { row in place.map { row[$0] == value } ?? true }
                .reduce(.zero) { $0 + (try ZengchengExampleTests.money($1[column])) }
        }
    }

    static func money(_ text: String) throws -> Money {
        let amount = try #require(ExactDecimal(text.filter { $0 != "," }))
        return try #require(Money(exactly: amount.fraction, in: .yuan))
    }

    static func withoutUnit(_ header: String) -> String {
        header.replacing("（元）", with: "").replacing("（万元）", with: "")
    }

    static func table(_ number: String) throws -> (ledger: LedgerDefinition, table: Table) {
        let file = try #require(
            try ZengchengExample.files().first { $0.name.hasPrefix(number) })
        let ledger = try #require(try BuiltIn.ledgers().ledger(named: file.ledger))
        var rows = records(decoded(try file.bytes()))
        let isHeader = { (row: [String]) in row.filter { !$0.isEmpty }.count > 2 }
        rows.removeFirst(try #require(rows.firstIndex(where: isHeader)))
        let header = rows.removeFirst()
        let total = rows.last?.first == "合计" ? rows.removeLast() : nil
        let amount = header.firstIndex(of: "金额（元）")
        let printed = try amount.flatMap { total?[$0] }.map(money)
        return (ledger, Table(header: header, rows: rows, printedTotal: printed))
    }

    /// UTF-8, else GB 18030.
    private static func decoded(_ bytes: [UInt8]) -> String {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return String(validating: body, as: UTF8.self) ?? GB18030Text.decode(Array(body))
    }

    private static func records(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\r\n" where !isQuoted, "\n" where !isQuoted:
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.append(character)
            }
        }
        return rows
    }
}
