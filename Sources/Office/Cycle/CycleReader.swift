import Formulas
import Packs
import Performance
import Quantities
import Storage

/// Reads the ledgers of the cycle on one snapshot, or inside an acceptance.
struct CycleReader {
    let reader: LedgerReader
    let desk: CycleDesk

    init(_ reader: LedgerReader, _ desk: CycleDesk) {
        self.reader = reader
        self.desk = desk
    }

    func definition(_ ledger: CycleLedger) throws -> LedgerDefinition {
        guard let definition = desk.workplace.packs.ledgers.ledger(named: ledger.rawValue)
        else {
            throw OfficeError.unknownLedger(
                ledger.rawValue, known: desk.workplace.ledgers.map(\.name))
        }
        return definition
    }

    /// The rows of a ledger in the order in which they were added.
    ///
    /// - Parameter unit: nil takes the book's own unit and year; another unit is read in all years.
    func rows(_ ledger: CycleLedger, ofUnit unit: String? = nil) throws -> [RegisterRow] {
        let definition = try definition(ledger)
        var rows: [RegisterRow] = []
        try reader.forEachRow(
            of: definition.table,
            .init(
                unitCode: unit ?? desk.book.unitCode, year: unit == nil ? desk.book.year : nil)
        ) { row, source in
            if row.kind == .normal { rows.append(RegisterRow(row, source, definition)) }
        }
        return rows
    }

    /// The latest version of each thing of a register, in the order of their first versions.
    func latest(
        _ ledger: CycleLedger, by keys: [String], ofUnit unit: String? = nil
    ) throws -> [RegisterRow] {
        var places: [[String]: Int] = [:]
        var latest: [RegisterRow] = []
        for row in try rows(ledger, ofUnit: unit) {
            let key = keys.map(row.key)
            if let place = places[key] {
                latest[place] = row
            } else {
                places[key] = latest.count
                latest.append(row)
            }
        }
        return latest
    }

    // MARK: - Matters

    func history(of matter: Matter) throws -> MatterHistory {
        let steps = try rows(.steps).filter { $0.text("事项") == matter.id }
            .map(WorkflowStep.init(row:))
        return desk.workflow.history(of: matter, steps: steps)
    }

    func histories() throws -> [MatterHistory] {
        var order: [Matter] = []
        var steps: [Matter: [WorkflowStep]] = [:]
        for row in try rows(.steps) {
            guard let matter = Matter(id: row.text("事项"))
            else { throw StorageError.unexpectedValue("workflow_step.matter") }
            if steps[matter] == nil { order.append(matter) }
            steps[matter, default: []].append(try WorkflowStep(row: row))
        }
        return order.map { desk.workflow.history(of: $0, steps: steps[$0] ?? []) }
    }

    // MARK: - Roles

    /// Grants and delegations of the unit, and for roles of the bureau those of its unit too.
    func directory() throws -> RoleDirectory {
        let own = desk.book.unitCode
        var grants = try self.grants(of: own)
        var delegations = try self.delegations(of: own)
        if let bureau = desk.bureau, bureau != own {
            grants += try self.grants(of: bureau).filter { isOfBureau($0.role) }
            delegations += try self.delegations(of: bureau).filter { isOfBureau($0.role) }
        }
        return RoleDirectory(grants: grants, delegations: delegations)
    }

    private func isOfBureau(_ role: Role) -> Bool {
        desk.workflow.profile(role).scope == .bureau
    }

    private func grants(of unit: String) throws -> [RoleGrant] {
        try latest(.grants, by: ["账号", "岗位"], ofUnit: unit).map { try RoleGrant(row: $0) }
    }

    private func delegations(of unit: String) throws -> [Delegation] {
        try latest(.delegations, by: ["委托人", "岗位", "受托人", "生效日期"], ofUnit: unit)
            .map { try Delegation(row: $0) }
    }

    /// Accounts that saved a form of the matter.
    func editors(of matter: Matter) throws -> Set<String> {
        Set(
            try rows(.forms).filter { row in
                row.text("事项") == matter.id
                    && !desk.workflow.authorisation.reviewForms.contains(row.text("表号"))
            }.map { $0.text("填报账号") })
    }
}

/// The ledgers that the cycle keeps, by their Chinese names.
enum CycleLedger: String, CaseIterable {
    case steps = "办理记录"
    case grants = "岗位授权"
    case delegations = "委托"
    case forms = "表单版本"
    case comments = "意见"
    case evidence = "佐证"
    case warnings = "预警"
    case issues = "整改"
    case supervision = "日常监督"
    case trainings = "培训记录"
    case indicators = "绩效指标"
    case affiliations = "隶属关系"
}
