package import Quantities

/// What a step is asked with (办理请求): who, when, why, and what is known.
package struct WorkflowContext: Sendable {
    package var performer: Performer
    package var day: Day
    package var directory: RoleDirectory
    package var calendar: WorkCalendar
    package var reason: String?
    package var evidence: [ContentDigest]
    /// The new due day, where the step sets one.
    package var dueDay: Day?
    /// Where ``CommonEvent/sendBack`` goes to.
    package var target: String?
    package var facts: WorkflowFacts
    /// Accounts that changed the content of this matter, in any version.
    package var editors: Set<String>

    package init(
        performer: Performer, day: Day, directory: RoleDirectory, calendar: WorkCalendar,
        reason: String? = nil, evidence: [ContentDigest] = [], dueDay: Day? = nil,
        target: String? = nil, facts: WorkflowFacts = WorkflowFacts(), editors: Set<String> = []
    ) {
        self.performer = performer
        self.day = day
        self.directory = directory
        self.calendar = calendar
        self.reason = reason
        self.evidence = evidence
        self.dueDay = dueDay
        self.target = target
        self.facts = facts
        self.editors = editors
    }

    /// The reason without blanks around it; nil where none was given.
    var trimmedReason: String? {
        guard let reason else { return nil }
        let isBlank = { (character: Character) in character.isWhitespace }
        let text = reason.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
        return text.isEmpty ? nil : String(text)
    }
}

/// What guards may ask (办理条件的事实): facts by the ids of their guards, and findings of checks.
package struct WorkflowFacts: Hashable, Sendable {
    /// Absent: nobody has looked.
    package var facts: [String: Fact]
    /// nil: no check was run. Empty: nothing was found.
    package var findings: [Finding]?
    /// Rules whose finding has an answer (已说明).
    package var answered: Set<CheckID>

    package enum Fact: Hashable, Sendable {
        case holds
        /// With what is missing, each a short Chinese text.
        case fails([String])
    }

    package init(
        _ facts: [String: Fact] = [:], findings: [Finding]? = nil, answered: Set<CheckID> = []
    ) {
        self.facts = facts
        self.findings = findings
        self.answered = answered
    }

    /// Facts that hold.
    package static func holding(_ ids: String..., findings: [Finding]? = nil) -> WorkflowFacts {
        WorkflowFacts(
            Dictionary(uniqueKeysWithValues: Set(ids).map { ($0, .holds) }), findings: findings)
    }

    /// With the facts of another; those of the other win.
    package func merging(_ other: WorkflowFacts) -> WorkflowFacts {
        WorkflowFacts(
            facts.merging(other.facts) { $1 }, findings: other.findings ?? findings,
            answered: answered.union(other.answered))
    }
}
