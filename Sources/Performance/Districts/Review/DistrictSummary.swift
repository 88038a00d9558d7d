package import Quantities

/// What a bulletin says of all departments together (总体情况).
package struct DistrictSummary: Hashable, Sendable {
    /// In the order of ranks; departments without budget last, by code.
    package let lines: [DepartmentLine]
    package let execution: ExecutionStanding
    package let goals: GoalStanding
    package let tally: FindingTally
    package let rectification: RectificationCounts
    package let projectCount: Int

    package func count(_ light: MonitoringLight) -> Int {
        lines.count { $0.execution.light == light }
    }

    package func count(_ submission: QuarterlySubmission) -> Int {
        lines.count { $0.submission == submission }
    }
}

/// The results of one office or one responsible person (科室、责任人绩效结果), for 干部考核.
package struct OfficeResult: Hashable, Sendable {
    package let department: DepartmentID
    package let office: String
    package let person: String
    package let projectCount: Int
    package let execution: ExecutionStanding
    package let goals: GoalStanding
    /// 项目自评加权平均分; nil where no project has a total.
    package let average: Points?
    package let grade: String?
    /// 审核发现, early warnings included.
    package let findingCount: Int
    /// 其中预警.
    package let warningCount: Int
}
