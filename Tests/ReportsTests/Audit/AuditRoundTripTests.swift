import Documents
import Foundation
import Performance
import Testing
import TextAudit

/// The same report says the same in every kind of file.
struct AuditRoundTripTests {
    private static let documents = "Tests/TextAuditTests/Resources/documents/"

    static func reports() throws -> [SampleReport] {
        try [
            SampleReport("Examples/audit/图书馆自评报告.txt"),
            SampleReport(documents + "ys-guanlan-jiedao.txt"),
            SampleReport(documents + "cp-tianhu-2023.txt"),
            SampleReport(documents + "gh-hekou-zgh.txt"),
            SampleReport(documents + "sg-songlin-jiedao.txt", change: ("41.98", "41.89")),
            SampleReport(documents + "zt-haibin-rsj.txt", change: ("1976.42", "1967.42")),
            SampleReport(documents + "js-qinghe-gongshang.txt", change: ("21.42", "24.12")),
        ]
    }

    static var hasPrinter: Bool {
        ["/usr/bin/soffice", "/usr/bin/pdftotext"].allSatisfy {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    /// What is found in a file, each finding by its rule and its figures.
    private func findings(_ bytes: [UInt8], _ name: String) throws -> [String] {
        let document = try ReadableDocument(reading: InputFile(bytes: bytes, name: name))
        var auditor = TextAuditor()
        return auditor.findings(in: document.text)
            .map { "\($0.ruleId.rawValue) \($0.kind.rawValue) \($0.expression)" }.sorted()
    }

    @Test(arguments: try reports())
    func `文本、Word 和网页里的发现一样`(report: SampleReport) throws {
        let expected = try findings(report.plainText, "报告.txt")
        let inWord = try findings(report.wordDocument(), "报告.docx")
        #expect(inWord == expected)
        let onPage = try findings(report.webPage, "报告.html")
        #expect(onPage == expected)
    }

    @Test(.enabled(if: hasPrinter, "没有安装 LibreOffice 或 poppler-utils"), arguments: try reports())
    func `印成 PDF 后发现一样`(report: SampleReport) throws {
        let expected = try findings(report.plainText, "报告.txt")
        let printed = try findings(report.portableDocument(), "报告.pdf")
        // Its table's heading breaks into two lines that are no longer read as its first row.
        withKnownIssue {
            #expect(printed == expected)
        } when: {
            report.name == "js-qinghe-gongshang"
        }
    }

    @Test func `样本里有表格里的错误`() throws {
        let found = try Self.reports().map { try findings($0.plainText, "报告.txt") }
        #expect(found.filter { !$0.isEmpty }.count >= 4)
    }
}
