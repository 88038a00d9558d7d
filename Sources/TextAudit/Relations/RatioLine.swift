/// A quotient whose numerator and denominator are linear in one unknown operand (一次式).
struct RatioLine {
    /// The factor of the unknown, and the constant.
    var top: (factor: Int128, constant: Int128)
    var bottom: (factor: Int128, constant: Int128)
    var topHalf: Int128
    var bottomHalf: Int128

    /// The unknowns, in steps of `step`, with which the quotient is told as `stated`; nil for none.
    ///
    /// Solves (2n − h) · 2p ≤ (2s + 1)(2d + h) and (2n + h) · 2p ≥ (2s − 1)(2d − h).
    func window(stated: Int128, power: Int128, step: Int128) -> ClosedRange<Int64>? {
        var low = Int128(0)
        var high = Int128.max
        let (above, below) = (2 * stated + 1, 2 * stated - 1)
        let most = 4 * power * top.factor - 2 * above * bottom.factor
        let room =
            above * (2 * bottom.constant + bottomHalf)
            - 2 * power * (2 * top.constant - topHalf)
        guard Self.bound(&low, &high, factor: most, room) else { return nil }
        let least = 4 * power * top.factor - 2 * below * bottom.factor
        let need =
            below * (2 * bottom.constant - bottomHalf)
            - 2 * power * (2 * top.constant + topHalf)
        guard Self.bound(&low, &high, factor: -least, -need) else { return nil }
        low = (low + step - 1) / step
        high = min(high / step, Int128(Int64.max))
        return low <= high ? Int64(low)...Int64(high) : nil
    }

    /// Narrows the bounds to where `factor` · x ≤ `room`.
    private static func bound(
        _ low: inout Int128, _ high: inout Int128, factor: Int128, _ room: Int128
    ) -> Bool {
        if factor == 0 { return room >= 0 }
        let quotient = room / factor
        if factor > 0 {
            // The quotient is cut towards zero; no unknown is below zero.
            if room < 0 { return false }
            high = min(high, quotient)
        } else {
            if room >= 0 { return true }
            low = max(low, room % factor == 0 ? quotient : quotient + 1)
        }
        return low <= high
    }
}
