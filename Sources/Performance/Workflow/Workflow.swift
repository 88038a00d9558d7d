/// The rules of the cycle (流程规则): machines, guards, roles and rights, as a pack has them.
package struct Workflow: Hashable, Sendable {
    package let machines: [WorkflowMachine]
    package let guards: [WorkflowGuard]
    package let roles: [RoleProfile]
    package let authorisation: Authorisation
    package let parameters: WorkflowParameters

    package init(
        machines: [WorkflowMachine], guards: [WorkflowGuard], roles: [RoleProfile],
        authorisation: Authorisation, parameters: WorkflowParameters
    ) {
        self.machines = machines
        self.guards = guards
        self.roles = roles
        self.authorisation = authorisation
        self.parameters = parameters
    }

    /// The machine of a kind; a pack has one for each.
    package func machine(_ kind: MatterKind) -> WorkflowMachine {
        guard let machine = machines.first(where: { $0.kind == kind })
        else { preconditionFailure("the pack's reader has checked that each kind has a machine") }
        return machine
    }

    package func profile(_ role: Role) -> RoleProfile {
        guard let profile = roles.first(where: { $0.role == role })
        else { preconditionFailure("the pack's reader has checked that each role has a profile") }
        return profile
    }

    /// A role's Chinese name.
    package func name(of role: Role) -> String { profile(role).name }

    package func `guard`(_ id: String) -> WorkflowGuard? { guards.first { $0.id == id } }

    package func history(of matter: Matter, steps: [WorkflowStep]) -> MatterHistory {
        MatterHistory(matter, steps: steps, machine: machine(matter.kind))
    }
}
