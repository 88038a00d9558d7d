/// A document as the audit reads it (受审文件): its text, and where the text stands in the original.
package struct AuditedDocument: Hashable, Sendable {
    /// The file's name as the user knows it, without folders.
    package let name: String
    /// UTF-8; `\n` ends a paragraph, a row or a line, tabs part the cells of a row.
    package let text: [UInt8]
    /// By their start; empty for a text whose lines are its places.
    package let places: [Place]
    /// What the reading could not give, each a Chinese sentence: `第 3 页是扫描图片，没有文字。`
    package let notices: [String]

    /// Where in the original a stretch of the text begins: `第12段`, `第3页`, `工作表“收支”B12`.
    package struct Place: Hashable, Sendable {
        /// UTF-8 bytes from the text's start.
        package let start: Int
        package let name: String

        package init(start: Int, name: String) {
            self.start = start
            self.name = name
        }
    }

    package init(name: String, text: [UInt8], places: [Place] = [], notices: [String] = []) {
        self.name = name
        self.text = text
        self.places = places.sorted { $0.start < $1.start }
        self.notices = notices
    }

    package init(name: String, text: String, places: [Place] = [], notices: [String] = []) {
        self.init(name: name, text: Array(text.utf8), places: places, notices: notices)
    }

    /// The name without its last extension; what findings are filed under (编号).
    package var id: String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }
}

/// The lines of a text, found once and asked for often.
struct LineIndex {
    private let starts: [Int]
    private let end: Int
    private let places: [AuditedDocument.Place]

    init(_ document: AuditedDocument) {
        var starts = [0]
        for (index, byte) in document.text.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(index + 1)
        }
        self.starts = starts
        end = document.text.count
        places = document.places
    }

    var count: Int { starts.count }

    /// The 0-based line that a byte stands in.
    func line(at offset: Int) -> Int { starts.count(upTo: offset) { $0 } - 1 }

    /// The bytes of a line, without the `\n` that ends it.
    func bytes(ofLine line: Int) -> Range<Int> {
        starts[line]..<(line + 1 < starts.count ? starts[line + 1] - 1 : end)
    }

    /// Where a byte stands in the original, as a reader would look for it.
    func place(at offset: Int) -> String {
        let index = places.count(upTo: offset, key: \.start)
        return index > 0 ? places[index - 1].name : "第\(line(at: offset) + 1)行"
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
