import Foundation
import Performance
import Testing
import TextAudit

struct ReportTests {
    private static func audit(_ text: String) -> [FindingSeverity: [String]] {
        var auditor = TextAuditor()
        var result: [FindingSeverity: [String]] = [:]
        for finding in auditor.findings(in: text) {
            result[finding.severity, default: []].append(finding.ruleId.rawValue)
        }
        return result.mapValues { $0.sorted() }
    }

    @Test func `虚构报告中的每类问题都被指出`() throws {
        let found = Self.audit(try Resources.text("fictional-report.txt"))
        #expect(found[.error] == ["CC-021", "CC-060"])
        #expect(found[.warning] == ["CC-009", "CC-027", "CC-042"])
        #expect(
            found[.note] == [
                "CC-007", "CC-027", "CC-043", "CC-061", "CC-061", "CC-062", "CC-065", "CC-066",
                "CC-094", "CC-095", "CC-096",
            ])
    }

    /// The report that the rules were first worked out on; it stands beside a checkout, at
    /// `../shared/corpus`, and the test is skipped where it does not.
    private static let report: URL = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "../shared/corpus/000-zengcheng-union-2021.txt").standardized

    /// Cases: 勾稽关系 3.2.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: report.path)))
    func `原始报告给出约定的错误、警告和提示`() throws {
        let found = Self.audit(try String(contentsOf: Self.report, encoding: .utf8))
        #expect(found[.error] == ["CC-021", "CC-060"])
        #expect(found[.warning] == ["CC-009", "CC-027", "CC-042"])
        let least = [
            "CC-007", "CC-027", "CC-043", "CC-061", "CC-062", "CC-065", "CC-066", "CC-094",
            "CC-095", "CC-096",
        ]
        #expect(Set(least).isSubset(of: Set(found[.note] ?? [])))
    }
}
