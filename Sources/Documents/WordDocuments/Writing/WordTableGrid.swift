/// A table's cells laid on its grid: each row covers every column, spans from above included.
struct WordTableGrid {
    enum Slot {
        case cell(WordTableCell)
        /// The lower part of a cell that began in a row above.
        case covered(columnSpan: Int)

        var columnSpan: Int {
            switch self {
            case .cell(let cell): cell.columnSpan
            case .covered(let span): span
            }
        }
    }

    let rows: [[Slot]]

    /// - Parameter number: which table of the document it is, from 1.
    init(_ table: WordTable, number: Int) throws(WordWritingError) {
        let columns = table.columnShares.count
        guard columns > 0, !table.rows.isEmpty, table.columnShares.allSatisfy({ $0 > 0 })
        else { throw .emptyTable(number) }
        /// Cells that reach into the next row, by their first column.
        var hanging: [Int: (rows: Int, columns: Int)] = [:]
        var rows: [[Slot]] = []
        for (index, row) in table.rows.enumerated() {
            let misfit = WordWritingError.rowDoesNotFit(table: number, row: index + 1)
            var (slots, column, rest) = ([Slot](), 0, row.cells[...])
            while column < columns {
                if let above = hanging[column] {
                    slots.append(.covered(columnSpan: above.columns))
                    hanging[column] = above.rows > 1 ? (above.rows - 1, above.columns) : nil
                } else {
                    guard let cell = rest.popFirst(), cell.columnSpan > 0, cell.rowSpan > 0,
                        index + cell.rowSpan <= table.rows.count,
                        // No cell may run under one that hangs from above.
                        !(1..<cell.columnSpan).contains(where: { hanging[column + $0] != nil })
                    else { throw misfit }
                    slots.append(.cell(cell))
                    if cell.rowSpan > 1 { hanging[column] = (cell.rowSpan - 1, cell.columnSpan) }
                }
                column += slots.last?.columnSpan ?? 1
            }
            guard column == columns, rest.isEmpty else { throw misfit }
            rows.append(slots)
        }
        self.rows = rows
    }

    /// Widths of the columns in twips, which add up to the text width exactly.
    ///
    /// The shares rule, but no column gets so narrow that a number in it breaks; where all of
    /// that does not fit the page, the needs take the place of the shares.
    func widths(of shares: [Int], in textWidth: Int) -> [Int] {
        let needs = neededWidths
        let isTooWide = needs.reduce(0, +) > textWidth
        var weights = isTooWide ? needs : shares
        var fixed: [Int: Int] = [:]
        while !isTooWide {
            let rest = textWidth - fixed.values.reduce(0, +)
            let whole = weights.reduce(0, +)
            let short = weights.indices.filter {
                fixed[$0] == nil && weights[$0] * rest < needs[$0] * whole
            }
            guard !short.isEmpty else { break }
            for column in short { (fixed[column], weights[column]) = (needs[column], 0) }
        }
        let (rest, whole) = (textWidth - fixed.values.reduce(0, +), max(weights.reduce(0, +), 1))
        var (widths, sum, edge) = ([Int](), 0, 0)
        for (column, weight) in weights.enumerated() {
            sum += weight
            let next = rest * sum / whole
            widths.append((fixed[column] ?? 0) + next - edge)
            edge = next
        }
        // All columns may be fixed: the last one takes what is left.
        widths[widths.count - 1] += textWidth - widths.reduce(0, +)
        return widths
    }

    /// What each column needs, so that no number or word in cells of one column breaks.
    private var neededWidths: [Int] {
        var needs = [Int](
            repeating: Self.narrowest, count: rows[0].reduce(0) { $0 + $1.columnSpan })
        for row in rows {
            var column = 0
            for slot in row {
                if case .cell(let cell) = slot, cell.columnSpan == 1 {
                    needs[column] = max(needs[column], cell.neededWidth)
                }
                column += slot.columnSpan
            }
        }
        return needs
    }

    /// Two characters of the table's size stand side by side, with the margins of the cell.
    private static let narrowest = 2 * 210 + WordTableCell.margins
}

extension WordTableCell {
    /// Left and right together, in twips.
    static let margins = 170

    /// The longest number or word at the table's size; widest fonts have 0.65 of it for a digit.
    fileprivate var neededWidth: Int {
        let pieces = paragraphs.map { paragraph in
            TextExtent.longestPiece(of: paragraph.runs.map(\.text).joined())
        }
        // Beyond 20 signs it is no figure, and may break.
        let piece = pieces.max() ?? 0
        return piece > 20 ? 0 : piece * TypeSize.no5.halfPoints * 10 * 65 / 100 + Self.margins
    }
}
