package import Quantities

/// What a district knows of one 三级指标 of a project at the end of a quarter.
package struct DistrictIndicator: Hashable, Sendable {
    /// 指标编号, unique in its department.
    package var code: String
    package var name: String
    package var kind: IndicatorKind
    package var target: PerformanceIndicator.Target
    /// 分值.
    package var weight: Points
    /// 批复的年度指标值; nil where none is known.
    package var approvedTarget: PerformanceIndicator.Target?
    /// 截至期末完成值; nil while nothing is filled in.
    package var actual: ProjectSelfEvaluation.Actual?
    /// 上次监控时的完成值; nil where there was none.
    package var earlierActual: ProjectSelfEvaluation.Actual?
    package var origin: RuleInput.Origin
    /// 数据来源: what proves the actual; `""` where it was asked for and left empty, nil where not asked.
    package var dataSource: String?
    package var isTargetSetTooLow: Bool
    /// 偏差原因.
    package var deviationAnalysis: String
    /// 拟采取措施.
    package var remedy: String
    /// 不适用的理由; nil where it applies.
    package var notApplicableReason: String?
    /// 填报得分; nil where none was stated.
    package var statedScore: Points?
    /// 完成目标可能性; nil where none was stated.
    package var likelihood: CompletionLikelihood?

    package init(
        code: String, indicator: PerformanceIndicator,
        approvedTarget: PerformanceIndicator.Target? = nil,
        actual: ProjectSelfEvaluation.Actual? = nil,
        earlierActual: ProjectSelfEvaluation.Actual? = nil,
        origin: RuleInput.Origin = .judged(reason: "填报", evidence: []),
        dataSource: String? = nil,
        isTargetSetTooLow: Bool = false, deviationAnalysis: String = "", remedy: String = "",
        notApplicableReason: String? = nil, statedScore: Points? = nil,
        likelihood: CompletionLikelihood? = nil
    ) {
        self.code = code
        name = indicator.name
        kind = indicator.kind
        target = indicator.target
        weight = indicator.weight
        self.approvedTarget = approvedTarget
        self.actual = actual
        self.earlierActual = earlierActual
        self.origin = origin
        self.dataSource = dataSource
        self.isTargetSetTooLow = isTargetSetTooLow
        self.deviationAnalysis = deviationAnalysis
        self.remedy = remedy
        self.notApplicableReason = notApplicableReason
        self.statedScore = statedScore
        self.likelihood = likelihood
    }
}
