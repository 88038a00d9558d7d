/// A page while it is written, byte by byte; all that is not the program's own words is escaped.
struct HTMLBytes {
    private(set) var bytes: [UInt8] = []

    /// Writes markup, which only the program's own source holds.
    mutating func markup(_ html: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(start: html.utf8Start, count: html.utf8CodeUnitCount))
    }

    mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { self.text($0) }
    }

    /// Writes a text, fit for an element and for a quoted attribute.
    ///
    /// Controls, which HTML has none of, and marks that turn the direction of writing, by which a
    /// figure could be made to look like another one, become U+FFFD.
    mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
        var (index, start) = (0, 0)
        while index < text.count {
            guard let length = Self.length(ofUnfit: text, at: index) else {
                index += 1
                continue
            }
            bytes.append(contentsOf: text[start..<index])
            substitute(text[index])
            index += length
            start = index
        }
        bytes.append(contentsOf: text[start...])
    }

    /// The bytes of a character that cannot stand as it is; nil where it can.
    private static func length(ofUnfit text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        switch text[index] {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
            UInt8(ascii: "'"), 0..<0x09, 0x0B...0x1F, 0x7F:
            return 1
        case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0: return 2
        case 0xE2 where index + 2 < text.count:
            switch (text[index + 1], text[index + 2]) {
            case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return 3
            default: return nil
            }
        default: return nil
        }
    }

    private mutating func substitute(_ first: UInt8) {
        switch first {
        case UInt8(ascii: "&"): markup("&amp;")
        case UInt8(ascii: "<"): markup("&lt;")
        case UInt8(ascii: ">"): markup("&gt;")
        case UInt8(ascii: "\""): markup("&quot;")
        case UInt8(ascii: "'"): markup("&#39;")
        default: markup("\u{FFFD}")
        }
    }
}
