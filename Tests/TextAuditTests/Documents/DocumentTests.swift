import Testing
import TextAudit

/// Whole reports of all kinds: silent where they are right, exact where they are wrong.
struct DocumentTests {
    /// Mistakes that are not found yet, by document; the list only shrinks.
    private static let gaps: [String: Set<String>] = [
        "zt-ganquan-mzj": ["109.17% = 9352.08 / 8412.60"]
    ]

    static func documents() throws -> [LabelledText] {
        try LabelledText.all(in: Resources.url("documents"))
    }

    @Test(arguments: try documents())
    func `报告里的错误一个不多一个不少`(document: LabelledText) {
        let score = document.score(Audit.complaints(about: document.text))
        #expect(score.alarms == [])
        #expect(score.missed == Self.gaps[document.name, default: []])
    }

    @Test func `样本里有对的报告也有错的报告`() throws {
        let documents = try Self.documents()
        #expect(documents.filter { $0.score([]).missed.isEmpty }.count >= 6)
        #expect(documents.map { $0.score([]).missed.count }.reduce(0, +) >= 5)
    }

    @Test(arguments: try documents())
    func `每条发现指向文中的数`(document: LabelledText) {
        let figures = Set(Audit.figures(in: document.text).map(\.range))
        var auditor = TextAuditor()
        for finding in auditor.findings(in: document.text) where finding.kind != .style {
            #expect(!finding.spans.isEmpty)
            for span in finding.spans {
                #expect(
                    figures.contains(span), "\(Audit.words(span, of: document.text)) 不是一个数")
            }
        }
    }
}
