import Foundation
import Office
import Performance
import Reports
import Storage
import Testing
import TextAudit
import ZengchengExample

/// No report leaves unaudited: what is wrong stays in, unless somebody says why.
struct ReleaseAuditTests {
    /// An audit that finds in the first file what it is told to.
    private func audit(
        _ severities: [(CheckID, FindingSeverity)]
    ) -> (ReportBundle) throws -> [AuditReport] {
        { bundle in
            let findings = severities.map { rule, severity in
                TextFinding(
                    ruleId: rule, kind: .sum, level: .blocking, severity: severity,
                    verdict: .error, spans: [0..<3], expression: "", computed: nil, stated: nil,
                    difference: nil, tolerance: nil, message: "对不上。", advice: "请核对。",
                    candidates: [])
            }
            let documents = try ReleaseAudit.documents(bundle.files)
            return documents.enumerated().map { index, document in
                AuditReport(document, findings: index == 0 ? findings : [])
            }
        }
    }

    private func lastEntry(_ year: ZengchengYear) throws -> JournalEntry? {
        try year.workplace.store.read {
            try $0.journal(of: ZengchengExample.unitCode, limit: 1000)
        }.last?.entry
    }

    @Test func `出具之前审核每个文件，溯源数据除外`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let release = try year.release()
        #expect(release.audits.count == release.files.count - 1)
        #expect(release.audits.map(\.document.name) == release.files.dropLast().map(\.name))
        #expect(release.audits.allSatisfy { $0.document.text.count > 1000 })
        #expect(release.audits.allSatisfy { !$0.hasErrors })
    }

    @Test func `有错误就不出具，什么也不写，日志不变`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let before = try lastEntry(year)
        let wrong = audit([("CC-021", .error), ("CC-001", .error), ("CC-027", .warning)])
        for reason in [nil, "", " \n"] {
            let refusal = try #require(throws: UnsoundRelease.self) {
                try year.release(overridingAudit: reason, audit: wrong)
            }
            #expect(refusal.audits.count == 1)
            #expect(
                refusal.message
                    == "待出具的文件中有 2 处数字错误，一个文件也没有写出。请按上面的说明改正台账或报告文字后再试；"
                    + "确需出具的，用 --override-audit 写明理由，理由记入日志。")
        }
        #expect(!FileManager.default.fileExists(atPath: "\(year.folder)/out"))
        #expect(try lastEntry(year) == before)
    }

    @Test func `写明理由就出具，理由和违反的规则记入日志`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let wrong = audit([("CC-021", .error), ("CC-001", .error), ("CC-021", .error)])
        let release = try year.release(overridingAudit: " 批复原文如此 ", audit: wrong)
        #expect(release.files.allSatisfy { FileManager.default.fileExists(atPath: $0.path) })
        let payload = try #require(try lastEntry(year)?.payload)
        #expect(
            payload["auditOverride"]
                == ["reason": "批复原文如此", "errors": 3, "rules": ["CC-001", "CC-021"]])
    }

    @Test func `只有警告和提示照常出具，用不着的理由不记`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let fine = audit([("CC-027", .warning), ("CC-062", .note)])
        _ = try year.release(overridingAudit: "以防万一", audit: fine)
        let payload = try #require(try lastEntry(year)?.payload)
        #expect(payload["auditOverride"] == nil)
        #expect(payload["files"]?.array?.count == 9)
    }
}
