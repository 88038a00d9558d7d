/// What is averaged over years and over courses (进度量度), in 万分比 unless said otherwise.
struct CourseMeasures {
    private(set) var values = SIMD8<Int>()

    /// By the month, in its last three months, at the year's end.
    var reached: Int { values[0] }
    var recent: Int { values[1] }
    var final: Int { values[2] }
    /// Hundredths of months at the end in which nothing came.
    var silent: Int { values[3] }
    /// The largest month so far, of the whole year, of the rest of it.
    var largest: Int { values[4] }
    var largestOfYear: Int { values[5] }
    var largestToCome: Int { values[6] }
    /// The part of years that ended below the limit.
    var missed: Int { values[7] }

    var remaining: Int { final - reached }

    init() {}

    private init(values: SIMD8<Int>) { self.values = values }

    /// nil where the year is not over.
    init?(_ standing: CourseStanding, limit: Int) {
        guard let final = standing.final, let toCome = standing.largestToCome else { return nil }
        let largest = standing.largest
        values = [
            standing.reached, standing.added(inLast: 3), final, standing.silentMonths * 100,
            largest, max(largest, toCome), toCome, final < limit ? YearShare.whole : 0,
        ]
    }

    /// Where nothing at all is known: the straight line (序时进度), which misses nothing.
    static func straightLine(month: Int) -> CourseMeasures {
        let (whole, one) = (YearShare.whole, YearShare.whole / 12)
        return CourseMeasures(values: [
            whole * month / 12, whole * min(month, 3) / 12, whole, 0, one, one,
            month < 12 ? one : 0,
            0,
        ])
    }

    mutating func add(_ other: CourseMeasures) { values &+= other.values }

    /// The mean of a sum of `count` and of another mean that counts for so many.
    func mean(count: Int, with other: CourseMeasures, counting weight: Int) -> CourseMeasures {
        CourseMeasures(
            values: (values &+ other.values &* weight) / SIMD8(repeating: count + weight))
    }
}
