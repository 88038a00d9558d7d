package import Quantities

/// The self-evaluation of one project (项目支出绩效自评) as it is filled in.
package struct ProjectSelfEvaluation: Hashable, Sendable {
    package let projectName: String
    package let execution: BudgetExecution
    package let rows: [Row]

    package init(projectName: String, execution: BudgetExecution, rows: [Row]) {
        self.projectName = projectName
        self.execution = execution
        self.rows = rows
    }

    /// One indicator with what was reached.
    package struct Row: Hashable, Sendable {
        package let indicator: PerformanceIndicator
        /// nil while nothing is filled in.
        package let actual: Actual?
        /// Whether the actual was measured or judged.
        package let origin: RuleInput.Origin
        /// 年初指标值设定明显偏低, as the reviewer or the author answers.
        package let isTargetSetTooLow: Bool
        /// 偏差原因分析及改进措施; "" while empty.
        package let deviationAnalysis: String
        /// Why the indicator does not apply; nil where it does.
        package let notApplicableReason: String?

        package init(
            indicator: PerformanceIndicator, actual: Actual?, origin: RuleInput.Origin,
            isTargetSetTooLow: Bool = false, deviationAnalysis: String = "",
            notApplicableReason: String? = nil
        ) {
            self.indicator = indicator
            self.actual = actual
            self.origin = origin
            self.isTargetSetTooLow = isTargetSetTooLow
            self.deviationAnalysis = deviationAnalysis
            self.notApplicableReason = notApplicableReason
        }
    }

    /// 完成值.
    package enum Actual: Hashable, Sendable {
        /// In base units: 20 万元 is 200000 元.
        case quantity(Quantity)
        case day(Day)
        /// The ratio inside the tier; nil takes the suggested one.
        case tier(QualitativeTier, ratio: Fraction?)
    }
}

/// The result of a project's self-evaluation.
package struct ProjectEvaluation: Hashable, Sendable {
    package enum Total: Hashable, Sendable {
        case complete(score: Points, grade: String)
        /// While anything is missing there is no total out of 100 and no grade.
        case partial(evaluatedPoints: Points, score: Points, missingPoints: Points)
        /// Budget and execution are 0: the project takes no part.
        case excluded
    }

    /// 预算执行率; notApplicable where it is re-based or the project is excluded.
    package let budget: LeafResult
    /// In the order of the rows.
    package let indicators: [LeafResult]
    package let total: Total
    /// All findings: of the leaves, the weights and the plausibility of the whole.
    package let findings: [Finding]

    /// What users read as the result.
    package var totalSentence: String {
        switch total {
        case .complete(let score, let grade): "总分 \(score.text) 分，等次为“\(grade)”"
        case .partial(let evaluated, let score, let missing):
            "已评 \(evaluated.shortText) 分得 \(score.text) 分，缺 \(missing.shortText) 分未评"
        case .excluded: "全年预算数和执行数均为0，本项目不参加评分"
        }
    }
}
