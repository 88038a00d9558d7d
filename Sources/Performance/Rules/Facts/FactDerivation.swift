import Formulas

/// What the program derives from the declared facts of a record (推出的事实).
package enum FactDerivation {
    /// The subjects with facts of their own, and these facts' names: what the definitions must declare.
    package static let names: [String: [String]] = [
        IndicatorFacts.subject: IndicatorFacts.names,
        GoalFacts.subject: GoalFacts.names,
        GoalFormFacts.subject: GoalFormFacts.names,
        FormAnswerFacts.subject: FormAnswerFacts.names,
        ProgressFacts.subject: ProgressFacts.names,
    ]

    static func derived(from given: Facts, subject: String, _ lexicon: Lexicon) -> Facts {
        switch subject {
        case IndicatorFacts.subject: IndicatorFacts(given, lexicon).derived
        case GoalFacts.subject: GoalFacts(given, lexicon).derived
        case GoalFormFacts.subject: GoalFormFacts(given, lexicon).derived
        case FormAnswerFacts.subject: FormAnswerFacts(given).derived
        case ProgressFacts.subject: ProgressFacts(given).derived
        default: [:]
        }
    }
}

extension FormulaValue {
    /// The text; nil where it is none.
    var string: String? {
        if case .text(let text) = self { text } else { nil }
    }

    init(_ text: String?) { self = text.map { .text($0) } ?? .missing }
}
