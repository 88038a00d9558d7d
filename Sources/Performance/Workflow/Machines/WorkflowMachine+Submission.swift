extension WorkflowMachine {
    /// The states in which something is still to be submitted (尚未报送): `submit` lies ahead by steps
    /// that are no reviewer's judgement.
    package var statesBeforeSubmission: Set<String> {
        var found = Set(transitions.filter { $0.event == "submit" }.flatMap(\.from))
        let ahead = transitions.filter { transition in
            transition.act != .judge || !Self.departmentRoles.isDisjoint(with: transition.roles)
        }
        while true {
            let more = ahead.filter { $0.to.map(found.contains) ?? false }.flatMap(\.from)
                .filter { !found.contains($0) && state($0)?.isSettled == false }
            guard !more.isEmpty else { return found }
            found.formUnion(more)
        }
    }

    private static let departmentRoles: Set<Role> = [
        .businessOffice, .financeOffice, .departmentHead,
    ]
}
