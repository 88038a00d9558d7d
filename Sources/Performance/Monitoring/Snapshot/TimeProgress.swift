package import Quantities

/// 序时进度: which share of the year lies behind a day.
///
/// - Source: 流程 §8: months elapsed ÷ 12; by days on request; a filed 用款计划 in its place.
package enum TimeProgress: Hashable, Sendable {
    /// Months that are over ÷ 12.
    case months
    /// Day of the year ÷ 365 or 366.
    case days

    package func share(on day: Day) -> Fraction {
        switch self {
        case .months: fraction(Self.monthsOver(on: day), 12)
        case .days: fraction(dayOfYear(day), dayOfYear(yearEnd(day)))
        }
    }

    /// The months that are over on a day: 31 July 7, 30 July 6.
    package static func monthsOver(on day: Day) -> Int {
        day.day == Day.daysInMonth(day.month, of: day.year) ? day.month : day.month - 1
    }

    private func dayOfYear(_ day: Day) -> Int {
        (1..<day.month).reduce(day.day) { $0 + Day.daysInMonth($1, of: day.year) }
    }

    private func yearEnd(_ day: Day) -> Day { Day(year: day.year, month: 12, day: 31) ?? day }

    private func fraction(_ part: Int, _ whole: Int) -> Fraction {
        (try? Fraction(Int128(part), over: Int128(whole))) ?? .zero
    }
}
