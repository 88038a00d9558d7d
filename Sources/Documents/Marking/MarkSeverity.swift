/// How grave a remark is (审核意见的程度), as the reader of the marked file sees it.
package enum MarkSeverity: Int, Hashable, Sendable, Comparable, CaseIterable {
    case note
    case warning
    case error

    package var chineseName: String {
        switch self {
        case .note: "提示"
        case .warning: "警告"
        case .error: "错误"
        }
    }

    package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

    /// A remark with its severity before it: `【错误】应为 89.46%。`
    func remark(_ text: String) -> String { "【\(chineseName)】\(text)" }
}
