import Documents
import Foundation
import Performance
import Reports
import Testing
import TextAudit

/// The page of an audit: marks at the right words, links both ways, nothing of a stranger's as markup.
struct AuditPageTests {
    private func page(_ report: AuditReport) -> String {
        String(decoding: AuditPage.bytes(report), as: UTF8.self)
    }

    /// The part of a page between two markers.
    private func part(_ page: String, from start: String, to end: String) -> String {
        guard let from = page.range(of: start),
            let to = page[from.upperBound...].range(of: end)
        else { return "" }
        return String(page[from.upperBound..<to.lowerBound])
    }

    @Test func `词上有标记，连到发现，发现连回原处`() {
        let document = AuditedDocument(name: "a.txt", text: "支出20万元，\n其中甲15万元。")
        let finding = SampleAudit.finding(
            "CC-003", .error, kind: .sum, ["20万元", "15万元"], in: document, "相差5万元。")
        let page = page(AuditReport(document, findings: [finding]))
        #expect(
            part(page, from: "<div class=\"paper\">\n", to: "</div>")
                == "<p data-n=\"1\">支出<span id=\"m1-1\"></span><a tabindex=\"-1\" class=\"m e p\""
                + " href=\"#f1\" title=\"错误：相差5万元。\">20万元</a>"
                + "<sup><a class=\"e\" href=\"#f1\" aria-label=\"发现 1\">1</a></sup>，</p>\n"
                + "<p data-n=\"2\">其中甲<span id=\"m1-2\"></span><a tabindex=\"-1\" class=\"m e\""
                + " href=\"#f1\" title=\"错误：相差5万元。\">15万元</a>"
                + "<sup><a class=\"e\" href=\"#f1\" aria-label=\"发现 1\">1</a></sup>。</p>\n")
        #expect(page.contains("<article class=\"e\" id=\"f1\">"))
        #expect(page.contains("<a href=\"#m1-1\">第1行</a>"))
        #expect(page.contains("<a href=\"#m1-1\">20万元</a>、<a href=\"#m1-2\">15万元</a>"))
    }

    @Test func `重叠的标记各归各，重的显示在上面`() {
        let document = AuditedDocument(name: "a", text: "甲乙丙丁")
        let findings = [
            SampleAudit.finding("CC-001", .note, ["甲乙丙"], in: document),
            SampleAudit.finding("CC-002", .error, ["乙丙丁"], in: document),
            SampleAudit.finding("CC-003", .warning, ["丙"], in: document),
        ]
        let text = part(
            page(AuditReport(document, findings: findings)), from: "<p data-n=\"1\">", to: "</p>")
        let stretches = text.components(separatedBy: "<a tabindex=\"-1\" class=\"").dropFirst().map
        {
            let head = $0.prefix { $0 != "\"" }
            let words = $0.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
            return "\(head):\(words)"
        }
        #expect(stretches == ["m n p:甲", "m e p:乙", "m e p:丙", "m e p:丁"])
        let numbers = text.components(separatedBy: "<sup>").dropFirst().map {
            String($0.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
        }
        #expect(numbers == ["1", "3", "2"])
        for id in ["m1-1", "m2-1", "m3-1"] { #expect(text.contains("<span id=\"\(id)\"></span>")) }
    }

    @Test func `跨行的标记每行都有，位置越界的不标记`() {
        let document = AuditedDocument(name: "a", text: "完成87.\n\n87%。")
        let good = SampleAudit.finding(["87.\n\n87%"], in: document)
        let bad = TextFinding(
            ruleId: "CC-001", kind: .sum, level: .blocking, severity: .error, verdict: .error,
            spans: [3..<3, 20..<99], expression: "", computed: nil, stated: nil, difference: nil,
            tolerance: nil, message: "无处可标。", advice: "", candidates: [])
        let page = page(AuditReport(document, findings: [good, bad]))
        #expect(page.contains(">87.</a></p>"))
        #expect(page.contains(">87%</a><sup>"))
        #expect(page.contains("无处可标。"))
        #expect(!page.contains("m2-1"))
    }

    @Test func `陌生人的文字不成为标签、脚本或属性`() {
        let evil =
            "<script>alert('x')</script>\" onclick=\"y\" & \u{202E}\u{7}<img src=//a.example/>"
        let document = AuditedDocument(
            name: evil + ".txt", text: Array("\(evil)\t\(evil)\n\(evil)".utf8), notices: [evil])
        let finding = SampleAudit.finding(
            "CC-001", .error, ["<script>"], in: document, expression: evil, computed: evil, evil,
            advice: evil, candidates: [evil])
        let page = page(AuditReport(document, findings: [finding]))
        for forbidden in ["<script", "<img", "onclick=\"", "\u{202E}", "\u{7}", "alert('x')"] {
            #expect(!page.contains(forbidden), "\(forbidden)")
        }
        #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)"))
        #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
        #expect(!page.contains("http:") && !page.contains("https:"))
    }

    @Test func `制表符分开的行成为表格，没有数字的首行是表头`() {
        let document = AuditedDocument(name: "a", text: "下表：\n项目\t预算\n甲\t1,260.00\n乙\t95%\n完。")
        #expect(
            part(
                page(AuditReport(document, findings: [])), from: "<table>\n", to: "</table>")
                == "<tr><th scope=\"col\">项目</th><th scope=\"col\">预算</th></tr>\n"
                + "<tr><td>甲</td><td class=\"r\">1,260.00</td></tr>\n"
                + "<tr><td>乙</td><td class=\"r\">95%</td></tr>\n")
    }

    @Test func `没有发现时照样是一页`() {
        let page = page(
            AuditReport(AuditedDocument(name: "a", text: "无。"), findings: [], figureCount: 0))
        #expect(
            page.contains("<span class=\"ok\">未发现数字矛盾</span><span class=\"work\">读出 0 个数字</span>"))
        #expect(page.contains("文中能核对的数字都对得上。"))
    }

    @Test func `每个链接都有去处，编号不重复，同样的发现写出同样的字节`() throws {
        let document = try SampleAudit.library()
        let report = AuditReport(document, findings: SampleAudit.libraryFindings(document))
        let page = page(report)
        let targets = page.components(separatedBy: "href=\"#").dropFirst().map {
            String($0.prefix { $0 != "\"" })
        }
        let ids = page.components(separatedBy: " id=\"").dropFirst().map {
            String($0.prefix { $0 != "\"" })
        }
        #expect(Set(ids).count == ids.count)
        #expect(Set(targets).isSubset(of: Set(ids)))
        #expect(report.findings.allSatisfy { !$0.spans.isEmpty })
        #expect(AuditPage.bytes(report) == AuditPage.bytes(report))
    }

    @Test func `十万个标记的一句话也很快写成`() {
        let count = 100_000
        let text = (0..<count).map { _ in "1元，" }.joined()
        let document = AuditedDocument(name: "a", text: text)
        let spans = (0..<count).map { $0 * 7..<$0 * 7 + 4 }
        let finding = TextFinding(
            ruleId: "CC-001", kind: .sum, level: .blocking, severity: .error, verdict: .error,
            spans: spans, expression: "", computed: nil, stated: nil, difference: nil,
            tolerance: nil, message: "有误。", advice: "", candidates: [])
        let page = AuditPage.bytes(AuditReport(document, findings: [finding]))
        #expect(page.count > count * 100)
    }
}
