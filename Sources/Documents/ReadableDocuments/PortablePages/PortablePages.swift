/// The pages of a PDF as `pdftotext -layout` prints them: lines, cells parted by wide gaps.
struct PortablePages {
    struct Line: Hashable {
        /// Counted on its page from 1; nil for a blank line.
        let number: Int?
        let cells: [String]
        /// Where each cell begins in the line without its indent, in UTF-8 bytes.
        let offsets: [Int]

        static let blank = Line(number: nil, cells: [], offsets: [])
    }

    private(set) var pages: [[Line]]

    /// Pages without a word, from 1.
    var blankPages: [Int] {
        pages.indices.filter { pages[$0].allSatisfy { $0.number == nil } }.map { $0 + 1 }
    }

    init(layout: [UInt8]) {
        var pages = layout.split(separator: 0x0C, omittingEmptySubsequences: false)
        if pages.last?.isEmpty == true { pages.removeLast() }
        self.pages = pages.map(Self.lines)
        dropPageNumbers()
    }

    private static func lines(_ page: ArraySlice<UInt8>) -> [Line] {
        var number = 0
        var lines: [Line] = []
        for line in page.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let (cells, offsets) = Self.cells(line)
            if cells.isEmpty {
                if lines.last?.number != nil { lines.append(.blank) }
                continue
            }
            number += 1
            lines.append(Line(number: number, cells: cells, offsets: offsets))
        }
        if lines.last?.number == nil, !lines.isEmpty { lines.removeLast() }
        return lines
    }

    /// Words of a line; three spaces or more part cells, for two also stand in set text.
    private static func cells(_ line: ArraySlice<UInt8>) -> ([String], [Int]) {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
        guard let start = line.firstIndex(where: { !isSpace($0) }),
            let last = line.lastIndex(where: { !isSpace($0) })
        else { return ([], []) }
        var (cells, offsets): ([String], [Int]) = ([], [])
        var (cell, index) = (start, start)
        while index <= last {
            guard isSpace(line[index]) else {
                index += 1
                continue
            }
            let end = line[index...].firstIndex { !isSpace($0) } ?? last
            if end - index >= 2 {
                cells.append(String(decoding: line[cell..<index], as: UTF8.self))
                offsets.append(cell - start)
                cell = end
            }
            index = end
        }
        cells.append(String(decoding: line[cell...last], as: UTF8.self))
        offsets.append(cell - start)
        return (cells, offsets)
    }
}

extension PortablePages {
    /// Takes page numbers (页码) out: they are no figures of the report and would stand inside a
    /// sentence that goes on overleaf.
    private mutating func dropPageNumbers() {
        for index in pages.indices {
            if let last = pages[index].last, Self.isMarkedNumber(last) { pages[index].removeLast() }
            if let first = pages[index].first, Self.isMarkedNumber(first) {
                pages[index].removeFirst()
            }
        }
        dropBareNumbers()
        for index in pages.indices {
            while pages[index].last?.number == nil, !pages[index].isEmpty {
                pages[index].removeLast()
            }
            while pages[index].first?.number == nil, !pages[index].isEmpty {
                pages[index].removeFirst()
            }
        }
    }

    /// Bare digits at the foot of every page are page numbers where they count on with the pages.
    private mutating func dropBareNumbers() {
        let feet = pages.enumerated().compactMap { index, lines -> (page: Int, number: Int?)? in
            guard let last = lines.last else { return nil }
            guard last.cells.count == 1, last.cells[0].utf8.count <= 4 else { return (index, nil) }
            return (index, Int(last.cells[0]))
        }
        guard feet.count > 1, let first = feet[0].number else { return }
        guard feet.allSatisfy({ $0.number == first + $0.page - feet[0].page }) else { return }
        for foot in feet { pages[foot.page].removeLast() }
    }

    /// `— 3 —`, `- 3 -`, `第 3 页`, `第 3 页 共 9 页`, `3 / 9`.
    private static func isMarkedNumber(_ line: Line) -> Bool {
        guard line.number != nil else { return false }
        let words = line.cells.joined().filter { $0 != " " && $0 != "\u{3000}" }
        guard words.utf8.count <= 40, words.contains(where: \.isWholeNumber) else { return false }
        let shape = words.reduce(into: "") { shape, sign in
            let mark: Character =
                sign.isWholeNumber ? "0" : "—–-－―".contains(sign) ? "-" : sign == "／" ? "/" : sign
            if mark != "0" && mark != "-" || shape.last != mark { shape.append(mark) }
        }
        return ["-0-", "第0页", "第0页共0页", "第0页，共0页", "第0页/共0页", "共0页第0页", "0/0"].contains(shape)
    }
}
