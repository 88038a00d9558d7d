package import Quantities

/// 绩效目标编报质量 Q of one form, 0…100: 100 less a penalty for each finding of target quality.
///
/// - Source: 绩效目标质量 §4: E 8, W unanswered 3, W answered 1, I 0; at most three of one rule count.
package struct GoalQuality: Hashable, Sendable {
    package let score: Int

    package static let perfect = GoalQuality(of: [])

    /// - Parameter findings: of target quality (TQ-) alone; others do not count.
    package init(of findings: [RecordedFinding]) {
        var penalties: [CheckID: [Int]] = [:]
        for recorded in findings where recorded.finding.ruleId.rawValue.hasPrefix("TQ-") {
            penalties[recorded.finding.ruleId, default: []].append(Self.penalty(recorded))
        }
        let sum = penalties.values.reduce(0) { sum, own in
            sum + own.sorted(by: >).prefix(Self.countedPerRule).reduce(0, +)
        }
        score = max(0, 100 - sum)
    }

    private static let countedPerRule = 3

    private static func penalty(_ recorded: RecordedFinding) -> Int {
        switch recorded.finding.level {
        case .blocking: 8
        case .answered: recorded.isAnswered ? 1 : 3
        case .shown: 0
        }
    }

    /// Q of a department: the budget-weighted mean of its projects (60 %) and its own form (40 %);
    /// without money behind its projects, its own form alone.
    package static func ofDepartment(
        form: GoalQuality, projects: [(quality: GoalQuality, budget: Money)]
    ) throws(ArithmeticError) -> Fraction {
        let own = Fraction(Int64(form.score))
        let mean = try RegionalActual.average(
            of: projects.map {
                RegionalActual(value: Fraction(Int64($0.quality.score)), money: $0.budget)
            })
        guard let mean else { return own }
        let share = ExactDecimal(mantissa: 6, scale: 1).fraction
        return try mean.multiplied(by: share)
            .adding(own.multiplied(by: Fraction.one.subtracting(share)))
    }
}
