/// What is dealt with step by step (事项): one declaration, one monitoring form, one issue.
package struct Matter: Hashable, Sendable {
    package let kind: MatterKind
    /// The project's name, ``FormContent/wholeDepartment``, or the number of an issue or a warning.
    package let subject: String
    /// Tells matters of one subject apart: `2021-08-31`, `2021Q3`; "" where a year has only one.
    package let period: String

    package init(
        _ kind: MatterKind, of subject: String = FormContent.wholeDepartment, period: String = ""
    ) {
        self.kind = kind
        self.subject = subject
        self.period = period
    }

    /// As the ledgers call it: `monitoring|整体|2021-08-31`.
    package var id: String { "\(kind.rawValue)|\(subject)|\(period)" }

    /// Reads what ``id`` writes; nil for anything else.
    package init?(id: String) {
        let parts = id.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let kind = MatterKind(rawValue: parts[0]), !parts[1].isEmpty
        else { return nil }
        self.init(kind, of: parts[1], period: parts[2])
    }
}

/// The state machines of the cycle (事项种类).
///
/// - Source: 流程 §3 to §8.
package enum MatterKind: String, Hashable, Sendable, CaseIterable, Comparable {
    /// 绩效目标.
    case goal
    /// 运行监控.
    case monitoring
    /// 自评与复核.
    case evaluation
    /// 整改.
    case rectification
    /// 季度通报.
    case bulletin
    /// 预警.
    case warning

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}
