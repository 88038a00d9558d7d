import Testing
import TextAudit

struct TextAuditorTests {
    @Test func `没有数字的文字没有发现`() {
        var auditor = TextAuditor()
        #expect(auditor.findings(in: "各项工作取得积极进展。").isEmpty)
    }
}
