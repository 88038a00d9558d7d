/// A sign, word or figure that structures a text; the text between two tokens is their gap.
struct Token {
    enum Kind: UInt8 {
        case figure, word, enumerator
        /// ， 、 ； ： 。 and the ends of lines.
        case comma, pause, semicolon, colon, period, line
        case open, close
        /// A column gap of a table row.
        case tab
    }

    var kind: Kind
    /// ``Word`` of a word, ``Enumerator/Style`` of an enumerator.
    var detail: UInt8
    var start: Int32
    var end: Int32
    /// The index of a figure; the number of an enumerator.
    var value: Int32

    var word: Word? { kind == .word ? Word(rawValue: detail) : nil }

    /// Whether a clause ends here.
    var endsClause: Bool {
        switch kind {
        case .comma, .semicolon, .period, .line, .tab, .colon: true
        default: false
        }
    }

    /// Whether a sentence ends here.
    var endsSentence: Bool { kind == .period || kind == .line }
}
