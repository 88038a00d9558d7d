package import Quantities

/// 预算执行率得分 of one project: min(1, 全年执行数 ÷ 全年预算数) × weight.
///
/// 全年预算数 is the adjusted budget with carry-over.
package struct BudgetExecution: Hashable, Sendable {
    package let adjustedBudget: Money
    package let annualExecution: Money

    package init(adjustedBudget: Money, annualExecution: Money) {
        self.adjustedBudget = adjustedBudget
        self.annualExecution = annualExecution
    }

    /// nil value where the budget is 0.
    package var rate: Ratio { Ratio(annualExecution, of: adjustedBudget) }

    package enum Outcome: Hashable, Sendable {
        case scored(Points, findings: [Finding])
        /// Budget and execution are 0: the project takes no part (zeroBudgetPolicy excludeProject).
        case projectExcluded
        /// Budget and execution are 0: the other points are re-based.
        case rebased
        /// The figures contradict each other.
        case refused(Finding)
    }

    package func outcome(
        _ parameters: ProjectScoringParameters
    ) throws(ArithmeticError) -> Outcome {
        let weight = parameters.budgetWeight
        let place = FindingPlace.form(FormPlace(form: "F05", field: "预算执行率"))
        guard let rate = rate.value, adjustedBudget > .zero else {
            guard adjustedBudget == .zero, annualExecution == .zero else {
                return .refused(
                    Finding(
                        "SC-ZERO-BUDGET", .blocking, at: [place],
                        "全年预算数为\(adjustedBudget.text(in: .tenThousandYuan))万元，"
                            + "全年执行数却为\(annualExecution.text(in: .tenThousandYuan))万元。"
                            + "请核对预算数和执行数。"))
            }
            switch parameters.zeroBudgetPolicy {
            case .excludeProject: return .projectExcluded
            case .full: return .scored(weight, findings: [])
            case .rebase: return .rebased
            }
        }
        let exact = try CappedRatio.whole.exactScore(of: weight, value: rate)
        let score = try Points(rounding: exact, decimals: parameters.leafDecimals)
        guard rate > .one else { return .scored(score, findings: []) }
        let finding = Finding(
            "CC-022", .answered, at: [place], computed: try rate.percentText(),
            "预算执行率为\(try rate.percentText())，超过100%，按100%计分。请说明超预算支出的原因。")
        return .scored(score, findings: [finding])
    }

    /// 支出率=执行数÷预算数 in words, for the leaf.
    func sentence(weight: Points) throws(ArithmeticError) -> String {
        let (top, bottom) = (annualExecution, adjustedBudget)
        let shown =
            "\(top.text(in: .yuan))÷\(bottom.text(in: .yuan))"
        guard let rate = rate.value else { return "预算执行率=\(shown)，分母为0，无法计算" }
        let clause = try CappedRatio.whole.clause(points: weight, value: rate)
        return "预算执行率=\(shown)=\(try rate.percentText())，\(clause)"
    }
}
