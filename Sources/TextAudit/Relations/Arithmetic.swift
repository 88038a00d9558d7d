/// Exact arithmetic on figures of one kind, in steps of the finest last digit (定点运算).
enum Arithmetic {
    static let powers: ContiguousArray<Int128> = {
        var powers: ContiguousArray<Int128> = [1]
        for _ in 0..<36 { powers.append((powers.last ?? 1) * 10) }
        return powers
    }()

    @inline(__always)
    static func power(_ exponent: Int) -> Int128 { powers[exponent] }

    /// The figure in steps of 10^exponent; nil where that leaves 28 digits.
    @inline(__always)
    static func steps(_ figure: Figure, _ exponent: Int) -> Int128 {
        let shift = min(max(figure.exponent - exponent, 0), 20)
        let value = Int128(figure.mantissa) * powers[shift]
        return figure.isNegative ? -value : value
    }

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
        let base = min(max(figure.exponent - exponent, 0), 20)
        let delta = figure.isNegative ? -delta : delta
        var rest = figure.mantissa
        var place = 0
        var before: Int64 = -1
        while rest > 0 || place == 0 || place < Int(figure.decimals) {
            let digit = rest % 10
            let unit = Arithmetic.power(min(base + place, 36))
            let step = (delta + (delta < 0 ? -unit : unit) / 2) / unit
            if step != 0, digit + Int64(clamping: step) >= 0, digit + Int64(clamping: step) <= 9,
                Arithmetic.magnitude(delta - step * unit) <= slack
            {
                return true
            }
            if before >= 0, before != digit {
                // Swapping the digit and the one to its right.
                let change = Int128(before - digit) * (unit - unit / 10)
                if Arithmetic.magnitude(delta - change) <= slack { return true }
            }
            before = digit
            rest /= 10
            place += 1
        }
        let value = Int128(figure.mantissa) * Arithmetic.power(base)
        if Arithmetic.magnitude(delta - 9 * value) <= slack { return true }
        return figure.mantissa >= 10
            && Arithmetic.magnitude(delta * 10 + 9 * value) <= slack * 10 + 9
    }

    /// Whether `stated` and `computed`, both with the decimals of `figure`, differ by one slip.
    static func explains(_ figure: Figure, becoming computed: Int128) -> Bool {
        let stated = figure.isNegative ? -Int128(figure.mantissa) : Int128(figure.mantissa)
        return explains(figure, by: computed - stated, exponent: figure.exponent, slack: 0)
    }

    /// How many digits the figure states: what a chance agreement has to match.
    static func digits(_ figure: Figure) -> Int {
        var rest = figure.mantissa
        var count = 0
        while rest > 0 {
            rest /= 10
            count += 1
        }
        return count
    }
}
