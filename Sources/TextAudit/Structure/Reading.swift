/// A text as read (读出的文本): its tokens, figures, statements and lists, in place for the next text.
struct Reading: ~Copyable {
    var text = MendedText()
    var lexer = Lexer()
    var outline = Outline()
    var statements: ContiguousArray<Statement> = []
    /// The unit that a heading gives to figures without one: 单位：万元; nil for none.
    var headingScale: UInt8?

    mutating func read(_ original: UnsafeBufferPointer<UInt8>) {
        text.mend(original)
        text.bytes.withUnsafeBufferPointer { lexer.read($0) }
        outline.read(lexer.tokens)
        var reader = StatementReader()
        text.bytes.withUnsafeBufferPointer {
            reader.read($0, lexer.tokens, lexer.figures, outline.items, into: &statements)
        }
    }

    /// The mended bytes of a stretch.
    func string(_ start: Int32, _ end: Int32) -> String {
        text.bytes.withUnsafeBufferPointer {
            String(
                decoding: UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(end)]), as: UTF8.self)
        }
    }
}
