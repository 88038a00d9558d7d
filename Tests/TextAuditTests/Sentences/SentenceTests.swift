import Testing
import TextAudit

/// One phrase of the official style a sentence: what holds stays silent, what breaks is found.
struct SentenceTests {
    static func relations() throws -> [RelationSentence] {
        try Resources.lines("relations.jsonl", of: RelationSentence.self)
            + Resources.lines("phrases.jsonl", of: RelationSentence.self)
    }

    static func traps() throws -> [TrapSentence] {
        try Resources.lines("traps.jsonl", of: TrapSentence.self)
    }

    @Test(arguments: try relations())
    func `数字对得上的句子没有发现`(sentence: RelationSentence) {
        #expect(Audit.complaints(about: sentence.text).map(Audit.gist) == [])
    }

    @Test(arguments: try relations())
    func `改错一个数就指得出来`(sentence: RelationSentence) throws {
        let broken = try #require(sentence.broken)
        let complaints = Audit.complaints(about: broken.text)
        let isFound = complaints.contains(where: sentence.isTouched)
        if KnownGaps.ids.contains(sentence.id) {
            #expect(!isFound, "\(sentence.id) is found now: take it out of KnownGaps.ids")
        } else {
            #expect(isFound, "\(broken.text) 只发现：\(complaints.map(Audit.gist))")
        }
    }

    @Test(arguments: try traps())
    func `容易误报的句子不报错`(sentence: TrapSentence) {
        #expect(Audit.complaints(about: sentence.text).map(Audit.gist) == [])
    }

    @Test func `例句够多且各示一种说法`() throws {
        let relations = try Self.relations()
        let traps = try Self.traps()
        let found = relations.count - KnownGaps.ids.count
        #expect(traps.count >= 150)
        #expect(found + traps.count >= 350)
        #expect(Set(relations.map(\.id) + traps.map(\.id)).count == relations.count + traps.count)
        #expect(
            Set(relations.map(\.shows) + traps.map(\.shows)).count
                == relations.count + traps.count)
        #expect(KnownGaps.ids.isSubset(of: Set(relations.map(\.id))))
    }
}
