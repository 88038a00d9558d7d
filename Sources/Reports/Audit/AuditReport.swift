package import Performance
package import TextAudit

/// What the audit of one document found (审核结果).
package struct AuditReport: Sendable {
    package let document: AuditedDocument
    /// By place.
    package let findings: [TextFinding]
    /// Figures that were read; nil where nobody counted.
    package let figureCount: Int?
    /// Relations between them that were checked (核对处数); nil where nobody counted.
    package let relationCount: Int?

    package init(
        _ document: AuditedDocument, findings: [TextFinding], figureCount: Int? = nil,
        relationCount: Int? = nil
    ) {
        self.document = document
        self.findings = findings
        self.figureCount = figureCount
        self.relationCount = relationCount
    }

    /// Audits a document.
    ///
    /// - Parameter minimum: findings that weigh less are left out.
    package init(
        auditing document: AuditedDocument, with auditor: inout TextAuditor,
        minimum: FindingSeverity = .note
    ) {
        let (findings, figures) = document.text.withUnsafeBufferPointer {
            (auditor.findings(in: $0), auditor.figures(in: $0).count)
        }
        self.init(
            document, findings: findings.filter { $0.severity.weight >= minimum.weight },
            figureCount: figures)
    }

    package func count(_ severity: FindingSeverity) -> Int {
        findings.count { $0.severity == severity }
    }

    package var hasErrors: Bool { findings.contains { $0.severity == .error } }

    /// `2 处错误、1 处警告、3 处提示`; empty where nothing was found.
    package var countsText: String { Self.countsText { count($0) } }

    package static func countsText(_ count: (FindingSeverity) -> Int) -> String {
        FindingSeverity.byWeight.compactMap { severity in
            let number = count(severity)
            return number > 0 ? "\(number) 处\(severity.title)" : nil
        }.joined(separator: "、")
    }

    /// `读出 112 个数字，核对 63 处关系`, as far as it was counted.
    package var workText: String {
        [
            figureCount.map { "读出 \($0) 个数字" }, relationCount.map { "核对 \($0) 处关系" },
        ].compactMap { $0 }.joined(separator: "，")
    }

    /// One sentence: what was found in all.
    package var summary: String {
        let work = workText.isEmpty ? "" : "（\(workText)）"
        if findings.isEmpty { return "未发现数字矛盾\(work)" }
        let isQuiet = count(.error) + count(.warning) == 0
        return (isQuiet ? "未发现数字矛盾，有 " : "发现 ") + countsText + work
    }
}

extension FindingSeverity {
    /// The heaviest first.
    package static let byWeight: [FindingSeverity] = [.error, .warning, .note]

    /// The heavier, the greater.
    package var weight: Int {
        switch self {
        case .error: 3
        case .warning: 2
        case .note: 1
        }
    }

    package var title: String {
        switch self {
        case .error: "错误"
        case .warning: "警告"
        case .note: "提示"
        }
    }
}

extension TextFinding {
    /// The spans that lie in a text of so many bytes; the figure called wrong first.
    func spans(within count: Int) -> [Range<Int>] {
        spans.filter { !$0.isEmpty && $0.lowerBound >= 0 && $0.upperBound <= count }
    }
}
