import Formulas
package import Performance
package import Quantities
import Storage

extension CycleDesk {
    /// Registers whose subordinate unit this book's unit is (登记隶属关系): the unit says so itself, so
    /// that nobody reads another's book by naming it his own.
    ///
    /// - Parameters:
    ///   - superior: 主管单位代码.
    ///   - day: nil takes the first day of the book's year.
    ///   - without: 无业务台账, by name.
    /// - Throws: ``DepartmentError``.
    @discardableResult
    package func affiliate(
        to superior: String, from day: Day? = nil, without: [String] = [], reason: String,
        by performer: Performer, at: Int64
    ) throws -> Affiliation {
        for name in without where !workplace.ledgers.contains(where: { $0.name == name }) {
            throw OfficeError.unknownLedger(name, known: workplace.ledgers.map(\.name))
        }
        return try register(
            .affiliated, superior, day, without, reason, by: performer, at: at)
    }

    /// Registers that the unit leaves a department (登记划出).
    @discardableResult
    package func separate(
        from superior: String, on day: Day, reason: String, by performer: Performer, at: Int64
    ) throws -> Affiliation {
        try register(.separated, superior, day, [], reason, by: performer, at: at)
    }

    private func register(
        _ status: Affiliation.Status, _ superior: String, _ day: Day?, _ without: [String],
        _ reason: String, by performer: Performer, at: Int64
    ) throws -> Affiliation {
        let affiliation = Affiliation(
            unitCode: book.unitCode, superior: superior, validFrom: day ?? book.year.firstDay,
            status: status, without: without, reason: reason, registeredBy: performer.account)
        let payload: CanonicalJSON = [
            "status": .string(status.rawValue), "superior": .string(superior),
        ]
        return try accept("登记隶属关系", by: performer, at: at, about: payload) { acceptance in
            try authorise(.registerAffiliation, performer, acceptance)
            let table = try AffiliationTable(
                acceptance.reader.reader, workplace, on: affiliation.validFrom)
            try check(affiliation, in: table)
            try acceptance.add(affiliation.cells, to: .affiliations)
            return affiliation
        }.result
    }

    private func check(_ affiliation: Affiliation, in table: AffiliationTable) throws {
        let (unit, superior) = (affiliation.unitCode, affiliation.superior)
        let known = table.affiliation(of: unit)
        guard affiliation.status == .affiliated else {
            guard known?.superior == superior
            else { throw DepartmentError.notAffiliated(unit: unit, superior: superior) }
            return
        }
        guard unit != superior,
            !table.subordinates(of: unit).contains(where: { $0.unitCode == superior })
        else { throw DepartmentError.ring(unit: unit, superior: superior) }
        if let known, known.superior != superior {
            throw DepartmentError.affiliatedElsewhere(unit: unit, superior: known.superior)
        }
    }
}

/// Why a department's books cannot be put together (部门汇总).
package enum DepartmentError: MessageError, Hashable {
    case ring(unit: String, superior: String)
    case affiliatedElsewhere(unit: String, superior: String)
    case notAffiliated(unit: String, superior: String)
    case noSubordinates(String)
    case noSingleJournal

    package var message: String {
        switch self {
        case .ring(let unit, let superior):
            "\(superior) 就是 \(unit) 自己或它的所属单位，不能作为它的主管单位。请核对单位代码。"
        case .affiliatedElsewhere(let unit, let superior):
            "\(unit) 已经隶属于 \(superior)。请先登记划出，再登记新的主管单位。"
        case .notAffiliated(let unit, let superior):
            "\(unit) 没有登记为 \(superior) 的所属单位，不用划出。请核对单位代码和日期。"
        case .noSubordinates(let unit):
            "没有单位登记为 \(unit) 的所属单位，没有可汇总的。请由所属单位用 jixiao units join 登记隶属关系。"
        case .noSingleJournal:
            "部门汇总用到几个单位各自的日志，一个日志号说明不了冻结在哪里。请对各单位的账套分别查看变化。"
        }
    }
}
