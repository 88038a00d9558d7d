import Documents
import Formulas
import Performance
import Quantities

/// Reads the cells of one column of a sheet into what the ledger stores.
struct ColumnReader {
    /// The Chinese name of the column, for messages.
    let name: String
    /// What belongs into a cell, for messages: `金额，如 1234.56 或 0.5万元`.
    let expected: String
    let isRequired: Bool
    private var kind: Kind
    private var plain = PlainBytes()

    private enum Kind {
        case money(MoneyCell)
        case number(NumberCell)
        case day(DayCell)
        case choice(ChoiceCell)
        case text(TextCell)
        case truth
        case rowKind(ChoiceCell)
        case unitCode(String)
        case year(Int)
    }

    /// The reader of one column of a ledger.
    ///
    /// - Parameter year: the year in which the column's days must lie; nil where any day will do.
    init(
        _ column: LedgerColumn, moneyUnit: MoneyUnit, year: FiscalYear?, isRequired: Bool = false
    ) {
        name = column.name
        self.isRequired = isRequired
        switch column.type {
        case .money:
            kind = .money(MoneyCell(unit: moneyUnit))
            expected = "金额（\(moneyUnit.rawValue)），如 \(moneyUnit == .yuan ? "1234.56" : "12.3456")"
        case .number(let scale, let unit):
            kind = .number(NumberCell(scale: scale, unit: unit))
            let suffix = unit.isDimensionless ? "" : "（\(unit)）"
            expected = Self.expected(column, "数字\(suffix)")
        case .day:
            kind = .day(DayCell(year: year))
            expected = "日期，如 \(year?.number ?? 2021)-03-05"
        case .truth:
            kind = .truth
            expected = "“是”或“否”"
        case .text where !column.choices.isEmpty:
            kind = .choice(ChoiceCell(column.choices))
            let shown = column.choices.prefix(8).map(\.text).joined(separator: "、")
            expected = column.choices.count > 8 ? "\(shown)等之一" : "\(shown)之一"
        case .text:
            kind = .text(TextCell(maximumLength: column.maximumLength))
            expected = Self.expected(column, "文字")
        }
    }

    private static func expected(_ column: LedgerColumn, _ plain: String) -> String {
        column.hint.isEmpty ? plain : "\(plain)（\(column.hint)）"
    }

    private init(name: String, expected: String, _ kind: Kind) {
        self.name = name
        self.expected = expected
        isRequired = false
        self.kind = kind
    }

    /// The reader of 记录类型: `.integer` of a `LedgerRow.Kind`, as text `正常` or `退款`.
    static func rowKind(_ name: String) -> ColumnReader {
        ColumnReader(
            name: name, expected: "“退款”或留空",
            .rowKind(
                ChoiceCell([
                    .init(text: "正常", aliases: ["否", "支付", "支出", "正常支付", "蓝字", "0"]),
                    .init(text: "退款", aliases: ["是", "退回", "退库", "支出退回", "退", "2"]),
                    .init(text: "红冲", aliases: ["冲销", "红字", "红字冲销", "1"]),
                ])))
    }

    /// The reader of 单位代码: each cell must be the book's or empty.
    static func unitCode(_ name: String, _ code: String) -> ColumnReader {
        ColumnReader(name: name, expected: "“\(code)”或留空", .unitCode(code))
    }

    /// The reader of 年度: each cell must be the book's or empty.
    static func year(_ name: String, _ year: FiscalYear) -> ColumnReader {
        ColumnReader(name: name, expected: "\(year.number)或留空", .year(year.number))
    }

    /// Reads a text cell; what `utf8` holds are bytes of `bytes`.
    mutating func read(_ bytes: CellBytes) -> CellReading {
        if bytes.isEmpty { return .missing }
        switch kind {
        case .text(let cell): return cell.read(bytes)
        case .money(let cell): return plain.fold(bytes) { cell.read($0) }
        case .number(let cell): return plain.fold(bytes) { cell.read($0) }
        case .day(var cell):
            kind = .truth  // Keeps the cell's memory from being copied.
            let reading = plain.fold(bytes) { cell.read($0) }
            kind = .day(cell)
            return reading
        case .choice(var cell):
            kind = .truth
            let reading = plain.fold(bytes) { cell.read($0) }
            kind = .choice(cell)
            return reading
        case .truth: return plain.fold(bytes) { TruthCell.read($0) }
        case .rowKind(var cell): return Self.kind(plain.fold(bytes) { cell.read($0) })
        case .unitCode(let code):
            let found = plain.fold(bytes, \.string)
            return found.isEmpty || found == code
                ? .missing : .refused(.otherUnitCode(expected: code))
        case .year(let year): return plain.fold(bytes) { Self.year($0, year) }
        }
    }

    private static func kind(_ reading: CellReading) -> CellReading {
        guard case .text(let text) = reading else { return reading }
        switch text {
        case "退款": return .integer(LedgerRow.Kind.refund.rawValue)
        case "红冲": return .refused(.reversalInFile)
        default: return .integer(LedgerRow.Kind.normal.rawValue)
        }
    }

    private static func year(_ bytes: CellBytes, _ year: Int) -> CellReading {
        if bytes.isEmpty { return .missing }
        var scanner = FigureScanner(bytes)
        let found = scanner.whole(4...4)
        _ = scanner.take("年度") || scanner.take("年")
        return found == year && scanner.isAtEnd ? .missing : .refused(.otherYear(expected: year))
    }
}

extension ColumnReader {
    /// Reads a cell to which the file itself gives a type.
    mutating func read(_ cell: TableCell) -> CellReading {
        switch cell.content {
        case .blank: return .missing
        case .text(var text):
            // Only texts of the row's own bytes may leave as bytes.
            return text.withUTF8 { bytes in
                let reading = read(bytes)
                if case .utf8(let kept) = reading { return .text(kept.string) }
                return reading
            }
        case .number(let number): return read(number, cell)
        case .day(let day): return read(day)
        case .boolean(let isTrue):
            if case .truth = kind { return .integer(isTrue ? 1 : 0) }
            return .refused(.truthInstead)
        case .error(let text): return .refused(.errorValue(text))
        case .unreadable(let fault):
            if case .noSuchDay = fault, case .day = kind { return .refused(.noSuchDay) }
            return .refused(.unreadable(fault))
        }
    }

    private mutating func read(_ number: ExactDecimal, _ cell: TableCell) -> CellReading {
        switch kind {
        case .money(let money):
            return cell.isPercent ? .refused(.percentInMoney) : money.read(number)
        case .number(let reader): return reader.read(number)
        case .day(var reader):
            kind = .truth
            let reading = reader.read(number)
            kind = .day(reader)
            return reading
        default:
            // A code or a voucher number that the sheet holds as a number is text to the ledger.
            return read(TableCell(cell.place, .text(number.trimmed().text)))
        }
    }

    private mutating func read(_ day: Day) -> CellReading {
        switch kind {
        case .day(var cell):
            kind = .truth
            let reading = cell.value(day)
            kind = .day(cell)
            return reading
        case .money, .number, .truth, .rowKind: return .refused(.dayInstead)
        case .text, .choice, .unitCode, .year:
            return read(TableCell(.init(row: 1, column: 1), .text(day.iso)))
        }
    }
}
