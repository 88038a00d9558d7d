package import Quantities

/// R2 超标扣分: full points within a limit, then so many points for each percentage point beyond it.
package struct StepDown: Hashable, Sendable {
    package enum Side: String, Hashable, Sendable, CaseIterable {
        /// Values above the limit lose points.
        case over
        /// Values below the limit lose points.
        case under
    }

    /// How a part of a percentage point counts.
    package enum Counting: String, Hashable, Sendable, CaseIterable {
        /// 按比例.
        case proportional
        /// 每超过一个百分点扣分，不足一个的按一个计.
        case ceil
        /// 满一个百分点才扣分.
        case floor
    }

    package let limit: Fraction
    /// 每个百分点扣的分.
    package let perPoint: Fraction
    package let side: Side
    package let counting: Counting

    package init(
        limit: Fraction, perPoint: Fraction, side: Side = .over, counting: Counting = .proportional
    ) {
        self.limit = limit
        self.perPoint = perPoint
        self.side = side
        self.counting = counting
    }

    package func score(of points: Points, value: Fraction) throws(ArithmeticError) -> Points {
        try Points(rounding: exactScore(of: points, excess: counted(excess(of: value))))
    }

    /// Percentage points beyond the limit; 0 at the limit itself.
    func excess(of value: Fraction) throws(ArithmeticError) -> Fraction {
        let beyond = side == .over ? try value.subtracting(limit) : try limit.subtracting(value)
        return try max(beyond, .zero).multiplied(by: Fraction(100))
    }

    func counted(_ excess: Fraction) throws(ArithmeticError) -> Fraction {
        switch counting {
        case .proportional: excess
        case .ceil: try excess.rounded(to: 0, .awayFromZero).fraction
        case .floor: try excess.rounded(to: 0, .truncate).fraction
        }
    }

    func exactScore(of points: Points, excess: Fraction) throws(ArithmeticError) -> Fraction {
        try max(points.fraction.subtracting(excess.multiplied(by: perPoint)), .zero)
    }

    func clause(points: Points, value: Fraction) throws(ArithmeticError) -> String {
        let (limit, excess) = (try limit.limitText, try excess(of: value))
        let (within, beyond) = side == .over ? ("未超过", "超过") : ("不低于", "低于")
        guard excess > .zero else { return "\(within)\(limit)，得满分\(points.shortText)分" }
        let counted = try counted(excess)
        let score = try Points(rounding: exactScore(of: points, excess: counted))
        let share = try counted.divided(by: Fraction(100))
        let decimals = try percentDecimals(of: share, giving: score) {
            shown throws(ArithmeticError) in
            try exactScore(of: points, excess: shown.multiplied(by: Fraction(100)))
        }
        let shown =
            counting == .proportional
            ? try counted.rounded(to: decimals).text : try counted.plainText()
        let step = try perPoint.plainText()
        let head = "\(beyond)\(limit)，按\(shown)个百分点、每个扣\(step)分计"
        if score == .zero { return "\(head)，扣完为止，得0.00分" }
        return "\(head)，得\(points.shortText)-\(shown)×\(step)=\(score.text)分"
    }
}
