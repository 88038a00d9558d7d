/// A document as text for the audit (可读文档), each piece of which knows where it stood.
package struct ReadableDocument: Hashable, Sendable {
    /// The file's name as the user knows it.
    package let name: String
    /// What the file is by its content.
    package let kind: FileKind
    /// Lines end with `\n`; a table row is one line, its cells are separated by `\t`.
    package let text: String
    /// From front to back, without overlaps; what they leave out (ends of lines, separators) comes
    /// from the reading and has no place in the original.
    package let pieces: [TextPiece]
    /// What a person must know about the reading, such as pages that are only pictures: whole
    /// Chinese sentences, none where all was read.
    package let notices: [String]

    /// Where a byte of the text stood in the original.
    ///
    /// - Parameter offset: UTF-8 bytes from the start of ``text``.
    /// - Returns: the place of the piece that holds the byte, or of the nearest one before it; nil
    ///   where the text is empty.
    package func origin(at offset: Int) -> TextPosition? {
        guard let piece = piece(at: offset) else { return nil }
        let inside =
            piece.isGenerated ? 0 : min(max(offset - piece.range.lowerBound, 0), piece.length)
        return TextPosition(origin: piece.origin, offset: piece.offset + inside)
    }

    /// The piece that holds a byte, or the nearest one before it.
    package func piece(at offset: Int) -> TextPiece? {
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? pieces[low - 1] : pieces.first
    }
}

/// A stretch of a ``ReadableDocument`` that stood in one place (文字来源).
package struct TextPiece: Hashable, Sendable {
    /// UTF-8 bytes of the document's text.
    package let range: Range<Int>
    package let origin: TextOrigin
    /// Where the piece begins in the text of its origin, in UTF-8 bytes.
    package let offset: Int
    /// The original shows these words without holding them: the number of a list.
    package let isGenerated: Bool

    package init(range: Range<Int>, origin: TextOrigin, offset: Int = 0, isGenerated: Bool = false)
    {
        self.range = range
        self.origin = origin
        self.offset = offset
        self.isGenerated = isGenerated
    }

    package var length: Int { range.count }
}

/// Where a byte stood: the place, and how many UTF-8 bytes of the place's text came before it.
package struct TextPosition: Hashable, Sendable {
    package let origin: TextOrigin
    package let offset: Int

    package init(origin: TextOrigin, offset: Int) {
        self.origin = origin
        self.offset = offset
    }
}
