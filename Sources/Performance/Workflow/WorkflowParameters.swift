/// Figures of the cycle that a district may set (流程参数).
package struct WorkflowParameters: Hashable, Sendable {
    /// 整改时限: natural days after the issue, by 严重程度.
    package let issueDays: [IssueSeverity: Int]

    package init(issueDays: [IssueSeverity: Int]) { self.issueDays = issueDays }
}

/// 严重程度 of a problem to be put right.
package enum IssueSeverity: String, Hashable, Sendable, CaseIterable {
    case ordinary = "一般"
    case considerable = "较重"
    case serious = "严重"
}
