/// JSON while it is written, byte by byte: for output that is large or made often.
///
/// Writes text as UTF-8 and escapes only what must be; commas are the writer's own.
package struct JSONBytes: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Forgets what was written and keeps the room for it.
    package mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// Writes bytes that are JSON already.
    package mutating func raw(_ json: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(start: json.utf8Start, count: json.utf8CodeUnitCount))
    }

    package mutating func raw(_ json: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: json) }

    package mutating func integer(_ number: Int) {
        guard number < 0 || number > 9 else {
            return bytes.append(UInt8(ascii: "0") + UInt8(number))
        }
        bytes.append(contentsOf: String(number).utf8)
    }

    package mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string($0) }
    }

    package mutating func string(orNull text: String?) {
        if let text { string(text) } else { raw("null") }
    }

    /// Writes a text of valid UTF-8.
    package mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        for index in text.indices where Self.mustEscape(text[index]) {
            bytes.append(contentsOf: text[start..<index])
            escape(text[index])
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
        bytes.append(UInt8(ascii: "\""))
    }

    private static func mustEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0..<0x20:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(UInt8(ascii: "0") + byte >> 4)
            let low = byte & 15
            bytes.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        default: bytes.append(byte)
        }
    }
}
