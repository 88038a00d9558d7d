import Performance
import TextAudit

/// What the audit says about a text.
enum Audit {
    /// The findings that call something wrong; notes do not.
    static func complaints(about text: String) -> [TextFinding] {
        var auditor = TextAuditor()
        return auditor.findings(in: text).filter { $0.severity != .note }
    }

    static func figures(in text: String) -> [TextFigure] {
        var auditor = TextAuditor()
        return auditor.figures(in: text)
    }

    /// The bytes of `text` as a string; a stretch that cuts a character shows as �.
    static func words(_ range: Range<Int>, of text: String) -> String {
        String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }

    /// A finding in a few words, as a test prints it.
    static func gist(_ finding: TextFinding) -> String {
        "\(finding.kind.rawValue): \(finding.expression)"
    }
}
