import Performance

/// Whether a total is the sum of its parts, within the rounding of all of them (T1).
struct SumArithmetic {
    /// The last digit of the finest figure, as a power of ten.
    private(set) var exponent = Int.max
    private var isRounded = false

    init(_ total: Figure) { take(total) }

    mutating func take(_ figure: Figure) {
        exponent = min(exponent, figure.exponent)
        if Arithmetic.isRounded(figure) { isRounded = true }
    }

    /// The verdict for a total that misses the sum of `count` parts by `difference` steps.
    func verdict(_ difference: Int128, total: Figure, count: Int) -> FindingVerdict {
        if difference == 0 { return .exact }
        let off = Arithmetic.magnitude(difference)
        if isRounded, 2 * off < Int128(count + 1) { return .rounding }
        // 2.3065 is told as 2.31, and sometimes as 2.30.
        let coarse = total.exponent - exponent
        if coarse > 0, coarse <= 20 {
            let step = Arithmetic.power(coarse)
            if 2 * off <= step { return .rounding }
            if difference < 0, off < step { return .truncated }
        }
        return .error
    }

    /// What a slip may leave over: the rounding of all figures.
    func slack(count: Int) -> Int128 { isRounded ? Int128(count) / 2 : 0 }
}
