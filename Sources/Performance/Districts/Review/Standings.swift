package import Quantities

/// How the money of a project, a department or a district has been spent by the quarter's end.
package struct ExecutionStanding: Hashable, Sendable {
    /// 调整预算数.
    package let budget: Money
    /// 累计执行数.
    package let executed: Money
    /// 累计执行数 at the end of the quarter before; nil in the first.
    package let executedBefore: Money?
    package let light: MonitoringLight
    /// 执行率; undefined where the budget is 0.
    package var rate: Ratio { Ratio(executed, of: budget) }
    /// 上季执行率.
    package var rateBefore: Ratio? { executedBefore.map { Ratio($0, of: budget) } }

    package init(
        budget: Money, execution: QuarterlyAmounts, _ quarter: Quarter, _ lights: LightRules
    ) throws(ArithmeticError) {
        let executed = try execution.through(quarter)
        let before: Money? =
            if let previous = quarter.previous { try execution.through(previous) } else { nil }
        self.init(
            budget: budget, executed: executed, executedBefore: before, quarter, lights)
    }

    package init(
        budget: Money, executed: Money, executedBefore: Money?, _ quarter: Quarter,
        _ lights: LightRules
    ) {
        self.budget = budget
        self.executed = executed
        self.executedBefore = executedBefore
        light = lights.ofSpending(budget: budget, executed: executed, month: quarter.month)
    }

    /// Sums parts; their lights do not count, the sum has its own.
    package static func sum(
        _ parts: [ExecutionStanding], _ quarter: Quarter, _ lights: LightRules
    ) throws(ArithmeticError) -> ExecutionStanding {
        let before: Money? =
            quarter.previous == nil ? nil : try Money.sum(parts.compactMap(\.executedBefore))
        return ExecutionStanding(
            budget: try Money.sum(parts.map(\.budget)),
            executed: try Money.sum(parts.map(\.executed)),
            executedBefore: before, quarter, lights)
    }

    /// 与序时差 = 执行率 − 序时进度; nil where there is no rate.
    package func gap(to progress: Fraction) throws(ArithmeticError) -> Fraction? {
        guard let rate = rate.value else { return nil }
        return try rate.subtracting(progress)
    }
}

/// How the goals of a project or a department stand.
package struct GoalStanding: Hashable, Sendable {
    package let counts: LightCounts
    /// The worst light; nil where none shines.
    package let light: MonitoringLight?

    package init(_ lights: [MonitoringLight?]) {
        counts = LightCounts(lights)
        light = MonitoringLight.ofGoal(lights.compactMap { $0 })
    }

    package static func + (lhs: Self, rhs: Self) -> Self {
        Self(
            counts: lhs.counts + rhs.counts,
            light: [lhs.light, rhs.light].compactMap { $0 }.min())
    }

    private init(counts: LightCounts, light: MonitoringLight?) {
        self.counts = counts
        self.light = light
    }
}

/// What the projects of a department came to.
package struct DepartmentScore: Hashable, Sendable {
    /// 项目自评加权平均分; nil where no project has a total.
    package let projectsAverage: Points?
    package let grade: String?
    /// 绩效目标编报质量 Q; the department's own form's where no money stands behind its projects.
    package let quality: QualityScore
    /// Projects that have no total yet.
    package let unscoredProjects: Int
}

/// Findings counted by rule.
package struct FindingTally: Hashable, Sendable {
    package private(set) var byRule: [CheckID: Int] = [:]
    package private(set) var byLevel: [FindingLevel: Int] = [:]

    package init(_ findings: some Sequence<Finding> = []) {
        for finding in findings {
            byRule[finding.ruleId, default: 0] += 1
            byLevel[finding.level, default: 0] += 1
        }
    }

    package subscript(rule: CheckID) -> Int { byRule[rule, default: 0] }
    package subscript(level: FindingLevel) -> Int { byLevel[level, default: 0] }
    package var count: Int { byLevel.values.reduce(0, +) }
    /// Early warnings, which tell of risks and not of mistakes.
    package var warnings: Int { count(of: "EW-") }

    /// How many findings have an id that begins so, such as `TQ-`.
    package func count(of family: String) -> Int {
        byRule.reduce(0) { $1.key.rawValue.hasPrefix(family) ? $0 + $1.value : $0 }
    }

    package static func += (lhs: inout Self, rhs: Self) {
        if rhs.byRule.isEmpty { return }
        lhs.byRule.merge(rhs.byRule, uniquingKeysWith: +)
        lhs.byLevel.merge(rhs.byLevel, uniquingKeysWith: +)
    }
}
