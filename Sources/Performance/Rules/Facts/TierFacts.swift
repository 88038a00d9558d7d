import Formulas
import Quantities

/// The tier of a 定性指标 with the scores between which it lies, cut to two decimals (档次).
enum TierFacts {
    /// - Parameter tier: 达成, 部分达成 or 未达成; another word gives no facts.
    static func facts(
        _ tier: String, weight: Fraction, _ bounds: ProjectScoringParameters.TierBounds
    ) -> Facts {
        guard let upper = score(weight, bounds.achieved), let lower = score(weight, bounds.partly)
        else { return [:] }
        let range: (low: Fraction, high: Fraction)? =
            switch tier {
            case "达成": (upper, weight)
            case "部分达成": (lower, upper)
            case "未达成": (.zero, lower)
            default: nil
            }
        guard let range else { return [:] }
        return ["档次": .text(tier), "档次下限": .number(range.low), "档次上限": .number(range.high)]
    }

    private static func score(_ weight: Fraction, _ share: Fraction) -> Fraction? {
        try? weight.multiplied(by: share).rounded(to: 2).fraction
    }
}
