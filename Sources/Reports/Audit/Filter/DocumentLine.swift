import Documents

/// Why a line of the filter's input is no document (输入行错误); places count bytes of the line from 1.
package enum DocumentLineError: Error, Hashable, Sendable {
    case notUTF8(byte: Int)
    case notAnObject
    case brokenJSON(byte: Int)
    case cutOff
    case nestedTooDeeply(limit: Int)
    case noText
    case textIsNoString
    case tooLong(limit: Int)

    package var message: String {
        switch self {
        case .notUTF8(let byte): "第 \(byte) 个字节起不是 UTF-8 文字。请先转换为 UTF-8 再输入。"
        case .notAnObject: "这一行不是 JSON 对象。\(Self.form)"
        case .brokenJSON(let byte): "第 \(byte) 个字节处不是有效的 JSON。\(Self.form)"
        case .cutOff: "这一行没有写完，JSON 缺少结尾。\(Self.form)"
        case .nestedTooDeeply(let limit): "JSON 的层数超过 \(limit) 层。\(Self.form)"
        case .noText: "缺少 text。\(Self.form)"
        case .textIsNoString: "text 应是一段文字（字符串）。\(Self.form)"
        case .tooLong(let limit): "这一行超过 \(limit >> 20) MB。请把文件拆开，每行放一份。"
        }
    }

    private static let form = #"请每行写一个对象：{"id":"编号","text":"全文"}。"#
}

/// Reads one line of the filter's input, `{"id":…,"text":…}`, without building a tree.
///
/// Other members are passed over; of members told twice the last one counts. No member makes the
/// program open a file.
struct DocumentLine {
    private let line: UnsafeBufferPointer<UInt8>
    private var index = 0
    /// The id as it stands in the line, JSON still; nil where the line has none so far.
    private(set) var id: Range<Int>?

    private static let deepestNesting = 64

    init(_ line: UnsafeBufferPointer<UInt8>) { self.line = line }

    /// Reads the line and leaves its text, unescaped, in `room`.
    ///
    /// - Throws: ``DocumentLineError``; ``id`` holds what was read of it before.
    mutating func read(into room: TextRoom) throws(DocumentLineError) {
        var check = UTF8Check()
        if let byte = check.invalidByte(in: line) { throw .notUTF8(byte: byte + 1) }
        if check.isInsideCharacter { throw .notUTF8(byte: line.count) }
        room.clear(for: line.count)
        var hasText = false
        skipBlanks()
        guard take("{") else { throw .notAnObject }
        skipBlanks()
        if !take("}") {
            repeat {
                skipBlanks()
                let name = try skipString()
                skipBlanks()
                guard take(":") else { throw broken }
                skipBlanks()
                if isName(name, "text") {
                    guard current == UInt8(ascii: "\"") else { throw .textIsNoString }
                    try readString(into: room)
                    hasText = true
                } else {
                    let start = index
                    try skipValue()
                    if isName(name, "id") { id = start..<index }
                }
                skipBlanks()
            } while take(",")
            guard take("}") else { throw broken }
        }
        skipBlanks()
        guard index == line.count else { throw broken }
        guard hasText else { throw .noText }
    }

    // MARK: Steps

    private var current: UInt8? { index < line.count ? line[index] : nil }

    private var broken: DocumentLineError {
        index < line.count ? .brokenJSON(byte: index + 1) : .cutOff
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: sign) else { return false }
        index += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0D { index += 1 }
    }

    private func isName(_ range: Range<Int>, _ name: StaticString) -> Bool {
        range.count == name.utf8CodeUnitCount
            && zip(range, 0...).allSatisfy { line[$0] == name.utf8Start[$1] }
    }

    /// Passes over a string and returns what stands between its quotes.
    private mutating func skipString() throws(DocumentLineError) -> Range<Int> {
        guard take("\"") else { throw broken }
        let start = index
        while true {
            index = line.firstSpecial(from: index)
            guard let byte = current else { throw .cutOff }
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return start..<(index - 1)
            case UInt8(ascii: "\\"): _ = try readEscape()
            default: throw broken
            }
        }
    }

    private mutating func readString(into room: TextRoom) throws(DocumentLineError) {
        guard take("\"") else { throw broken }
        room.clear(for: line.count)
        while true {
            let start = index
            index = line.firstSpecial(from: index)
            room.append(UnsafeBufferPointer(rebasing: line[start..<index]))
            guard let byte = current else { throw .cutOff }
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return
            case UInt8(ascii: "\\"): room.append(try readEscape())
            default: throw broken
            }
        }
    }

    /// Reads what stands from a backslash on; half of a surrogate pair reads as U+FFFD.
    private mutating func readEscape() throws(DocumentLineError) -> UInt32 {
        index += 1
        guard let sign = current else { throw .cutOff }
        index += 1
        switch sign {
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "u"): return try readCodeUnits()
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt32(sign)
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        default:
            index -= 1
            throw broken
        }
    }

    private mutating func readCodeUnits() throws(DocumentLineError) -> UInt32 {
        let high = try readHex()
        guard high & 0xF800 == 0xD800 else { return high }
        guard high < 0xDC00, index + 1 < line.count, line[index] == UInt8(ascii: "\\"),
            line[index + 1] == UInt8(ascii: "u")
        else { return 0xFFFD }
        let before = index
        index += 2
        let low = try readHex()
        guard low & 0xFC00 == 0xDC00 else {
            index = before
            return 0xFFFD
        }
        return 0x10000 + (high & 0x3FF) << 10 + low & 0x3FF
    }

    private mutating func readHex() throws(DocumentLineError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current else { throw .cutOff }
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte & 15)
            case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
                value = value << 4 | UInt32(byte & 15 + 9)
            default: throw broken
            }
            index += 1
        }
        return value
    }

    /// Passes over any value; arrays and objects without recursion.
    private mutating func skipValue() throws(DocumentLineError) {
        /// The closing signs that are still to come.
        var open: [UInt8] = []
        repeat {
            try skipToValueEnd(&open)
            while let close = open.last {
                skipBlanks()
                guard let byte = current else { throw .cutOff }
                if byte == close {
                    index += 1
                    open.removeLast()
                    continue
                }
                guard byte == UInt8(ascii: ",") else { throw broken }
                index += 1
                try skipName(ifIn: close)
                break
            }
        } while !open.isEmpty
    }

    /// Passes over a simple value, or into an array or object as far as its first simple value.
    private mutating func skipToValueEnd(_ open: inout [UInt8]) throws(DocumentLineError) {
        while true {
            skipBlanks()
            guard let byte = current else { throw .cutOff }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard open.count < Self.deepestNesting
                else { throw .nestedTooDeeply(limit: Self.deepestNesting) }
                index += 1
                // In ASCII each closing bracket stands two places behind its opening one.
                open.append(byte + 2)
                skipBlanks()
                if current == byte + 2 {
                    index += 1
                    open.removeLast()
                    return
                }
                try skipName(ifIn: byte + 2)
            case UInt8(ascii: "\""):
                _ = try skipString()
                return
            default: return try skipWord()
            }
        }
    }

    private mutating func skipName(ifIn close: UInt8) throws(DocumentLineError) {
        guard close == UInt8(ascii: "}") else { return }
        skipBlanks()
        _ = try skipString()
        skipBlanks()
        guard take(":") else { throw broken }
    }

    /// Passes over a number, `true`, `false` or `null`.
    private mutating func skipWord() throws(DocumentLineError) {
        for word: StaticString in ["true", "false", "null"]
        where isName(index..<min(index + word.utf8CodeUnitCount, line.count), word) {
            index += word.utf8CodeUnitCount
            return
        }
        _ = take("-")
        let whole = try skipDigits()
        if line[whole.lowerBound] == UInt8(ascii: "0"), whole.count > 1 {
            index = whole.lowerBound + 1
            throw broken
        }
        if take(".") { _ = try skipDigits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            _ = try skipDigits()
        }
    }

    private mutating func skipDigits() throws(DocumentLineError) -> Range<Int> {
        let start = index
        while let byte = current, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
            index += 1
        }
        guard index > start else { throw broken }
        return start..<index
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first quote, backslash or control from a byte on; the end where none is left.
    fileprivate func firstSpecial(from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(self)
        let (ones, highs) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
        var index = start
        while index + 8 <= count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // A byte is zero where subtracting 1 borrows through it; XOR makes the sign sought zero.
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            let found =
                (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
                | (word &- ones &* 0x20) & ~word
            if found & highs != 0 { break }
            index += 8
        }
        while index < count {
            let byte = self[index]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 { return index }
            index += 1
        }
        return index
    }
}
