/// The states of one kind of matter and what leads from one to the next (状态机), read from a pack.
package struct WorkflowMachine: Hashable, Sendable {
    package let kind: MatterKind
    /// 绩效目标申报.
    package let name: String
    package let source: RuleSource
    package let states: [WorkflowState]
    package let transitions: [WorkflowTransition]

    package init(
        kind: MatterKind, name: String, source: RuleSource, states: [WorkflowState],
        transitions: [WorkflowTransition]
    ) {
        self.kind = kind
        self.name = name
        self.source = source
        self.states = states
        self.transitions = transitions
    }

    package func state(_ id: String) -> WorkflowState? { states.first { $0.id == id } }

    /// What leads out of a state; nil asks for what opens a matter.
    package func transitions(from state: String?) -> [WorkflowTransition] {
        transitions.filter { transition in
            state.map { transition.from.contains($0) } ?? transition.from.isEmpty
        }
    }

    package func transition(_ event: String, from state: String?) -> WorkflowTransition? {
        transitions(from: state).first { $0.event == event }
    }

    /// A state's Chinese name; its id where it is unknown.
    package func name(of state: String) -> String { self.state(state)?.name ?? state }
}

/// One state of a machine (状态).
package struct WorkflowState: Hashable, Sendable {
    package let id: String
    /// 草拟.
    package let name: String
    /// Whether the department may change its answers.
    package let isEditable: Bool
    /// Whether nothing goes back behind it: a budget was approved, a bulletin issued.
    package let isSettled: Bool
    /// Whether nothing is left to do.
    package let isFinal: Bool

    package init(
        id: String, name: String, isEditable: Bool = false, isSettled: Bool = false,
        isFinal: Bool = false
    ) {
        self.id = id
        self.name = name
        self.isEditable = isEditable
        self.isSettled = isSettled
        self.isFinal = isFinal
    }
}

/// What leads from a state to the next (办理动作).
package struct WorkflowTransition: Hashable, Sendable {
    /// English, unique among those of one state: `submitInternally`.
    package let event: String
    /// 送审.
    package let action: String
    /// Empty where it opens a matter.
    package let from: [String]
    /// nil where the state stays.
    package let to: String?
    /// Each needs one of its roles; more than one is signed together. Empty: only the system.
    package let signatures: [[Role]]
    package let isAutomatic: Bool
    package let act: Act
    /// Ids of ``WorkflowGuard``.
    package let guards: [String]
    package let needsReason: Bool
    package let needsEvidence: Bool
    package let effects: [WorkflowEffect]
    package let setsFlag: String?
    package let clearsFlag: String?
    package let deadline: DeadlineRule

    /// What separation of duties makes of it.
    package enum Act: String, Hashable, Sendable, CaseIterable {
        /// 填报: who does it may not judge the same matter.
        case author
        /// 审核、签字、复核: not by whom edited or authored.
        case judge
        /// Hands on.
        case other
    }

    /// Until when the next step is due.
    package enum DeadlineRule: Hashable, Sendable {
        case none
        /// The one before still holds.
        case keeps
        /// Who acts must say.
        case given
        case term(WorkCalendar.Term)
    }

    package init(
        event: String, action: String, from: [String], to: String?, signatures: [[Role]],
        isAutomatic: Bool = false, act: Act = .other, guards: [String] = [],
        needsReason: Bool = false, needsEvidence: Bool = false, effects: [WorkflowEffect] = [],
        setsFlag: String? = nil, clearsFlag: String? = nil, deadline: DeadlineRule = .none
    ) {
        self.event = event
        self.action = action
        self.from = from
        self.to = to
        self.signatures = signatures
        self.isAutomatic = isAutomatic
        self.act = act
        self.guards = guards
        self.needsReason = needsReason
        self.needsEvidence = needsEvidence
        self.effects = effects
        self.setsFlag = setsFlag
        self.clearsFlag = clearsFlag
        self.deadline = deadline
    }

    /// Every role that may sign it, sorted.
    package var roles: [Role] { Set(signatures.joined()).sorted() }
}

/// What follows a step besides the state (后续处理).
package enum WorkflowEffect: String, Hashable, Sendable, CaseIterable {
    /// 版本加一: the department works on its next version.
    case newVersion
    /// The findings that were looked at are kept with the step.
    case freezeFindings
    /// The content and the journal number are kept with the step.
    case freezeSnapshot
    /// The approved amounts become those of the goals.
    case copyBudgetAmounts
    /// 目标值锁定.
    case lockTargets
    /// The values before the adjustment stay readable.
    case keepOldValues
    /// A step after its due day is marked 逾期.
    case flagLate
    /// 生成整改问题.
    case raiseIssue
    /// 更正公告.
    case correctionNotice
    /// 通报 and 约谈 are suggested.
    case suggestInterview
    /// 发送各部门.
    case sendToDepartments
    /// 抄送人大、审计.
    case copyToCongressAndAudit
}
