/// Amounts and their total (分项与合计) as a table prints them.
///
/// Where rounded parts miss the rounded total the whole table takes more decimals; no part is fudged.
package struct TotalledAmounts: Hashable, Sendable {
    package let parts: [Money]
    package let total: Money

    package init(parts: [Money], total: Money) {
        self.parts = parts
        self.total = total
    }

    /// Whether the exact parts make the total.
    package var isExact: Bool { sum(at: 0) == Int128(total.fen) }

    /// Returns the least number of decimals of `unit`, at least `minimum`, with which all of `sums`
    /// add up as printed, no amount but 0 prints as 0, and none is off by more than `tolerance`.
    ///
    /// nil where some parts do not make their total: then the table is wrong, not its rounding.
    package static func leastDecimals(
        of sums: [TotalledAmounts], in unit: MoneyUnit = .tenThousandYuan, from minimum: Int = 2,
        tolerance: Money? = nil
    ) -> Int? {
        guard sums.allSatisfy(\.isExact) else { return nil }
        let finest = unit.decimals
        let least = min(max(minimum, 0), finest)
        return (least...finest).first { decimals in
            let dropped = finest - decimals
            return sums.allSatisfy {
                $0.addsUp(dropping: dropped) && $0.isFine(dropping: dropped, tolerance)
            }
        }
    }

    private func addsUp(dropping places: Int) -> Bool {
        sum(at: places) == Self.printed(total, places)
    }

    private func isFine(dropping places: Int, _ tolerance: Money?) -> Bool {
        (parts + [total]).allSatisfy { amount in
            let printed = Self.printed(amount, places)
            let error = (printed - Int128(amount.fen)).magnitude
            return (printed != 0 || amount.fen == 0)
                && error <= tolerance?.fen.magnitude.asWide ?? .max
        }
    }

    private func sum(at places: Int) -> Int128 {
        parts.reduce(0) { $0 + Self.printed($1, places) }
    }

    /// The amount as printed without its last `places`, in 分.
    private static func printed(_ amount: Money, _ places: Int) -> Int128 {
        let step = (0..<places).reduce(1 as Int128) { product, _ in product * 10 }
        return Rounding.halfUp.quotient(Int128(amount.fen), by: step) * step
    }
}

extension UInt64 {
    fileprivate var asWide: UInt128 { UInt128(self) }
}
