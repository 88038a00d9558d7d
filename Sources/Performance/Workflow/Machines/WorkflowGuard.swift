/// What must hold before a step (办理条件), as data with the words of its refusal.
package struct WorkflowGuard: Hashable, Sendable {
    package let id: String
    package let condition: Condition
    /// What is missing, a Chinese clause without full stop.
    package let missing: String
    /// What to do, a Chinese clause without full stop.
    package let remedy: String

    package init(id: String, condition: Condition, missing: String, remedy: String) {
        self.id = id
        self.condition = condition
        self.missing = missing
        self.remedy = remedy
    }

    package indirect enum Condition: Hashable, Sendable {
        /// Whoever asks must know it: ``WorkflowFacts/facts``.
        case fact
        /// No finding of these rules at this level, or none without an answer.
        case noFinding(rules: [String], level: FindingLevel, unlessAnswered: Bool)
        case flag(String, isSet: Bool)
        /// The event has happened fewer times in this matter.
        case fewer(than: Int, of: String)
        /// Not later than so many working days after the state was entered.
        case within(workingDays: Int)
        /// Later than so many working days after the state was entered.
        case elapsed(workingDays: Int)
        /// More than so many natural days after the due day.
        case overdue(days: Int)
        /// The new due day lies after the old one, by at most so many natural days.
        case extended(days: Int)
        /// One of these guards holds.
        case anyOf([String])
        /// One of these guards does not hold.
        case notAllOf([String])
    }
}
