package import Quantities

/// The completion of one indicator (指标完成率), exact and before any rounding.
package struct IndicatorCompletion: Hashable, Sendable {
    package let name: String
    package let weight: Points
    /// 0…1; 295 of 300 is 295/300, not 9.83/10.
    package let ratio: Fraction
    /// Where the ratio comes from; a 定性指标 is judged.
    package let origin: RuleInput.Origin

    package init(
        name: String, weight: Points, ratio: Fraction, origin: RuleInput.Origin = .derived
    ) {
        self.name = name
        self.weight = weight
        self.ratio = ratio
        self.origin = origin
    }
}

/// R8 加权完成率: Σ(weight × ratio) ÷ Σ weight.
package struct WeightedCompletion: Hashable, Sendable {
    package let completions: [IndicatorCompletion]

    package init(_ completions: [IndicatorCompletion]) { self.completions = completions }

    /// nil where no indicator bears weight.
    package var value: Fraction? {
        get throws(ArithmeticError) {
            var (sum, weights) = (Fraction.zero, Fraction.zero)
            for completion in completions {
                let ratio = completion.ratio.clamped(to: .zero ... .one)
                sum = try sum.adding(completion.weight.fraction.multiplied(by: ratio))
                weights = try weights.adding(completion.weight.fraction)
            }
            return weights > .zero ? try sum.divided(by: weights) : nil
        }
    }

    /// nil where no indicator bears weight.
    package func score(of points: Points) throws(ArithmeticError) -> Points? {
        guard let value = try value else { return nil }
        return try Points(rounding: points.fraction.multiplied(by: value))
    }
}
