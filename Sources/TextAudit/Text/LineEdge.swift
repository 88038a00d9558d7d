/// How a line ends and begins, as far as a break after it is concerned (行首、行尾).
enum LineEdge {
    /// Whether the line ends where a sentence or a heading can end.
    static func endsSentence(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = line.count
        switch line[count - 1] {
        case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return true
        default: break
        }
        guard count >= 3 else { return false }
        switch (line[count - 3], line[count - 2], line[count - 1]) {
        case (0xE3, 0x80, 0x82): return true  // 。
        case (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x9A): return true  // ； ：
        case (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return true  // ！ ？
        default: return false
        }
    }

    /// Whether the line begins with an ordinal of a list: `一、`, `（一）`, `1.`, `(1)`, `①`.
    static func beginsItem(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        Enumerator(at: 0, of: line) != nil
    }
}
