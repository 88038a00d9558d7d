import Seeds

/// What ``RandomSource/around(_:)`` gives, as probabilities: the sum of three equal draws.
enum PaymentNoise {
    /// The probability that a usual payment, times noise, is cut to just so much.
    static func probability(of paid: Int64, usual: Int64, noise: Int) -> Double {
        guard usual > 0, noise > 0 else { return paid == usual ? 1 : 0 }
        let usual = Double(usual)
        let deviation = 0.0006 * Double(noise)
        func deviations(_ paid: Double) -> Double { (paid / usual - 1) / deviation }
        if usual * deviation < 50 {
            return below(deviations(Double(paid + 1))) - below(deviations(Double(paid)))
        }
        return density(deviations(Double(paid))) / (usual * deviation)
    }

    /// The probability that it is so much or more.
    static func probability(ofAtLeast paid: Int64, usual: Int64, noise: Int) -> Double {
        guard usual > 0, noise > 0 else { return paid <= usual ? 1 : 0 }
        return 1 - below((Double(paid) / Double(usual) - 1) / (0.0006 * Double(noise)))
    }

    /// Of the sum of three draws between −1 and 1.
    private static func density(_ sum: Double) -> Double {
        let size = abs(sum)
        if size >= 3 { return 0 }
        return size <= 1 ? (3 - size * size) / 8 : (3 - size) * (3 - size) / 16
    }

    private static func below(_ sum: Double) -> Double {
        if sum <= -3 { return 0 }
        if sum >= 3 { return 1 }
        if sum < -1 { return (3 + sum) * (3 + sum) * (3 + sum) / 48 }
        if sum > 1 { return 1 - (3 - sum) * (3 - sum) * (3 - sum) / 48 }
        return 0.5 + (9 * sum - sum * sum * sum) / 24
    }
}

extension RandomSource {
    /// Between 0 and 1.
    mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
}
