import Formulas
package import Performance
import Quantities
import Storage

/// Monitoring of one book on one day (绩效运行监控): how it stands, where the year will end, what
/// deserves a warning.
package struct MonitoringDesk: Sendable {
    package let desk: BookDesk
    private let time: TimeProgress

    package init(_ desk: BookDesk, time: TimeProgress = .months) {
        self.desk = desk
        self.time = time
    }

    package func snapshot() throws -> MonitoringSnapshot {
        let months = TimeProgress.monthsOver(on: day)
        let courses = try BookCourses(desk, months: months, extra: Self.limitMeasures)
        let forecasts = try Forecasts(
            courses, MonitoringHistory(desk.workplace, before: desk.book.id.year), months)
        let projects = MonitoredMoney.projects(of: desk)
        let indicators = try MonitoredIndicator.all(of: desk).map {
            try $0.standing(
                courses.figures, isYearOver: months == 12, expected: expected,
                forecasts.goal($0.id))
        }
        let plans = PaymentPlans(desk)
        func money(_ budget: MonitoredMoney) throws -> MoneyStanding {
            try standing(
                budget, courses.figures, plans.expected(of: budget.name, month: months),
                forecasts.money(budget.name))
        }
        return MonitoringSnapshot(
            unitCode: desk.book.id.unitCode, unitName: desk.unitName, through: day,
            journalNumber: desk.snapshot.journalNumber, department: try money(.department),
            lines: try MonitoredMoney.lines.map(money), limits: try limits(courses.figures),
            projects: try projects.map { project in
                ProjectStanding(
                    money: try money(project), office: desk.office(ofProject: project.name) ?? "",
                    indicators: indicators.filter { $0.project == project.name })
            },
            indicators: indicators.filter { $0.project == nil })
    }

    /// What changed since the same day as the journal stood at an earlier number (冻结后的变化).
    package func changes(sinceJournal number: Int64) throws -> [MonitoringChange] {
        guard desk.department == nil else { throw DepartmentError.noSingleJournal }
        let frozen = try BookDesk.open(
            desk.workplace, desk.book, through: day, journalNumber: number)
        return try snapshot().changes(since: MonitoringDesk(frozen, time: time).snapshot())
    }

    var day: Day { desk.snapshot.periodEnd }
    private var expected: Fraction { time.share(on: day) }

    private func standing(
        _ budget: MonitoredMoney, _ figures: MonthlyFigures, _ planned: Fraction?,
        _ forecast: YearEndForecast?
    ) throws -> MoneyStanding {
        try MoneyStanding(
            name: budget.name, initialBudget: figures.money(budget.initialBudget) ?? .zero,
            adjustedBudget: figures.money(budget.adjustedBudget) ?? .zero,
            executed: figures.money(budget.executed) ?? .zero, expected: planned ?? expected,
            followsPlan: planned != nil, forecast: forecast)
    }

    // MARK: Limits

    private static let limitMeasures = ["三公预算", "三公决算", "一般性支出压减额"]

    /// 三公经费 where its ledger is kept; 一般性支出压减 where a cut is required or was made.
    private func limits(_ figures: MonthlyFigures) throws -> [LimitStanding] {
        var limits: [LimitStanding] = []
        if let used = try figures.money("三公决算") {
            limits.append(
                LimitStanding(
                    name: "三公经费", kind: .ceiling, limit: try figures.money("三公预算"),
                    amount: used, expected: expected))
        }
        let required = desk.judgements.first { $0.text("判断项") == "要求压减额" }
            .flatMap { ExactDecimal($0.text("判断值")) }
            .flatMap { Money(exactly: $0.fraction, in: .tenThousandYuan) }
        if let cut = try figures.money("一般性支出压减额"), cut != .zero || required != nil {
            limits.append(
                LimitStanding(
                    name: "一般性支出压减", kind: .requirement, limit: required, amount: cut,
                    expected: expected))
        }
        return limits
    }
}

/// Forecasts of one book's courses at the end of a month.
private struct Forecasts {
    private let courses: BookCourses
    private let forecasters: (money: YearEndForecaster, goals: YearEndForecaster)?

    init(_ courses: BookCourses, _ history: MonitoringHistory, _ months: Int) {
        self.courses = courses
        // A year that is over needs no forecast, one that has not begun has none.
        guard (1...11).contains(months) else {
            forecasters = nil
            return
        }
        forecasters = (
            YearEndForecaster(
                .money, history: history.money, running: Array(courses.money.values), month: months),
            YearEndForecaster(
                .goal, history: history.goals, running: Array(courses.goals.values), month: months)
        )
    }

    func money(_ name: String) -> YearEndForecast? {
        courses.money[name].flatMap { forecasters?.money.forecast($0) }
    }

    func goal(_ id: String) -> YearEndForecast? {
        courses.goals[id].flatMap { forecasters?.goals.forecast($0) }
    }
}
