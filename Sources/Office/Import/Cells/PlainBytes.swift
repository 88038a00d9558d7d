/// Makes the bytes of a cell plain before a figure, a day or a choice is read from them.
///
/// 全角 signs and digits become 半角, every kind of space becomes one, invisible characters and
/// spaces at both ends go. A cell that is plain already is handed on as it stands.
struct PlainBytes {
    private var scratch: [UInt8] = []

    /// Hands the plain bytes to `body`; they are valid only inside it.
    mutating func fold<Result>(
        _ bytes: CellBytes, _ body: (CellBytes) -> Result
    ) -> Result {
        if Self.isPlain(bytes) { return body(bytes) }
        scratch.removeAll(keepingCapacity: true)
        Self.append(bytes, to: &scratch)
        return scratch.withUnsafeBufferPointer { body(Self.trimmed($0)) }
    }

    /// The folded text; for headers and other rare things.
    static func text(_ text: String) -> String {
        var text = text
        var plain = PlainBytes()
        return text.withUTF8 { plain.fold($0, \.string) }
    }

    private static func isPlain(_ bytes: CellBytes) -> Bool {
        for byte in bytes where byte <= 0x20 || byte >= 0x7F { return false }
        return true
    }

    /// Cuts ASCII spaces off both ends.
    static func trimmed(_ bytes: CellBytes) -> CellBytes {
        var (start, end) = (0, bytes.count)
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return CellBytes(rebasing: bytes[start..<end])
    }

    private static func append(_ bytes: CellBytes, to plain: inout [UInt8]) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                let isSpace = byte == 0x20 || (9...13).contains(byte)
                plain.append(isSpace ? 0x20 : byte)
                index += 1
            } else {
                let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                let end = min(index + length, bytes.count)
                append(sequence: CellBytes(rebasing: bytes[index..<end]), to: &plain)
                index = end
            }
        }
    }

    /// Appends one character of more than one byte, or what it is folded to.
    private static func append(sequence: CellBytes, to plain: inout [UInt8]) {
        guard let folded = folded(sequence) else {
            plain.append(contentsOf: sequence)
            return
        }
        switch folded {
        case .sign(let byte): plain.append(byte)
        case .yen: plain.append(contentsOf: [0xC2, 0xA5])
        case .nothing: break
        }
    }

    private enum Folded {
        case sign(UInt8)
        /// `￥` is folded to `¥`.
        case yen
        case nothing
    }

    private static let space = Folded.sign(0x20)
    private static let minus = Folded.sign(UInt8(ascii: "-"))

    /// What a character is folded to; nil where it stays as it is.
    private static func folded(_ sequence: CellBytes) -> Folded? {
        if sequence.count == 2 {
            return sequence[0] == 0xC2 && sequence[1] == 0xA0 ? space : nil
        }
        guard sequence.count == 3 else { return nil }
        let (first, second, third) = (sequence[0], sequence[1], sequence[2])
        switch (first, second) {
        case (0xE2, 0x80):
            switch third {
            case 0x80...0x8A, 0xAF: return space
            case 0x8B...0x8D: return .nothing
            case 0x90, 0x91: return minus
            default: return nil
            }
        case (0xE2, 0x81): return third == 0x9F ? space : third == 0xA0 ? .nothing : nil
        case (0xE2, 0x88): return third == 0x92 ? minus : nil
        case (0xE3, 0x80): return third == 0x80 ? space : nil
        case (0xEF, 0xBB): return third == 0xBF ? .nothing : nil
        case (0xEF, 0xBC): return third >= 0x81 ? .sign(third - 0x81 + 0x21) : nil
        case (0xEF, 0xBD): return third <= 0x9E ? .sign(third - 0x80 + 0x60) : nil
        case (0xEF, 0xBF): return third == 0xA5 ? .yen : nil
        default: return nil
        }
    }
}
