/// What the rules say of one form (目标质量检查结果).
package struct LintResult: Sendable {
    /// In the order of the form.
    package let findings: [LintFinding]
    /// nil for forms that declare no goals.
    package let quality: QualityScore?

    /// Whether the form cannot be submitted: an E, or a W without an answer.
    package var isBlocked: Bool { findings.contains(where: \.isBlocking) }
}

/// One finding at a place of a form.
package struct LintFinding: Hashable, Sendable {
    package let finding: RuleFinding
    package let place: FormPlace
    /// The author's reason; nil where none was given.
    package let reason: String?
    /// Whether the reason is long enough.
    package let isAnswered: Bool

    package var isBlocking: Bool {
        switch finding.level {
        case .blocking: true
        case .answered: !isAnswered
        case .shown: false
        }
    }

    /// As the workflow keeps it.
    package var asFinding: Finding { finding.finding(at: place) }
}
