package import Quantities

/// R1 按比例计分: points × clamp(value ÷ full, 0, 1).
package struct CappedRatio: Hashable, Sendable {
    /// The value that earns all points; 100 % unless the scheme says otherwise.
    package let full: Fraction

    /// nil unless `full` is above 0.
    package init?(full: Fraction) {
        guard full > .zero else { return nil }
        self.full = full
    }

    /// All points at 100 %.
    package static let whole = CappedRatio()

    private init() { full = .one }

    package func score(of points: Points, value: Fraction) throws(ArithmeticError) -> Points {
        try Points(rounding: exactScore(of: points, value: value))
    }

    func exactScore(of points: Points, value: Fraction) throws(ArithmeticError) -> Fraction {
        let share = try value.divided(by: full).clamped(to: .zero ... .one)
        return try points.fraction.multiplied(by: share)
    }

    /// The clause after the value: what the limit is, and the multiplication.
    func clause(points: Points, value: Fraction) throws(ArithmeticError) -> String {
        let limit = try full.limitText
        if value >= full { return "达到\(limit)，得满分\(points.shortText)分" }
        if value <= .zero { return "未达\(limit)，得0.00分" }
        let score = try score(of: points, value: value)
        let decimals = try percentDecimals(of: value, giving: score) {
            shown throws(ArithmeticError) in
            try exactScore(of: points, value: shown)
        }
        let divisor = full == .one ? "" : "÷\(limit)"
        let product = "\(points.shortText)×\(try value.percentText(decimals: decimals))\(divisor)"
        return "未达\(limit)，按比例得\(product)=\(score.text)分"
    }
}
