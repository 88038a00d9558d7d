import Documents
import Foundation
import Performance
import Reports
import Testing
import TextAudit

/// What an audit looks like on a terminal.
struct AuditListingTests {
    private let document = AuditedDocument(
        name: "自评报告.txt",
        text: """
            一、预算执行
            2023年支出合计839.38万元，完成支出预算87.87%，主要是人员经费支出减少。
            支出预算938.31万元。
            """)

    private var rate: TextFinding {
        SampleAudit.finding(
            "CC-021", .error, ["87.87%", "839.38万元", "938.31万元"], in: document,
            expression: "87.87% = 839.38万元 ÷ 938.31万元", computed: "89.46%", stated: "87.87%",
            difference: "1.59个百分点", tolerance: "0.005个百分点", "支出完成率应为89.46%，文中为87.87%。",
            advice: "请核对三个数。", candidates: ["87.87% = 824.50万元 ÷ 938.31万元"])
    }

    @Test func `发现写明句子、位置、算式、数值、可能和处理`() {
        let report = AuditReport(document, findings: [rate], figureCount: 4, relationCount: 1)
        #expect(
            AuditListing(report).lines == [
                "自评报告.txt",
                "",
                "错误  支出完成率应为89.46%，文中为87.87%。",
                "      第2行  2023年支出合计839.38万元，完成支出预算87.87%，主要是人员经费支出减少。",
                "                           ~~~~~~~~~~              ^^^^^^",
                "      第3行  支出预算938.31万元。",
                "                     ~~~~~~~~~~",
                "      算式  87.87% = 839.38万元 ÷ 938.31万元",
                "      数值  应为 89.46%，文中 87.87%，相差 1.59个百分点，容差 0.005个百分点",
                "      可能  87.87% = 824.50万元 ÷ 938.31万元",
                "      处理  请核对三个数。（CC-021）",
                "",
                "合计  发现 1 处错误（读出 4 个数字，核对 1 处关系）。",
            ])
    }

    @Test func `没有发现时只有一行`() {
        let report = AuditReport(document, findings: [], figureCount: 4, relationCount: 1)
        #expect(
            AuditListing(report).lines == ["自评报告.txt：未发现数字矛盾（读出 4 个数字，核对 1 处关系）。"])
        #expect(
            AuditListing(AuditReport(document, findings: [])).lines == ["自评报告.txt：未发现数字矛盾。"])
    }

    @Test(arguments: [
        ([FindingSeverity.error, .error, .warning], "发现 2 处错误、1 处警告"),
        ([.warning, .note], "发现 1 处警告、1 处提示"), ([.note, .note], "未发现数字矛盾，有 2 处提示"),
    ])
    func `总结一句话`(severities: [FindingSeverity], expected: String) {
        let findings = severities.map {
            SampleAudit.finding("CC-001", $0, ["87.87%"], in: document)
        }
        #expect(AuditReport(document, findings: findings).summary == expected)
    }

    @Test func `长行只显示标记附近，离得远的分开显示`() throws {
        let filler = String(repeating: "各项工作取得积极进展，", count: 30)
        let document = AuditedDocument(name: "长.txt", text: "\(filler)甲20万元\(filler)乙30万元\(filler)")
        let finding = SampleAudit.finding("CC-060", .warning, ["20万元", "30万元"], in: document)
        let lines = AuditListing(AuditReport(document, findings: [finding]), columns: 80).lines
        let shown = Array(lines[3...6])
        #expect(shown[0].hasPrefix("      第1行  …"))
        #expect(shown[0].hasSuffix("…"))
        for (line, word, mark) in [(shown[0], "20万元", "^"), (shown[2], "30万元", "~")] {
            #expect(line.contains(word))
            #expect(DisplayWidth.of(line) <= 80)
            let marks = try #require(shown.firstIndex(of: line).map { shown[$0 + 1] })
            let start = try #require(line.range(of: word)).lowerBound
            let blanks = String(repeating: " ", count: DisplayWidth.of(line[..<start]))
            #expect(marks == blanks + String(repeating: mark, count: 6))
        }
    }

    @Test func `控制字符和改变方向的字符不会到终端上`() {
        let document = AuditedDocument(
            name: "a\u{1B}[2J.txt", text: "支出\u{1B}[31m20万元\u{202E}，\t结余\u{200B}5万元")
        let finding = SampleAudit.finding(["20万元"], in: document, "\u{1B}]0;标题\u{7}有误。")
        let lines = AuditListing(AuditReport(document, findings: [finding])).lines
        #expect(lines[0] == "a·[2J.txt")
        #expect(lines[2] == "错误  ·]0;标题·有误。")
        #expect(lines[3] == "      第1行  支出·[31m20万元·， | 结余·5万元")
        #expect(lines[4] == "                      ^^^^^^")
        #expect(lines.allSatisfy { line in line.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
    }

    @Test func `颜色只在要求时有`() {
        let report = AuditReport(document, findings: [rate])
        #expect(!AuditListing(report).lines.joined().contains("\u{1B}"))
        let colored = AuditListing(report, isColored: true).lines
        #expect(colored[2].hasPrefix("\u{1B}[1;31m错误\u{1B}[0m  "))
    }

    @Test func `位置很多时只列出几处，其余说明数目`() throws {
        let rows = (1...30).map { "第\($0)项\($0 + 100)万元。" }.joined(separator: "\n")
        let document = AuditedDocument(name: "多.txt", text: "合计9999万元。\n\(rows)")
        let words = ["9999万元"] + (1...30).map { "\($0 + 100)万元" }
        let finding = SampleAudit.finding(words, in: document)
        let lines = AuditListing(AuditReport(document, findings: [finding])).lines
        #expect(lines.contains("      另有 23 处，用 --format html 查看。"))
        #expect(lines.count { $0.contains("^") } == 1)
    }

    @Test func `几个文件合计一行`() {
        #expect(
            AuditListing.total([.error: 2, .note: 1], documents: 3, unreadable: 1)
                == "共 3 个文件，另有 1 个读不了：发现 2 处错误、1 处提示。")
        #expect(
            AuditListing.total([:], documents: 2, unreadable: 0) == "共 2 个文件：未发现数字矛盾。")
    }

    @Test func `原件的位置优先于行号`() {
        let text = "支出20万元\n结余5万元"
        let document = AuditedDocument(
            name: "a.docx", text: Array(text.utf8),
            pieces: [
                TextPiece(range: 0..<14, origin: .page(3, line: 7)),
                TextPiece(range: 15..<27, origin: .cell(sheet: "收支", "B12")),
            ])
        let finding = SampleAudit.finding(["20万元", "5万元"], in: document)
        let lines = AuditListing(AuditReport(document, findings: [finding])).lines
        #expect(lines[3].hasPrefix("      第3页第7行       支出20万元"))
        #expect(lines[5].hasPrefix("      工作表“收支”B12  结余5万元"))
    }
}
