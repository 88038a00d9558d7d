package import Quantities

/// What earlier years say of an indicator (历年完成情况).
package struct IndicatorHistory: Hashable, Sendable {
    /// 上年完成值, in the unit of its target.
    package var lastActual: Fraction?
    /// 连续超额年数: how many years up to the last one ended at 130 % of the target or above.
    package var yearsAbove: Int?
    /// 上年单位成本 in 元: what the project spent last year ÷ what it did.
    package var lastUnitCost: Fraction?

    package init(
        lastActual: Fraction? = nil, yearsAbove: Int? = nil, lastUnitCost: Fraction? = nil
    ) {
        self.lastActual = lastActual
        self.yearsAbove = yearsAbove
        self.lastUnitCost = lastUnitCost
    }
}

/// What became of a project's budget after it was approved (预算调整), and of its goals.
package struct BudgetAdjustment: Hashable, Sendable {
    /// Of the approved budget, up or down.
    package let share: Fraction
    package let goalsAdjusted: Bool

    package init(share: Fraction, goalsAdjusted: Bool) {
        self.share = share
        self.goalsAdjusted = goalsAdjusted
    }
}

/// The targets of the quarters that a text names (分季度指标值): `一季度70、二季度80…`, `每季度75人次`, `4×75`.
struct QuarterlyTargets {
    /// Nil where the text does not name all four quarters.
    let total: Fraction?

    init(_ text: String) {
        let named = ["一", "二", "三", "四"].compactMap { Self.number(after: "\($0)季度", in: text) }
        if named.count == 4 {
            total = try? named.sum()
        } else {
            let each =
                ["每季度", "4×", "4*", "4x"].lazy.compactMap { Self.number(after: $0, in: text) }
                .first
            total = each.flatMap { try? $0.multiplied(by: Fraction(4)) }
        }
    }

    private static func number(after word: String, in text: String) -> Fraction? {
        guard let start = text.firstRange(of: word)?.upperBound else { return nil }
        let rest = text[start...].drop { "≥：:约不少于 ".contains($0) }
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        return digits.isEmpty ? nil : ExactDecimal(String(digits))?.fraction
    }
}
