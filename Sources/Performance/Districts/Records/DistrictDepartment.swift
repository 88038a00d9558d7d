package import Quantities

/// What a district knows of one department (部门) at the end of a quarter.
package struct DistrictDepartment: Hashable, Sendable {
    /// 单位代码; settles the last tie of a ranking.
    package var code: String
    package var name: String
    /// 基本支出 (人员经费 and 公用经费) 调整预算数.
    package var basicBudget: Money
    /// 基本支出执行数.
    package var basicExecution: QuarterlyAmounts
    /// 项目支出预算数, as the department's own form states it; nil where it was not filled in.
    package var statedProjectBudget: Money?
    /// 项目支出累计执行数, as the department's own form states it.
    package var statedProjectExecution: Money?
    /// 半位: half of the last place that the two stated sums are written to; 0 where they are exact.
    package var statedHalfPlace: Money
    package var submission: QuarterlySubmission
    /// Issues that concern no single project.
    package var rectification: RectificationCounts
    /// Findings about the department's own form that other rooms made, such as by lint.
    package var recordedFindings: [RecordedFinding]
    package var projects: [ProjectID] = []

    package init(
        code: String, name: String, basicBudget: Money = .zero,
        basicExecution: QuarterlyAmounts = QuarterlyAmounts(), statedProjectBudget: Money? = nil,
        statedProjectExecution: Money? = nil, statedHalfPlace: Money = .zero,
        submission: QuarterlySubmission = .inTime,
        rectification: RectificationCounts = RectificationCounts(),
        recordedFindings: [RecordedFinding] = []
    ) {
        self.code = code
        self.name = name
        self.basicBudget = basicBudget
        self.basicExecution = basicExecution
        self.statedProjectBudget = statedProjectBudget
        self.statedProjectExecution = statedProjectExecution
        self.statedHalfPlace = statedHalfPlace
        self.submission = submission
        self.rectification = rectification
        self.recordedFindings = recordedFindings
    }
}

/// Whether the quarter's data came in by the cut-off (报送情况).
package enum QuarterlySubmission: String, Hashable, Sendable, CaseIterable {
    case inTime = "按时报送"
    case late = "逾期报送"
    case missing = "未报送"
}

/// 整改 in numbers, as the quarter's end finds it.
package struct RectificationCounts: Hashable, Sendable {
    /// 本季新增.
    package var new: Int
    /// 应整改: all that were issued and not withdrawn.
    package var due: Int
    /// 已销号.
    package var closed: Int
    /// 其中按期销号.
    package var closedInTime: Int
    /// 逾期: open after their due day.
    package var overdue: Int

    package init(
        new: Int = 0, due: Int = 0, closed: Int = 0, closedInTime: Int = 0, overdue: Int = 0
    ) {
        self.new = new
        self.due = due
        self.closed = closed
        self.closedInTime = closedInTime
        self.overdue = overdue
    }

    /// 整改中: neither closed nor overdue.
    package var inProgress: Int { due - closed - overdue }

    /// 整改率 = closed in time ÷ due; undefined where nothing was due.
    package var rate: Ratio { Ratio(Fraction(Int64(closedInTime)), of: Fraction(Int64(due))) }

    package static func + (lhs: Self, rhs: Self) -> Self {
        Self(
            new: lhs.new + rhs.new, due: lhs.due + rhs.due, closed: lhs.closed + rhs.closed,
            closedInTime: lhs.closedInTime + rhs.closedInTime, overdue: lhs.overdue + rhs.overdue)
    }
}

/// A finding that was made elsewhere, and whether somebody has given a reason for it (已答复).
package struct RecordedFinding: Hashable, Sendable {
    package let finding: Finding
    package let isAnswered: Bool

    package init(_ finding: Finding, isAnswered: Bool = false) {
        self.finding = finding
        self.isAnswered = isAnswered
    }
}
