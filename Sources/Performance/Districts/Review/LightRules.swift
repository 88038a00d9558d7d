package import Quantities

/// Which light shines (亮灯), by the rules of early warning: what they do not warn of is green.
///
/// - Source: 流程 §8: EW-01 for money, EW-03 and EW-04 for indicators.
package struct LightRules: Sendable {
    private static let ofMoney: Set<CheckID> = ["EW-01"]
    private static let ofIndicators: Set<CheckID> = ["EW-03", "EW-04"]

    private let lexicon: Lexicon
    private let money: RuleSet?

    package init(_ rules: RuleBook) {
        lexicon = rules.lexicon
        money = rules.subject(ProgressFacts.subject).map { subject in
            RuleSet(rules.rules.filter { Self.ofMoney.contains($0.id) }, of: subject)
        }
    }

    /// 支出预警灯.
    ///
    /// - Parameter month: 1…12, the last one that is over.
    package func ofSpending(budget: Money, executed: Money, month: Int) -> MonitoringLight {
        guard let money else { return .green }
        let facts = EarlyWarningFacts.spending(
            of: "", month: month, budget: budget, executed: executed)
        let derived = lexicon.derived(from: facts, of: money.subject)
        var lights: [MonitoringLight] = []
        money.judge(money.subject.batch(of: [derived, facts])) { hit in
            if let light = money.light(of: hit) { lights.append(light) }
        }
        return lights.min() ?? .green
    }

    /// 指标预警灯, from what all rules say of the indicator's progress.
    func ofIndicator(_ verdict: RuleVerdict) -> MonitoringLight {
        verdict.findings.filter { Self.ofIndicators.contains($0.ruleId) }.compactMap(\.light).min()
            ?? .green
    }
}
