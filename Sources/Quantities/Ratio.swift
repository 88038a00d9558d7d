/// A ratio (比率): numerator and denominator, never a rounded number.
package struct Ratio: Hashable, Sendable {
    package let numerator: Fraction
    package let denominator: Fraction

    package init(_ numerator: Fraction, of denominator: Fraction) {
        self.numerator = numerator
        self.denominator = denominator
    }

    package init(_ part: Money, of whole: Money) {
        self.init(part.yuan, of: whole.yuan)
    }

    /// The exact quotient; nil where the denominator is 0 (无法计算).
    package var value: Fraction? { try? numerator.divided(by: denominator) }

    /// The percentage with `decimals` decimals, without its sign: `87.83`; nil where undefined.
    package func percent(decimals: Int = 2, _ rule: Rounding = .halfUp) -> ExactDecimal? {
        try? value?.multiplied(by: Fraction(100)).rounded(to: decimals, rule)
    }
}
