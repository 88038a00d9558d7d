import Performance
import TextAudit

/// The audit of one document as a page (审核页): the text with marks, the findings beside it.
///
/// One file, without script and without anything from elsewhere; links lead from words to findings
/// and back. The same report gives the same bytes.
package struct AuditPage {
    let report: AuditReport
    let lines: AuditedPlaces
    var html = HTMLBytes()

    private init(_ report: AuditReport) {
        self.report = report
        lines = AuditedPlaces(report.document)
    }

    package static func bytes(_ report: AuditReport) -> [UInt8] {
        var page = AuditPage(report)
        page.addHead()
        page.addHeader()
        page.html.markup("<main>\n")
        page.addText()
        page.addFindings()
        page.html.markup("</main>\n</body>\n</html>\n")
        return page.html.bytes
    }

    private mutating func addHead() {
        html.markup(
            """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
            style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>数字审核：
            """)
        html.text(report.document.name)
        html.markup("</title>\n<style>\n")
        html.markup(Self.style)
        html.markup("</style>\n</head>\n<body>\n")
    }

    private mutating func addHeader() {
        html.markup("<header>\n<div class=\"what\">数字审核</div>\n<h1><bdi>")
        html.text(report.document.name)
        html.markup("</bdi></h1>\n<p class=\"sum\">")
        for severity in FindingSeverity.byWeight {
            guard let first = report.findings.firstIndex(where: { $0.severity == severity })
            else { continue }
            html.markup("<a class=\"")
            html.markup(severity.styleClass)
            html.markup("\" href=\"#")
            PageAnchor.finding(first, to: &html)
            html.markup("\"><b>")
            html.number(report.count(severity))
            html.markup("</b> 处")
            html.text(severity.title)
            html.markup("</a>")
        }
        if report.findings.isEmpty { html.markup("<span class=\"ok\">未发现数字矛盾</span>") }
        if !report.workText.isEmpty {
            html.markup("<span class=\"work\">")
            html.text(report.workText)
            html.markup("</span>")
        }
        html.markup("</p>\n")
        for notice in report.document.notices {
            html.markup("<p class=\"notice\">")
            html.text(notice)
            html.markup("</p>\n")
        }
        html.markup("</header>\n")
    }
}
