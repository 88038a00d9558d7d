package import Quantities

/// How far one budget is spent on a day (执行进度): the department's, a project's, a kind of expense.
package struct MoneyStanding: Hashable, Sendable {
    package let name: String
    /// 年初预算.
    package let initialBudget: Money
    /// 调整预算 (全年预算数).
    package let adjustedBudget: Money
    /// 累计执行数.
    package let executed: Money
    /// The share of the year's budget that time, or the filed plan, asks for by the day.
    package let expected: Fraction
    /// Whether `expected` comes from a filed 用款计划.
    package let followsPlan: Bool
    /// Executed ÷ budget ÷ expected, with its light.
    package let progress: MonitoredProgress
    /// nil where nothing is budgeted or no month is over.
    package let forecast: YearEndForecast?

    package init(
        name: String, initialBudget: Money, adjustedBudget: Money, executed: Money,
        expected: Fraction, followsPlan: Bool = false, forecast: YearEndForecast? = nil
    ) throws(ArithmeticError) {
        self.name = name
        self.initialBudget = initialBudget
        self.adjustedBudget = adjustedBudget
        self.executed = executed
        self.expected = expected
        self.followsPlan = followsPlan
        self.forecast = forecast
        progress = try MonitoredProgress.ofBudget(
            executed: executed, budget: adjustedBudget, expected: expected)
    }

    /// 执行率; nil where nothing is budgeted.
    package var rate: Fraction? { Ratio(executed, of: adjustedBudget).value }

    /// 执行率 − 应有进度, in parts of one; nil where nothing is budgeted.
    package var gap: Fraction? { rate.flatMap { try? $0.subtracting(expected) } }

    package var isOverspent: Bool { executed > adjustedBudget }

    /// Without a budget and without spending there is nothing to watch.
    package var isEmpty: Bool { adjustedBudget == .zero && executed == .zero }

    /// Whether the year will more likely miss 80 % than not.
    package var rings: Bool { forecast.map { YearEndAlarm.rings($0, .money) } ?? false }

    package var suggestedLikelihood: CompletionLikelihood? {
        forecast?.likelihood(ofReaching: YearEndAlarm.limit(of: .money))
    }
}

/// How much of a limit is used (控制数使用): 三公经费, 一般性支出压减.
package struct LimitStanding: Hashable, Sendable {
    /// Whether the amount must stay below the limit, or must reach it.
    package enum Kind: String, Hashable, Sendable {
        case ceiling = "不得超过"
        case requirement = "应当达到"
    }

    package let name: String
    package let kind: Kind
    /// nil where none is known.
    package let limit: Money?
    package let amount: Money
    /// The share of the year that is over.
    package let expected: Fraction

    package init(name: String, kind: Kind, limit: Money?, amount: Money, expected: Fraction) {
        self.name = name
        self.kind = kind
        self.limit = limit
        self.amount = amount
        self.expected = expected
    }

    /// amount ÷ limit; nil without a limit above 0.
    package var share: Fraction? { limit.flatMap { Ratio(amount, of: $0).value } }

    /// A ceiling: over it red; above 120 % of the time elapsed red, above 100 % yellow. A requirement:
    /// by the rule of budgets; reached is green. nil where there is no limit.
    ///
    /// - Source: 流程 §8, EW-09 and EW-01.
    package var light: MonitoringLight? {
        guard let limit else { return nil }
        switch kind {
        case .requirement:
            if amount >= limit { return .green }
            return try? MonitoredProgress.ofBudget(
                executed: amount, budget: limit, expected: expected
            ).light
        case .ceiling:
            if amount > limit { return .red }
            guard let share, expected > .zero, let used = try? share.divided(by: expected)
            else { return .green }
            return used > Self.tolerated ? .red : used > .one ? .yellow : .green
        }
    }

    private static let tolerated = ExactDecimal(mantissa: 120, scale: 2).fraction
}
