/// Remarks on the cells of one long sheet, row by row (逐行审核意见), held as compactly as they can be.
package struct RowRemarks {
    private struct Entry {
        let row: Int32
        let column: Int16
        let severity: MarkSeverity
        let start: Int
    }

    private var entries: [Entry] = []
    private var texts: [UInt8] = []
    /// The last column in which a row held something.
    private(set) var lastColumn = 0

    package init() {}

    package var count: Int { entries.count }

    /// Notes how far rows reach, so that the remarks stand right of them.
    package mutating func widen(to column: Int) { lastColumn = max(lastColumn, column) }

    /// Adds a remark; rows come from top to bottom.
    package mutating func add(
        row: Int, column: Int, _ severity: MarkSeverity, _ text: String
    ) {
        entries.append(
            Entry(
                row: Int32(row), column: Int16(clamping: column), severity: severity,
                start: texts.count))
        texts += text.utf8
    }

    /// The remarks on a row; `next` walks along as rows are asked for from top to bottom.
    func remarks(on row: Int, from next: inout Int) -> ArraySlice<CellMark>? {
        while next < entries.count, entries[next].row < row { next += 1 }
        let first = next
        while next < entries.count, entries[next].row == row { next += 1 }
        return first == next ? nil : marks(first..<next)
    }

    /// The first remarks of all.
    func first(_ limit: Int) -> [CellMark] { Array(marks(0..<min(limit, entries.count))) }

    private func marks(_ range: Range<Int>) -> ArraySlice<CellMark> {
        range.map { index in
            let entry = entries[index]
            let end = index + 1 < entries.count ? entries[index + 1].start : texts.count
            return CellMark(
                sheet: "", place: CellPlace(row: Int(entry.row), column: Int(entry.column)),
                text: String(decoding: texts[entry.start..<end], as: UTF8.self),
                severity: entry.severity)
        }[...]
    }
}
