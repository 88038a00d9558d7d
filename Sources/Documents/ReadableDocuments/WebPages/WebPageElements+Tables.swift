extension WebPageElements {
    struct Line {
        let words: [UInt8]
        let element: Int
    }

    struct CellUnderWay {
        var lines: [Line] = []
        var columns = 1
        var rows = 1
        var holdsTable = false
    }

    struct TableUnderWay {
        var row: [CellUnderWay] = []
        var cell: CellUnderWay?
        /// Rows in which a cell from above still covers a column.
        var covered: [Int: Int] = [:]
        /// Lines of the rows so far; they go to the page, or to the cell around this table.
        var rows: [Row] = []
    }

    enum Row {
        case line(Line)
        /// Cells and how many columns each of them covers; an empty line list where one from above
        /// does.
        case cells([(lines: [Line], columns: Int)])
    }
}

// Tables of a page: their rows wait until the table ends, since an inner table belongs to a cell.
extension WebPageElements {
    func startCell(_ attributes: [String: String]) {
        endBlock()
        guard !tables.isEmpty else { return }
        endCell()
        var cell = CellUnderWay()
        cell.columns = min(max(Int(attributes["colspan"] ?? "") ?? 1, 1), columnLimit)
        cell.rows = min(max(Int(attributes["rowspan"] ?? "") ?? 1, 1), 10_000)
        tables[tables.count - 1].cell = cell
    }

    func endCell() {
        guard !tables.isEmpty, let cell = tables[tables.count - 1].cell else { return }
        tables[tables.count - 1].cell = nil
        tables[tables.count - 1].row.append(cell)
    }

    func endRow() {
        endCell()
        guard !tables.isEmpty, !tables[tables.count - 1].row.isEmpty else { return }
        let row = tables[tables.count - 1].row
        tables[tables.count - 1].row = []
        if Self.isLayout(row) {
            for line in row.flatMap(\.lines) { tables[tables.count - 1].rows.append(.line(line)) }
            return
        }
        var cells: [(lines: [Line], columns: Int)] = []
        var covered = tables[tables.count - 1].covered
        var column = 0
        func passCovered() {
            while let rows = covered[column], column < columnLimit {
                covered[column] = rows > 1 ? rows - 1 : nil
                cells.append(([], 1))
                column += 1
            }
        }
        var fresh: [Int: Int] = [:]
        for cell in row {
            passCovered()
            guard column < columnLimit else { break }
            cells.append((cell.lines, cell.columns))
            for own in column..<(column + cell.columns) where cell.rows > 1 {
                fresh[own] = cell.rows - 1
            }
            column += cell.columns
        }
        passCovered()
        covered.merge(fresh) { _, new in new }
        tables[tables.count - 1].covered = covered
        tables[tables.count - 1].rows.append(.cells(cells))
    }

    func endTable() {
        endRow()
        guard let table = tables.popLast() else { return }
        if !tables.isEmpty { tables[tables.count - 1].cell?.holdsTable = true }
        for row in table.rows {
            switch row {
            case .line(let line): place(line)
            case .cells(let cells):
                if tables.isEmpty {
                    write(cells)
                } else {
                    place(Self.joined(cells))
                }
            }
        }
    }

    /// Puts a line into the cell or table that is open, else into the text.
    func place(_ line: Line) {
        if tables.isEmpty {
            write(line)
        } else if tables[tables.count - 1].cell != nil {
            tables[tables.count - 1].cell?.lines.append(line)
        } else {
            tables[tables.count - 1].rows.append(.line(line))
        }
    }

    private func write(_ cells: [(lines: [Line], columns: Int)]) {
        guard cells.contains(where: { !$0.lines.isEmpty }) else { return }
        let last = cells.lastIndex { !$0.lines.isEmpty } ?? 0
        attempt {
            for (index, cell) in cells[...last].enumerated() {
                for (number, line) in cell.lines.enumerated() {
                    if number > 0 { try builder.separate(0x20) }
                    try builder.appendInline(line.words, at: .element(line.element))
                }
                if index < last { try builder.endCell(count: cell.columns) }
            }
            try builder.endLine()
        }
    }

    /// A row of a table inside a cell, as one line of that cell; its place is its first block's.
    private static func joined(_ cells: [(lines: [Line], columns: Int)]) -> Line {
        var words: [UInt8] = []
        for (index, cell) in cells.enumerated() {
            if index > 0 { words += repeatElement(0x09, count: cells[index - 1].columns) }
            for (number, line) in cell.lines.enumerated() {
                if number > 0 { words.append(0x20) }
                words += line.words
            }
        }
        let first = cells.lazy.flatMap(\.lines).first
        return Line(words: words, element: first?.element ?? 0)
    }

    /// Whether a row sets the page rather than figures.
    private static func isLayout(_ row: [CellUnderWay]) -> Bool {
        row.contains { $0.holdsTable || $0.lines.count > 8 }
            || (row.count == 1 && row[0].lines.count > 1)
    }
}
