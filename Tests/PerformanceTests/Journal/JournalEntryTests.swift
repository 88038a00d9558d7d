import Performance
import Testing

struct JournalEntryTests {
    static let entry = JournalEntry(
        unitCode: "440118001", number: 2, at: 1_640_966_400_000, actor: "填报人", action: "导入",
        payload: ["file": "支付.csv"],
        additions: [
            TableAddition(table: "payment", year: 2021, rowCount: 3, digest: .none)
        ], previousHash: .none)

    @Test func `哈希所取的字节写明格式和每一项`() {
        let zeroes = String(repeating: "0", count: 64)
        #expect(
            String(decoding: Self.entry.hashInput, as: UTF8.self) == """
                jixiao journal 1
                {"action":"导入","actor":"填报人",\
                "additions":[{"digest":"\(zeroes)","rows":3,"table":"payment","year":2021}],\
                "at":1640966400000,"number":2,"payload":{"file":"支付.csv"},\
                "previous":"\(zeroes)","unit":"440118001"}
                """)
    }

    @Test(arguments: [
        "{}", "[]", "null", "{\"digest\":\"00\",\"rows\":3,\"table\":\"payment\",\"year\":2021}",
        "{\"rows\":3,\"table\":\"payment\",\"year\":2021}",
    ])
    func `缺项的登记摘要读不成`(text: String) throws {
        #expect(TableAddition(json: try CanonicalJSON(reading: text)) == nil)
    }

    @Test func `登记摘要和锚点原样读回`() throws {
        let addition = try #require(Self.entry.additions.first)
        #expect(TableAddition(json: addition.json) == addition)
        let anchor = Anchor(unitCode: "440118001", number: 2, hash: .none)
        #expect(Anchor(json: anchor.json) == anchor)
        #expect(Anchor(json: ["number": 2]) == nil)
    }

    @Test(arguments: [
        (String(repeating: "0a", count: 32), true), (String(repeating: "0A", count: 32), false),
        (String(repeating: "0a", count: 31), false), (String(repeating: "0g", count: 32), false),
    ])
    func `摘要只认六十四位小写十六进制`(text: String, isRead: Bool) {
        let digest = ContentDigest(hexadecimal: text)
        #expect((digest != nil) == isRead)
        if let digest { #expect(digest.hexadecimal == text) }
    }
}
