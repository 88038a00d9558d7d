import Formulas
package import Performance
package import Quantities

/// Grants and delegations (岗位授权、委托).
extension CycleDesk {
    /// Makes the unit's first 系统管理员, who then grants everything else.
    @discardableResult
    package func appointAdministrator(_ account: String, at: Int64) throws -> RoleGrant {
        try accept("设立系统管理员", by: .system, at: at, about: ["account": .string(account)]) {
            let grant = try workflow.firstAdministrator(
                account, of: book.unitCode, from: $0.day, in: $0.reader.directory())
            try $0.add(grant.cells(reason: nil), to: .grants)
            return grant
        }.result
    }

    /// Grants a role (岗位授权).
    ///
    /// - Parameter lastDay: 有效期至; 第三方机构 must have one.
    /// - Returns: the grant, which may still wait for its second person.
    @discardableResult
    package func grant(
        _ role: Role, to account: String, through lastDay: Day? = nil, reason: String? = nil,
        by administrator: String, at: Int64
    ) throws -> RoleGrant {
        let performer = Performer(administrator, as: .systemAdmin)
        return try accept("岗位授权", by: performer, at: at, about: about(role, account)) {
            let directory = try authorise(.grantRole, performer, $0)
            let grant = try workflow.grant(
                role, to: account, of: book.unitCode, by: administrator, from: $0.day,
                through: lastDay, isOnePersonOffice: isOnePersonOffice, in: directory)
            try $0.add(grant.cells(reason: reason), to: .grants)
            return grant
        }.result
    }

    /// Confirms a grant that waits for its second person (确认授权).
    @discardableResult
    package func confirmGrant(
        _ role: Role, of account: String, by performer: Performer, at: Int64
    ) throws -> RoleGrant {
        try accept("确认授权", by: performer, at: at, about: about(role, account)) {
            let directory = try authorise(.confirmGrant, performer, $0)
            let grant = try workflow.confirm(
                role, of: account, by: performer.account, in: directory)
            try $0.add(grant.cells(reason: nil), to: .grants)
            return grant
        }.result
    }

    /// Takes a role back (撤销授权).
    package func revoke(
        _ role: Role, from account: String, reason: String, by administrator: String, at: Int64
    ) throws {
        try end(role, of: account, as: .revoked, "撤销授权", reason, by: administrator, at: at)
    }

    /// Bars an account that advised this unit from ever reviewing it (回避).
    package func recuse(
        _ account: String, reason: String, by administrator: String, at: Int64
    ) throws {
        try end(.thirdParty, of: account, as: .recused, "登记回避", reason, by: administrator, at: at)
    }

    /// Hands the steps of an absent actor to somebody by name and for a time (委托).
    ///
    /// The same hands from the same first day again change the last day.
    ///
    /// - Parameter performer: the principal, or a head who arranges it for him.
    @discardableResult
    package func delegate(
        _ role: Role, of principal: String, to delegate: String, from firstDay: Day,
        through lastDay: Day, reason: String, by performer: Performer, at: Int64
    ) throws -> Delegation {
        let delegation = Delegation(
            principal: principal, role: role, delegate: delegate, firstDay: firstDay,
            lastDay: lastDay, arrangedBy: performer.account, reason: reason)
        return try accept("登记委托", by: performer, at: at, about: about(role, delegate)) {
            let directory = try authorise(.delegate, performer, $0)
            try workflow.check(delegation, by: performer, on: $0.day, in: directory)
            try $0.add(delegation.cells, to: .delegations)
            return delegation
        }.result
    }

    private func end(
        _ role: Role, of account: String, as status: RoleGrant.Status, _ action: String,
        _ reason: String, by administrator: String, at: Int64
    ) throws {
        let performer = Performer(administrator, as: .systemAdmin)
        _ = try accept(action, by: performer, at: at, about: about(role, account)) {
            let directory = try authorise(.grantRole, performer, $0)
            let known = directory.grants.first { $0.account == account && $0.role == role }
            if known?.status == .recused { throw GrantRefusal.recused(account: account) }
            guard known != nil || status == .recused else {
                throw GrantRefusal.notGranted(
                    account: account, role: workflow.name(of: role))
            }
            let grant = RoleGrant(
                account: account, role: role, unitCode: book.unitCode, grantedBy: administrator,
                validFrom: $0.day, status: status)
            try $0.add(grant.cells(reason: reason), to: .grants)
        }
    }

    private func about(_ role: Role, _ account: String) -> CanonicalJSON {
        ["account": .string(account), "granted": .string(role.rawValue)]
    }

    /// Whether the performer may do what depends on no matter.
    @discardableResult
    func authorise(
        _ useCase: CycleUseCase, _ performer: Performer, _ acceptance: CycleAcceptance
    ) throws -> RoleDirectory {
        let directory = try acceptance.reader.directory()
        let authorisation = workflow.authorisation
        let allowed = authorisation.rules
            .filter { $0.useCase == useCase && $0.states == nil }
            .reduce(into: Set<Role>()) { $0.formUnion($1.roles) }
        guard let role = performer.role, allowed.contains(role) else {
            throw WorkflowRefusal.roleMayNot(
                action: authorisation.name(of: useCase),
                role: performer.role.map(workflow.name(of:)) ?? Performer.systemAccount,
                allowed: allowed.sorted().map(workflow.name(of:)))
        }
        try workflow.checkHolder(
            role,
            WorkflowContext(
                performer: performer, day: acceptance.day, directory: directory,
                calendar: calendar))
        return directory
    }
}
