package import Quantities

/// R6 分档计分: the first tier whose minimum is reached gives points × ratio; below all of them 0.
package struct TierTable: Hashable, Sendable {
    package struct Tier: Hashable, Sendable {
        package let minimum: Fraction
        package let ratio: Fraction

        package init(minimum: Fraction, ratio: Fraction) {
            self.minimum = minimum
            self.ratio = ratio
        }
    }

    package let tiers: [Tier]

    /// nil unless minimums fall from tier to tier and ratios lie in 0…1.
    package init?(_ tiers: [Tier]) {
        guard !tiers.isEmpty, zip(tiers, tiers.dropFirst()).allSatisfy({ $0.minimum > $1.minimum }),
            tiers.allSatisfy({ $0.ratio >= .zero && $0.ratio <= .one })
        else { return nil }
        self.tiers = tiers
    }

    package func tier(of value: Fraction) -> Tier? { tiers.first { value >= $0.minimum } }

    package func score(of points: Points, value: Fraction) throws(ArithmeticError) -> Points {
        try Points(rounding: exactScore(of: points, value: value))
    }

    func exactScore(of points: Points, value: Fraction) throws(ArithmeticError) -> Fraction {
        guard let tier = tier(of: value) else { return .zero }
        return try points.fraction.multiplied(by: tier.ratio)
    }

    func clause(points: Points, value: Fraction) throws(ArithmeticError) -> String {
        guard let tier = tier(of: value) else { return "未达最低一档，得0.00分" }
        let minimum = try tier.minimum.limitText
        if tier.ratio == .one { return "达到\(minimum)一档，得满分\(points.shortText)分" }
        let score = try score(of: points, value: value)
        return "落在\(minimum)及以上一档，得\(points.shortText)×\(try tier.ratio.limitText)"
            + "=\(score.text)分"
    }
}
