/// Where a course stands at the end of a month (进度快照), in shares of what is planned then.
struct CourseStanding {
    let subject: CourseSubject
    let year: Int
    /// What each month added.
    let monthly: [Int]
    /// Cumulative shares of month 1…m, all of what is planned at month m.
    let shares: [Int]
    /// What is planned at month m ÷ what was at the beginning.
    let plannedChange: Int
    /// What a filed plan still asks for after month m, as a share; nil where none is filed.
    let plannedRemaining: Int?
    /// 全年完成率, on the final plan; nil where the year is not over.
    let final: Int?
    /// What the largest month after m brought; nil where the year is not over.
    let largestToCome: Int?

    /// nil where the course does not reach the month or nothing is planned.
    init?(_ course: MonthlyCourse, month: Int) {
        guard course.months >= month else { return nil }
        let planned = course.planned[month - 1]
        let shares = course.reached.prefix(month).compactMap { YearShare.of($0, planned) }
        guard shares.count == month else { return nil }
        let settled = Self.settled(shares)
        self.shares = settled
        monthly = settled.indices.map { $0 == 0 ? settled[0] : settled[$0] - settled[$0 - 1] }
        subject = course.subject
        year = course.year
        final = course.finalShare
        largestToCome = course.isWholeYear ? Self.largestMonth(of: course, after: month) : nil
        plannedChange = YearShare.of(planned, course.planned[0]) ?? YearShare.whole
        plannedRemaining = course.paymentPlan.flatMap { plan in
            YearShare.of(plan[11] - plan[month - 1], plan[11])
        }
    }

    /// What was taken back later (红冲, 退款) counts as never booked.
    private static func settled(_ shares: [Int]) -> [Int] {
        var least = Int.max
        return shares.reversed().map { share in
            least = min(least, share)
            return least
        }
        .reversed()
    }

    private static func largestMonth(of course: MonthlyCourse, after month: Int) -> Int {
        (month..<12).map { place in
            let planned = course.planned[place]
            return (YearShare.of(course.reached[place], planned) ?? 0)
                - (YearShare.of(course.reached[place - 1], planned) ?? 0)
        }
        .max() ?? 0
    }

    var reached: Int { shares[shares.count - 1] }

    /// What the last months added.
    func added(inLast months: Int) -> Int {
        let before = shares.count - months
        return before > 0 ? reached - shares[before - 1] : reached
    }

    var largest: Int { monthly.max() ?? 0 }

    /// Months in which something came.
    var activeMonths: Int { monthly.count { $0 > Self.noticeable } }

    /// Months since the last in which something came.
    var silentMonths: Int {
        monthly.lastIndex { $0 > Self.noticeable }.map { monthly.count - 1 - $0 } ?? monthly.count
    }

    /// How far months lie from their mean, on average, in 万分比 of it: 0 where all are alike.
    var unevenness: Int {
        let mean = reached / shares.count
        let distance = monthly.reduce(0) { $0 + abs($1 - mean) } / shares.count
        return distance * YearShare.whole / (abs(mean) + Self.noticeable)
    }

    /// A month with less, half a percent of the year, counts as silent.
    private static let noticeable = 50

    /// What the rest of the year brought; nil where it is not over.
    var remaining: Int? { final.map { $0 - reached } }
}
