package import Quantities

/// The working days of the years that are known (工作日历).
///
/// Deadlines are counted from day 0, the day of the event: the first day of a term is the next one.
///
/// - Source: 流程 §9, day count.
package struct WorkCalendar: Hashable, Sendable {
    private let years: [Int: YearCalendar]

    /// - Parameter years: of several for one year the last counts.
    package init(_ years: [YearCalendar]) {
        self.years = Dictionary(years.map { ($0.year, $0) }, uniquingKeysWith: { _, last in last })
    }

    /// The years that are known, in their order.
    package var knownYears: [YearCalendar] { years.values.sorted { $0.year < $1.year } }

    /// - Throws: ``WorkCalendarError/missingYear(_:)``.
    package func year(of day: Day) throws(WorkCalendarError) -> YearCalendar {
        guard let year = years[day.year] else { throw .missingYear(day.year) }
        return year
    }

    package func isWorkday(_ day: Day) throws(WorkCalendarError) -> Bool {
        try year(of: day).isWorkday(day)
    }

    /// The last day of a term of working days that begins after `day`; `day` itself for none.
    package func adding(workingDays count: Int, to day: Day) throws(WorkCalendarError) -> Day {
        var (day, left) = (day, count)
        while left > 0 {
            day = try next(day)
            if try isWorkday(day) { left -= 1 }
        }
        return day
    }

    /// The last day of a term after day 0.
    ///
    /// - Parameter holidayShift: whether a term of natural days that ends on a day off goes on to
    ///   the next working day (节假日顺延).
    package func deadline(
        _ term: Term, after day: Day, holidayShift: Bool = false
    ) throws(WorkCalendarError) -> Day {
        switch term {
        case .workingDays(let count): return try adding(workingDays: count, to: day)
        case .naturalDays(let count):
            guard let last = day.adding(days: count) else { throw .missingYear(day.year + 1) }
            return holidayShift ? try workday(onOrAfter: last) : last
        }
    }

    /// How many working days lie after `first` up to and with `last`; 0 where `last` is not later.
    package func workingDays(after first: Day, through last: Day) throws(WorkCalendarError) -> Int {
        var (day, count) = (first, 0)
        while day < last {
            day = try next(day)
            if try isWorkday(day) { count += 1 }
        }
        return count
    }

    package func workday(onOrAfter day: Day) throws(WorkCalendarError) -> Day {
        var day = day
        while try !isWorkday(day) { day = try next(day) }
        return day
    }

    /// What must be said of a deadline: the years between two days whose 调休 is not known.
    package func computedYears(from first: Day, through last: Day) -> [Int] {
        guard first <= last else { return [] }
        return (first.year...last.year).filter { years[$0]?.basis == .computed }
    }

    private func next(_ day: Day) throws(WorkCalendarError) -> Day {
        guard let next = day.adding(days: 1) else { throw .missingYear(day.year + 1) }
        return next
    }

    /// A time limit (期限).
    package enum Term: Hashable, Sendable {
        /// 工作日.
        case workingDays(Int)
        /// 自然日.
        case naturalDays(Int)
    }
}

/// Why working days cannot be counted.
package enum WorkCalendarError: Error, Hashable, Sendable {
    /// No file says which days of that year are worked.
    case missingYear(Int)

    /// What happened and what to do next.
    package var message: String {
        switch self {
        case .missingYear(let year):
            "没有\(year)年的节假日安排，不能计算工作日。请在日历文件夹中补上 holidays-\(year).yaml 后重试。"
        }
    }
}
