package import Performance
package import Quantities

/// One line of 附表2 绩效监控红黄灯清单: an indicator that shines red or yellow.
package struct AttentionLine: Hashable, Sendable {
    package let department: String
    package let project: String
    package let indicator: String
    /// 年度指标值.
    package let target: String
    /// 截至期末完成值; `—` where nothing is filled in.
    package let actual: String
    /// 完成率; nil where the target is no number above 0.
    package let completion: Fraction?
    package let light: MonitoringLight
    package let likelihood: String
    package let cause: String
    package let remedy: String

    /// By department in the order of ranks; within it as the forms have them, red before yellow.
    static func lines(
        of review: DistrictReview, in summary: DistrictSummary
    ) throws -> [AttentionLine] {
        var lines: [AttentionLine] = []
        for department in summary.lines {
            var own: [AttentionLine] = []
            for project in review.district[department.id].projects {
                for indicator in review.district[project].indicators {
                    let state = try review.light(of: indicator)
                    guard let light = state.light, light == .red || light == .yellow
                    else { continue }
                    own.append(
                        try AttentionLine(
                            review.district[indicator], state, light,
                            project: review.district[project].name, department: department.name))
                }
            }
            lines += own.filter { $0.light == .red } + own.filter { $0.light == .yellow }
        }
        return lines
    }

    private init(
        _ indicator: DistrictIndicator, _ state: IndicatorLight, _ light: MonitoringLight,
        project: String, department: String
    ) throws {
        self.department = department
        self.project = project
        self.indicator = indicator.name
        target = try indicator.target.text()
        actual = try indicator.actual?.text(in: indicator.target.unit) ?? FigureFormat.absent
        completion = state.completion
        self.light = light
        likelihood = indicator.likelihood?.rawValue ?? ""
        cause = indicator.deviationAnalysis
        remedy = indicator.remedy
    }
}

/// The execution of one project, for a department's own bulletin.
package struct ProjectLine: Hashable, Sendable {
    package let office: String
    package let name: String
    package let execution: ExecutionStanding
    package let goals: GoalStanding
    /// nil where the adjusted budget is 0.
    package let rank: Int?

    /// Ranked as departments are: by rate, then budget, then name.
    static func lines(
        of review: DistrictReview, in summary: DistrictSummary
    ) throws -> [ProjectLine] {
        var entries: [(office: String, goals: GoalStanding, entry: ExecutionRanking.Entry)] = []
        for department in summary.lines {
            for project in review.district[department.id].projects {
                entries.append(
                    (
                        department.name, try review.goals(of: project),
                        .init(
                            code: review.district[project].name,
                            execution: try review.execution(of: project))
                    ))
            }
        }
        entries.sort { ExecutionRanking.precedes($0.entry, $1.entry) }
        return entries.enumerated().map { place, line in
            ProjectLine(
                office: line.office, name: line.entry.code, execution: line.entry.execution,
                goals: line.goals, rank: line.entry.execution.budget > .zero ? place + 1 : nil)
        }
    }
}
