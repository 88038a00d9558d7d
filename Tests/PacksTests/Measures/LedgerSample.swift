import Formulas
import Performance
import Quantities

@testable import Packs

/// Rows of built-in ledgers for tests, each cell named by its column.
struct LedgerSample: InMemoryRows {
    static let unitCode = "440118-01"

    private let ledgers: LedgerPack
    private var rows: [String: [LedgerRow]] = [:]
    private let kept: Set<String>

    init(_ ledgers: LedgerPack, kept: Set<String>) {
        self.ledgers = ledgers
        self.kept = kept
    }

    static func book(_ year: Int = 2021) throws -> BookID {
        guard let year = FiscalYear(year) else { throw SampleError() }
        return BookID(unitCode: unitCode, year: year)
    }

    /// Adds one row; money is given in 元.
    mutating func add(_ ledger: String, _ cells: [String: String], year: Int = 2021) throws {
        guard let definition = ledgers.ledger(named: ledger),
            cells.keys.allSatisfy({ name in definition.columns.contains { $0.name == name } })
        else { throw SampleError() }
        let values = try definition.columns.map { column in
            try cells[column.name].map { try Self.value($0, of: column.type) } ?? .missing
        }
        let id = Int64(rows.values.reduce(0) { $0 + $1.count } + 1)
        rows[ledger, default: []].append(
            LedgerRow(id: id, book: try Self.book(year), journalNumber: 1, cells: values))
    }

    private static func value(_ text: String, of type: ColumnShape.ValueType) throws -> CellValue {
        switch type {
        case .day, .text: return .text(text)
        case .truth: return .integer(text == "是" ? 1 : 0)
        case .money:
            guard let amount = ExactDecimal(text),
                let money = Money(exactly: amount.fraction, in: .yuan)
            else { throw SampleError() }
            return .integer(money.fen)
        case .number(let scale, _):
            guard scale == 0, let number = Int64(text) else { throw SampleError() }
            return .integer(number)
        }
    }

    func rows(of ledger: String, unitCode: String) -> [LedgerRow] { rows[ledger] ?? [] }
    func keeps(ledger: String, in snapshot: Snapshot) -> Bool { kept.contains(ledger) }
    func typedFigure(of measure: String, for book: BookID) -> Quantity? { nil }
}

/// A test that writes a row which the ledger cannot hold.
struct SampleError: Error {}
