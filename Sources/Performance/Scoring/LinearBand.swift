package import Quantities

/// R3 区间线性计分: full points at or after `full`, 0 at or after `zero`, linear between.
///
/// `full` above `zero` rewards high values (利用率), `full` below `zero` low ones (结转结余率).
package struct LinearBand: Hashable, Sendable {
    package let full: Fraction
    package let zero: Fraction

    /// nil if the two ends are the same.
    package init?(full: Fraction, zero: Fraction) {
        guard full != zero else { return nil }
        self.full = full
        self.zero = zero
    }

    package func score(of points: Points, value: Fraction) throws(ArithmeticError) -> Points {
        try Points(rounding: exactScore(of: points, value: value))
    }

    func exactScore(of points: Points, value: Fraction) throws(ArithmeticError) -> Fraction {
        let share = try value.subtracting(zero).divided(by: full.subtracting(zero))
        return try points.fraction.multiplied(by: share.clamped(to: .zero ... .one))
    }

    func clause(points: Points, value: Fraction) throws(ArithmeticError) -> String {
        let highIsGood = full > zero
        let (fullText, zeroText) = (try full.limitText, try zero.limitText)
        if highIsGood ? value >= full : value <= full {
            return "\(highIsGood ? "达到" : "未超过")\(fullText)，得满分\(points.shortText)分"
        }
        if highIsGood ? value <= zero : value >= zero {
            return "\(highIsGood ? "未超过" : "达到")\(zeroText)，得0.00分"
        }
        let score = try score(of: points, value: value)
        let decimals = try percentDecimals(of: value, giving: score) {
            shown throws(ArithmeticError) in
            try exactScore(of: points, value: shown)
        }
        let shown = try value.percentText(decimals: decimals)
        let (top, bottom) =
            highIsGood
            ? ("\(shown)-\(zeroText)", "\(fullText)-\(zeroText)")
            : ("\(zeroText)-\(shown)", "\(zeroText)-\(fullText)")
        return "在\(fullText)与\(zeroText)之间，按线性得\(points.shortText)×(\(top))÷(\(bottom))"
            + "=\(score.text)分"
    }
}
