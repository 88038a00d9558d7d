package import Performance
import Quantities

/// One warning (预警) that a rule gives on a day, with who deals with it and what to do.
package struct EarlyWarning: Hashable, Sendable {
    package let rule: CheckID
    package let light: MonitoringLight
    /// 部门整体, a project's name, an indicator's number, a ledger.
    package let object: String
    /// An office; 部门财务 where none is registered.
    package let owner: String
    /// What was found, and what to do.
    package let message: String
    /// What to do, by itself.
    package let remedy: String

    /// As the register of warnings takes it; nil for green, which warns of nothing.
    ///
    /// - Parameter period: such as `2021Q3`.
    package func notice(period: String) -> WarningNotice? {
        let registered: WarningNotice.Light? =
            switch light {
            case .red: .red
            case .yellow: .yellow
            case .blue: .blue
            case .green: nil
            }
        return registered.map {
            WarningNotice(
                rule: rule, subject: object, period: period, light: $0, facts: message)
        }
    }
}
