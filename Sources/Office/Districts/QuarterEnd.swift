import Formulas
import Performance
import Quantities
import Storage

/// Whether a quarter may end (季度结束): no warning that was raised in it is without a disposition, in
/// any of the departments that a bulletin tells of.
struct QuarterEnd {
    private let workplace: Workplace
    private let order: BulletinOrder

    init(_ workplace: Workplace, _ order: BulletinOrder) {
        self.workplace = workplace
        self.order = order
    }

    /// - Throws: ``CycleError/openWarnings(_:)``, each with the department's name.
    func check() throws {
        let open = try openWarnings()
        guard open.isEmpty else { throw CycleError.openWarnings(open) }
    }

    private func openWarnings() throws -> [String] {
        let ledger = try workplace.ledger(CycleLedger.warnings.rawValue)
        let end = order.quarter.lastDay(of: order.year)
        guard let always = Day(year: order.year.number + 50, month: 12, day: 31) else { return [] }
        return try workplace.store.read { reader in
            let names = Dictionary(
                try reader.books(unitCode: unit).filter { $0.id.year == order.year }
                    .map { ($0.id.unitCode, $0.unitName) }, uniquingKeysWith: { $1 })
            var open: [String] = []
            try reader.forEachUnit(of: ledger, unitCode: unit) { code, rows in
                guard let name = names[code] else { return }
                for row in try rows.ofYear(order.year).current(on: always) {
                    let warning = try WarningRecord(row: row)
                    guard warning.disposition == nil, warning.raisedOn <= end else { continue }
                    open.append("\(name) \(warning.title)")
                }
            }
            return open
        }
    }

    /// nil: all departments of the year.
    private var unit: String? {
        switch order.scope {
        case .district: nil
        case .department(let unit): unit
        }
    }
}
