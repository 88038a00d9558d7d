/// Gives the cells of merged ranges the value of their first cell.
///
/// Only rows that hold cells of their own are completed: a merge over blank rows makes no rows.
struct MergedCells {
    /// Ranges are completed to this many columns; wider ones are titles.
    static let columnLimit = 256

    private var waiting: ArraySlice<CellRange>
    private var active: [(range: CellRange, first: TableCell)] = []

    init(_ ranges: [CellRange]) {
        waiting = ranges.sorted { $0.first < $1.first }[...]
    }

    /// Completes the next row; rows come from top to bottom.
    mutating func completed(_ row: TableRow) -> TableRow {
        active.removeAll { $0.range.last.row < row.number }
        while let range = waiting.first, range.first.row <= row.number {
            waiting.removeFirst()
            let first = row[column: range.first.column]
            if range.first.row == row.number, !first.isBlank { active.append((range, first)) }
        }
        guard !active.isEmpty else { return row }
        var cells = row.cells
        for (range, first) in active {
            let last = min(range.last.column, range.first.column + Self.columnLimit - 1)
            for column in range.first.column...last {
                let place = CellPlace(row: row.number, column: column)
                if place == range.first || !row[column: column].isBlank { continue }
                cells.removeAll { $0.place == place }
                cells.append(
                    TableCell(
                        place, first.content, hasFormula: first.hasFormula,
                        isPercent: first.isPercent, hasTime: first.hasTime))
            }
        }
        cells.sort { $0.place.column < $1.place.column }
        return TableRow(number: row.number, cells: cells)
    }
}

extension WorkbookReader {
    /// Hands out rows in which every cell of a merged range has the value of its first cell.
    package func forEachRowFillingMergedCells(
        in sheet: TableSheet, _ body: (TableRow) throws -> Void
    ) throws {
        var merged = MergedCells(try mergedRanges(in: sheet))
        try forEachRow(in: sheet) { row in try body(merged.completed(row)) }
    }
}
