package import Formulas
package import Quantities

/// What a formula over measures gives.
package enum FormulaOutcome: Hashable, Sendable {
    case number(Fraction)
    /// A division by 0 inside the formula.
    case undefined
    /// Names of the measures that have no value.
    case missing([String])
    /// The formula gives no number, or one that does not fit: what is wrong, in Chinese.
    case refused(String)

    /// Takes over what an evaluator gave.
    ///
    /// - Parameter measures: the measures that the formula uses and that have no value.
    package init(_ value: FormulaValue, missing measures: [String]) {
        switch value {
        case .number(let number): self = .number(number)
        case .undefined: self = .undefined
        case .missing: self = .missing(measures)
        case .truth, .text, .day: self = .refused("公式得出的不是数")
        }
    }
}

/// Everything that a scheme is evaluated from; a pure value but for the formulas' closure.
package struct RuleInputs: Sendable {
    package let formula: @Sendable (String) -> FormulaOutcome
    /// Figures of other parts of the product, by name.
    package let derived: [String: Fraction]
    /// Completions by group (产出指标, 效益指标 …): no entry is missing, an empty one has no indicator.
    package let completions: [String: [IndicatorCompletion]]
    package let typedScores: [String: TypedScore]
    package let notApplicable: [String: NotApplicableClaim]
    /// By indicator, in the order of the register.
    package let illegible: [String: [IllegibleJudgement]]
    private let judgements: [JudgementKey: Judgement]

    private struct JudgementKey: Hashable {
        let indicator: String
        let item: String
    }

    /// Of several judgements of one item the last one counts, as it was made last.
    package init(
        judgements: [Judgement] = [], typedScores: [TypedScore] = [],
        notApplicable: [NotApplicableClaim] = [], illegible: [IllegibleJudgement] = [],
        derived: [String: Fraction] = [:],
        completions: [String: [IndicatorCompletion]] = [:],
        formula: @escaping @Sendable (String) -> FormulaOutcome
    ) {
        self.formula = formula
        self.derived = derived
        self.completions = completions
        self.typedScores = Dictionary(
            typedScores.map { ($0.indicator, $0) }, uniquingKeysWith: { $1 })
        self.notApplicable = Dictionary(
            notApplicable.map { ($0.indicator, $0) }, uniquingKeysWith: { $1 })
        self.illegible = Dictionary(grouping: illegible, by: \.indicator)
        self.judgements = Dictionary(
            judgements.map { (JudgementKey(indicator: $0.indicator, item: $0.item), $0) },
            uniquingKeysWith: { $1 })
    }

    package func judgement(of item: String, for indicator: String) -> Judgement? {
        judgements[JudgementKey(indicator: indicator, item: item)]
    }

    package func hasJudgement(for indicator: String) -> Bool {
        judgements.keys.contains { $0.indicator == indicator }
    }
}
