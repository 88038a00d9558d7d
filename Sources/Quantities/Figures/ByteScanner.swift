/// A cursor over UTF-8 bytes that sees full-width signs as their half-width twins (全角/半角).
///
/// Every access is checked against the end; a byte that begins no scalar reads as U+FFFD.
struct ByteScanner {
    /// One scalar as folded, and how many bytes it takes; width 0 is the end.
    struct Glyph {
        let scalar: Unicode.Scalar
        let width: Int

        static var end: Glyph { Glyph(scalar: "\0", width: 0) }
    }

    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var offset: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int = 0) {
        self.bytes = bytes
        self.offset = min(max(offset, 0), bytes.count)
    }

    var isAtEnd: Bool { offset >= bytes.count }

    /// The scalar at the cursor.
    var next: Unicode.Scalar { glyph(at: offset).scalar }

    mutating func advance(by width: Int) { offset += width }
    mutating func move(to offset: Int) { self.offset = offset }

    /// Steps over `scalar` if it is next.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        let glyph = glyph(at: offset)
        guard glyph.width > 0, glyph.scalar == scalar else { return false }
        offset += glyph.width
        return true
    }

    /// Steps over `text` if it is next; `text` is compared as bytes, unfolded.
    mutating func takeWord(_ text: StaticString) -> Bool {
        guard stands(text) else { return false }
        offset += text.utf8CodeUnitCount
        return true
    }

    /// Whether `text` stands at the cursor, or `ahead` bytes after it.
    func stands(_ text: StaticString, ahead: Int = 0) -> Bool {
        let count = text.utf8CodeUnitCount
        let start = offset + ahead
        guard count <= bytes.count - start else { return false }
        for index in 0..<count where bytes[start + index] != text.utf8Start[index] { return false }
        return true
    }

    mutating func skipSpaces() {
        while true {
            let glyph = glyph(at: offset)
            guard glyph.width > 0, glyph.scalar.isBlank else { return }
            offset += glyph.width
        }
    }

    /// The decimal digit at the cursor, half- or full-width; nil for anything else.
    func digit(at place: Int) -> (value: Int128, width: Int)? {
        guard place < bytes.count else { return nil }
        let byte = bytes[place]
        if byte &- 0x30 < 10 { return (Int128(byte &- 0x30), 1) }
        // U+FF10…U+FF19 are EF BC 90…99.
        guard byte == 0xEF, place + 2 < bytes.count, bytes[place + 1] == 0xBC,
            bytes[place + 2] &- 0x90 < 10
        else { return nil }
        return (Int128(bytes[place + 2] &- 0x90), 3)
    }

    func glyph(at place: Int) -> Glyph {
        guard place < bytes.count else { return .end }
        let first = bytes[place]
        if first < 0x80 { return Glyph(scalar: Unicode.Scalar(first), width: 1) }
        let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first < 0xF5, place + width <= bytes.count
        else { return Glyph(scalar: "\u{FFFD}", width: 1) }
        var code = UInt32(first) & (0x7F >> UInt32(width))
        for index in 1..<width {
            let byte = bytes[place + index]
            guard byte & 0xC0 == 0x80 else { return Glyph(scalar: "\u{FFFD}", width: 1) }
            code = code << 6 | UInt32(byte & 0x3F)
        }
        guard let scalar = Unicode.Scalar(Self.folded(code))
        else { return Glyph(scalar: "\u{FFFD}", width: 1) }
        return Glyph(scalar: scalar, width: width)
    }

    /// The half-width twin of a full-width sign; one spelling for each minus, tilde and space.
    static func folded(_ code: UInt32) -> UInt32 {
        switch code {
        case 0xFF01...0xFF5E: code - 0xFEE0
        case 0x3000, 0x00A0, 0x2002...0x200B, 0xFEFF: 0x20
        case 0x2212, 0xFE63, 0x2010, 0x2011: 0x2D
        case 0x301C, 0x223C: 0x7E
        case 0xFFE5: 0xA5
        case 0x2015: 0x2014
        case 0x2266: 0x2264
        case 0x2267: 0x2265
        default: code
        }
    }
}

extension Unicode.Scalar {
    var isBlank: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }

    /// Whether this is a Chinese character of the basic block.
    var isHan: Bool { (0x4E00...0x9FFF).contains(value) }
}
