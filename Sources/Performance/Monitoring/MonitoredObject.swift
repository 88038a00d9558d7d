/// What 双监控 watches: how the money is spent, and how the goals are reached.
///
/// - Source: 对绩效目标实现程度和预算执行进度实行“双监控”.
package enum MonitoredObject: String, Hashable, Sendable, CaseIterable {
    case money = "资金"
    case goal = "目标"
}

/// Whose money and goals: the seed's 部门整体支出绩效运行自行监控 and 项目支出绩效运行自行监控.
package enum MonitoredLevel: String, Hashable, Sendable, CaseIterable {
    case department = "部门整体"
    case project = "项目"
}
