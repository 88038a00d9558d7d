package import Quantities

/// What a district knows of one project (项目) at the end of a quarter.
package struct DistrictProject: Hashable, Sendable {
    package var name: String
    /// 批复的项目名称.
    package var approvedName: String
    /// 别名: other names that are registered for it.
    package var aliases: Set<String>
    /// 负责科室; empty where none is named.
    package var office: String
    /// 责任人 (岗位或姓名); empty where none is named.
    package var responsiblePerson: String
    /// 批复预算数.
    package var approvedBudget: Money
    /// 绩效目标表的年度资金总额; nil where no form was handed in.
    package var formBudget: Money?
    /// 调整预算数.
    package var adjustedBudget: Money
    /// 执行数, as the books have it.
    package var execution: QuarterlyAmounts
    /// 累计执行数, as the monitoring form states it; nil where it was not filled in.
    package var formExecution: Money?
    /// 年度总体目标.
    package var goalText: String
    /// 填报总分 and 等次; nil where none was stated.
    package var statedTotal: Points?
    package var statedGrade: String?
    /// Rules whose warnings the department has answered with a reason.
    package var answeredRules: Set<CheckID>
    package var recordedFindings: [RecordedFinding]
    /// Issues that concern this project; those of no project stand with the department.
    package var rectification: RectificationCounts
    package var indicators: [IndicatorID] = []

    package init(
        name: String, approvedName: String? = nil, aliases: Set<String> = [],
        office: String = "", responsiblePerson: String = "", approvedBudget: Money,
        formBudget: Money? = nil, adjustedBudget: Money, execution: QuarterlyAmounts,
        formExecution: Money? = nil,
        goalText: String, statedTotal: Points? = nil, statedGrade: String? = nil,
        answeredRules: Set<CheckID> = [], recordedFindings: [RecordedFinding] = [],
        rectification: RectificationCounts = RectificationCounts()
    ) {
        self.name = name
        self.approvedName = approvedName ?? name
        self.aliases = aliases
        self.office = office
        self.responsiblePerson = responsiblePerson
        self.approvedBudget = approvedBudget
        self.formBudget = formBudget
        self.adjustedBudget = adjustedBudget
        self.execution = execution
        self.formExecution = formExecution
        self.goalText = goalText
        self.statedTotal = statedTotal
        self.statedGrade = statedGrade
        self.answeredRules = answeredRules
        self.recordedFindings = recordedFindings
        self.rectification = rectification
    }
}
