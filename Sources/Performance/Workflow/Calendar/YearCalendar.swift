package import Quantities

/// The holidays of one year (节假日安排): days off, and weekend days that are worked (调休).
///
/// - Source: the State Council's yearly notice; each file of the pack names its own.
package struct YearCalendar: Hashable, Sendable {
    package enum Basis: String, Hashable, Sendable, CaseIterable {
        /// The notice of that year.
        case notice
        /// Weekends and statutory days alone: the notice was not known, 调休 is left out.
        case computed
    }

    package struct Holiday: Hashable, Sendable {
        package let name: String
        package let firstDay: Day
        package let lastDay: Day

        package init(name: String, firstDay: Day, lastDay: Day) {
            self.name = name
            self.firstDay = firstDay
            self.lastDay = lastDay
        }
    }

    package let year: Int
    package let basis: Basis
    package let source: RuleSource
    package let holidays: [Holiday]
    /// 调休上班: Saturdays and Sundays that are worked.
    package let workedWeekends: Set<Day>

    package init(
        year: Int, basis: Basis, source: RuleSource, holidays: [Holiday],
        workedWeekends: Set<Day>
    ) {
        self.year = year
        self.basis = basis
        self.source = source
        self.holidays = holidays
        self.workedWeekends = workedWeekends
    }

    /// The holiday that a day belongs to; nil for other days, weekends among them.
    package func holiday(on day: Day) -> Holiday? {
        holidays.first { ($0.firstDay...$0.lastDay).contains(day) }
    }

    /// Whether a day of this year is worked (工作日).
    package func isWorkday(_ day: Day) -> Bool {
        if holiday(on: day) != nil { return false }
        return !day.isWeekend || workedWeekends.contains(day)
    }
}

extension Day {
    /// Whether it is a Saturday or a Sunday.
    package var isWeekend: Bool {
        // 1970-01-01 was a Thursday.
        let daysFromMonday = ((daysSinceEpoch + 3) % 7 + 7) % 7
        return daysFromMonday >= 5
    }
}
