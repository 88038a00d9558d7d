/// Looking for words in the mended text (查找词语).
extension MendedText {
    /// Whether `word` stands in a stretch of the mended text.
    func holds(_ word: StaticString, in range: Range<Int>) -> Bool {
        let width = word.utf8CodeUnitCount
        guard range.count >= width else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            let first = word.utf8Start[0]
            var start = range.lowerBound
            let end = range.upperBound - width
            while start <= end {
                if bytes[start] == first {
                    var length = 1
                    while length < width, bytes[start + length] == word.utf8Start[length] {
                        length += 1
                    }
                    if length == width { return true }
                }
                start += 1
            }
            return false
        }
    }

    /// Whether one of some Chinese words stands in a stretch.
    ///
    /// One pass over the stretch, whatever the number of words: the last bits of a scalar tell
    /// nearly always that none of them begins there.
    func holdsAny(_ words: [StaticString], in range: Range<Int>) -> Bool {
        findAny(words, in: range) != nil
    }

    /// The first place in a stretch where one of some Chinese words stands; nil for none.
    func findAny(_ words: [StaticString], in range: Range<Int>) -> Int? {
        var firsts: UInt64 = 0
        for word in words { firsts |= 1 << UInt64(word.utf8Start[2] & 0x3F) }
        return bytes.withUnsafeBufferPointer { bytes in
            var place = range.lowerBound
            while place + 2 < range.upperBound {
                if bytes[place] < 0xE0 {
                    place += 1
                    continue
                }
                if firsts & 1 << UInt64(bytes[place + 2] & 0x3F) != 0 {
                    for word in words
                    where word.utf8CodeUnitCount <= range.upperBound - place
                        && Self.stands(word, at: bytes.baseAddress! + place)
                    {
                        return place
                    }
                }
                place += 3
            }
            return nil
        }
    }

    /// Whether the bytes at an address, of which there are enough, are those of a word.
    @inline(__always)
    private static func stands(_ word: StaticString, at start: UnsafePointer<UInt8>) -> Bool {
        var index = 0
        while index < word.utf8CodeUnitCount {
            if start[index] != word.utf8Start[index] { return false }
            index += 1
        }
        return true
    }

    /// Whether `word` stands at a place.
    func stands(_ word: StaticString, at place: Int) -> Bool {
        let width = word.utf8CodeUnitCount
        guard place >= 0, place + width <= bytes.count else { return false }
        for index in 0..<width where bytes[place + index] != word.utf8Start[index] { return false }
        return true
    }

    /// The first of the words that stands at a place; nil for none.
    func first(of words: [StaticString], at place: Int) -> Int? {
        for word in words where stands(word, at: place) { return word.utf8CodeUnitCount }
        return nil
    }

    /// The place of a word in a stretch; nil for none.
    func find(_ word: StaticString, in range: Range<Int>) -> Int? {
        var place = range.lowerBound
        while place + word.utf8CodeUnitCount <= range.upperBound {
            if stands(word, at: place) { return place }
            place += 1
        }
        return nil
    }

    /// The bytes of the scalar at a place.
    func width(at place: Int) -> Int {
        let byte = bytes[place]
        return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }

    func skipBlanks(_ place: Int) -> Int {
        var place = place
        while place < bytes.count, bytes[place] == 0x20 { place += 1 }
        return place
    }
}
