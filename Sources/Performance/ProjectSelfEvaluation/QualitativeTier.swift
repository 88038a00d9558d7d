package import Quantities

/// 定性指标的三档 of the project self-evaluation.
///
/// - Source: 财预〔2020〕10号.
package enum QualitativeTier: String, Hashable, Sendable, CaseIterable {
    case achieved = "达成年度指标"
    case partly = "部分达成年度指标并具有一定效果"
    case notAchieved = "未达成年度指标且效果较差"

    /// The word that forms and registers choose it by (完成档次).
    package var word: String {
        switch self {
        case .achieved: "达成"
        case .partly: "部分达成"
        case .notAchieved: "未达成"
        }
    }
}

extension ProjectScoringParameters {
    /// The ratio suggested where only the tier is chosen: 1.00, 0.70 or 0.30, inside the tier.
    package func suggestedRatio(_ tier: QualitativeTier) -> Fraction {
        switch tier {
        case .achieved: return .one
        case .partly:
            let usual = ExactDecimal(mantissa: 70, scale: 2).fraction
            let isInside = usual >= tierBounds.partly && usual < tierBounds.achieved
            return isInside ? usual : tierBounds.partly
        case .notAchieved:
            let usual = ExactDecimal(mantissa: 30, scale: 2).fraction
            return usual < tierBounds.partly ? usual : .zero
        }
    }

    /// Checks a score against the rounded boundaries of its tier; nil where it lies inside.
    package func tierFinding(
        of indicator: String, tier: QualitativeTier, score: Points, weight: Points
    ) throws(ArithmeticError) -> Finding? {
        func bound(_ ratio: Fraction) throws(ArithmeticError) -> Points {
            try Points(rounding: weight.fraction.multiplied(by: ratio))
        }
        let (upper, lower) = (try bound(tierBounds.achieved), try bound(tierBounds.partly))
        let (isInside, range): (Bool, String) =
            switch tier {
            case .achieved:
                (score >= upper && score <= weight, "\(upper.text)至\(weight.text)分（含两端）")
            case .partly:
                (score >= lower && score < upper, "\(lower.text)分（含）至\(upper.text)分（不含）")
            case .notAchieved: (score >= .zero && score < lower, "0分至\(lower.text)分（不含）")
            }
        guard !isInside else { return nil }
        let message =
            "“\(indicator)”选“\(tier.rawValue)”，得分应在\(range)之内，填的是\(score.text)分。请改档次或改得分。"
        return Finding(
            "SC-TIER", .blocking, at: [.indicator(indicator)], stated: score.text, message)
    }
}
