#if canImport(Glibc)
    import Glibc
#endif

/// Hands out the text of a file as UTF-8, piece by piece, whatever its encoding.
///
/// What stands before a byte that is no text is handed out; the byte then becomes the ``failure``.
final class TextDecoder {
    /// A byte of the file that is no text.
    struct Fault: Hashable {
        /// From the start of the file, counted from 0.
        let offset: Int
        let isNUL: Bool
    }

    let encoding: TextEncoding
    private(set) var failure: Fault?

    private let input: InputBytes
    private var offset: Int
    private var check = UTF8Check()
    private let converter: iconv_t?

    private static let pieceSize = 1 << 18

    init(_ input: InputBytes, as wanted: TextEncoding? = nil) throws {
        self.input = input
        let found = try EncodingFinding(input)
        encoding = wanted ?? found.encoding
        offset = found.encoding == encoding ? found.markLength : 0
        guard encoding != .utf8 else {
            converter = nil
            return
        }
        let converter = iconv_open("UTF-8", encoding.rawValue)
        guard let converter, Int(bitPattern: converter) != -1 else {
            throw DocumentError.cannotOpen(file: input.file.name, reason: OpeningFault(errno))
        }
        self.converter = converter
    }

    deinit { if let converter { iconv_close(converter) } }

    /// Appends the next piece to `text`; false at the end of the file or of its text.
    func appendPiece(to text: inout [UInt8]) throws -> Bool {
        guard failure == nil else { return false }
        var raw = try input.bytes(at: offset, count: Self.pieceSize)
        if raw.isEmpty {
            // The file ends inside a character.
            if check.isInsideCharacter { failure = Fault(offset: input.size - 1, isNUL: false) }
            return false
        }
        var fault = firstNUL(in: raw).map { Fault(offset: offset + $0, isNUL: true) }
        if let fault { raw.removeLast(raw.count - (fault.offset - offset)) }
        let consumed: Int
        if let converter {
            let isLast = fault != nil || offset + raw.count == input.size
            let (count, isInvalid) = convert(raw, with: converter, into: &text)
            consumed = count
            if isInvalid || (isLast && count < raw.count) {
                fault = Fault(offset: offset + count, isNUL: false)
            }
        } else {
            let invalid = raw.withUnsafeBufferPointer { check.invalidByte(in: $0) }
            if let invalid { fault = Fault(offset: offset + invalid, isNUL: false) }
            consumed = raw.count
            text.append(contentsOf: raw.prefix(invalid ?? raw.count))
        }
        offset += consumed
        failure = fault
        return failure == nil || consumed > 0
    }

    private func firstNUL(in raw: [UInt8]) -> Int? {
        switch encoding {
        case .utf8, .gb18030:
            return raw.withUnsafeBytes { bytes -> Int? in
                guard let base = bytes.baseAddress else { return nil }
                return memchr(base, 0, bytes.count).map { UnsafeRawPointer($0) - base }
            }
        case .utf16LittleEndian, .utf16BigEndian:
            return stride(from: 0, to: raw.count - 1, by: 2).first { raw[$0] | raw[$0 + 1] == 0 }
        }
    }

    /// Converts what it can; what is left belongs to a character that the next piece completes.
    private func convert(
        _ raw: [UInt8], with converter: iconv_t, into text: inout [UInt8]
    ) -> (consumed: Int, isInvalid: Bool) {
        var consumed = 0
        var isInvalid = false
        var source = raw
        // No encoding here takes more than two bytes of UTF-8 for each byte, and one to spare.
        let converted = [UInt8](unsafeUninitializedCapacity: raw.count * 2 + 8) { buffer, count in
            source.withUnsafeMutableBytes { bytes in
                var next = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = bytes.count
                var room = buffer.count
                let start = UnsafeMutableRawPointer(buffer.baseAddress)
                var end = start?.assumingMemoryBound(to: CChar.self)
                let result = iconv(converter, &next, &left, &end, &room)
                isInvalid = result == UInt.max && errno == EILSEQ
                consumed = bytes.count - left
                count = buffer.count - room
            }
        }
        text.append(contentsOf: converted)
        return (consumed, isInvalid)
    }
}

extension TextDecoder {
    /// The line, from 1, in which a byte of the file stands; reads the file again.
    func line(ofOffset target: Int) throws -> Int {
        let width = encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? 2 : 1
        let low = encoding == .utf16BigEndian ? 1 : 0
        var line = 1
        var start = 0
        var isAfterReturn = false
        while start < target {
            let bytes = try input.bytes(at: start, count: min(Self.pieceSize, target - start))
            if bytes.isEmpty { break }
            var index = 0
            while index + width <= bytes.count {
                let isNarrow = width == 1 || bytes[index + 1 - low] == 0
                let byte = isNarrow ? bytes[index + low] : 0
                if byte == 0x0D || (byte == 0x0A && !isAfterReturn) { line += 1 }
                isAfterReturn = byte == 0x0D
                index += width
            }
            start += bytes.count
        }
        return line
    }
}
