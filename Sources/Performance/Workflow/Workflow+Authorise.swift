extension Workflow {
    /// Whether the performer may take a transition at all.
    func authorise(
        _ transition: WorkflowTransition, _ context: WorkflowContext
    ) throws(WorkflowRefusal) {
        guard let role = context.performer.role else {
            guard transition.isAutomatic else {
                throw .roleMayNot(
                    action: transition.action, role: Performer.systemAccount,
                    allowed: transition.roles.map(name(of:)))
            }
            return
        }
        guard !transition.signatures.isEmpty
        else { throw .automaticOnly(action: transition.action) }
        guard transition.roles.contains(role) else {
            throw .roleMayNot(
                action: transition.action, role: name(of: role),
                allowed: transition.roles.map(name(of:)))
        }
        try checkHolder(role, context)
    }

    /// Whether the performer holds the role that day, or stands in for somebody who does.
    package func checkHolder(
        _ role: Role, _ context: WorkflowContext
    ) throws(WorkflowRefusal) {
        guard case .person(let account, _, let principal) = context.performer else { return }
        let (directory, day) = (context.directory, context.day)
        if let principal {
            let hasDelegation =
                directory.delegation(from: principal, to: account, as: role, on: day) != nil
            guard hasDelegation else {
                throw .notDelegated(
                    delegate: account, principal: principal, role: name(of: role), day)
            }
        }
        let holder = principal ?? account
        guard directory.grant(of: role, to: holder, on: day) != nil
        else { throw .roleNotHeld(account: holder, role: name(of: role), day) }
        let recused = [account, holder].first(where: directory.isRecused)
        if role == .thirdParty, let recused { throw .recused(account: recused) }
    }

    /// 职责分离: who edited or authored a matter judges none of it, nor has it judged in his name.
    func checkSeparation(
        _ transition: WorkflowTransition, _ history: MatterHistory, _ context: WorkflowContext
    ) throws(WorkflowRefusal) {
        guard transition.act == .judge else { return }
        let own = context.persons.intersection(authors(of: history).union(context.editors))
        if let account = own.sorted().first {
            throw .ownWork(action: transition.action, account: account)
        }
    }

    /// Who took an authoring step of a matter.
    func authors(of history: MatterHistory) -> Set<String> {
        let machine = machine(history.matter.kind)
        return history.steps.reduce(into: []) { authors, step in
            if machine.transition(step.event, from: step.from)?.act == .author {
                authors.formUnion(step.persons)
            }
        }
    }

    func checkPapers(
        _ transition: WorkflowTransition, _ context: WorkflowContext
    ) throws(WorkflowRefusal) {
        if transition.needsReason, context.trimmedReason == nil {
            throw .reasonMissing(action: transition.action)
        }
        if transition.needsEvidence, context.evidence.isEmpty {
            throw .evidenceMissing(action: transition.action)
        }
    }
}
