/// Where a year is likely to end (全年预计): an estimate, never a figure of the accounts.
package struct YearEndForecast: Hashable, Sendable {
    /// Reached so far, in 万分比 of the plan.
    package let reached: Int
    package let outcomes: OutcomeDistribution
    package let basis: Basis
    /// What speaks for a miss (预计依据); empty where there is no earlier year to compare with.
    package let drivers: [ForecastDriver]

    /// What the estimate stands on (预计依据).
    package enum Basis: Hashable, Sendable {
        /// Years that are over: its own, and others'.
        case earlierYears(own: Int, others: Int)
        /// No earlier year at all: 序时进度 only.
        case straightLine
    }

    /// One in ten ends below it.
    package var low: Int { outcomes.quantile(permille: 100) }
    /// As many end below it as above.
    package var middle: Int { outcomes.quantile(permille: 500) }
    /// One in ten ends above it.
    package var high: Int { outcomes.quantile(permille: 900) }
}

/// The incumbent: execution ÷ months × 12 (序时推算).
package enum StraightLine {
    /// 全年完成率 in 万分比; nil where nothing is planned.
    package static func finalShare(_ course: MonthlyCourse) -> Int? {
        YearShare.of(course.reached[course.months - 1], course.planned[course.months - 1])
            .map { $0 * 12 / course.months }
    }
}
