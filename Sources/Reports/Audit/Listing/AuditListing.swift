package import Performance
import TextAudit

/// What an audit found, as a person reads it on a terminal.
package struct AuditListing: Sendable {
    private let report: AuditReport
    private let lineIndex: AuditedPlaces
    private let columns: Int
    private let isColored: Bool

    /// - Parameters:
    ///   - columns: how wide the terminal is; at least 60 are taken.
    ///   - isColored: whether it knows colours.
    package init(_ report: AuditReport, columns: Int = 100, isColored: Bool = false) {
        self.report = report
        lineIndex = AuditedPlaces(report.document)
        self.columns = max(columns, 60)
        self.isColored = isColored
    }

    /// The document's line, a block for each finding, its notices, and a total.
    package var lines: [String] {
        let name = DisplayWidth.shown(report.document.name)
        let notices = report.document.notices.map { "  说明  \(DisplayWidth.shown($0))" }
        if report.findings.isEmpty { return ["\(name)：\(report.summary)。"] + notices }
        return [name] + report.findings.flatMap { [""] + block($0) }
            + (notices.isEmpty ? [] : [""] + notices) + ["", "合计  \(report.summary)。"]
    }

    private func block(_ finding: TextFinding) -> [String] {
        let title = colored(finding.severity.title, finding.severity)
        var lines = ["\(title)  \(DisplayWidth.shown(finding.message))"]
        lines += excerpts(finding)
        lines += label("算式", finding.expression)
        lines += label("数值", finding.figuresText)
        for candidate in finding.candidates { lines += label("可能", candidate) }
        lines += label("处理", "\(finding.advice)（\(finding.ruleId)）")
        return lines
    }

    private func excerpts(_ finding: TextFinding) -> [String] {
        let spans = finding.spans(within: report.document.text.count)
        let places = spans.map { DisplayWidth.shown(lineIndex.place(at: $0.lowerBound)) }
        let margin = places.map { DisplayWidth.of($0) }.max() ?? 0
        let (excerpts, leftOut) = MarkedExcerpt.excerpts(
            of: spans, in: report.document, lineIndex, columns: max(columns - margin - 8, 40))
        return excerpts.flatMap { excerpt in
            let place = DisplayWidth.shown(lineIndex.place(at: excerpt.start))
            let blanks = String(repeating: " ", count: margin - DisplayWidth.of(place))
            let indent = String(repeating: " ", count: margin + 8)
            return [
                "      \(place)\(blanks)  \(excerpt.text.withoutTrailingBlanks)",
                indent + colored(excerpt.marks, finding.severity),
            ]
        } + (leftOut > 0 ? ["      另有 \(leftOut) 处，用 --format html 查看。"] : [])
    }

    private func label(_ label: String, _ text: String) -> [String] {
        text.isEmpty ? [] : ["      \(label)  \(DisplayWidth.shown(text))"]
    }

    private func colored(_ text: String, _ severity: FindingSeverity) -> String {
        guard isColored else { return text }
        let code =
            switch severity {
            case .error: "1;31"
            case .warning: "33"
            case .note: "34"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}

extension TextFinding {
    /// `应为 89.46%，文中 87.87%，相差 1.59 个百分点，容差 0.005 个百分点`, as far as it is known.
    var figuresText: String {
        [("应为", computed), ("文中", stated), ("相差", difference), ("容差", tolerance)].compactMap {
            label, text in text.map { "\(label) \($0)" }
        }.joined(separator: "，")
    }
}

extension AuditListing {
    /// One line under the listings of several documents: how many were read, and what was found.
    package static func total(_ counts: [FindingSeverity: Int], documents: Int, unreadable: Int)
        -> String
    {
        let text = AuditReport.countsText { counts[$0] ?? 0 }
        let broken = unreadable > 0 ? "，另有 \(unreadable) 个读不了" : ""
        return "共 \(documents) 个文件\(broken)：\(text.isEmpty ? "未发现数字矛盾" : "发现 \(text)")。"
    }
}
