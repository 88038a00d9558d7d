/// The heights that wrapped texts need (行高), since programs do not grow rows for merged cells.
struct WorksheetHeights {
    /// Points by row from 1; rows that need no more than one plain line are not named.
    private(set) var heights: [Int: Int]
    private let sheet: Worksheet
    private let merges: [CellPlace: CellRange]

    init(_ sheet: Worksheet) {
        self.sheet = sheet
        heights = sheet.rowHeights
        merges = Dictionary(sheet.merges.map { ($0.first, $0) }) { first, _ in first }
        var tall: [(range: CellRange, need: Int)] = []
        for (index, row) in sheet.rows.enumerated() {
            for (column, cell) in row.enumerated() {
                guard let cell, cell.style.wraps, let text = cell.value.shownText else { continue }
                let place = CellPlace(row: index + 1, column: column + 1)
                let range = merges[place] ?? CellRange(place, place)
                let need = need(of: text, cell.style, columns: range.columns)
                if range.rows.count > 1 {
                    tall.append((range, need))
                } else if sheet.rowHeights[place.row] == nil {
                    heights[place.row] = max(heights[place.row] ?? 0, need)
                }
            }
        }
        for (range, need) in tall { stretch(range, to: need) }
        for (row, least) in sheet.leastRowHeights {
            heights[row] = max(heights[row] ?? Self.plainLine, least)
        }
    }

    /// Gives what a cell over several rows still lacks to its last row, unless that one is fixed.
    private mutating func stretch(_ range: CellRange, to need: Int) {
        let there = range.rows.reduce(0) { $0 + (heights[$1] ?? Self.plainLine) }
        let last = range.last.row
        guard need > there, sheet.rowHeights[last] == nil else { return }
        heights[last] = (heights[last] ?? Self.plainLine) + need - there
    }

    private func need(of text: String, _ style: CellStyle, columns: ClosedRange<Int>) -> Int {
        let widths = columns.map {
            sheet.columnWidths.indices.contains($0 - 1)
                ? sheet.columnWidths[$0 - 1] : Self.defaultWidth
        }
        // A column of width 8 shows 8 digits of the default size.
        let halfWidths = widths.reduce(0, +) - 2 * style.indent
        let room = halfWidths * TypeSize.no5.halfPoints / style.size.halfPoints
        // Chinese fonts want up to 1.45 of their size for a line; 6 points keep off the borders.
        let line = (style.size.halfPoints * 145 + 199) / 200
        let need = TextExtent.lines(of: text, room: room) * line + 6
        return min(need, Self.tallest)
    }

    private static let defaultWidth = 8
    private static let plainLine = 15
    /// Spreadsheet programs know no higher row.
    private static let tallest = 409
}

extension WorksheetCell.Value {
    fileprivate var shownText: String? {
        switch self {
        case .text(let text), .formula(_, .text(let text)): text
        case .blank, .number, .day, .formula: nil
        }
    }
}
