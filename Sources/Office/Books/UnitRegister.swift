import Formulas
import Performance
import Quantities
import Storage

/// All rows of a register of one unit.
struct UnitRegister {
    private let ledger: LedgerDefinition
    private var rows: [LedgerRow] = []
    private var sources: [Int64: RowSource] = [:]
    private var struck: Set<Int64> = []

    init(_ ledger: LedgerDefinition) { self.ledger = ledger }

    var unitCode: String? { rows.first?.book.unitCode }

    mutating func append(_ row: LedgerRow, _ source: RowSource) {
        if let reversed = row.reverses { struck.insert(reversed) }
        rows.append(row)
        sources[row.id] = source
    }

    func ofYear(_ year: FiscalYear) -> UnitRegister {
        var own = self
        own.rows = rows.filter { $0.book.year == year }
        return own
    }

    /// In id order; 红冲 and what they take back are left out.
    var rowsInForce: [RegisterRow] {
        rows.filter { $0.kind != .reversal && !struck.contains($0.id) }.compactMap { row in
            sources[row.id].map { RegisterRow(row, $0, ledger) }
        }
    }

    /// The day on which the first version of this register begins.
    var firstDay: Day? {
        let shape = ledger.shape
        guard let column = ledger.columns.firstIndex(where: { $0.name == shape.dayColumn })
        else { return nil }
        return rows.compactMap { row -> Day? in
            guard case .text(let text) = row.cells[column] else { return nil }
            return Day(iso: text)
        }.min()
    }

    func current(on day: Day) throws -> [RegisterRow] {
        try ledger.shape.currentVersions(of: rows.filter { !struck.contains($0.id) }, on: day)
            .compactMap { row in
                sources[row.id].map { RegisterRow(row, $0, ledger) }
            }
    }
}

extension LedgerReader {
    /// Hands out a register unit by unit, in the order of their codes, in one stream.
    ///
    /// - Parameters:
    ///   - unitCode: nil reads all units.
    ///   - journalNumber: rows of later numbers do not exist yet.
    func forEachUnit(
        of ledger: LedgerDefinition, unitCode: String? = nil, asOf journalNumber: Int64 = .max,
        _ body: (String, UnitRegister) throws -> Void
    ) throws {
        var rows = UnitRegister(ledger)
        try forEachRow(of: ledger.table, unitCode: unitCode, asOf: journalNumber) { row, source in
            if let unit = rows.unitCode, unit != row.book.unitCode {
                try body(unit, rows)
                rows = UnitRegister(ledger)
            }
            rows.append(row, source)
        }
        if let unit = rows.unitCode { try body(unit, rows) }
    }
}
