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
    private let journalNumber: Int64

    init(
        _ reader: LedgerReader, _ workplace: Workplace, _ year: FiscalYear, _ quarter: Quarter,
        _ unitCode: String?, asOf journalNumber: Int64 = .max
    ) {
        self.reader = reader
        self.workplace = workplace
        self.year = year
        self.quarter = quarter
        self.unitCode = unitCode
        self.journalNumber = journalNumber
    }

    /// All rows of this year by unit, in id order, 红冲 and what they take back left out.
    func rows(of name: String) throws -> [String: [RegisterRow]] {
        var rows: [String: [RegisterRow]] = [:]
        guard let ledger = workplace.ledgers.first(where: { $0.name == name }) else { return [:] }
        try reader.forEachUnit(of: ledger, unitCode: unitCode, asOf: journalNumber) { unit, all in
            rows[unit] = all.ofYear(year).rowsInForce
        }
        return rows
    }

    /// Current versions by unit, in id order; none where the packs know no such register.
    func current(_ name: String, ofThisYear: Bool = false) throws -> [String: [RegisterRow]] {
        var current: [String: [RegisterRow]] = [:]
        guard let ledger = workplace.ledgers.first(where: { $0.name == name }) else { return [:] }
        try reader.forEachUnit(of: ledger, unitCode: unitCode, asOf: journalNumber) { unit, rows in
            let own = try rows.current(on: quarter.lastDay(of: year))
            current[unit] = ofThisYear ? own.filter { $0.row.book.year == year } : own
        }
        return current
    }

    /// This year's versions of a register by its 指标编号.
    func versions(of name: String) throws -> [String: RegisterVersions] {
        var versions: [String: RegisterVersions] = [:]
        guard let ledger = workplace.ledgers.first(where: { $0.name == name }) else { return [:] }
        try reader.forEachUnit(of: ledger, unitCode: unitCode, asOf: journalNumber) { unit, rows in
            let own = rows.ofYear(year)
            versions[unit] = RegisterVersions(
                current: try own.current(on: quarter.lastDay(of: year)),
                before: try quarter.previous.map { try own.current(on: $0.lastDay(of: year)) }
                    ?? [],
                first: try own.current(on: own.firstDay ?? year.firstDay))
        }
        return versions
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

    /// 对应口径 of all current indicators.
    var formulas: Set<String> {
        Set(current.map { $0.text("对应口径") }.filter { !$0.isEmpty })
    }

    private static func byNumber(_ rows: [RegisterRow]) -> [String: RegisterRow] {
        Dictionary(rows.map { ($0.text("指标编号"), $0) }, uniquingKeysWith: { first, _ in first })
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
