/// The words since the last sign or figure (语段).
struct Segment {
    var words: UInt64 = 0
    var last: Word?
    var lastEnd: Int32 = 0
    var first: Word?
    var firstStart: Int32 = 0
    var start: Int32 = 0

    func has(_ word: Word) -> Bool { words & 1 << UInt64(word.rawValue) != 0 }

    var hasBudget: Bool { has(.budget) || has(.ownBudget) }

    mutating func add(_ word: Word, _ token: Token) {
        words |= 1 << UInt64(word.rawValue)
        if first == nil {
            first = word
            firstStart = token.start
        }
        last = word
        lastEnd = token.end
    }
}
