extension Workflow {
    /// 签收: whoever may act next says that he has opened it.
    func receive(
        _ history: MatterHistory, _ context: WorkflowContext
    ) throws(WorkflowRefusal) -> WorkflowStep {
        try checkNext(.receive, history, context)
        return common(.receive, to: history.state ?? "", history, context)
    }

    /// 撤回: back to the state before, until the receiver has opened it.
    func takeBack(
        _ history: MatterHistory, _ context: WorkflowContext
    ) throws(WorkflowRefusal) -> WorkflowStep {
        let machine = machine(history.matter.kind)
        guard let last = history.last, let before = last.from, let role = context.performer.role
        else { throw .cannotTakeBack(.nothingDone) }
        guard last.event != CommonEvent.receive.rawValue
        else { throw .cannotTakeBack(.received(by: last.actor)) }
        guard last.role != nil else { throw .cannotTakeBack(.doneBySystem) }
        guard last.persons.contains(context.performer.account), last.role == role
        else { throw .cannotTakeBack(.notYours(by: last.actor)) }
        if let state = machine.state(last.to), state.isSettled || state.isFinal {
            throw .cannotTakeBack(.settled(state: state.name))
        }
        try checkHolder(role, context)
        let earlier = history.effective.dropLast().last
        return common(
            .takeBack, to: before, history, context, version: earlier?.version,
            keepingDueOf: earlier)
    }

    /// 退回至: whoever the matter lies with sends it back to an earlier step, with a reason.
    func sendBack(
        _ history: MatterHistory, _ context: WorkflowContext
    ) throws(WorkflowRefusal) -> WorkflowStep {
        try checkNext(.sendBack, history, context)
        guard context.trimmedReason != nil
        else { throw .reasonMissing(action: CommonEvent.sendBack.action) }
        let machine = machine(history.matter.kind)
        let possible = history.earlierStates(in: machine)
        guard let target = context.target, possible.contains(target) else {
            throw .cannotSendBack(
                target: context.target.map(machine.name(of:)),
                possible: possible.map(machine.name(of:)))
        }
        // What was handed in keeps its version; the department works on the next one.
        let isNewVersion =
            machine.state(target)?.isEditable == true
            && history.effective.contains { step in
                step.version == history.version
                    && machine.transition(step.event, from: step.from)?.effects
                        .contains(.freezeSnapshot) == true
            }
        return common(
            .sendBack, to: target, history, context,
            version: history.version + (isNewVersion ? 1 : 0))
    }

    /// Whether the performer is among those who may act next.
    private func checkNext(
        _ event: CommonEvent, _ history: MatterHistory, _ context: WorkflowContext
    ) throws(WorkflowRefusal) {
        let machine = machine(history.matter.kind)
        let next = machine.transitions(from: history.state)
        guard let state = history.state.flatMap(machine.state), !state.isFinal,
            event == .receive || !state.isSettled
        else { throw notPossible(event.action, after: history) }
        // Who fills in hands nothing back: the matter came to him for that.
        let roles = Set(next.filter { event == .receive || $0.act != .author }.flatMap(\.roles))
            .sorted()
        guard let role = context.performer.role, roles.contains(role) else {
            throw .roleMayNot(
                action: event.action,
                role: context.performer.role.map(name(of:)) ?? Performer.systemAccount,
                allowed: roles.map(name(of:)))
        }
        try checkHolder(role, context)
        guard event == .sendBack else { return }
        let own = context.persons.intersection(context.editors.union(authors(of: history)))
        let judges = next.contains { $0.act == .judge && $0.roles.contains(role) }
        if judges, let account = own.sorted().first {
            throw .ownWork(action: event.action, account: account)
        }
    }

    private func common(
        _ event: CommonEvent, to state: String, _ history: MatterHistory,
        _ context: WorkflowContext, version: Int? = nil, keepingDueOf step: WorkflowStep? = nil
    ) -> WorkflowStep {
        let due = event == .receive ? history.dueDay : step?.dueDay ?? context.dueDay
        return WorkflowStep(
            sequence: history.steps.count + 1, day: context.day, event: event.rawValue,
            action: event.action, from: history.state, to: state,
            version: version ?? history.version, role: context.performer.role,
            actor: context.performer.account, onBehalfOf: context.performer.onBehalfOf,
            reason: context.trimmedReason, evidence: context.evidence, dueDay: due,
            notes: grantNotes(context))
    }
}
