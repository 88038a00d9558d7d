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

    /// Whether a number ends one line and its unit begins the next: `480.71` / `万元`.
    static func splitsFigure(
        _ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ next: Int
    ) -> Bool {
        guard end > 0, next + 2 < text.count else { return false }
        if end > 3, text[end - 4] &- 0x30 < 10, text[end - 3] >= 0xE0 {
            // 96万 / 元
            let last = Lexer.scalar(text, end - 3)
            return (last == 0x4E07 || last == 0x4EBF) && text[next] >= 0xE0
                && Lexer.scalar(text, next) == 0x5143
        }
        guard text[end - 1] &- 0x30 < 10 else { return false }
        if text[next] == UInt8(ascii: "%") { return true }
        guard next + 5 < text.count, text[next] >= 0xE0 else { return false }
        switch (Lexer.scalar(text, next), Lexer.scalar(text, next + 3)) {
        case (0xFF05, _), (0x4E07, 0x5143), (0x4EBF, 0x5143): return true  // ％ 万元 亿元
        default: return false
        }
    }

    /// Whether the line begins with an ordinal of a list: `一、`, `（一）`, `1.`, `(1)`, `①`.
    static func beginsItem(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        Enumerator(at: 0, of: line) != nil
    }
}
