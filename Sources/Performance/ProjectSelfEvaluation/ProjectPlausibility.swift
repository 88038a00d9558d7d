package import Quantities

/// 自评预警: do the scores of a project fit the money it has spent?
///
/// - Source: seen in production systems for project self-evaluation.
package struct ProjectPlausibility: Hashable, Sendable {
    /// Σ of the indicator scores.
    package let indicatorScore: Points
    /// 预算执行率得分.
    package let budgetScore: Points
    package let execution: BudgetExecution

    package init(indicatorScore: Points, budgetScore: Points, execution: BudgetExecution) {
        self.indicatorScore = indicatorScore
        self.budgetScore = budgetScore
        self.execution = execution
    }

    package func findings(
        _ parameters: ProjectScoringParameters
    ) throws(ArithmeticError) -> [Finding] {
        var findings: [Finding] = []
        if let gap = try gap(parameters), gap > parameters.redWarningLimit {
            let message =
                "指标得分率比预算执行得分率高出\(try gap.percentText())，"
                + "超过\(try parameters.redWarningLimit.limitText)。请核对指标完成值，或说明少花钱多办事的原因。"
            findings.append(
                Finding("SC-WARN-RED", .answered, computed: try gap.percentText(), message))
        }
        let limit = try parameters.yellowWarningLimit.limitText
        let unspent = try unspentShare()
        if let unspent, unspent > parameters.yellowWarningLimit {
            let message = "还有\(try unspent.percentText())的预算没有支出，超过\(limit)。请说明原因。"
            findings.append(
                Finding("SC-WARN-YELLOW", .answered, computed: try unspent.percentText(), message))
        } else if unspent == nil {
            findings.append(
                Finding("SC-WARN-YELLOW", .answered, "全年预算数为0，无法核对支出进度。请核对预算数。"))
        }
        return findings
    }

    /// (a/90 − b/10) ÷ (a/90), where 90 and 10 stand for the two shares of 100.
    private func gap(_ parameters: ProjectScoringParameters) throws(ArithmeticError) -> Fraction? {
        let budgetWeight = parameters.budgetWeight
        guard indicatorScore > .zero, budgetWeight > .zero else { return nil }
        let rest = Points(hundredths: 10000) - budgetWeight
        let indicators = try indicatorScore.fraction.divided(by: rest.fraction)
        let budget = try budgetScore.fraction.divided(by: budgetWeight.fraction)
        return try indicators.subtracting(budget).divided(by: indicators)
    }

    private func unspentShare() throws(ArithmeticError) -> Fraction? {
        guard execution.adjustedBudget != .zero else { return nil }
        let left = execution.adjustedBudget.yuan
        return try left.subtracting(execution.annualExecution.yuan).divided(by: left)
    }
}

/// Σ(score × adjusted budget) ÷ Σ adjusted budget of a department's projects (项目自评加权平均分).
///
/// - Returns: nil where no budget stands behind the scores.
package func projectsAverage(
    of projects: [(score: Points, adjustedBudget: Money)]
) throws(ArithmeticError) -> Points? {
    let average = try RegionalActual.average(
        of: projects.map { RegionalActual(value: $0.score.fraction, money: $0.adjustedBudget) })
    guard let average else { return nil }
    return try Points(rounding: average)
}
