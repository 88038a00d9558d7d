import Performance
import Testing
import TextAudit

struct MistakeTests {
    /// 418.26 stands for 408.26: the sum and the growth break together.
    @Test func `一个写错的数只报一次`() throws {
        let text = """
            全年收入合计418.26万元（财政拨款收入380.16万元，其他收入28.10万元），比上年增加31.20万元，增长8.27%。
            """
        var auditor = TextAuditor()
        let findings = auditor.findings(in: text).filter { $0.severity == .error }
        #expect(findings.count == 1)
        let finding = try #require(findings.first)
        #expect(finding.candidates.first == "可能是笔误：418.26万元 或应为 408.26万元")
        #expect(finding.candidates.last == "同一数字还使“8.27% = 31.20万元 ÷ (418.26万元 − 31.20万元)”不成立")
        #expect(finding.message.hasSuffix("改正一个数后，另有 1 处不符也随之消除。"))
    }

    @Test func `两个无关的错误各报一次`() {
        let text = """
            全年收入合计480.26万元，其中：财政拨款收入452.16万元，其他收入29.10万元。

            抽检样品160批次，合格152批次，合格率96%。
            """
        var auditor = TextAuditor()
        let rules = auditor.findings(in: text).filter { $0.severity == .error }.map(\.ruleId)
        #expect(rules == ["CC-001", "TA-RATE"])
    }

    @Test func `写错的数在最前，分项在后`() throws {
        let text = "全年共收到来信来访486件，其中：来信152件，来访324件。"
        var auditor = TextAuditor()
        let finding = try #require(auditor.findings(in: text).first)
        #expect(finding.spans.map { Audit.words($0, of: text) } == ["486件", "152件", "324件"])
        #expect(finding.expression == "486件 = 152件 + 324件")
        #expect(finding.tolerance == "0件")
        #expect(
            finding.candidates == [
                "可能是笔误：486件 或应为 476件", "可能是笔误：152件 或应为 162件", "可能是笔误：324件 或应为 334件",
            ])
    }
}
