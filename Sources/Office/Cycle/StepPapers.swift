package import Performance
package import Quantities
package import Storage

/// What comes with a step (办理材料).
package struct StepPapers: Sendable {
    package var reason: String?
    /// Digests of evidence that is registered for the matter.
    package var evidence: [ContentDigest]
    /// The new due day, where the step sets one.
    package var dueDay: Day?
    /// Forms that are saved with the step, while the state before it lets them be changed.
    package var content: [FormContent]
    /// What guards ask that the ledgers do not tell.
    package var facts: WorkflowFacts
    /// Which rules made ``facts``: kept with the step.
    package var rules: String?

    package init(
        reason: String? = nil, evidence: [ContentDigest] = [], dueDay: Day? = nil,
        content: [FormContent] = [], facts: WorkflowFacts = WorkflowFacts(), rules: String? = nil
    ) {
        self.reason = reason
        self.evidence = evidence
        self.dueDay = dueDay
        self.content = content
        self.facts = facts
        self.rules = rules
    }

    /// Papers that hold nothing but facts that are known to hold.
    package static func facts(_ ids: String..., findings: [Finding]? = nil) -> StepPapers {
        StepPapers(
            facts: WorkflowFacts(
                Dictionary(ids.map { ($0, .holds) }, uniquingKeysWith: { first, _ in first }),
                findings: findings))
    }
}

/// An accepted step, and what proves it (回执).
package struct StepReceipt: Sendable {
    package let matter: Matter
    package let step: WorkflowStep
    package let effects: [WorkflowEffect]
    package let receipt: JournalReceipt

    /// The number of its journal entry.
    package var journalNumber: Int64 { receipt.entry.number }
}
