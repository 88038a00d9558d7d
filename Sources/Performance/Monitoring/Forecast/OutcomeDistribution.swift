package import Quantities

/// What the year may end at (全年预计分布): possible 全年完成率 in 万分比, each with a weight.
package struct OutcomeDistribution: Hashable, Sendable {
    private let shares: [Int]
    /// Running sums of the weights, in the order of the shares.
    private let weights: [Int]

    /// nil of no weight.
    init?(_ samples: [(share: Int, weight: Int)]) {
        var byShare: [Int: Int] = [:]
        for sample in samples where sample.weight > 0 {
            byShare[sample.share, default: 0] += sample.weight
        }
        guard !byShare.isEmpty else { return nil }
        shares = byShare.keys.sorted()
        var sum = 0
        weights = shares.map { share in
            sum += byShare[share] ?? 0
            return sum
        }
    }

    private var total: Int { weights[weights.count - 1] }

    /// The least share that `permille` of a thousand of the weight do not exceed.
    package func quantile(permille: Int) -> Int {
        let place = weights.firstIndex { $0 * 1000 >= total * permille } ?? shares.count - 1
        return shares[place]
    }

    /// The probability of ending below a share: its weight ÷ all weight.
    package func probability(below limit: Int) -> Fraction {
        let count = shares.firstIndex { $0 >= limit } ?? shares.count
        let below = count == 0 ? 0 : weights[count - 1]
        return (try? Fraction(Int128(below), over: Int128(total))) ?? .zero
    }

    /// This one and another, which gets `part` of `of` parts of the weight.
    func mixed(with other: OutcomeDistribution, part: Int, of parts: Int) -> OutcomeDistribution {
        guard part > 0 else { return self }
        guard part < parts else { return other }
        func scaled(_ one: OutcomeDistribution, _ share: Int) -> [(share: Int, weight: Int)] {
            one.samples.map { (share: $0.share, weight: $0.weight * Self.unit / one.total * share) }
        }
        return OutcomeDistribution(scaled(self, parts - part) + scaled(other, part)) ?? self
    }

    private static let unit = 1_000_000_000

    private var samples: [(share: Int, weight: Int)] {
        shares.indices.map {
            (share: shares[$0], weight: weights[$0] - ($0 == 0 ? 0 : weights[$0 - 1]))
        }
    }
}
