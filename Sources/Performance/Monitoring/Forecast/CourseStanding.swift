/// Where a course stands at the end of a month (进度快照), in shares of what is planned then.
struct CourseStanding {
    let subject: CourseSubject
    let year: Int
    /// Cumulative shares of month 1…m, all of what is planned at month m.
    let shares: [Int]
    /// What is planned at month m ÷ what was at the beginning.
    let plannedChange: Int
    /// What a filed plan still asks for after month m, as a share; nil where none is filed.
    let plannedRemaining: Int?
    /// 全年完成率, on the final plan; nil where the year is not over.
    let final: Int?

    /// nil where the course does not reach the month or nothing is planned.
    init?(_ course: MonthlyCourse, month: Int) {
        guard course.months >= month else { return nil }
        let planned = course.planned[month - 1]
        let shares = course.reached.prefix(month).compactMap { YearShare.of($0, planned) }
        guard shares.count == month else { return nil }
        self.shares = shares
        subject = course.subject
        year = course.year
        final = course.finalShare
        plannedChange = YearShare.of(planned, course.planned[0]) ?? YearShare.whole
        plannedRemaining = course.paymentPlan.flatMap { plan in
            YearShare.of(plan[11] - plan[month - 1], plan[11])
        }
    }

    var reached: Int { shares[shares.count - 1] }

    /// What the last months added.
    func added(inLast months: Int) -> Int {
        let before = shares.count - months
        return before > 0 ? reached - shares[before - 1] : reached
    }

    /// What each month added.
    var monthly: [Int] {
        shares.indices.map { $0 == 0 ? shares[0] : shares[$0] - shares[$0 - 1] }
    }

    /// What the rest of the year brought; nil where it is not over.
    var remaining: Int? { final.map { $0 - reached } }
}
