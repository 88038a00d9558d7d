/// What is told of a standing to find its like (比较特征): all in 万分比 or small counts.
struct CourseFeatures {
    let values: [Int]
    /// What is expected by the subject's own years and its kind's.
    let expected: CourseMeasures
    let ownYears: Int

    /// - Parameters:
    ///   - forgetsOwnYears: as though the subject had no history, so that those who have none
    ///     find their like too.
    ///   - peers: how its unit and its kind fare this year.
    init(
        _ standing: CourseStanding, _ history: CourseHistory, _ peers: PeerDeviations,
        forgetsOwnYears: Bool = false
    ) {
        let average =
            forgetsOwnYears
            ? CourseAverage() : history.ownAverage(of: standing.subject, except: standing.year)
        let kind = history.means(ofKind: standing.subject.kind)
        let expected = average.shrunk(towards: kind, years: 1)
        let recent = standing.added(inLast: 3)
        ownYears = average.count
        self.expected = expected
        values = [
            standing.reached,
            standing.added(inLast: 1),
            recent,
            standing.largest,
            standing.activeMonths,
            standing.silentMonths,
            standing.shares[min(2, standing.shares.count - 1)],
            expected.reached,
            expected.remaining,
            expected.final,
            average.leastFinal ?? expected.final,
            standing.reached + expected.remaining,
            Self.paced(standing.reached, expected.final, of: expected.reached),
            standing.reached + Self.paced(expected.remaining, recent, of: expected.recent),
            recent - expected.recent,
            min(average.count, 3),
            history.means(ofUnit: standing.subject.unitCode).final,
            peers.ofUnit(standing),
            peers.ofKind(standing),
            standing.plannedChange,
            standing.reached + (standing.plannedRemaining ?? expected.remaining),
            Self.ratio(standing.reached, expected.reached),
            Self.ratio(recent, expected.recent),
            Self.ratio(standing.added(inLast: 1), expected.recent),
            average.medianFinal ?? expected.final,
            average.mostFinal ?? expected.final,
            standing.reached + (average.medianRemaining ?? expected.remaining),
            standing.silentMonths * 100 - expected.silent,
            standing.largest - expected.largest,
            expected.largestOfYear - standing.largest,
            expected.largestToCome,
            kind.reached,
            kind.remaining,
            kind.missed,
            kind.silent,
            standing.unevenness,
        ]
    }

    /// `value ÷ base`, at most three times; as expected where nothing is.
    private static func ratio(_ value: Int, _ base: Int) -> Int {
        guard base > 0 else { return YearShare.whole }
        return min(max(value * YearShare.whole / base, 0), 3 * YearShare.whole)
    }

    /// `value × rate ÷ base`, at most twice the year; the value itself where there is no base.
    private static func paced(_ value: Int, _ rate: Int, of base: Int) -> Int {
        guard base > 0 else { return value }
        return min(max(value * rate / base, 0), 2 * YearShare.whole)
    }
}
