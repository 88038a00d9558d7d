package import Quantities

/// The steps of one matter and where they have led (办理经过).
package struct MatterHistory: Hashable, Sendable {
    package let matter: Matter
    /// All steps, those taken back among them.
    package let steps: [WorkflowStep]
    /// Steps that still count: a step taken back and its 撤回 are gone.
    package let effective: [WorkflowStep]
    private let flags: Set<String>

    package init(_ matter: Matter, steps: [WorkflowStep], machine: WorkflowMachine) {
        self.matter = matter
        self.steps = steps
        var effective: [WorkflowStep] = []
        for step in steps {
            if step.event == CommonEvent.takeBack.rawValue {
                effective.removeLast()
            } else {
                effective.append(step)
            }
        }
        self.effective = effective
        flags = effective.reduce(into: []) { flags, step in
            guard !step.notes.contains(.partial),
                let transition = machine.transition(step.event, from: step.from)
            else { return }
            if let flag = transition.setsFlag { flags.insert(flag) }
            if let flag = transition.clearsFlag { flags.remove(flag) }
        }
    }

    /// nil before the matter is opened.
    package var state: String? { effective.last?.to }
    package var version: Int { effective.last?.version ?? 1 }
    package var dueDay: Day? { effective.last?.dueDay }
    package var last: WorkflowStep? { effective.last }

    package func has(flag: String) -> Bool { flags.contains(flag) }

    package func count(of event: String) -> Int {
        effective.count { $0.event == event && !$0.notes.contains(.partial) }
    }

    /// The day on which the present state was entered; nil before the matter is opened.
    package var enteredOn: Day? { effective.last { $0.from != $0.to }?.day }

    /// The signatures of one event that still wait for others, in their order.
    package func signatures(of event: String) -> [WorkflowStep] {
        let signed = effective.reversed().lazy
            .filter { $0.event != CommonEvent.receive.rawValue }
            .prefix { $0.event == event && $0.notes.contains(.partial) }
        return Array(signed).reversed()
    }

    /// The states that led here since the last settled one, in their order; a state that was
    /// come back to takes what followed it away.
    package func earlierStates(in machine: WorkflowMachine) -> [String] {
        var states: [String] = []
        for step in effective {
            if machine.state(step.to)?.isSettled == true {
                states = []
            } else if let index = states.firstIndex(of: step.to) {
                states.removeSubrange((index + 1)...)
            } else {
                states.append(step.to)
            }
        }
        return states.filter { $0 != state }
    }

    /// Whether the step is late on a day (逾期).
    package func isOverdue(on day: Day) -> Bool { dueDay.map { day > $0 } ?? false }
}

/// What every machine knows besides its own events (通用动作).
package enum CommonEvent: String, Hashable, Sendable, CaseIterable {
    /// 签收: the receiver has opened it; it can no longer be taken back.
    case receive
    /// 撤回: back to the state before, by whom handed it on.
    case takeBack
    /// 退回至: back to any earlier state since the last settled one, with a reason.
    case sendBack

    package var action: String {
        switch self {
        case .receive: "签收"
        case .takeBack: "撤回"
        case .sendBack: "退回"
        }
    }
}
