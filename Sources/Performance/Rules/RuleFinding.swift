/// What a rule says of one record (规则发现).
package struct RuleFinding: Hashable, Sendable {
    package let ruleId: CheckID
    package let level: FindingLevel
    package let light: MonitoringLight?
    /// The record's place among those that were judged.
    package let record: Int
    /// The fact that is meant; nil for the whole record.
    package let field: String?
    /// What stands there.
    package let stated: String?
    /// What, where, and what to do, with a bad and a good example.
    package let message: String
    /// What to write instead; nil where a person must decide.
    package let fix: String?

    package init(
        ruleId: CheckID, level: FindingLevel, light: MonitoringLight? = nil, record: Int,
        field: String?, stated: String?, message: String, fix: String? = nil
    ) {
        self.ruleId = ruleId
        self.level = level
        self.light = light
        self.record = record
        self.field = field
        self.stated = stated
        self.message = message
        self.fix = fix
    }

    /// As the workflow keeps it, at a place of a form.
    package func finding(at place: FormPlace) -> Finding {
        Finding(
            ruleId, level, at: [.form(place)], stated: stated, message,
            candidates: fix.map { [$0] } ?? [])
    }
}
