package import Quantities

/// When a forecast is an alarm (年末预警): the year will more likely miss its limit than not.
///
/// - Source: 年末执行率 below 80 % is red (this product's setting; "unspent > 20 %" is a warning in
///   production systems). The cut of one half was chosen on made-up training years
///   (`Benchmarks/README.md`).
package enum YearEndAlarm {
    /// What a year must reach: 80 % of the budget, 100 % of a target; in 万分比.
    package static func limit(of object: MonitoredObject) -> Int {
        switch object {
        case .money: 8_000
        case .goal: 10_000
        }
    }

    /// From this probability of a miss on.
    package static let cut: Fraction = {
        guard let half = try? Fraction(1, over: 2) else { preconditionFailure("2 is not 0") }
        return half
    }()

    package static func rings(_ forecast: YearEndForecast, _ object: MonitoredObject) -> Bool {
        forecast.outcomes.probability(below: limit(of: object)) >= cut
    }
}
