/// Exact arithmetic on figures of one kind, in steps of the finest last digit (定点运算).
enum Arithmetic {
    private static let powers: InlineArray<19, Int64> = [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
        10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000,
        100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ]

    /// 10^exponent, for 0…36.
    @inline(__always)
    static func power(_ exponent: Int) -> Int128 {
        exponent <= 18
            ? Int128(powers[exponent]) : Int128(powers[18]) * Int128(powers[exponent - 18])
    }

    /// 10^exponent, for 0…18.
    @inline(__always)
    static func smallPower(_ exponent: Int) -> Int64 { powers[exponent] }

    /// The most powers of ten between two figures that are compared; no text needs as many.
    static let mostShift = 18

    /// The figure in steps of 10^exponent.
    ///
    /// Of figures that no text states the magnitude is cut, so that a hundred of them can be added.
    @inline(__always)
    static func steps(_ figure: Figure, _ exponent: Int) -> Int128 {
        let shift = min(max(figure.exponent - exponent, 0), mostShift)
        var value = Int128(figure.mantissa)
        if shift > 0 { value = min(value * Int128(powers[shift]), most) }
        return figure.isNegative ? -value : value
    }

    private static var most: Int128 { Int128(powers[18]) * Int128(powers[16]) }

    /// Whether the figure may have been rounded: it has decimals, or counts 万 in three digits.
    @inline(__always)
    static func isRounded(_ figure: Figure) -> Bool {
        figure.decimals > 0 || figure.scale > 0 && figure.mantissa >= 100
    }

    /// The magnitude.
    @inline(__always)
    static func magnitude(_ value: Int128) -> Int128 { value < 0 ? -value : value }
}

/// One wrong digit, two swapped digits or a moved point (笔误).
enum Slip {
    /// Whether changing `figure` by one slip changes it by `delta` steps of 10^exponent, up to `slack`.
    static func explains(
        _ figure: Figure, by delta: Int128, exponent: Int, slack: Int128
    ) -> Bool {
        let base = min(max(figure.exponent - exponent, 0), Arithmetic.mostShift)
        let delta = figure.isNegative ? -delta : delta
        let most = Int128(Arithmetic.smallPower(17))
        if figure.mantissa < Arithmetic.smallPower(min(17, max(17 - base, 0))),
            Int(figure.decimals) + base <= 17, delta < most, delta > -most, slack < most
        {
            return explains(
                figure, Int64(truncatingIfNeeded: delta), base, Int64(truncatingIfNeeded: slack))
        }
        return explains(figure, delta, base, slack)
    }

    @inline(__always)
    private static func explains<Number: FixedWidthInteger & SignedInteger>(
        _ figure: Figure, _ delta: Number, _ base: Int, _ slack: Number
    ) -> Bool {
        let off = delta < 0 ? -delta : delta
        var rest = figure.mantissa
        var place = 0
        var before: Int64 = -1
        while rest > 0 || place == 0 || place < Int(figure.decimals) {
            let digit = rest % 10
            let unit = Number(truncatingIfNeeded: Arithmetic.power(min(base + place, 36)))
            // Units far from the difference need no division: one digit is 1…9 of them.
            if off <= 9 * unit + slack, unit <= 2 * off + 1 {
                let step = (delta + (delta < 0 ? -unit : unit) / 2) / unit
                let changed = digit + Int64(clamping: step)
                if step != 0, changed >= 0, changed <= 9 {
                    let left = delta - step * unit
                    if (left < 0 ? -left : left) <= slack { return true }
                }
            }
            if before >= 0, before != digit {
                // Swapping the digit and the one to its right.
                let left = delta - Number(before - digit) * (unit - unit / 10)
                if (left < 0 ? -left : left) <= slack { return true }
            }
            before = digit
            rest /= 10
            place += 1
        }
        let value = Number(figure.mantissa) * Number(Arithmetic.power(base))
        let left = delta - 9 * value
        if (left < 0 ? -left : left) <= slack { return true }
        let shifted = delta * 10 + 9 * value
        // The digit that the moved point pushes out is lost, never rounded.
        return figure.mantissa >= 10 && shifted <= slack * 10 && shifted >= -slack * 10 - 9
    }

    /// Whether `stated` and `computed`, both with the decimals of `figure`, differ by one slip.
    static func explains(_ figure: Figure, becoming computed: Int128) -> Bool {
        let stated = figure.isNegative ? -Int128(figure.mantissa) : Int128(figure.mantissa)
        return explains(figure, by: computed - stated, exponent: figure.exponent, slack: 0)
    }

    /// How many digits the figure states: what a chance agreement has to match.
    static func digits(_ figure: Figure) -> Int {
        let value = figure.mantissa
        guard value > 0 else { return 0 }
        // 1233 ÷ 4096 is a little more than log₁₀ 2.
        let least = ((64 - value.leadingZeroBitCount) * 1233) >> 12
        return least < 19 && value >= Arithmetic.smallPower(least) ? least + 1 : least
    }

    /// The digits without the zeros at the end: round numbers agree by chance.
    static func significance(_ figure: Figure) -> Int {
        var value = figure.mantissa
        while value > 0, value % 10 == 0 { value /= 10 }
        var count = 0
        while value > 0 {
            value /= 10
            count += 1
        }
        return count
    }
}
