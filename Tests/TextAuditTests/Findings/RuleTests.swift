import Performance
import Testing
import TextAudit

struct RuleTests {
    @Test(arguments: RuleCase.all)
    func `每条规则用一句清楚的话说明问题`(rule: RuleCase) throws {
        var auditor = TextAuditor()
        let findings = auditor.findings(in: rule.text)
        #expect(findings.map(\.ruleId) == [rule.rule])
        let finding = try #require(findings.first)
        #expect(finding.message == rule.message)
        #expect(!finding.advice.isEmpty)
        #expect(!finding.spans.isEmpty)
    }

    @Test func `每条规则有名称说明和样例`() {
        let ids = AuditRule.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(AuditRule.all.allSatisfy { !$0.name.isEmpty && !$0.meaning.isEmpty })
        // The minimum wage is a parameter: its rule has a test of its own.
        let shown = Set(RuleCase.all.map(\.rule)).union(["CC-044"])
        #expect(shown == Set(ids))
    }

    @Test func `给出最低工资时检查编外人均工资`() throws {
        let text = "单位聘用人员40人。\n\n聘用人员经费75.3万元，其中：工资性支出68.9万元，公用支出6.4万元。"
        var silent = TextAuditor()
        #expect(silent.findings(in: text).isEmpty)
        var auditor = TextAuditor(parameters: AuditParameters(minimumWageYuan: 2100))
        let finding = try #require(auditor.findings(in: text).first)
        #expect(finding.ruleId == "CC-044")
        #expect(finding.severity == .note)
        #expect(finding.message == "按编外人员 40人计算，人均年工资 1.72万元，低于最低工资标准。")
    }
}
