/// How the bytes of a text file stand for characters (文字编码).
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// The superset of GBK and GB 2312 in which Excel and WPS save csv on a Chinese Windows.
    case gb18030 = "GB18030"

    /// The encoding that a byte order mark at the start names, and the length of the mark.
    static func marked(_ head: some Collection<UInt8>) -> (encoding: TextEncoding, length: Int)? {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// UTF-16 without a mark: units of two bytes that are nearly all Chinese or ASCII, some of them
    /// ASCII, as the ends of lines are. Nil for all else.
    static func unmarkedWide(_ head: [UInt8]) -> TextEncoding? {
        let count = head.count / 2
        guard count >= 8 else { return nil }
        return [utf16LittleEndian, utf16BigEndian].first { encoding in
            let high = encoding == .utf16LittleEndian ? 1 : 0
            var (usual, narrow) = (0, 0)
            for index in 0..<count {
                let unit = Int(head[2 * index + high]) << 8 | Int(head[2 * index + 1 - high])
                switch unit {
                case 0x09, 0x0A, 0x0D, 0x20...0x7E: narrow += 1
                case 0x2010...0x2033, 0x2160...0x24FF, 0x3000...0x303F, 0x3400...0x9FFF,
                    0xFF00...0xFFEF:
                    usual += 1
                default: break
                }
            }
            return narrow > 0 && (usual + narrow) * 20 >= count * 19
        }
    }
}

/// What a file's bytes say about its encoding.
struct EncodingFinding {
    let encoding: TextEncoding
    /// Bytes of the byte order mark.
    let markLength: Int

    private static let sampleSize = 1 << 20

    /// Finds the encoding: a byte order mark, else UTF-16 where two bytes make a unit of usual
    /// text, else UTF-8 where the first megabyte of what is not ASCII is valid UTF-8, else GB18030.
    init(_ input: InputBytes) throws {
        let head = try input.bytes(at: 0, count: 4)
        if let (encoding, length) = TextEncoding.marked(head) {
            self.encoding = encoding
            markLength = length
            return
        }
        markLength = 0
        let sample = try input.bytes(at: 0, count: 8192)
        if sample.contains(0), let wide = TextEncoding.unmarkedWide(sample) {
            encoding = wide
            return
        }
        guard let start = try Self.firstBeyondASCII(input) else {
            encoding = .utf8
            return
        }
        let rest = try input.bytes(at: start, count: Self.sampleSize)
        encoding = Self.looksLikeUTF8(rest) ? .utf8 : .gb18030
    }

    /// Whether bytes are UTF-8, or were before a few of them were damaged.
    ///
    /// Most UTF-8 of Chinese text is also well-formed GB18030, of other characters: a single wrong
    /// byte must not turn the whole text into those. GB18030 text holds next to no character of
    /// three UTF-8 bytes, and hardly any of its characters passes.
    private static func looksLikeUTF8(_ sample: [UInt8]) -> Bool {
        sample.withUnsafeBufferPointer { bytes in
            var (start, invalid, valid) = (0, 0, 0)
            var firstInvalid: Int?
            while start < bytes.count, invalid <= 4096 {
                var check = UTF8Check()
                let rest = UnsafeBufferPointer(rebasing: bytes[start...])
                let place = check.invalidByte(in: rest)
                valid += check.wideCharacters
                guard let place else { break }
                invalid += 1
                firstInvalid = firstInvalid ?? place
                // The byte that did not fit may begin a character of its own.
                start += max(place, 1)
            }
            guard let firstInvalid else { return true }
            if invalid * 4 <= valid { return true }
            return GB18030Check.invalidByte(in: bytes).map { $0 < firstInvalid } ?? false
        }
    }

    private static func firstBeyondASCII(_ input: InputBytes) throws -> Int? {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        var offset = 0
        while true {
            let count = try input.read(at: offset, into: buffer)
            if count == 0 { return nil }
            let bytes = UnsafeBufferPointer(
                start: UnsafePointer(buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)),
                count: count)
            if let place = UTF8Check.firstBeyondASCII(bytes, from: 0) { return offset + place }
            offset += count
        }
    }
}

/// Checks piece by piece that bytes are UTF-8; a character may stand across two pieces.
package struct UTF8Check {
    /// Bytes still to come of a character, and the range in which the next one must lie.
    private var missing = 0
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF
    /// Characters of three bytes so far, as nearly all Chinese ones are.
    private(set) var wideCharacters = 0
    private var isWide = false

    /// Whether the bytes so far end inside a character.
    package var isInsideCharacter: Bool { missing > 0 }

    package init() {}

    static func firstBeyondASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        while index + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < raw.count {
            if raw[index] >= 0x80 { return index }
            index += 1
        }
        return nil
    }

    /// The first byte that fits no character; nil where all do.
    ///
    /// - Source: Unicode Standard, table 3-7.
    package mutating func invalidByte(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        while index < bytes.count {
            if missing == 0 {
                guard let start = Self.firstBeyondASCII(bytes, from: index) else { return nil }
                index = start
                guard begin(bytes[index]) else { return index }
            } else {
                guard bytes[index] >= lowest, bytes[index] <= highest else { return index }
                missing -= 1
                if missing == 0, isWide { wideCharacters += 1 }
                (lowest, highest) = (0x80, 0xBF)
            }
            index += 1
            // Chinese characters stand in rows: take them whole.
            while missing == 0, index + 2 < bytes.count, bytes[index] >= 0xE1, bytes[index] <= 0xEC,
                bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80
            {
                index += 3
                wideCharacters += 1
            }
        }
        return nil
    }

    private mutating func begin(_ byte: UInt8) -> Bool {
        (lowest, highest) = (0x80, 0xBF)
        isWide = byte >= 0xE0 && byte < 0xF0
        switch byte {
        case 0xC2...0xDF: missing = 1
        case 0xE0:
            missing = 2
            lowest = 0xA0
        case 0xED:
            missing = 2
            highest = 0x9F
        case 0xE1...0xEF: missing = 2
        case 0xF0:
            missing = 3
            lowest = 0x90
        case 0xF1...0xF3: missing = 3
        case 0xF4:
            missing = 3
            highest = 0x8F
        default: return false
        }
        return true
    }
}

/// Checks the form of GB18030; which of its characters exist is left to the converter.
///
/// - Source: GB 18030-2005, table 1.
enum GB18030Check {
    /// The first byte that fits no character; nil where all do, or the last one is cut.
    static func invalidByte(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        while index < bytes.count {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            guard bytes[index] >= 0x81, bytes[index] <= 0xFE else { return index }
            guard index + 1 < bytes.count else { return nil }
            switch bytes[index + 1] {
            case 0x40...0x7E, 0x80...0xFE: index += 2
            case 0x30...0x39:
                guard index + 3 < bytes.count else { return nil }
                guard (0x81...0xFE).contains(bytes[index + 2]),
                    (0x30...0x39).contains(bytes[index + 3])
                else { return index }
                index += 4
            default: return index
            }
        }
        return nil
    }
}
