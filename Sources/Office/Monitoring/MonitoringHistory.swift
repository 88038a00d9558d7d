import Formulas
import Performance
import Quantities
import Storage

/// The courses of earlier years (历年进度) of all units whose books are in the database.
struct MonitoringHistory {
    let money: [MonthlyCourse]
    let goals: [MonthlyCourse]

    /// - Parameter year: books of this year and later ones are left out.
    init(_ workplace: Workplace, before year: FiscalYear) throws {
        let books = try workplace.store.read { try $0.books(unitCode: nil) }
            .filter { $0.id.year < year }.sorted { $0.id < $1.id }
        var (money, goals): ([MonthlyCourse], [MonthlyCourse]) = ([], [])
        for book in books {
            let courses = try BookCourses(BookDesk.open(workplace, book), months: 12)
            money += courses.money.values.map(\.self)
            goals += courses.goals.values.map(\.self)
        }
        (self.money, self.goals) = (money, goals)
    }
}

/// The courses of one book up to a month (账套进度): money by name, goals by the indicator's number.
struct BookCourses {
    let figures: MonthlyFigures
    let money: [String: MonthlyCourse]
    let goals: [String: MonthlyCourse]

    /// - Parameter extra: more measures that the figures shall have.
    init(_ desk: BookDesk, months: Int, extra: [String] = []) throws {
        let budgets = MonitoredMoney.all(of: desk)
        let indicators = MonitoredIndicator.all(of: desk)
        let names =
            budgets.flatMap(\.measures) + indicators.map(\.formula).filter { !$0.isEmpty } + extra
        let figures = try MonthlyFigures(desk, names, months: months)
        var (money, goals): ([String: MonthlyCourse], [String: MonthlyCourse]) = ([:], [:])
        if months > 0 {
            let plans = PaymentPlans(desk)
            for budget in budgets {
                money[budget.name] = try budget.course(
                    figures, of: desk.courseBook, plan: plans.plan(of: budget.name))
            }
            for indicator in indicators {
                goals[indicator.id] = try indicator.course(figures, of: desk.book.id)
            }
        }
        (self.figures, self.money, self.goals) = (figures, money, goals)
    }
}

extension BookDesk {
    /// Whose earlier years a course is compared with: a department's whole has none of its own.
    fileprivate var courseBook: BookID {
        guard department != nil else { return book.id }
        return BookID(unitCode: book.id.unitCode + "（汇总）", year: book.id.year)
    }
}
