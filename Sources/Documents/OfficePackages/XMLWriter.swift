/// Writes XML as UTF-8 bytes; elements are closed by their closures, texts are always escaped.
struct XMLWriter {
    typealias Attributes = KeyValuePairs<String, String>

    private(set) var bytes: [UInt8]

    /// Begins with the declaration that office programs expect.
    init() {
        bytes = Array(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8)
        bytes.append(0x0A)
    }

    mutating func element(
        _ name: String, _ attributes: Attributes = [:],
        _ content: (inout XMLWriter) throws -> Void
    ) rethrows {
        open(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        try content(&self)
        bytes.append(contentsOf: "</".utf8)
        bytes.append(contentsOf: name.utf8)
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    mutating func empty(_ name: String, _ attributes: Attributes = [:], _ more: Attributes = [:]) {
        open(name, attributes)
        write(more)
        bytes.append(contentsOf: "/>".utf8)
    }

    mutating func text(_ text: String) {
        append(text, inAttribute: false)
    }

    private mutating func open(_ name: String, _ attributes: Attributes) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: name.utf8)
        write(attributes)
    }

    private mutating func write(_ attributes: Attributes) {
        for (key, value) in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: key.utf8)
            bytes.append(contentsOf: "=\"".utf8)
            append(value, inAttribute: true)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    /// Escapes what XML 1.0 wants escaped and leaves out what it cannot hold (2.2: control
    /// characters, U+FFFE, U+FFFF): they are invisible, and one of them would spoil the file.
    private mutating func append(_ text: String, inAttribute: Bool) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\"") where inAttribute: bytes.append(contentsOf: "&quot;".utf8)
            case 0x09 where inAttribute: bytes.append(contentsOf: "&#9;".utf8)
            case 0x0A where inAttribute: bytes.append(contentsOf: "&#10;".utf8)
            // A parser would turn a bare CR into LF.
            case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
            case 0x00..<0x20 where byte != 0x09 && byte != 0x0A: break
            case 0xBE, 0xBF:
                bytes.append(byte)
                if bytes.suffix(3).elementsEqual([0xEF, 0xBF, byte]) { bytes.removeLast(3) }
            default: bytes.append(byte)
            }
        }
    }
}
