/// Averages over years that are over (历年平均).
struct CourseAverage {
    var count: Int { finals.count }
    private var sum = CourseMeasures()
    private var finals: [Int] = []
    private var remainders: [Int] = []

    /// - Parameter limit: what a year must reach, in 万分比.
    mutating func add(_ standing: CourseStanding, limit: Int) {
        guard let measures = CourseMeasures(standing, limit: limit) else { return }
        sum.add(measures)
        finals.append(measures.final)
        remainders.append(measures.remaining)
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
    func shrunk(towards wider: CourseMeasures, years: Int) -> CourseMeasures {
        sum.mean(count: count, with: wider, counting: years)
    }
}
