package import Quantities

/// What the lint knows besides the form itself (对照数据); nothing is guessed where it is not given.
package struct LintContext: Sendable {
    /// 批复预算 of the project or the department.
    package var approvedBudget: Money?
    /// The projects in the approved budget, for the department's form.
    package var approvedProjects: [ApprovedProject]
    /// Goals of other projects, by project.
    package var otherGoals: [String: String]
    /// The same form of the year before.
    package var lastYear: FormContent?
    /// Measures that can prove an indicator, by the indicator's name.
    package var measures: [String: String]
    /// 分值 of each 一级指标; nil checks no weights.
    package var weights: [IndicatorCategory: Points]?
    /// The approved form of goals (批复的目标表) behind a self-evaluation.
    package var approvedGoals: FormContent?
    /// How projects are scored; nil checks no tiers.
    package var scoring: ProjectScoringParameters?
    /// 账务支出 of the project.
    package var bookedExpenditure: Money?
    /// 监控完成值 of indicators that only grow, by name.
    package var monitored: [String: Fraction]
    /// What earlier years say, by the indicator's name.
    package var history: [String: IndicatorHistory] = [:]
    /// nil where nothing is known of adjustments.
    package var adjustment: BudgetAdjustment?

    /// A project of the approved budget (批复项目).
    package struct ApprovedProject: Hashable, Sendable {
        package let name: String
        package let budget: Money
        /// The name on its form; nil where it has none.
        package let nameOnForm: String?
        /// Whether that name is registered as an alias.
        package let isAlias: Bool

        package init(name: String, budget: Money, nameOnForm: String?, isAlias: Bool = false) {
            self.name = name
            self.budget = budget
            self.nameOnForm = nameOnForm
            self.isAlias = isAlias
        }
    }

    package init(
        approvedBudget: Money? = nil, approvedProjects: [ApprovedProject] = [],
        otherGoals: [String: String] = [:], lastYear: FormContent? = nil,
        measures: [String: String] = [:], weights: [IndicatorCategory: Points]? = nil,
        approvedGoals: FormContent? = nil, scoring: ProjectScoringParameters? = nil,
        bookedExpenditure: Money? = nil, monitored: [String: Fraction] = [:]
    ) {
        self.approvedBudget = approvedBudget
        self.approvedProjects = approvedProjects
        self.otherGoals = otherGoals
        self.lastYear = lastYear
        self.measures = measures
        self.weights = weights
        self.approvedGoals = approvedGoals
        self.scoring = scoring
        self.bookedExpenditure = bookedExpenditure
        self.monitored = monitored
    }
}
