import Performance
import Seeds
import Testing
import TextAudit

/// Damaged texts are read without a fault, and what is found in them lies in them.
struct RobustnessTests {
    private static let pieces = [
        "（", "）", "\t", "\n", "%", "9999999999999999999", "亿", "万", "-", ".", "，", "、", "其中：", "合计",
        "分别为", "占", "\u{FEFF}", "½", "😀", "０", "百分之", "| ",
    ]

    @Test func `删改过的报告照样读得完`() throws {
        let documents = try DocumentTests.documents()
        var random = RandomSource()
        var auditor = TextAuditor()
        for _ in 1...120 {
            let document = try #require(documents.randomElement(using: &random))
            var scalars = Array(document.text.unicodeScalars)
            for _ in 1...Int.random(in: 1...30, using: &random) {
                let place = Int.random(in: scalars.indices, using: &random)
                if Bool.random(using: &random) {
                    let end = min(place + Int.random(in: 1...40, using: &random), scalars.count - 1)
                    scalars.removeSubrange(place..<max(place, end))
                } else {
                    let piece = Self.pieces.randomElement(using: &random) ?? ""
                    scalars.insert(contentsOf: piece.unicodeScalars, at: place)
                }
            }
            let text = String(String.UnicodeScalarView(scalars))
            let length = text.utf8.count
            for finding in auditor.findings(in: text) {
                #expect(
                    finding.spans.allSatisfy { !$0.isEmpty && $0.upperBound <= length }, "\(text)")
            }
        }
    }

    /// Nothing of one document stays behind for the next.
    @Test func `同一个审核器先后读两份报告互不影响`() throws {
        var auditor = TextAuditor()
        for document in try DocumentTests.documents() {
            let alone = Audit.complaints(about: document.text)
            let after = auditor.findings(in: document.text).filter { $0.severity != .note }
            #expect(after == alone)
        }
    }

    @Test(arguments: [
        "", "\n", "\u{FEFF}", "。", "（", "）））", "\t\t\t", "万元", "%", "其中：", "1", "1.", "9.9.9",
    ])
    func `极短的文字没有发现`(text: String) {
        #expect(Audit.complaints(about: text).isEmpty)
    }
}
