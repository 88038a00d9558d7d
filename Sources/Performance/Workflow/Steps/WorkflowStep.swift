package import Quantities

/// One step of a matter (办理记录): who did what, for whom, and where it led.
package struct WorkflowStep: Hashable, Sendable {
    /// 1, 2, 3 … within the matter.
    package let sequence: Int
    package let day: Day
    package let event: String
    /// 办理动作 as it was called that day.
    package let action: String
    /// nil where the step opened the matter.
    package let from: String?
    package let to: String
    /// Of the department's content, from 1.
    package let version: Int
    /// nil: the system.
    package let role: Role?
    /// An account, or ``Performer/systemAccount``.
    package let actor: String
    /// Whose step it is, where the actor stood in for somebody.
    package let onBehalfOf: String?
    package let reason: String?
    package let evidence: [ContentDigest]
    /// Until when the next step is due.
    package let dueDay: Day?
    /// What must be said of it: 逾期, 一人岗, 会签未齐.
    package let notes: [Note]

    package enum Note: String, Hashable, Sendable, CaseIterable {
        /// Done after its due day.
        case late = "逾期办理"
        /// The role was granted without a second person.
        case onePersonOffice = "一人岗：岗位授权未经第二人确认"
        /// Signed by one of several; the state stays until the others have.
        case partial = "会签未齐"
        /// The due day was counted without a notice of holidays.
        case computedCalendar = "期限按法定节日推算，调休安排尚未公布"
    }

    package init(
        sequence: Int, day: Day, event: String, action: String, from: String?, to: String,
        version: Int, role: Role?, actor: String, onBehalfOf: String? = nil,
        reason: String? = nil, evidence: [ContentDigest] = [], dueDay: Day? = nil,
        notes: [Note] = []
    ) {
        self.sequence = sequence
        self.day = day
        self.event = event
        self.action = action
        self.from = from
        self.to = to
        self.version = version
        self.role = role
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.reason = reason
        self.evidence = evidence
        self.dueDay = dueDay
        self.notes = notes
    }

    /// Everybody who had a hand in it.
    package var persons: Set<String> {
        role == nil ? [] : Set([actor] + (onBehalfOf.map { [$0] } ?? []))
    }
}

/// Who takes a step (办理人).
package enum Performer: Hashable, Sendable {
    /// What the program does by itself once its conditions hold.
    case system
    /// - Parameter onBehalfOf: who is absent and has delegated the step.
    case person(account: String, role: Role, onBehalfOf: String?)

    package static let systemAccount = "系统"

    package init(_ account: String, as role: Role, onBehalfOf principal: String? = nil) {
        self = .person(account: account, role: role, onBehalfOf: principal)
    }

    package var account: String {
        switch self {
        case .system: Self.systemAccount
        case .person(let account, _, _): account
        }
    }

    package var role: Role? {
        switch self {
        case .system: nil
        case .person(_, let role, _): role
        }
    }

    package var onBehalfOf: String? {
        switch self {
        case .system: nil
        case .person(_, _, let principal): principal
        }
    }
}
