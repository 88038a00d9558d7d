import Formulas
package import Quantities

/// The facts that warnings are judged by (预警事实): named values of one thing on one day. The
/// thresholds are rules; nothing here knows them.
///
/// - Source: 流程 §8, EW-01…EW-13.
package struct EarlyWarningFacts: Hashable, Sendable {
    /// What a rule speaks of: 执行进度, 指标进度, 期限, 台账, 自评.
    package let subject: String
    package let values: Facts
    /// What it is about: 部门整体, a project's name, an indicator's number, a ledger.
    package let object: String
    /// Who answers for it: an office; "" where nobody is registered.
    package let owner: String

    private init(
        _ subject: String, of object: String, owner: String, _ values: Facts
    ) {
        self.subject = subject
        self.object = object
        self.owner = owner
        self.values = values
    }

    /// EW-01, EW-02, EW-06, EW-07: one budget; amounts in 元.
    package static func execution(
        _ standing: MoneyStanding, month: Int, owner: String
    ) -> EarlyWarningFacts {
        var values = spending(
            of: standing.name, month: month, budget: standing.adjustedBudget,
            executed: standing.executed)
        if standing.followsPlan { values["应有进度"] = .number(standing.expected) }
        if let forecast = standing.forecast {
            values["年末执行率预计"] = .number(share(forecast.middle))
            values["年末执行不足可能性"] = .number(
                forecast.outcomes.probability(below: YearEndAlarm.limit(of: .money)))
        }
        return EarlyWarningFacts("执行进度", of: standing.name, owner: owner, values)
    }

    /// What one budget has come to by the end of a month, with nothing known of a plan or a forecast.
    package static func spending(
        of name: String, month: Int, budget: Money, executed: Money
    ) -> Facts {
        money(name, kind: "支出", month, budget: budget, executed: executed)
    }

    /// EW-09: 三公经费 against its budget.
    package static func threePublic(
        _ standing: LimitStanding, month: Int, owner: String
    ) -> EarlyWarningFacts {
        EarlyWarningFacts(
            "执行进度", of: standing.name, owner: owner,
            money(
                standing.name, kind: "三公经费", month, budget: standing.limit ?? .zero,
                executed: standing.amount))
    }

    /// EW-03, EW-04, EW-05 and whether anything proves the actual.
    package static func indicator(
        _ standing: IndicatorStanding, owner: String
    ) -> EarlyWarningFacts {
        let likelihood = standing.entry?.likelihood ?? standing.suggestedLikelihood
        return EarlyWarningFacts(
            "指标进度", of: standing.id, owner: owner,
            [
                "三级指标": .text(standing.name), "方向": .text(standing.direction.rawValue),
                "进度": number(standing.progress?.progress), "全年比例": number(standing.yearShare),
                "完成值": number(standing.actual), "指标值": number(standing.target),
                "完成可能性": likelihood.map { .text($0.rawValue) } ?? .missing,
                "有佐证": .truth(standing.proof != .none),
            ])
    }

    /// EW-08, EW-10, EW-13: something with a due day; the days left are below 0 when it is overdue.
    package static func deadline(
        _ matter: String, kind: String, isDone: Bool, due: Day, on day: Day, owner: String
    ) -> EarlyWarningFacts {
        EarlyWarningFacts(
            "期限", of: matter, owner: owner,
            [
                "事项": .text(matter), "种类": .text(kind), "已完成": .truth(isDone),
                "剩余天数": count(due.daysSinceEpoch - day.daysSinceEpoch),
            ])
    }

    /// EW-11, EW-12: something that is to be done within so many days of a beginning.
    package static func elapsed(
        _ matter: String, kind: String, isDone: Bool, since start: Day, on day: Day, owner: String
    ) -> EarlyWarningFacts {
        EarlyWarningFacts(
            "期限", of: matter, owner: owner,
            [
                "事项": .text(matter), "种类": .text(kind), "已完成": .truth(isDone),
                "已过天数": count(max(day.daysSinceEpoch - start.daysSinceEpoch, 0)),
            ])
    }

    /// A ledger that nobody writes in: days since its last row, or since the year began.
    package static func silence(
        ofLedger ledger: String, lastRow: Day?, on day: Day, owner: String
    ) -> EarlyWarningFacts? {
        guard let start = lastRow ?? Day(year: day.year, month: 1, day: 1) else { return nil }
        return EarlyWarningFacts(
            "台账", of: ledger, owner: owner,
            [
                "台账名称": .text(ledger),
                "静默天数": count(max(day.daysSinceEpoch - start.daysSinceEpoch, 0)),
                "有记录": .truth(lastRow != nil),
            ])
    }

    /// A self-score beside what the ledgers give, in 分.
    package static func selfScore(
        _ name: String, claimed: Points, computed: Points, owner: String
    ) -> EarlyWarningFacts {
        EarlyWarningFacts(
            "自评", of: name, owner: owner,
            [
                "名称": .text(name), "自评得分": .number(claimed.fraction),
                "测算得分": .number(computed.fraction),
            ])
    }

    private static func money(
        _ name: String, kind: String, _ month: Int, budget: Money, executed: Money
    ) -> Facts {
        [
            "名称": .text(name), "口径": .text(kind), "月份": count(month),
            "预算数": .number(budget.yuan), "执行数": .number(executed.yuan),
        ]
    }

    private static func number(_ value: Fraction?) -> FormulaValue {
        value.map { .number($0) } ?? .missing
    }

    private static func count(_ value: Int) -> FormulaValue { .number(Fraction(Int64(value))) }

    private static func share(_ tenThousandths: Int) -> Fraction {
        ExactDecimal(mantissa: Int128(tenThousandths), scale: 4).fraction
    }
}
