import Seeds
import Testing

@testable import Performance

@Suite struct WordListTests {
    @Test(
        arguments: [
            (["显著", "有效"], "有效且显著", "显著"), (["率", "合格率"], "合格率", "率"), (["完成"], "未做", nil),
            (["ab", "b"], "aab", "ab"), (["、"], "甲、乙", "、"), ([], "甲", nil),
        ] as [([String], String, String?)])
    func findsTheFirstOfItsWords(words: [String], text: String, found: String?) {
        #expect(WordList(words).first(in: text) == found)
        #expect(WordList(words).isFound(in: text) == (found != nil))
    }

    @Test(arguments: [("按时办结率", true), ("率先办结", false), ("", false), ("结", false)])
    func tellsWhetherATextEndsWithAWord(text: String, isEnd: Bool) {
        #expect(WordList(["率", "办结率"]).isEnd(of: text) == isEnd)
    }

    @Test func tellsWhichWordHoldsAText() {
        let units: WordList = ["平方米", "人次", "人"]
        #expect(units.firstPlace(holding: "人") == 1)
        #expect(units.firstPlace(holding: "公里") == nil)
        #expect(units.firstPlace(holding: "") == 0)
    }

    @Test func replacesOneWordAfterTheOther() {
        #expect(WordList(["指标", "率"]).replaced(in: "合格率指标", with: "") == "合格")
        #expect(WordList(["甲乙", "丙丁"]).replaced(in: "丙甲乙丁", with: "") == "")
    }

    /// It finds what Swift's own search finds, in texts of few characters of one, two, three and four
    /// bytes.
    @Test func findsWhatSwiftFinds() {
        var random = RandomSource("findsWhatSwiftFinds")
        func text(_ length: Int) -> String {
            (0..<length).map { _ in random.pick(["a", "é", "率", "办", "𠮷"]) }.joined()
        }
        for _ in 0..<2000 {
            let words = (0..<random.number(0...4)).map { _ in text(random.number(1...3)) }
            let list = WordList(words)
            let searched = text(random.number(0...8))
            #expect(list.first(in: searched) == words.first { searched.contains($0) })
            #expect(list.isEnd(of: searched) == words.contains { searched.hasSuffix($0) })
            #expect(
                list.replaced(in: searched, with: "＿")
                    == words.reduce(searched) { $0.replacing($1, with: "＿") })
        }
    }
}
