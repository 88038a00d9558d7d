import Quantities

/// What is watched (监控对象) in a course: money of a department or project, or one cumulative
/// indicator.
package struct CourseSubject: Hashable, Sendable {
    package let unitCode: String
    /// Its name inside the unit; the same name in two years is the same thing.
    package let name: String
    /// What it is like (项目类型, 支出类别, 二级指标), so that it can learn from others; "" where unknown.
    package let kind: String

    package init(unitCode: String, name: String, kind: String) {
        self.unitCode = unitCode
        self.name = name
        self.kind = kind
    }
}

/// How one subject ran through one year (年内进度), month by month.
///
/// Counts are whole: 分 of money, or an indicator in its smallest unit.
package struct MonthlyCourse: Hashable, Sendable {
    package let subject: CourseSubject
    package let year: Int
    /// 累计完成数 at the end of January, February, …; twelve where the year is over.
    package let reached: [Int64]
    /// 全年数 (调整预算, 指标值) as it stood at the end of the same months.
    package let planned: [Int64]
    /// 用款计划: what is to be reached by the end of each of the twelve months; nil where none is filed.
    package let paymentPlan: [Int64]?

    /// - Precondition: `reached` and `planned` tell the same 1…12 months, a plan all twelve.
    package init(
        subject: CourseSubject, year: Int, reached: [Int64], planned: [Int64],
        paymentPlan: [Int64]? = nil
    ) {
        precondition((1...12).contains(reached.count) && reached.count == planned.count)
        precondition(paymentPlan.map { $0.count == 12 } ?? true)
        self.subject = subject
        self.year = year
        self.reached = reached
        self.planned = planned
        self.paymentPlan = paymentPlan
    }

    package var months: Int { reached.count }
    package var isWholeYear: Bool { months == 12 }

    /// The same course as it was known at the end of an earlier month.
    package func through(month: Int) -> MonthlyCourse {
        MonthlyCourse(
            subject: subject, year: year, reached: Array(reached.prefix(month)),
            planned: Array(planned.prefix(month)), paymentPlan: paymentPlan)
    }

    /// 全年完成率 of a year that is over, in 万分比; nil where nothing was planned.
    package var finalShare: Int? {
        isWholeYear ? YearShare.of(reached[11], planned[11]) : nil
    }
}

/// Shares of a year (万分比): whole ten-thousandths of the budget or target.
///
/// The forecast is an estimate, so its inner figures are whole numbers of this size: the same on
/// every machine, and finer than any of its results deserves.
package enum YearShare {
    package static let whole = 10_000
    /// Shares beyond ten times the year's plan are data errors; they count as ten.
    private static let largest: Int128 = 100_000

    /// `part ÷ whole`, to the nearest; nil where the whole is not positive.
    package static func of(_ part: Int64, _ whole: Int64) -> Int? {
        guard whole > 0 else { return nil }
        let share = Rounding.halfUp.quotient(Int128(part) * Int128(Self.whole), by: Int128(whole))
        return Int(min(max(share, -largest), largest))
    }

    /// A whole number of a whole number of rows, cut towards zero; 0 of none.
    static func mean(_ sum: Int, _ count: Int) -> Int { count == 0 ? 0 : sum / count }
}
