package import Documents

/// A document as the audit reads it (受审文件): its text, and where the text stands in the original.
package struct AuditedDocument: Hashable, Sendable {
    /// The file's name as the user knows it, without folders.
    package let name: String
    /// UTF-8; `\n` ends a paragraph, a row or a line, tabs part the cells of a row.
    package let text: [UInt8]
    /// Where stretches of the text stood; empty for a text whose lines are its places.
    package let pieces: [TextPiece]
    /// What the reading could not give, each a Chinese sentence: `第 3 页是扫描图片，没有文字。`
    package let notices: [String]

    package init(
        name: String, text: [UInt8], pieces: [TextPiece] = [], notices: [String] = []
    ) {
        self.name = name
        self.text = text
        self.pieces = pieces
        self.notices = notices
    }

    /// - Throws: ``DocumentError`` where the file cannot be read.
    package init(reading file: InputFile) throws {
        let document = try ReadableDocument(reading: file)
        self.init(
            name: document.name, text: Array(document.text.utf8), pieces: document.pieces,
            notices: document.notices)
    }

    /// The name without its last extension; what findings are filed under (编号).
    package var id: String { Self.id(ofFile: name) }

    package static func id(ofFile path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }
}

/// The lines of a document and where they stood, found once and asked for often (位置).
package struct AuditedPlaces: Sendable {
    private let starts: [Int]
    private let end: Int
    private let pieces: [TextPiece]

    package init(_ document: AuditedDocument) {
        var starts = [0]
        for (index, byte) in document.text.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(index + 1)
        }
        self.starts = starts
        end = document.text.count
        pieces = document.pieces
    }

    var count: Int { starts.count }

    /// The 0-based line that a byte stands in.
    func line(at offset: Int) -> Int { starts.count(upTo: offset) { $0 } - 1 }

    /// The bytes of a line, without the `\n` that ends it.
    func bytes(ofLine line: Int) -> Range<Int> {
        starts[line]..<(line + 1 < starts.count ? starts[line + 1] - 1 : end)
    }

    /// Where a byte stands in the original, as a reader would look for it.
    package func place(at offset: Int) -> String {
        piece(at: offset).map { pieces[$0].origin.chineseName } ?? "第\(line(at: offset) + 1)行"
    }

    /// The number of the piece that holds a byte, or of the nearest one before it.
    func piece(at offset: Int) -> Int? {
        let count = pieces.count(upTo: offset) { $0.range.lowerBound }
        return count > 0 ? count - 1 : nil
    }
}

extension Array {
    /// How many elements of an ascending array have a key of at most `limit`.
    fileprivate func count(upTo limit: Int, key: (Element) -> Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if key(self[middle]) <= limit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
