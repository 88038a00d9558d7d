package import Quantities

/// 绩效运行监控 of one unit on one day: money and goals of the department and of each project.
///
/// - Source: 财预〔2019〕136号; 表样 F03, F04.
package struct MonitoringSnapshot: Hashable, Sendable {
    package let unitCode: String
    package let unitName: String
    package let through: Day
    /// The journal entry that it stands on: the same day and number give the same snapshot.
    package let journalNumber: Int64
    package let department: MoneyStanding
    /// 基本支出, 人员经费, 公用经费, 项目支出.
    package let lines: [MoneyStanding]
    package let limits: [LimitStanding]
    package let projects: [ProjectStanding]
    /// The department's own indicators.
    package let indicators: [IndicatorStanding]

    package init(
        unitCode: String, unitName: String, through: Day, journalNumber: Int64,
        department: MoneyStanding, lines: [MoneyStanding], limits: [LimitStanding],
        projects: [ProjectStanding], indicators: [IndicatorStanding]
    ) {
        self.unitCode = unitCode
        self.unitName = unitName
        self.through = through
        self.journalNumber = journalNumber
        self.department = department
        self.lines = lines
        self.limits = limits
        self.projects = projects
        self.indicators = indicators
    }

    package var allIndicators: [IndicatorStanding] {
        indicators + projects.flatMap(\.indicators)
    }

    /// 双监控: money and goal of the department, then of each project.
    package var dualLights: [DualLight] {
        // The department answers for its projects' goals too.
        let goal = MonitoringLight.ofGoal(allIndicators.compactMap(\.light))
        return [
            DualLight(
                level: .department, name: unitName, money: department.progress.light, goal: goal)
        ]
            + projects.map {
                DualLight(
                    level: .project, name: $0.money.name, money: $0.money.progress.light,
                    goal: $0.goalLight)
            }
    }
}

/// One project in a snapshot.
package struct ProjectStanding: Hashable, Sendable {
    package let money: MoneyStanding
    /// 负责科室; "" where none is registered.
    package let office: String
    package let indicators: [IndicatorStanding]

    package init(money: MoneyStanding, office: String, indicators: [IndicatorStanding]) {
        self.money = money
        self.office = office
        self.indicators = indicators
    }

    /// The worst of its indicators; nil where none can be judged.
    package var goalLight: MonitoringLight? {
        .ofGoal(indicators.compactMap(\.light))
    }
}

/// Two lights of one level (双监控).
package struct DualLight: Hashable, Sendable {
    package let level: MonitoredLevel
    package let name: String
    package let money: MonitoringLight
    /// nil where no indicator can be judged yet.
    package let goal: MonitoringLight?

    package subscript(object: MonitoredObject) -> MonitoringLight? {
        object == .money ? money : goal
    }

    /// 支出 not in order → red; 支出 in order, goals not → yellow; both → green.
    package var together: MonitoringLight {
        .ofDepartment(
            isExecutionInOrder: money >= .green, areGoalsInOrder: goal ?? .green >= .green)
    }
}

extension MonitoringSnapshot {
    /// Whether something is red or an alarm rings.
    package var asksForAction: Bool {
        let money = ([department] + lines + projects.map(\.money)).filter { !$0.isEmpty }
        return money.contains { $0.progress.light == .red || $0.rings }
            || limits.contains { $0.light == .red }
            || allIndicators.contains { $0.light == .red || $0.rings }
    }
}
