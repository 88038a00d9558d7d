import Quantities

/// What is different from a frozen snapshot (冻结后的变化).
package struct MonitoringChange: Hashable, Sendable {
    package let name: String
    /// 执行数, 调整预算, 完成值, 亮灯 …
    package let field: String
    package let before: String
    package let after: String
}

extension MonitoringSnapshot {
    /// What changed since an earlier snapshot of the same unit, in the order of this one.
    package func changes(since frozen: MonitoringSnapshot) -> [MonitoringChange] {
        let before = Dictionary(
            frozen.fields.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        let now = fields
        let names = Set(now.map(\.key))
        return now.compactMap { field in
            let old = before[field.key] ?? "—"
            return old == field.value
                ? nil
                : MonitoringChange(
                    name: field.key.name, field: field.key.field, before: old, after: field.value)
        }
            + frozen.fields.filter { !names.contains($0.key) }.map {
                MonitoringChange(
                    name: $0.key.name, field: $0.key.field, before: $0.value, after: "—")
            }
    }

    private struct FieldKey: Hashable {
        let name: String
        let field: String
    }

    private var fields: [(key: FieldKey, value: String)] {
        let money = ([department] + lines + projects.map(\.money)).flatMap { standing in
            [
                ("调整预算", standing.adjustedBudget.text(in: .tenThousandYuan) + "万元"),
                ("执行数", standing.executed.text(in: .tenThousandYuan) + "万元"),
                ("支出亮灯", standing.progress.light.rawValue),
            ].map { (key: FieldKey(name: standing.name, field: $0.0), value: $0.1) }
        }
        let limits = limits.map {
            (
                key: FieldKey(name: $0.name, field: "金额"),
                value: $0.amount.text(in: .tenThousandYuan) + "万元"
            )
        }
        let goals = allIndicators.flatMap { standing in
            [
                ("指标值", standing.targetText), ("完成值", standing.actualText),
                ("指标亮灯", standing.light?.rawValue ?? "—"),
            ].map {
                (key: FieldKey(name: "\(standing.id) \(standing.name)", field: $0.0), value: $0.1)
            }
        }
        return money + limits + goals
    }
}
