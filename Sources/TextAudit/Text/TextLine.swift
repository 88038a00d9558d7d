/// One line of a text, without the blanks around it (行).
struct TextLine {
    var start: Int32
    var end: Int32
    var scalars: Int32
    /// Whether the line has columns: tabs, bars, or wide gaps between words.
    var isRow: Bool
    /// Whether an empty line stands before it.
    var isApart: Bool
    /// Whether blanks stood before or behind it.
    var isLed: Bool
    var isTrailed: Bool

    /// Whether the line is long enough, in a text of this width, to have been wrapped.
    func isFull(_ width: Int) -> Bool { Int(scalars) * 10 >= width * 7 }

    /// Whether the line holds nothing but numbers, percentages and dashes: the last cells of a row.
    func holdsNumbersOnly(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes(of: text).allSatisfy { byte in
            byte &- 0x30 < 10 || " \t,.%-|".utf8.contains(byte)
        }
    }

    func bytes(of text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: text[Int(start)..<Int(end)])
    }
}
