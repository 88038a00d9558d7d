import Performance
import Quantities

/// The filed 用款计划 of a book by project or kind of expense: cumulative 分 of twelve months.
struct PaymentPlans {
    private var plans: [String: [Int: Int64]] = [:]

    init(_ desk: BookDesk) {
        for row in desk.paymentPlans {
            guard let month = row.number("月份").flatMap({ Int(exactly: $0.mantissa) }),
                let planned = row.money("累计金额")
            else { continue }
            plans[row.text("项目"), default: [:]][month, default: 0] += planned.fen
        }
    }

    /// nil where not all twelve months are filed, or the last asks for nothing.
    func plan(of name: String) -> [Int64]? {
        let months = (1...12).compactMap { plans[name]?[$0] }
        return months.count == 12 && months[11] > 0 ? months : nil
    }

    /// The share of the year's plan that is to be spent by the end of a month; nil without a plan.
    func expected(of name: String, month: Int) -> Fraction? {
        plan(of: name).flatMap { plan in
            let planned = month == 0 ? 0 : plan[month - 1]
            return Ratio(Money(fen: planned), of: Money(fen: plan[11])).value
        }
    }
}
