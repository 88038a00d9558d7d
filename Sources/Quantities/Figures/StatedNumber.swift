/// A number as it was stated (所载数字): its digits, its multiplier and its unit.
///
/// `20.50万元` is 20.50 of the unit 万元, `3千万元` is 3 × 10³ 万元, `20万户` is 20 × 10⁴ 户.
/// Stated precision is kept: see ``lastPlace``.
package struct StatedNumber: Hashable, Sendable {
    /// The digits as written: at most 18, so that no product below can overflow.
    package let stated: ExactDecimal
    /// The power of ten of 百/千/万/亿 that is not part of the unit, 0…12.
    package let power: Int
    /// nil for a plain number.
    package let unit: UnitSymbol?

    init(stated: ExactDecimal, power: Int, unit: UnitSymbol?) {
        self.stated = stated
        self.power = power
        self.unit = unit
    }

    /// The number without its unit: `20万户` is 200000.
    package var value: Fraction { Self.scaled(stated.fraction, power: power) }

    /// The number in base units: `20万元` is 200000 元, `15%` is 3/20.
    package var quantity: Quantity {
        Quantity(Self.product(value, unit?.factor ?? .one), unit?.unit ?? .one)
    }

    /// What one step of the last stated digit is worth in base units: 100 元 for `20.50万元`.
    ///
    /// The true value lies within half of it.
    package var lastPlace: Fraction {
        let step = ExactDecimal(mantissa: 1, scale: stated.scale).fraction
        return Self.product(Self.scaled(step, power: power), unit?.factor ?? .one)
    }

    private static func scaled(_ value: Fraction, power: Int) -> Fraction {
        product(value, Fraction(tenTo(power)))
    }

    private static func tenTo(_ power: Int) -> Int64 {
        (0..<power).reduce(1) { product, _ in product * 10 }
    }

    private static func product(_ lhs: Fraction, _ rhs: Fraction) -> Fraction {
        guard let product = try? lhs.multiplied(by: rhs)
        else { preconditionFailure("18 digits, 10^12 and a factor up to 10^8 fit 127 bits") }
        return product
    }
}
