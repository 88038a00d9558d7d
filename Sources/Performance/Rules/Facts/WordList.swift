import Formulas

/// Words that are looked for in texts (词表), all of them in one pass, byte by byte.
package struct WordList: Hashable, Sendable, ExpressibleByArrayLiteral {
    package let words: [String]
    private let bytes: [[UInt8]]
    /// The words that begin with each character, in their order.
    private let places: [UInt32: [Int]]

    /// - Precondition: no word is empty.
    package init(_ words: [String]) {
        self.words = words
        bytes = words.map { Array($0.utf8) }
        var places: [UInt32: [Int]] = [:]
        for (place, word) in bytes.enumerated() {
            precondition(!word.isEmpty, "an empty word stands everywhere")
            let first = word.withUnsafeBufferPointer { Self.character(in: $0, at: 0) }
            places[first.code, default: []].append(place)
        }
        self.places = places
    }

    package init(arrayLiteral words: String...) { self.init(words) }

    /// Whether any of the words stands in a text.
    package func isFound(in text: String) -> Bool { firstPlace(in: text) != nil }

    /// The first of the words, in their order, that stands in a text.
    package func first(in text: String) -> String? { firstPlace(in: text).map { words[$0] } }

    /// The place of that word.
    func firstPlace(in text: String) -> Int? {
        var first: Int?
        eachMatch(in: text) { word, _ in first = min(first ?? word, word) }
        return first
    }

    /// The place of the first word, in their order, that a text stands in.
    func firstPlace(holding text: String) -> Int? {
        text.withBytes { text in bytes.firstIndex { $0.contains(text) } }
    }

    /// Whether a text ends with any of the words.
    func isEnd(of text: String) -> Bool {
        var isEnd = false
        eachMatch(in: text) { _, end in isEnd = isEnd || end == text.utf8.count }
        return isEnd
    }

    /// Tells of each word that stands in a text, wherever it does, and of the byte behind it.
    func eachMatch(in text: String, _ body: (_ word: Int, _ end: Int) -> Void) {
        text.withBytes { text in
            var start = 0
            while start < text.count {
                let (code, length) = Self.character(in: text, at: start)
                for place in places[code] ?? [] {
                    let word = bytes[place]
                    let end = start + word.count
                    guard end <= text.count, text[start..<end].elementsEqual(word)
                    else { continue }
                    body(place, end)
                }
                start += length
            }
        }
    }

    /// A text with something else for each of the words, one word after the other.
    func replaced(in text: String, with other: String) -> String {
        bytes.reduce(text) { text, word in
            text.withBytes { bytes in
                bytes.contains(word)
                    ? String(decoding: bytes.replaced(word, with: other.utf8), as: UTF8.self) : nil
            } ?? text
        }
    }

    /// The bytes of a character packed into a number, and how many they are.
    private static func character(
        in text: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (code: UInt32, length: Int) {
        let length =
            switch text[start] {
            case ..<0xC0: 1
            case ..<0xE0: 2
            case ..<0xF0: 3
            default: 4
            }
        let end = min(start + length, text.count)
        return (text[start..<end].reduce(0) { $0 << 8 | UInt32($1) }, length)
    }
}

extension Collection where Element == UInt8, Index == Int {
    fileprivate func stands(_ word: some Collection<UInt8>, at start: Int) -> Bool {
        start + word.count <= endIndex && self[start..<start + word.count].elementsEqual(word)
    }

    fileprivate func contains(_ word: some Collection<UInt8>) -> Bool {
        word.count <= count
            && (startIndex...endIndex - word.count).contains { stands(word, at: $0) }
    }

    fileprivate func replaced(
        _ word: [UInt8], with other: some Collection<UInt8>
    ) -> [UInt8] {
        var replaced: [UInt8] = []
        var place = startIndex
        while place < endIndex {
            if stands(word, at: place) {
                replaced.append(contentsOf: other)
                place += word.count
            } else {
                replaced.append(self[place])
                place += 1
            }
        }
        return replaced
    }
}
