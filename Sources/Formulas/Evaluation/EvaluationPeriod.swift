import Quantities

/// The period (口径期间) in which a part of a formula is evaluated.
struct EvaluationPeriod: Hashable, Sendable {
    let snapshot: Snapshot
    /// Whether a measure that is missing may take a typed figure: in whole years before the
    /// snapshot's own.
    let takesTypedFigures: Bool
    /// Whether it is one of the months of a 月末平均.
    let isMonthEnd: Bool

    init(_ snapshot: Snapshot) {
        self.init(snapshot, takesTypedFigures: false, isMonthEnd: false)
    }

    private init(_ snapshot: Snapshot, takesTypedFigures: Bool, isMonthEnd: Bool) {
        self.snapshot = snapshot
        self.takesTypedFigures = takesTypedFigures
        self.isMonthEnd = isMonthEnd
    }

    /// The periods that a shift leads to: none before 2000, one, or the months of 月末平均.
    func shifted(_ shift: PeriodShift) -> [EvaluationPeriod] {
        switch shift {
        case .priorYear: priorYear.map { [$0] } ?? []
        case .samePeriodOfPriorYear: samePeriodOfPriorYear.map { [$0] } ?? []
        case .monthEnds: monthEnds
        }
    }

    /// 上年: the whole of the year before.
    private var priorYear: EvaluationPeriod? {
        snapshot.book.previous.map {
            EvaluationPeriod(
                Snapshot(book: $0, journalNumber: snapshot.journalNumber),
                takesTypedFigures: true, isMonthEnd: false)
        }
    }

    /// 上年同期: the same days of the year before; the end of February stays its end.
    private var samePeriodOfPriorYear: EvaluationPeriod? {
        guard let book = snapshot.book.previous, let start = snapshot.periodStart.yearBefore,
            var end = snapshot.periodEnd.yearBefore
        else { return nil }
        let lastDay = Day.daysInMonth(end.month, of: end.year)
        if snapshot.periodEnd.isMonthEnd,
            let day = Day(year: end.year, month: end.month, day: lastDay)
        {
            end = day
        }
        let isWholeYear = start == book.year.firstDay && end == book.year.lastDay
        return EvaluationPeriod(
            Snapshot(
                book: book, periodStart: start, periodEnd: end,
                journalNumber: snapshot.journalNumber),
            takesTypedFigures: isWholeYear && !isMonthEnd, isMonthEnd: isMonthEnd)
    }

    /// From 期初 to each month's end, the last month to 期末; days outside the year are cut off.
    private var monthEnds: [EvaluationPeriod] {
        let year = snapshot.book.year
        let start = max(snapshot.periodStart, year.firstDay)
        let end = min(snapshot.periodEnd, year.lastDay)
        guard start <= end else { return [] }
        return (start.month...end.month).map { month in
            EvaluationPeriod(
                Snapshot(
                    book: snapshot.book, periodStart: snapshot.periodStart,
                    periodEnd: min(year.monthEnd(month), end),
                    journalNumber: snapshot.journalNumber),
                takesTypedFigures: false, isMonthEnd: true)
        }
    }
}

extension Day {
    fileprivate var isMonthEnd: Bool { day == Day.daysInMonth(month, of: year) }

    /// The same day of the year before; 28 February for 29 February.
    fileprivate var yearBefore: Day? {
        Day(year: year - 1, month: month, day: day)
            ?? Day(year: year - 1, month: month, day: day - 1)
    }
}
