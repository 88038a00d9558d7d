import Formulas
import Performance
import Quantities
import Seeds
import Testing

@testable import Packs

/// Rules whose arithmetic the program has too say the same as the program does.
@Suite("Rules agree with the scores and lights")
struct RuleAgreementTests {
    @Test("EW-01 shows the light of the budget")
    func budgetLight() throws {
        var random = RandomSource()
        let book = try BuiltInRules.book()
        for _ in 0..<500 {
            let budget = Money(fen: random.chance(5) ? 0 : random.number(below: 100_000_000))
            let executed = Money(fen: random.number(below: 100_000_000))
            let month = random.number(1...12)
            let light = try MonitoredProgress.ofBudget(
                executed: executed, budget: budget, month: month
            ).light
            let found = book.findings(
                of: [
                    [
                        "口径": .text("支出"), "月份": .number(Fraction(Int64(month))),
                        "预算数": .number(budget.yuan), "执行数": .number(executed.yuan),
                    ]
                ], subject: "执行进度"
            ).first { $0.ruleId == "EW-01" }?.light
            #expect(found ?? .green == light, "\(executed) of \(budget) in \(month)")
        }
    }

    @Test("EW-03 shows the light of a positive indicator")
    func indicatorLight() throws {
        var random = RandomSource()
        let book = try BuiltInRules.book()
        for _ in 0..<500 {
            let target = Fraction(Int64(random.number(1...400)))
            let actual = Fraction(Int64(random.number(0...500)))
            let month = random.number(1...12)
            let monitored = try #require(
                try MonitoredProgress.ofPositive(actual: actual, target: target, month: month))
            let found = book.findings(
                of: [
                    [
                        "方向": .text("正向"), "进度": .number(monitored.progress),
                        "全年比例": .number(try actual.divided(by: target)),
                        "完成值": .number(actual), "指标值": .number(target),
                    ]
                ], subject: "指标进度"
            ).first { $0.ruleId == "EW-03" }?.light
            #expect(found ?? .green == monitored.light, "\(actual) of \(target) in \(month)")
        }
    }

    @Test("SC-WARN-RED and SC-WARN-YELLOW warn where the plausibility check does")
    func plausibility() throws {
        var random = RandomSource()
        let book = try BuiltInRules.book()
        let scheme = try #require(
            try SchemeSamples.pack.get().projectScheme("project-self-evaluation-2020"))
        for _ in 0..<500 {
            let scores = Points(hundredths: Int64(random.number(0...9000)))
            let budgetScore = Points(hundredths: Int64(random.number(0...1000)))
            let budget = Money(fen: random.chance(10) ? 0 : random.number(below: 1_000_000))
            let executed = Money(fen: random.number(below: 1_000_000))
            let expected = try ProjectPlausibility(
                indicatorScore: scores, budgetScore: budgetScore,
                execution: BudgetExecution(adjustedBudget: budget, annualExecution: executed)
            ).findings(scheme.parameters).map(\.ruleId)
            let found = book.findings(
                of: [
                    [
                        "指标得分": .number(scores.fraction), "预算得分": .number(budgetScore.fraction),
                        "预算分值": .number(Fraction(10)), "全年预算": .number(budget.yuan),
                        "全年执行": .number(executed.yuan),
                    ]
                ], subject: "自评表"
            ).map(\.ruleId).filter { $0.rawValue.hasPrefix("SC-WARN") }
            #expect(found == expected, "\(scores) \(budgetScore) \(budget) \(executed)")
        }
    }
}
