/// Tells from earlier years where a running year will end (全年预计).
///
/// Each earlier year of each subject of the district is a case: what was known of it at the end of
/// the same month, and where it ended. A forest finds the cases that resemble the running one; their
/// outcomes, weighted, are the distribution. A subject's own years enter through what is expected of
/// it, drawn towards its kind's where they are few. Where cases are few altogether, the rest of the
/// subject's own years is added to what is reached; where there are none, only the straight line
/// remains, and the forecast says so.
package struct YearEndForecaster: Sendable {
    private let object: MonitoredObject
    private let history: CourseHistory
    private let peers: PeerDeviations
    private let cases: [PastCase]
    private let forest: RegressionForest?

    private struct PastCase: Sendable {
        let final: Int
        let remaining: Int
    }

    /// - Parameters:
    ///   - object: what all courses are about.
    ///   - history: earlier years; those not yet over are left out.
    ///   - running: all courses of the running year that are known: they tell how units and kinds
    ///     fare this year.
    ///   - month: the month at whose end the forecast stands, 1…12.
    package init(
        _ object: MonitoredObject, history courses: [MonthlyCourse], running: [MonthlyCourse],
        month: Int
    ) {
        precondition((1...12).contains(month))
        let history = CourseHistory(
            courses, month: month, limit: YearEndAlarm.limit(of: object))
        let now = running.compactMap { CourseStanding($0, month: month) }
        let peers = PeerDeviations(history.standings + now, history)
        var (rows, cases): ([[Int]], [PastCase]) = ([], [])
        for standing in history.standings {
            guard let final = standing.final, let remaining = standing.remaining else { continue }
            let own = CourseFeatures(standing, history, peers)
            let without = CourseFeatures(standing, history, peers, forgetsOwnYears: true)
            for features in own.ownYears > 0 ? [own, without] : [without]
            where rows.count < ForestShape.mostRows {
                rows.append(features.values)
                cases.append(PastCase(final: final, remaining: remaining))
            }
        }
        forest =
            rows.isEmpty
            ? nil
            : RegressionForest(
                rows: rows,
                outcomes: cases.map { Self.nearLimit($0.final, of: object) },
                ForestShape())
        self.object = object
        self.history = history
        self.peers = peers
        self.cases = cases
    }

    /// nil where the course does not reach the month or nothing is planned.
    package func forecast(_ course: MonthlyCourse) -> YearEndForecast? {
        guard let standing = CourseStanding(course, month: history.month) else { return nil }
        let features = CourseFeatures(standing, history, peers)
        let own = history.ownYears(of: standing.subject, except: standing.year)
        guard let pooled = pooled(features, standing) else {
            return YearEndForecast(
                reached: standing.reached, outcomes: straightLine(standing), basis: .straightLine,
                drivers: [])
        }
        let outcomes =
            ownOutcomes(own, standing).map { ownOutcomes in
                pooled.mixed(
                    with: ownOutcomes, part: own.count * Self.fewCases,
                    of: own.count * Self.fewCases + 2 * (Self.fewCases + cases.count))
            } ?? pooled
        return YearEndForecast(
            reached: standing.reached, outcomes: outcomes,
            basis: .earlierYears(own: own.count, others: history.standings.count - own.count),
            drivers: ForecastDriver.drivers(of: standing, history, peers))
    }

    /// Outcomes farther than this from the limit count as just so far when cases are parted: what
    /// matters is on which side of it a year ends.
    private static let splitting = 1_500

    private static func nearLimit(_ final: Int, of object: MonitoredObject) -> Int {
        let limit = YearEndAlarm.limit(of: object)
        return min(max(final, limit - splitting), limit + splitting)
    }

    /// With fewer cases than this the subject's own years count more than its like.
    private static let fewCases = 200

    private func pooled(
        _ features: CourseFeatures, _ standing: CourseStanding
    ) -> OutcomeDistribution? {
        guard let forest else { return nil }
        return distribution(
            forest.weights(of: features.values).map {
                (share: cases[$0.row].final, weight: $0.weight)
            }, standing)
    }

    private func ownOutcomes(
        _ years: [CourseStanding], _ standing: CourseStanding
    ) -> OutcomeDistribution? {
        distribution(
            years.compactMap { year in
                year.remaining.map { (share: standing.reached + $0, weight: 1) }
            }, standing)
    }

    /// What is reached, and of the rest (by a filed plan, else by the straight line) nothing, a half,
    /// the whole, one and a half; or the budget after all, since much is done at the year's end. This
    /// product's setting.
    private func straightLine(_ standing: CourseStanding) -> OutcomeDistribution {
        let rest =
            standing.plannedRemaining ?? standing.reached * (12 - history.month) / history.month
        let paced = [(0, 1), (1, 2), (2, 4), (3, 2)].map { halves, weight in
            (share: standing.reached + rest * halves / 2, weight: weight)
        }
        let fulfilled = (share: max(standing.reached, YearShare.whole), weight: 3)
        guard let outcomes = distribution(paced + [fulfilled], standing)
        else { preconditionFailure("not empty") }
        return outcomes
    }

    /// Money can't be spent beyond its budget, unless that has happened already.
    private func distribution(
        _ samples: [(share: Int, weight: Int)], _ standing: CourseStanding
    ) -> OutcomeDistribution? {
        guard object == .money else { return OutcomeDistribution(samples) }
        let most = max(standing.reached, YearShare.whole)
        return OutcomeDistribution(
            samples.map { (share: min($0.share, most), weight: $0.weight) })
    }
}
