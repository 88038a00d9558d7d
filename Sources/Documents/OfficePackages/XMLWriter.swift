/// Writes XML as UTF-8 bytes; elements are closed by their closures, texts are always escaped.
struct XMLWriter {
    typealias Attributes = KeyValuePairs<String, String>

    private(set) var bytes: [UInt8]

    /// Begins with the declaration that office programs expect.
    init() {
        bytes = Array(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8)
        bytes.append(0x0A)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Begins with nothing: what it writes is put into another part.
    static var fragment: XMLWriter { XMLWriter(bytes: []) }

    mutating func element(
        _ name: String, _ attributes: Attributes = [:],
        _ content: (inout XMLWriter) throws -> Void
    ) rethrows {
        open(name, attributes)
        verbatim(">")
        try content(&self)
        verbatim("</")
        verbatim(name)
        verbatim(">")
    }

    mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    mutating func empty(_ name: String, _ attributes: Attributes = [:], _ more: Attributes = [:]) {
        open(name, attributes)
        write(more)
        verbatim("/>")
    }

    mutating func text(_ text: String) {
        append(text, inAttribute: false)
    }

    /// Writes what is known to hold nothing to escape: names, digits, whole tags in hot loops.
    mutating func verbatim(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    private mutating func open(_ name: String, _ attributes: Attributes) {
        verbatim("<")
        verbatim(name)
        write(attributes)
    }

    private mutating func write(_ attributes: Attributes) {
        for (key, value) in attributes {
            verbatim(" ")
            verbatim(key)
            verbatim("=\"")
            append(value, inAttribute: true)
            verbatim("\"")
        }
    }

    /// Escapes what XML 1.0 wants escaped and leaves out what it cannot hold (2.2: control
    /// characters, U+FFFE, U+FFFF): they are invisible, and one of them would spoil the file.
    private mutating func append(_ text: String, inAttribute: Bool) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            for (index, byte) in source.enumerated() {
                // No byte of a multi-byte character but the last of U+FFFE and U+FFFF concerns us.
                guard byte <= UInt8(ascii: ">") || byte == 0xBE || byte == 0xBF else { continue }
                var end = index
                guard
                    let written = Self.replacement(
                        of: byte, at: index, in: source, inAttribute: inAttribute, &end)
                else { continue }
                if start < end { bytes.append(contentsOf: source[start..<end]) }
                verbatim(written)
                start = index + 1
            }
            bytes.append(contentsOf: source[start...])
        }
    }

    /// What stands for a byte that cannot stay, and where what stays before it ends; nil where
    /// it can.
    private static func replacement(
        of byte: UInt8, at index: Int, in source: UnsafeBufferPointer<UInt8>, inAttribute: Bool,
        _ end: inout Int
    ) -> String? {
        switch byte {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "\""): return inAttribute ? "&quot;" : nil
        case 0x09: return inAttribute ? "&#9;" : nil
        case 0x0A: return inAttribute ? "&#10;" : nil
        // A parser would turn a bare CR into LF.
        case 0x0D: return "&#13;"
        case 0x00..<0x20: return ""
        case 0xBE, 0xBF:
            guard index >= 2, source[index - 1] == 0xBF, source[index - 2] == 0xEF
            else { return nil }
            end = index - 2
            return ""
        default: return nil
        }
    }
}
