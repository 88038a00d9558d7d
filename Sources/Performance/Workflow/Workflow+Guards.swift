import Quantities

extension Workflow {
    /// Refuses the action where a guard does not hold, or nobody has looked.
    func check(
        _ id: String, of action: String, _ history: MatterHistory, _ context: WorkflowContext
    ) throws(WorkflowRefusal) {
        guard let entry = self.guard(id)
        else { preconditionFailure("the pack's reader has checked the guards' names") }
        switch try outcome(entry, history, context) {
        case .holds: return
        case .unknown: throw .notLookedAt(action: action, missing: entry.missing)
        case .fails(let details):
            throw .guardFailed(
                action: action, missing: entry.missing, details: details, remedy: entry.remedy)
        }
    }

    private enum Outcome {
        case holds
        case fails([String])
        case unknown

        var holds: Bool { if case .holds = self { true } else { false } }
        var isUnknown: Bool { if case .unknown = self { true } else { false } }

        init(_ holds: Bool) { self = holds ? .holds : .fails([]) }
    }

    private func outcome(
        _ entry: WorkflowGuard, _ history: MatterHistory, _ context: WorkflowContext
    ) throws(WorkflowRefusal) -> Outcome {
        switch entry.condition {
        case .fact:
            switch context.facts.facts[entry.id] {
            case .holds: return .holds
            case .fails(let details): return .fails(details)
            case nil: return .unknown
            }
        case .noFinding(let rules, let level, let unlessAnswered):
            return findings(context.facts, of: rules, at: level, unlessAnswered)
        case .flag(let flag, let isSet): return Outcome(history.has(flag: flag) == isSet)
        case .fewer(let count, let event): return Outcome(history.count(of: event) < count)
        case .within(let days): return Outcome(try !isElapsed(days, history, context))
        case .elapsed(let days): return Outcome(try isElapsed(days, history, context))
        case .overdue(let days):
            guard let due = history.dueDay?.adding(days: days) else { return .fails([]) }
            return Outcome(context.day > due)
        case .extended(let days):
            guard let new = context.dueDay, let old = history.dueDay,
                let latest = old.adding(days: days)
            else { return .fails([]) }
            return Outcome(new > old && new <= latest)
        case .anyOf(let ids):
            let outcomes = try outcomes(ids, history, context)
            if outcomes.contains(where: \.holds) { return .holds }
            return outcomes.contains(where: \.isUnknown) ? .unknown : .fails([])
        case .notAllOf(let ids):
            let outcomes = try outcomes(ids, history, context)
            if outcomes.contains(where: \.isUnknown) { return .unknown }
            return Outcome(!outcomes.allSatisfy(\.holds))
        }
    }

    private func outcomes(
        _ ids: [String], _ history: MatterHistory, _ context: WorkflowContext
    ) throws(WorkflowRefusal) -> [Outcome] {
        var outcomes: [Outcome] = []
        for id in ids {
            guard let entry = self.guard(id) else { continue }
            outcomes.append(try outcome(entry, history, context))
        }
        return outcomes
    }

    private func findings(
        _ facts: WorkflowFacts, of rules: [String], at level: FindingLevel, _ unlessAnswered: Bool
    ) -> Outcome {
        guard let findings = facts.findings else { return .unknown }
        let open = findings.filter { finding in
            finding.level == level
                && rules.contains { finding.ruleId.rawValue.hasPrefix($0) }
                && !(unlessAnswered && facts.answered.contains(finding.ruleId))
        }
        guard !open.isEmpty else { return .holds }
        // The first sentence says what; the form itself shows the rest.
        return .fails(open.map { "\($0.ruleId)：\($0.message.prefix { $0 != "。" })" })
    }

    private func isElapsed(
        _ workingDays: Int, _ history: MatterHistory, _ context: WorkflowContext
    ) throws(WorkflowRefusal) -> Bool {
        guard let entered = history.enteredOn else { return false }
        do {
            return context.day
                > (try context.calendar.adding(workingDays: workingDays, to: entered))
        } catch { throw .calendar(error) }
    }
}
