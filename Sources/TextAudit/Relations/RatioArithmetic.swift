import Performance

/// Whether a stated percentage or quotient is one number divided by another (T3).
struct RatioArithmetic {
    /// The numerator and the denominator in steps, and half a step where they may be rounded.
    var numerator: Int128
    var denominator: Int128
    var numeratorHalf: Int128
    var denominatorHalf: Int128
    /// 100 for percentages, 1 for quotients, times the power that levels the units.
    var factor: Int128

    static var most: Int128 { Int128(Arithmetic.smallPower(18)) * 100 }

    /// Whether no product of these with a stated figure of 17 digits leaves 128 bits.
    ///
    /// No text needs as many digits; one that has them states no quotient.
    func fits(_ stated: Figure) -> Bool {
        numerator < Self.most && denominator < Self.most && stated.decimals <= 14
    }

    /// The quotient in steps of the stated figure's last digit, rounded half up.
    func rounded(decimals: Int) -> Int128? {
        guard denominator > 0 else { return nil }
        let scaled = numerator * factor * Arithmetic.power(decimals)
        return (2 * scaled + denominator) / (2 * denominator)
    }

    /// Whether cutting the quotient off gives `value`.
    func isTruncated(to value: Int128, decimals: Int) -> Bool {
        let scaled = numerator * factor * Arithmetic.power(decimals)
        return denominator > 0 && scaled / denominator == value
    }

    func verdict(_ stated: Figure) -> FindingVerdict {
        guard denominator > 0 else { return .unverifiable }
        let power = factor * Arithmetic.power(Int(stated.decimals))
        let narrow = Int128(1) << 36
        if numerator < narrow, denominator < narrow, power < 1 << 20, stated.mantissa < 1 << 20 {
            return Self.verdict(
                Int64(truncatingIfNeeded: numerator), Int64(truncatingIfNeeded: denominator),
                Int64(truncatingIfNeeded: numeratorHalf),
                Int64(truncatingIfNeeded: denominatorHalf), Int64(truncatingIfNeeded: power),
                stated.mantissa)
        }
        return Self.verdict(
            numerator, denominator, numeratorHalf, denominatorHalf, power, Int128(stated.mantissa))
    }

    /// Numbers of 64 bits are enough for nearly all texts, and several times as fast.
    @inline(__always)
    private static func verdict<Number: FixedWidthInteger & SignedInteger>(
        _ numerator: Number, _ denominator: Number, _ numeratorHalf: Number,
        _ denominatorHalf: Number, _ power: Number, _ stated: Number
    ) -> FindingVerdict {
        let scaled = numerator * power
        let claimed = stated * denominator
        let over = scaled - claimed
        if over == 0 { return .exact }
        if 2 * (over < 0 ? -over : over) <= denominator { return .rounding }
        if over > 0, over < denominator { return .truncated }
        guard numeratorHalf > 0 || denominatorHalf > 0 else { return .error }
        // All in halves: operands inside their own rounding, 2n ± h over 2d ∓ h, give s ± ½.
        let low = (2 * numerator - numeratorHalf) * 2 * power
        let high = (2 * numerator + numeratorHalf) * 2 * power
        let above = (2 * stated + 1) * (2 * denominator + denominatorHalf)
        let below = (2 * stated - 1) * max(2 * denominator - denominatorHalf, 0)
        return low <= above && high >= below ? .rounding : .error
    }
}
