package import Quantities

/// Who may act as what for one unit (岗位名册): grants and delegations as the registers have them.
package struct RoleDirectory: Hashable, Sendable {
    /// The latest version for each account and role.
    package let grants: [RoleGrant]
    package let delegations: [Delegation]

    package init(grants: [RoleGrant] = [], delegations: [Delegation] = []) {
        self.grants = grants
        self.delegations = delegations
    }

    /// The roles of an account on a day, sorted.
    package func roles(of account: String, on day: Day) -> [Role] {
        grants.filter { $0.account == account && $0.isValid(on: day) }.map(\.role).sorted()
    }

    package func grant(of role: Role, to account: String, on day: Day) -> RoleGrant? {
        grants.first { $0.account == account && $0.role == role && $0.isValid(on: day) }
    }

    /// Accounts that hold a role on a day, sorted.
    package func accounts(with role: Role, on day: Day) -> [String] {
        grants.filter { $0.role == role && $0.isValid(on: day) }.map(\.account).sorted()
    }

    package func delegation(
        from principal: String, to delegate: String, as role: Role, on day: Day
    ) -> Delegation? {
        delegations.first {
            $0.principal == principal && $0.delegate == delegate && $0.role == role
                && $0.isValid(on: day)
        }
    }

    /// 回避: whether the account advised this unit.
    package func isRecused(_ account: String) -> Bool {
        grants.contains { $0.account == account && $0.status == .recused }
    }
}
