package import Performance
package import Quantities

extension CycleDesk {
    /// As whom an account takes a step (办理身份): by the role that is named, by one that it holds and
    /// that may, by one that is lent to it, else by any that it holds, to be refused in words.
    ///
    /// - Throws: ``CycleError/noRole(account:)``.
    package func performer(
        _ account: String, for transition: WorkflowTransition?, as named: Role? = nil,
        onBehalfOf principal: String? = nil, on day: Day
    ) throws -> Performer {
        try performer(
            account, among: transition?.roles, as: named, onBehalfOf: principal, on: day)
    }

    /// - Parameter allowed: the roles that may; nil asks for none in particular.
    package func performer(
        _ account: String, among allowed: [Role]?, as named: Role? = nil,
        onBehalfOf principal: String? = nil, on day: Day
    ) throws -> Performer {
        if let named { return Performer(account, as: named, onBehalfOf: principal) }
        let directory = try directory()
        let wanted = allowed.map { Set($0) }
        let own = directory.roles(of: account, on: day)
        if principal == nil, let role = own.first(where: { wanted?.contains($0) ?? true }) {
            return Performer(account, as: role)
        }
        let lent = directory.delegations.filter {
            $0.delegate == account && $0.isValid(on: day)
                && (principal == nil || $0.principal == principal)
        }
        if let delegation = lent.first(where: { wanted?.contains($0.role) ?? true }) {
            return Performer(account, as: delegation.role, onBehalfOf: delegation.principal)
        }
        guard let role = own.first ?? lent.first?.role else { throw CycleError.noRole(account) }
        return Performer(account, as: role, onBehalfOf: principal)
    }

    /// What an account means by an action of a matter (办理动作), Chinese or by its event.
    package func transition(_ action: String, of history: MatterHistory) -> WorkflowTransition? {
        workflow.machine(history.matter.kind).transitions(from: history.state)
            .first { $0.event == action || $0.action == action }
    }
}
