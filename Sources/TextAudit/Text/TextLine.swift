/// One line of a text, without the blanks around it (行).
struct TextLine {
    var start: Int32
    var end: Int32
    var scalars: Int32
    /// Whether the line has columns: tabs, bars, or wide gaps between words.
    var isRow: Bool
    /// Whether an empty line stands before it.
    var isApart: Bool

    /// Whether the line is long enough, in a text of this width, to have been wrapped.
    func isFull(_ width: Int) -> Bool { Int(scalars) * 10 >= width * 7 }

    func bytes(of text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: text[Int(start)..<Int(end)])
    }
}
