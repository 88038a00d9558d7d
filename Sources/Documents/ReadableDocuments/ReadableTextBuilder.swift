/// Puts the text of a ``ReadableDocument`` together, piece by piece.
struct ReadableTextBuilder {
    private(set) var text: [UInt8] = []
    private(set) var pieces: [TextPiece] = []
    private let file: String
    private let limit: Int

    init(file: String, limits: ReadableLimits) {
        self.file = file
        limit = limits.textBytes
    }

    /// Appends words that stood at `origin`; empty ones leave no piece.
    ///
    /// - Throws: ``DocumentError/textTooLarge(file:limit:)``.
    mutating func append(
        _ words: some Collection<UInt8>, at origin: TextOrigin, offset: Int = 0,
        isGenerated: Bool = false
    ) throws {
        guard !words.isEmpty else { return }
        let start = text.count
        text.append(contentsOf: words)
        try check()
        pieces.append(
            TextPiece(
                range: start..<text.count, origin: origin, offset: offset, isGenerated: isGenerated)
        )
    }

    /// Appends the words of a cell or of anything else that must stay on its line: what would end
    /// the line or the cell becomes a space, so that every offset stays.
    mutating func appendInline(
        _ words: some Collection<UInt8>, at origin: TextOrigin, isGenerated: Bool = false
    ) throws {
        let kept = words.map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? 0x20 : $0 }
        try append(kept, at: origin, isGenerated: isGenerated)
    }

    /// Appends what no place of the original holds.
    mutating func separate(_ separator: UInt8, count: Int = 1) throws {
        guard text.count + count <= limit else {
            throw DocumentError.textTooLarge(file: file, limit: limit)
        }
        text.append(contentsOf: repeatElement(separator, count: count))
    }

    mutating func endCell(count: Int = 1) throws { try separate(0x09, count: count) }
    mutating func endLine() throws { try separate(0x0A) }

    func document(kind: FileKind, notices: [String] = []) -> ReadableDocument {
        ReadableDocument(
            name: file, kind: kind, text: String(decoding: text, as: UTF8.self), pieces: pieces,
            notices: notices)
    }

    private func check() throws {
        guard text.count <= limit else {
            throw DocumentError.textTooLarge(file: file, limit: limit)
        }
    }
}
