import Quantities

/// Cuts a mended text into tokens and figures (切词).
///
/// One pass over the bytes; nothing is allocated for text that is neither a figure nor a word.
struct Lexer: ~Copyable {
    let table = ScalarTable()
    private(set) var tokens: ContiguousArray<Token> = []
    var figures: ContiguousArray<Figure> = []
    /// Whether the place is the start of a clause, where an ordinal may stand.
    private var isAtEdge = true

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        tokens.removeAll(keepingCapacity: true)
        figures.removeAll(keepingCapacity: true)
        isAtEdge = true
        var place = 0
        let end = bytes.count
        while place < end {
            let byte = bytes[place]
            if byte < 0x80 {
                place = ascii(byte, place, bytes)
            } else if byte >= 0xE0, byte < 0xF0, place + 2 < end {
                place = wide(place, bytes)
            } else {
                place += byte >= 0xF0 ? 4 : byte >= 0xC0 ? 2 : 1
                isAtEdge = false
            }
        }
    }

    /// A plain number in a column of percentages.
    mutating func makePercent(_ index: Int) { figures[index].kind = .percent }

    /// A plain number in a table that the text tells with its unit.
    mutating func makeAmount(_ index: Int, like other: Int) {
        figures[index].kind = .amount
        figures[index].scale = figures[other].scale
    }

    /// Takes back what ``makeAmount(_:like:)`` did.
    mutating func makeNumber(_ index: Int) {
        figures[index].kind = .number
        figures[index].scale = 0
    }

    // MARK: ASCII

    @inline(__always)
    private mutating func ascii(
        _ byte: UInt8, _ place: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int {
        if byte &- 0x30 < 10 { return number(place, bytes) }
        switch byte {
        case 0x20: return place + 1
        case 0x0A: return sign(.line, place, 1)
        case 0x09: return sign(.tab, place, 1)
        case UInt8(ascii: ","): return sign(.comma, place, 1)
        case UInt8(ascii: ";"): return sign(.semicolon, place, 1)
        case UInt8(ascii: ":"): return sign(.colon, place, 1)
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return sign(.period, place, 1)
        case UInt8(ascii: "("), UInt8(ascii: "["):
            if isAtEdge, let end = enumerator(place, bytes) { return end }
            return sign(.open, place, 1)
        case UInt8(ascii: ")"), UInt8(ascii: "]"): return sign(.close, place, 1)
        case UInt8(ascii: "<"), UInt8(ascii: ">"): return word(.limit, place, 1)
        default:
            isAtEdge = false
            return place + 1
        }
    }

    private mutating func sign(_ kind: Token.Kind, _ place: Int, _ width: Int) -> Int {
        tokens.append(
            Token(kind: kind, detail: 0, start: Int32(place), end: Int32(place + width), value: 0))
        isAtEdge = kind != .close && kind != .pause
        return place + width
    }

    private mutating func word(_ word: Word, _ place: Int, _ width: Int) -> Int {
        tokens.append(
            Token(
                kind: .word, detail: word.rawValue, start: Int32(place), end: Int32(place + width),
                value: 0))
        isAtEdge = false
        return place + width
    }

    private mutating func enumerator(
        _ place: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        guard let found = Enumerator(at: place, of: bytes) else { return nil }
        // 2.5万元 and 3、4月份 are figures.
        tokens.append(
            Token(
                kind: .enumerator, detail: found.style.rawValue, start: Int32(place),
                end: Int32(place + found.length), value: Int32(found.number)))
        isAtEdge = false
        return place + found.length
    }

    // MARK: Wide scalars

    @inline(__always)
    private mutating func wide(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let scalar = Self.scalar(bytes, place)
        let flags = table[scalar]
        if flags == 0 {
            if isAtEdge, scalar == 0x7B2C, let end = enumerator(place, bytes) { return end }  // 第
            if scalar &- 0x2460 < 20, isAtEdge, let end = enumerator(place, bytes) { return end }
            isAtEdge = false
            return scalar == 0 ? place + 1 : place + 3
        }
        return marked(scalar, flags, place, bytes)
    }

    private mutating func marked(
        _ scalar: UInt32, _ flags: UInt8, _ place: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int {
        if flags & ScalarTable.sign != 0 { return wideSign(scalar, place, bytes) }
        if flags & ScalarTable.blank != 0 { return place + 3 }
        if flags & ScalarTable.wideDigit != 0 { return number(place, bytes) }
        if flags & ScalarTable.numeral != 0 {
            if isAtEdge, let end = enumerator(place, bytes) { return end }
            if !isOrdinal(place, bytes), let end = chineseNumber(place, bytes) { return end }
        }
        if flags & ScalarTable.wordStart != 0, let end = listedWord(scalar, place, bytes) {
            return end
        }
        isAtEdge = false
        return place + 3
    }

    private mutating func wideSign(
        _ scalar: UInt32, _ place: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int {
        switch scalar {
        case 0xFF0C: return sign(.comma, place, 3)
        case 0x3001: return sign(.pause, place, 3)
        case 0xFF1B: return sign(.semicolon, place, 3)
        case 0xFF1A: return sign(.colon, place, 3)
        case 0x3002, 0xFF01, 0xFF1F: return sign(.period, place, 3)
        case 0xFF08:
            if isAtEdge, let end = enumerator(place, bytes) { return end }
            return sign(.open, place, 3)
        case 0xFF3B, 0x3010, 0x3014: return sign(.open, place, 3)
        case 0xFF09, 0xFF3D, 0x3011, 0x3015: return sign(.close, place, 3)
        case 0x300A: return title(place, bytes)
        default: return place + 3
        }
    }

    /// 《…》 names a document: nothing in it is a figure.
    private mutating func title(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        isAtEdge = false
        var index = place + 3
        let end = min(bytes.count - 2, place + 240)
        while index < end {
            if bytes[index] == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x8B {
                return index + 3
            }
            if bytes[index] == 0x0A { break }
            index += 1
        }
        return place + 3
    }

    private mutating func listedWord(
        _ scalar: UInt32, _ place: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        guard
            let entry = table.words.first(
                scalar, at: place, of: bytes,
                where: {
                    isPlaced($0.meaning.place, place, width: Int($0.length), bytes)
                })
        else { return nil }
        let width = Int(entry.length)
        guard entry.meaning.word != .plain else {
            isAtEdge = false
            return place + width
        }
        return word(entry.meaning.word, place, width)
    }

    private func isPlaced(
        _ rule: WordList.Place, _ place: Int, width: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        switch rule {
        case .anywhere: return true
        case .beforeDigit:
            var next = place + width
            while next < bytes.count, bytes[next] == 0x20 { next += 1 }
            guard next < bytes.count else { return false }
            if bytes[next] &- 0x30 < 10 { return true }
            guard bytes[next] >= 0xE0, next + 2 < bytes.count else { return false }
            let flags = table[Self.scalar(bytes, next)]
            return flags & ScalarTable.wideDigit != 0
        case .afterEdge:
            guard let last = tokens.last else { return true }
            return Int(last.end) == place && last.kind != .word && last.kind != .pause
        case .closing:
            let next = place + width
            guard next + 2 < bytes.count else { return true }
            if bytes[next] < 0x80 { return true }
            let scalar = Self.scalar(bytes, next)
            let flags = table[scalar]
            // ，。；、） and 等共计, 等方面.
            return flags & ScalarTable.sign != 0 || scalar == 0x5171 || scalar == 0x5408
                || flags & ScalarTable.numeral != 0
        }
    }

    // MARK: Numbers

    private mutating func number(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        if isAtEdge, let end = enumerator(place, bytes) { return end }
        var reader = NumberReader(bytes: bytes, place: place)
        guard var figure = reader.figure(table) else {
            isAtEdge = false
            return max(reader.place, place + 1)
        }
        // Broken UTF-8 can look like a wide digit and hold none.
        guard Int(figure.end) > place else {
            isAtEdge = false
            return place + 1
        }
        mark(&figure, bytes)
        append(figure)
        return Int(figure.end)
    }

    /// 第二批, 第三次: names one of several and counts none.
    private func isOrdinal(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        place >= 3 && bytes[place - 3] == 0xE7 && Self.scalar(bytes, place - 3) == 0x7B2C
    }

    private mutating func chineseNumber(
        _ place: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        var reader = NumberReader(bytes: bytes, place: place)
        guard var figure = reader.chineseFigure(table) else { return nil }
        mark(&figure, bytes)
        append(figure)
        return Int(figure.end)
    }

    private mutating func append(_ figure: Figure) {
        var figure = figure
        figure.token = Int32(tokens.count)
        tokens.append(
            Token(
                kind: .figure, detail: figure.kind.rawValue, start: figure.start, end: figure.end,
                value: Int32(figures.count)))
        figures.append(figure)
        isAtEdge = false
    }

    // MARK: Bytes

    /// The scalar of three bytes; 0 where the last two continue nothing, as in broken UTF-8.
    @inline(__always)
    static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt32 {
        let (middle, last) = (bytes[place + 1] ^ 0x80, bytes[place + 2] ^ 0x80)
        guard middle | last < 0x40 else { return 0 }
        return UInt32(bytes[place] & 0x0F) << 12 | UInt32(middle) << 6 | UInt32(last)
    }
}
