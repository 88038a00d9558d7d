/// Averages over years that are over (历年平均), in 万分比.
struct CourseAverage {
    var count: Int { finals.count }
    private var reachedSum = 0
    private var recentSum = 0
    private var finalSum = 0
    private var finals: [Int] = []
    private var remainders: [Int] = []

    mutating func add(_ standing: CourseStanding) {
        guard let final = standing.final else { return }
        reachedSum += standing.reached
        recentSum += standing.added(inLast: 3)
        finalSum += final
        finals.append(final)
        remainders.append(final - standing.reached)
    }

    /// 全年完成率 of the worst, the middle and the best year; nil of no years.
    var leastFinal: Int? { finals.min() }
    var medianFinal: Int? { Self.median(finals) }
    var mostFinal: Int? { finals.max() }
    /// What the rest of the middle year brought.
    var medianRemaining: Int? { Self.median(remainders) }

    private static func median(_ values: [Int]) -> Int? {
        values.isEmpty ? nil : values.sorted()[values.count / 2]
    }

    /// What this average adds up to with a wider one that counts as so many years of its own.
    func shrunk(towards wider: Means, years: Int) -> Means {
        func mix(_ sum: Int, _ other: Int) -> Int {
            YearShare.mean(sum + other * years, count + years)
        }
        return Means(
            reached: mix(reachedSum, wider.reached), recent: mix(recentSum, wider.recent),
            final: mix(finalSum, wider.final))
    }

    /// Average shares: by the month, in its last three months, at the year's end.
    struct Means {
        let reached: Int
        let recent: Int
        let final: Int

        var remaining: Int { final - reached }

        /// Where nothing at all is known: the straight line (序时进度).
        static func straightLine(month: Int) -> Means {
            Means(
                reached: YearShare.whole * month / 12,
                recent: YearShare.whole * min(month, 3) / 12, final: YearShare.whole)
        }
    }
}
