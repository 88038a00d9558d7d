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
        let scaled = numerator * factor * Arithmetic.power(Int(stated.decimals))
        let claimed = Int128(stated.mantissa) * denominator
        let twice = 2 * Arithmetic.magnitude(scaled - claimed)
        if twice == 0 { return .exact }
        if twice <= denominator { return .rounding }
        if scaled > claimed, scaled - claimed < denominator { return .truncated }
        return isWithinOperands(stated) ? .rounding : .error
    }

    /// Whether operands inside their own rounding give the stated figure.
    private func isWithinOperands(_ stated: Figure) -> Bool {
        guard numeratorHalf > 0 || denominatorHalf > 0 else { return false }
        // All in halves: the operands are 2n ± h over 2d ∓ h, the stated figure is s ± ½.
        let power = factor * Arithmetic.power(Int(stated.decimals)) * 2
        let low = (2 * numerator - numeratorHalf) * power
        let high = (2 * numerator + numeratorHalf) * power
        let above = (2 * Int128(stated.mantissa) + 1) * (2 * denominator + denominatorHalf)
        let below = (2 * Int128(stated.mantissa) - 1) * max(2 * denominator - denominatorHalf, 0)
        return low <= above && high >= below
    }
}
