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
    static func widths(of shares: [Int], in textWidth: Int) -> [Int] {
        let whole = shares.reduce(0, +)
        var (widths, sum, edge) = ([Int](), 0, 0)
        for share in shares {
            sum += share
            let next = textWidth * sum / whole
            widths.append(next - edge)
            edge = next
        }
        return widths
    }
}
