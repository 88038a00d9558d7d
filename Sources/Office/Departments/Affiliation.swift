import Formulas
import Performance
package import Quantities
import Storage

/// Whose subordinate unit a unit is (隶属关系), as the unit itself has registered it.
package struct Affiliation: Hashable, Sendable {
    package let unitCode: String
    package let superior: String
    package let validFrom: Day
    package let status: Status
    /// 无业务台账: ledgers that the unit has nothing for and keeps none of.
    package let without: [String]
    package let reason: String
    package let registeredBy: String

    package enum Status: String, Hashable, Sendable {
        case affiliated = "隶属"
        case separated = "划出"
    }
}

extension Affiliation {
    static let ledger = "隶属关系"

    init(row: RegisterRow) throws {
        guard let day = row.day("生效日期"), let status = Status(rawValue: row.text("隶属状态"))
        else { throw StorageError.unexpectedValue("affiliation") }
        self.init(
            unitCode: row.row.book.unitCode, superior: row.text("主管单位代码"), validFrom: day,
            status: status, without: row.text("无业务台账").split(separator: "、").map(String.init),
            reason: row.text("事由"), registeredBy: row.text("登记账号"))
    }

    var cells: [String: CycleCell] {
        [
            "生效日期": CycleCell(validFrom), "主管单位代码": CycleCell(superior),
            "隶属状态": .text(status.rawValue),
            "无业务台账": CycleCell(without.joined(separator: "、")), "事由": CycleCell(reason),
            "登记账号": .text(registeredBy),
        ]
    }
}

/// The affiliations of all units on a day (隶属关系表).
struct AffiliationTable {
    /// By subordinate unit.
    private let affiliations: [String: Affiliation]

    init(_ reader: LedgerReader, _ workplace: Workplace, on day: Day) throws {
        var affiliations: [String: Affiliation] = [:]
        try reader.forEachUnit(of: workplace.ledger(Affiliation.ledger)) { unit, rows in
            let current = try rows.current(on: day).map { try Affiliation(row: $0) }
                .filter { $0.status == .affiliated }
            // A unit has one superior: the latest that it named.
            affiliations[unit] = current.max { $0.validFrom < $1.validFrom }
        }
        self.affiliations = affiliations
    }

    func affiliation(of unit: String) -> Affiliation? { affiliations[unit] }

    /// All units below one, through whatever depth, in the order of their codes.
    func subordinates(of unit: String) -> [Affiliation] {
        var found: [Affiliation] = []
        var (open, seen): ([String], Set<String>) = ([unit], [unit])
        while let superior = open.popLast() {
            let own = affiliations.values.filter { $0.superior == superior }
                .filter { seen.insert($0.unitCode).inserted }
            found += own
            open += own.map(\.unitCode)
        }
        return found.sorted { $0.unitCode < $1.unitCode }
    }
}
