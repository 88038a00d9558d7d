/// How many names a text lists (列举个数), read byte by byte behind or before a number.
struct ListCount {
    /// The least and the greatest number of names: 和 may join two names or stand in one.
    var least: Int
    var most: Int
    /// The bytes of the list.
    var range: Range<Int>

    private static let introductions: [StaticString] = [
        "分别是", "分别为", "分别有", "具体是", "具体为", "依次为", "依次是", "即",
    ]
    private static let mostBytes = 600
    private static let mostNameBytes = 60

    /// The place behind the words that introduce a list of all names; nil where none do.
    static func start(behind place: Int, in text: borrowing MendedText) -> Int? {
        var place = text.skipBlanks(place)
        let limit = min(place + 36, text.bytes.count)
        while place < limit {
            if let width = text.first(of: [":", "："], at: place) {
                return text.skipBlanks(place + width)
            }
            if let width = text.first(of: introductions, at: place) {
                place += width
                if let colon = text.first(of: [":", "："], at: place) { place += colon }
                return text.skipBlanks(place)
            }
            if let comma = text.first(of: [",", "，"], at: place) {
                let next = text.skipBlanks(place + comma)
                guard let width = text.first(of: introductions, at: next) else { return nil }
                place = next + width
                if let colon = text.first(of: [":", "："], at: place) { place += colon }
                return text.skipBlanks(place)
            }
            guard
                text.first(
                    of: ["。", "；", ";", "、", "（", "(", "\n", "\t", "等", "和", "的"], at: place)
                    == nil,
                text.bytes[place] &- 0x30 >= 10
            else { return nil }
            place += text.width(at: place)
        }
        return nil
    }

    /// Reads the names from `start`; nil where the list is open or cannot be counted.
    init?(from start: Int, in text: borrowing MendedText) {
        var reader = ListReader(place: start)
        let limit = min(start + Self.mostBytes, text.bytes.count)
        while reader.place < limit, !reader.isEnded {
            guard reader.step(text) else { return nil }
            guard reader.place - reader.nameStart <= Self.mostNameBytes || reader.depth > 0
            else { return nil }
        }
        guard reader.isEnded, reader.depth == 0, let counts = reader.counts else { return nil }
        (least, most) = counts
        range = start..<reader.place
    }

    /// Reads the names right before `end`, as in 石溪、长岭、白塔四个乡镇.
    init?(before end: Int, in text: borrowing MendedText) {
        // 博物馆和11个文化站: the number counts what follows, not what stands before.
        if text.first(of: ["和", "及", "与"], at: end - 3) != nil { return nil }
        var place = end
        var pauses = 0
        var joined = 0
        var length = 0
        while place >= 3, end - place < 240 {
            let byte = text.bytes[place - 1]
            if byte < 0x80 || text.bytes[place - 3] < 0xE0 { break }
            let at = place - 3
            if text.stands("、", at: at) {
                guard length >= 2, length <= 8 else { return nil }
                pauses += 1
                length = 0
            } else if text.first(of: ["，", "。", "；", "：", "）", "（", "“", "”", "》", "《"], at: at)
                != nil
            {
                break
            } else {
                if text.first(of: ["和", "及", "与", "或"], at: at) != nil { joined += 1 }
                if text.stands("等", at: at) { return nil }
                length += 1
            }
            place -= 3
        }
        guard pauses >= 2 else { return nil }
        (least, most) = (pauses + 1, pauses + 1 + joined)
        range = place..<end
    }
}

/// Steps over one list of names.
private struct ListReader {
    var place: Int
    var nameStart: Int
    var depth = 0
    var isEnded = false
    private var pauses = 0
    private var semicolons = 0
    private var joined = 0
    private var isCommaEnded = false
    private var isSemicolonLast = false

    init(place: Int) {
        self.place = place
        nameStart = place
    }

    /// The least and the greatest count; nil where it cannot be told.
    var counts: (Int, Int)? {
        if semicolons > 0 {
            return isSemicolonLast ? nil : (semicolons + 1, semicolons + 1)
        }
        return pauses > 0 ? (pauses + 1, pauses + 1 + joined) : nil
    }

    /// Takes one scalar; false where the list cannot be counted.
    mutating func step(_ text: borrowing MendedText) -> Bool {
        let width = text.width(at: place)
        if text.first(of: ["（", "(", "《", "“"], at: place) != nil { depth += 1 }
        if text.first(of: ["）", ")", "》", "”"], at: place) != nil { return close(text, width) }
        if text.first(of: ["。", "\n"], at: place) != nil {
            isEnded = depth <= 0
            place += isEnded ? 0 : width
            return depth <= 0
        }
        if depth == 0 { return top(text, width) }
        place += width
        return true
    }

    private mutating func close(_ text: borrowing MendedText, _ width: Int) -> Bool {
        depth -= 1
        let isTitle = text.stands("》", at: place)
        place += width
        if depth == 0, isTitle, text.stands("《", at: place) { separate() }
        return depth >= 0
    }

    private mutating func separate() {
        pauses += 1
        nameStart = place
    }

    private mutating func top(_ text: borrowing MendedText, _ width: Int) -> Bool {
        let at = place
        place += width
        if text.bytes[at] &- 0x30 < 10 || text.bytes[at] == 0x09 { return false }
        isSemicolonLast = false
        if text.stands("、", at: at) {
            separate()
        } else if text.first(of: ["；", ";"], at: at) != nil {
            semicolons += 1
            nameStart = place
            isSemicolonLast = true
        } else if text.first(of: ["，", ","], at: at) != nil {
            return endAtComma(text)
        } else if text.first(of: ["等", "其中"], at: at) != nil {
            return false
        } else if text.first(of: ["和", "及", "与", "并", "或"], at: at) != nil {
            joined += 1
        }
        return true
    }

    private mutating func endAtComma(_ text: borrowing MendedText) -> Bool {
        guard semicolons == 0, pauses > 0 else { return false }
        let next = text.skipBlanks(place)
        isEnded = true
        return text.first(of: ["以及", "和", "及", "还有", "并", "其中"], at: next) == nil
    }
}
