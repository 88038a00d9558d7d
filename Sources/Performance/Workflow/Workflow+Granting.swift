package import Quantities

extension Workflow {
    /// The grant that comes of a request, or why not.
    ///
    /// - Parameter isOnePersonOffice: 一人岗: whether a role that needs a second person is granted
    ///   without one; every signature by it then says so.
    package func grant(
        _ role: Role, to account: String, of unitCode: String, by granter: String,
        from day: Day, through lastDay: Day?, isOnePersonOffice: Bool, in directory: RoleDirectory
    ) throws(GrantRefusal) -> RoleGrant {
        try Self.checkAccount(account)
        let profile = profile(role)
        guard profile.scope != .everybody else { throw .everybodyHasIt(role: profile.name) }
        guard account != granter else { throw .toOneself(account: account) }
        let held = directory.roles(of: account, on: day)
        let isMixed =
            role == .systemAdmin
            ? held.contains { $0 != .systemAdmin }
            : held.contains(.systemAdmin)
        guard !isMixed else { throw .administratorHoldsNoBusiness(account: account) }
        if role == .thirdParty, directory.isRecused(account) { throw .recused(account: account) }
        if profile.isForLimitedTime, lastDay == nil { throw .endMissing(role: profile.name) }
        if let lastDay, lastDay < day { throw .endBeforeStart(day, lastDay) }
        return RoleGrant(
            account: account, role: role, unitCode: unitCode, grantedBy: granter, validFrom: day,
            validTo: lastDay,
            status: profile.needsSecondPerson && !isOnePersonOffice ? .awaiting : .active)
    }

    /// The grant of a unit's first 系统管理员, whom nobody can have granted anything.
    package func firstAdministrator(
        _ account: String, of unitCode: String, from day: Day, in directory: RoleDirectory
    ) throws(GrantRefusal) -> RoleGrant {
        try Self.checkAccount(account)
        if let known = directory.grants.first(where: {
            $0.role == .systemAdmin && $0.unitCode == unitCode
        }) {
            throw .administratorExists(account: known.account)
        }
        guard directory.roles(of: account, on: day).isEmpty
        else { throw .administratorHoldsNoBusiness(account: account) }
        return RoleGrant(
            account: account, role: .systemAdmin, unitCode: unitCode,
            grantedBy: Performer.systemAccount, validFrom: day)
    }

    /// A grant that waited, with its second person.
    package func confirm(
        _ role: Role, of account: String, by second: String, in directory: RoleDirectory
    ) throws(GrantRefusal) -> RoleGrant {
        guard
            let grant = directory.grants.first(where: {
                $0.account == account && $0.role == role && $0.status == .awaiting
            })
        else { throw .nothingToConfirm(account: account, role: name(of: role)) }
        guard second != grant.grantedBy, second != account
        else { throw .secondPersonIsFirst(account: second) }
        return RoleGrant(
            account: account, role: role, unitCode: grant.unitCode, grantedBy: grant.grantedBy,
            confirmedBy: second, validFrom: grant.validFrom, validTo: grant.validTo)
    }

    /// Refuses a delegation that nobody may arrange or take.
    ///
    /// - Parameter performer: the principal, or for an absent one a head of his side.
    package func check(
        _ delegation: Delegation, by performer: Performer, on day: Day, in directory: RoleDirectory
    ) throws(GrantRefusal) {
        let role = delegation.role
        guard delegation.firstDay <= delegation.lastDay
        else { throw .endBeforeStart(delegation.firstDay, delegation.lastDay) }
        guard delegation.principal != delegation.delegate
        else { throw .toPrincipal(account: delegation.principal) }
        guard directory.grant(of: role, to: delegation.principal, on: delegation.firstDay) != nil
        else { throw .notHeld(principal: delegation.principal, role: name(of: role)) }
        let business = directory.roles(of: delegation.delegate, on: delegation.firstDay)
            .filter { $0 != .systemAdmin }
        guard !business.isEmpty
        else { throw .delegateHasNoOffice(account: delegation.delegate) }
        guard performer.account != delegation.principal else { return }
        let arrangers: [Role] = [.departmentHead, .performanceSection]
        guard let own = performer.role, arrangers.contains(own),
            directory.grant(of: own, to: performer.account, on: day) != nil
        else {
            throw .mayNotArrange(
                account: performer.account, allowed: arrangers.map(name(of:)))
        }
    }

    static func checkAccount(_ account: String) throws(GrantRefusal) {
        let isPlain = account.unicodeScalars.allSatisfy {
            !$0.properties.isWhitespace && $0 != "|" && $0.value >= 0x20
        }
        guard isPlain, (1...60).contains(account.unicodeScalars.count),
            account != Performer.systemAccount
        else { throw .invalidAccount(account) }
    }
}
