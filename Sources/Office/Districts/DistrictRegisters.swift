import Formulas
import Performance
import Quantities
import Storage

/// The registers of all units as they stand at a quarter's end (登记簿取数), each read in one stream.
struct DistrictRegisters {
    private let reader: LedgerReader
    private let workplace: Workplace
    private let year: FiscalYear
    private let quarter: Quarter
    private let unitCode: String?

    init(
        _ reader: LedgerReader, _ workplace: Workplace, _ year: FiscalYear, _ quarter: Quarter,
        _ unitCode: String?
    ) {
        self.reader = reader
        self.workplace = workplace
        self.year = year
        self.quarter = quarter
        self.unitCode = unitCode
    }

    /// Current versions by unit, in id order; none where the packs know no such register.
    func current(_ name: String, ofThisYear: Bool = false) throws -> [String: [RegisterRow]] {
        var current: [String: [RegisterRow]] = [:]
        try forEachUnit(of: name) { unit, rows in
            let own = try rows.current(on: quarter.lastDay(of: year))
            current[unit] = ofThisYear ? own.filter { $0.row.book.year == year } : own
        }
        return current
    }

    /// This year's versions of a register by its 指标编号.
    func versions(of name: String) throws -> [String: RegisterVersions] {
        var versions: [String: RegisterVersions] = [:]
        try forEachUnit(of: name) { unit, rows in
            let own = rows.ofYear(year)
            versions[unit] = RegisterVersions(
                current: try own.current(on: quarter.lastDay(of: year)),
                before: try quarter.previous.map { try own.current(on: $0.lastDay(of: year)) }
                    ?? [],
                first: try own.current(on: own.firstDay ?? year.firstDay))
        }
        return versions
    }

    private func forEachUnit(
        of name: String, _ body: (String, UnitRegister) throws -> Void
    ) throws {
        guard let ledger = workplace.ledgers.first(where: { $0.name == name }) else { return }
        var rows = UnitRegister(ledger)
        try reader.forEachRow(of: ledger.table, unitCode: unitCode) { row, source in
            if let unit = rows.unitCode, unit != row.book.unitCode {
                try body(unit, rows)
                rows = UnitRegister(ledger)
            }
            rows.append(row, source)
        }
        if let unit = rows.unitCode { try body(unit, rows) }
    }
}

/// The versions of indicators that a review looks at.
struct RegisterVersions {
    let current: [RegisterRow]
    /// As of the end of the quarter before, by number.
    let before: [String: RegisterRow]
    /// As the year began, by number.
    let first: [String: RegisterRow]

    init(current: [RegisterRow] = [], before: [RegisterRow] = [], first: [RegisterRow] = []) {
        self.current = current
        self.before = Self.byNumber(before)
        self.first = Self.byNumber(first)
    }

    private static func byNumber(_ rows: [RegisterRow]) -> [String: RegisterRow] {
        Dictionary(rows.map { ($0.text("指标编号"), $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// All rows of a register of one unit.
private struct UnitRegister {
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

extension Workplace {
    /// A ledger by its Chinese name.
    func ledger(_ name: String) throws -> LedgerDefinition {
        guard let ledger = ledgers.first(where: { $0.name == name })
        else { throw OfficeError.unknownLedger(name, known: ledgers.map(\.name)) }
        return ledger
    }
}
