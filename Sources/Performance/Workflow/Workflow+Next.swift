import Quantities

extension Workflow {
    /// The step that an event makes of a matter's history, or why it cannot.
    ///
    /// It changes nothing: whoever keeps the records appends the step.
    ///
    /// - Parameter event: of the matter's machine, or a ``CommonEvent``.
    package func next(
        after history: MatterHistory, _ event: String, _ context: WorkflowContext
    ) throws(WorkflowRefusal) -> WorkflowStep {
        switch CommonEvent(rawValue: event) {
        case .receive: return try receive(history, context)
        case .takeBack: return try takeBack(history, context)
        case .sendBack: return try sendBack(history, context)
        case nil: break
        }
        let machine = machine(history.matter.kind)
        guard let transition = machine.transition(event, from: history.state) else {
            throw notPossible(event, after: history)
        }
        try authorise(transition, context)
        try checkSeparation(transition, history, context)
        try checkPapers(transition, context)
        for id in transition.guards {
            try check(id, of: transition.action, history, context)
        }
        return try step(transition, history, context)
    }

    /// What an account may do now with a matter (可办事项), guards aside.
    package func possible(
        after history: MatterHistory, as role: Role
    ) -> [WorkflowTransition] {
        machine(history.matter.kind).transitions(from: history.state)
            .filter { $0.roles.contains(role) }
    }

    func notPossible(_ event: String, after history: MatterHistory) -> WorkflowRefusal {
        let machine = machine(history.matter.kind)
        let named = machine.transitions.first { $0.event == event }?.action ?? event
        return .notPossible(
            action: named, state: history.state.map(machine.name(of:)) ?? "未建立",
            possible: machine.transitions(from: history.state).map(\.action))
    }

    // MARK: - The step itself

    private func step(
        _ transition: WorkflowTransition, _ history: MatterHistory, _ context: WorkflowContext
    ) throws(WorkflowRefusal) -> WorkflowStep {
        let waiting = try signaturesLeft(transition, history, context)
        let isPartial = !waiting.isEmpty
        let state = history.state ?? ""
        var notes: [WorkflowStep.Note] = []
        if isPartial { notes.append(.partial) }
        if transition.effects.contains(.flagLate), history.isOverdue(on: context.day) {
            notes.append(.late)
        }
        let due = isPartial ? history.dueDay : try dueDay(transition, history, context)
        if let due, !context.calendar.computedYears(from: context.day, through: due).isEmpty {
            notes.append(.computedCalendar)
        }
        let moves = !isPartial && transition.effects.contains(.newVersion)
        return WorkflowStep(
            sequence: history.steps.count + 1, day: context.day, event: transition.event,
            action: transition.action, from: history.state,
            to: isPartial ? state : transition.to ?? state,
            version: history.version + (moves ? 1 : 0), role: context.performer.role,
            actor: context.performer.account, onBehalfOf: context.performer.onBehalfOf,
            reason: context.trimmedReason, evidence: context.evidence, dueDay: due,
            notes: notes + grantNotes(context))
    }

    /// What must be said of the grant that the performer acts by.
    func grantNotes(_ context: WorkflowContext) -> [WorkflowStep.Note] {
        guard let role = context.performer.role else { return [] }
        let holder = context.performer.onBehalfOf ?? context.performer.account
        guard profile(role).needsSecondPerson,
            let grant = context.directory.grant(of: role, to: holder, on: context.day),
            grant.confirmedBy == nil
        else { return [] }
        return [.onePersonOffice]
    }

    private func dueDay(
        _ transition: WorkflowTransition, _ history: MatterHistory, _ context: WorkflowContext
    ) throws(WorkflowRefusal) -> Day? {
        if let day = context.dueDay {
            guard day >= context.day else { throw .dueDayPassed(day) }
            return day
        }
        switch transition.deadline {
        case .none: return nil
        case .keeps: return history.dueDay
        case .given: throw .dueDayMissing(action: transition.action)
        case .term(let term):
            do {
                return try context.calendar.deadline(term, after: context.day)
            } catch { throw .calendar(error) }
        }
    }

    /// The signatures that are still wanted after this one, as names.
    private func signaturesLeft(
        _ transition: WorkflowTransition, _ history: MatterHistory, _ context: WorkflowContext
    ) throws(WorkflowRefusal) -> [String] {
        guard transition.signatures.count > 1, let role = context.performer.role
        else { return [] }
        let earlier = history.signatures(of: transition.event)
        var open = transition.signatures
        for step in earlier {
            open.removeAll { group in step.role.map(group.contains) ?? false }
        }
        let names = open.map { group in group.map(name(of:)).joined(separator: "或") }
        guard open.contains(where: { $0.contains(role) }) else {
            throw .alreadySigned(
                action: transition.action, role: name(of: role), waitingFor: names)
        }
        let signers = earlier.reduce(into: Set<String>()) { $0.formUnion($1.persons) }
        guard signers.isDisjoint(with: context.persons) else {
            throw .signedAlready(
                action: transition.action, account: context.performer.account)
        }
        return zip(open, names).filter { !$0.0.contains(role) }.map(\.1)
    }
}

extension WorkflowContext {
    /// Everybody whose hand is in the step: the actor, and for whom.
    var persons: Set<String> {
        switch performer {
        case .system: []
        case .person(let account, _, let principal):
            Set([account] + (principal.map { [$0] } ?? []))
        }
    }
}
