/// What each scalar of the basic plane can begin (字符表), one byte a scalar.
struct ScalarTable: ~Copyable {
    static let wordStart = UInt8(1)
    static let numeral = UInt8(2)
    static let sign = UInt8(4)
    static let blank = UInt8(8)
    static let wideDigit = UInt8(16)

    /// A word and where it has to stand to be one.
    struct Meaning: BitwiseCopyable {
        let word: Word
        let place: WordList.Place
    }

    private let flags: UnsafeMutablePointer<UInt8>
    let words: SpellingTable<Meaning>
    let countUnits: SpellingTable<UInt8>

    init() {
        flags = .allocate(capacity: 0x10000)
        flags.initialize(repeating: 0, count: 0x10000)
        for scalar in WordList.byFirstScalar.keys { flags[Int(scalar)] |= Self.wordStart }
        words = SpellingTable(
            WordList.byFirstScalar.map { scalar, entries in
                (scalar, entries.map { ($0.bytes, Meaning(word: $0.word, place: $0.place)) })
            })
        countUnits = SpellingTable(
            CountUnit.byFirstScalar.map { scalar, entries in
                (scalar, entries.map { ($0.bytes, $0.unit) })
            })
        for scalar in "一二三四五六七八九十百千两零〇壹贰叁肆伍陆柒捌玖拾佰仟半".unicodeScalars {
            flags[Int(scalar.value)] |= Self.numeral
        }
        for scalar in "，、；：。！？（）［］【】〔〕《》".unicodeScalars {
            flags[Int(scalar.value)] |= Self.sign
        }
        flags[0x3000] |= Self.blank
        flags[0x00A0] |= Self.blank
        for scalar in 0xFF10...0xFF19 { flags[scalar] |= Self.wideDigit }
    }

    deinit { flags.deallocate() }

    @inline(__always)
    subscript(scalar: UInt32) -> UInt8 { flags[Int(scalar)] }
}
