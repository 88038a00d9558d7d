import Performance
import TextAudit

extension AuditPage {
    /// More places of one finding are not linked one by one.
    private static let mostLinks = 24

    mutating func addFindings() {
        html.markup(
            "<section class=\"list\" id=\"findings\" tabindex=\"0\" aria-label=\"发现\">\n<h2>发现</h2>\n"
        )
        for index in report.findings.indices { addCard(index) }
        if report.findings.isEmpty {
            html.markup("<p class=\"none\">文中能核对的数字都对得上。</p>\n")
        }
        html.markup(
            """
            <p class="foot">由 Jixiao 绩效核对文中数字的相互关系写成。错误：数字相互矛盾，四舍五入也解释不了。\
            警告：除非另有文中没有写明的原因，否则矛盾。提示：口径、写法、完整性，供参考。请以原件为准。</p>
            </section>

            """)
    }

    private mutating func addCard(_ index: Int) {
        let finding = report.findings[index]
        html.markup("<article class=\"")
        html.markup(finding.severity.styleClass)
        html.markup("\" id=\"")
        PageAnchor.finding(index, to: &html)
        html.markup("\">\n<h3><span class=\"no\">")
        html.number(index + 1)
        html.markup("</span><span class=\"sev\">")
        html.text(finding.severity.title)
        html.markup("</span>")
        let spans = finding.spans(within: report.document.text.count)
        if let wrong = spans.first {
            link(index, 0, lines.place(at: wrong.lowerBound))
        }
        html.markup("</h3>\n<p class=\"msg\">")
        html.text(finding.message)
        html.markup("</p>\n<dl>\n")
        addRow("算式", finding.expression)
        addRow("数值", finding.figuresText)
        for candidate in finding.candidates { addRow("可能", candidate) }
        addPlaces(index, spans)
        html.markup("</dl>\n<p class=\"adv\">")
        html.text(finding.advice)
        html.markup("</p>\n<p class=\"rule\">规则 ")
        html.text(finding.ruleId.rawValue)
        html.markup("</p>\n</article>\n")
    }

    private mutating func addRow(_ label: StaticString, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        html.markup("<dt>")
        html.markup(label)
        html.markup("</dt><dd>")
        html.text(text)
        html.markup("</dd>\n")
    }

    /// The words that the finding speaks of, each a link to its place.
    private mutating func addPlaces(_ index: Int, _ spans: [Range<Int>]) {
        guard !spans.isEmpty else { return }
        html.markup("<dt>位置</dt><dd>")
        for (number, span) in spans.prefix(Self.mostLinks).enumerated() {
            if number > 0 { html.markup("、") }
            link(index, number, String(decoding: report.document.text[span], as: UTF8.self))
        }
        if spans.count > Self.mostLinks {
            html.markup("，共 ")
            html.number(spans.count)
            html.markup(" 处")
        }
        html.markup("</dd>\n")
    }

    private mutating func link(_ finding: Int, _ span: Int, _ words: String) {
        html.markup("<a href=\"#")
        PageAnchor.place(finding, span, to: &html)
        html.markup("\">")
        html.text(words)
        html.markup("</a>")
    }
}
