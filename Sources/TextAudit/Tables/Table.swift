/// A table of a text (表格): consecutive lines with columns, as cells.
struct Table: ~Copyable {
    struct Cell {
        /// The one figure that fills the cell; −1 for a label or an empty cell.
        var figure: Int32
        var start: Int32
        var end: Int32
    }

    struct Row {
        var firstCell: Int32
        var cellCount: Int32
        /// Whether an ordinal opens the row: 1.因公出国（境）费.
        var isNumbered: Bool
        /// Behind 其中, up to the next numbered row.
        var isNested: Bool
        var isTotal: Bool
        var hasFigures: Bool
    }

    /// The most rows and columns that are looked at.
    static let mostRows = 400
    static let mostColumns = 14

    private(set) var cells: ContiguousArray<Cell> = []
    private(set) var rows: ContiguousArray<Row> = []
    private(set) var columnCount = 0

    mutating func clear() {
        cells.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
        columnCount = 0
    }

    mutating func add(_ row: Row, _ newCells: ContiguousArray<Cell>) {
        guard rows.count < Self.mostRows else { return }
        var row = row
        row.firstCell = Int32(cells.count)
        row.cellCount = Int32(newCells.count)
        cells.append(contentsOf: newCells)
        rows.append(row)
        columnCount = min(max(columnCount, newCells.count), Self.mostColumns)
    }

    /// The figure of a cell; −1 where there is none.
    func figure(_ row: Int, _ column: Int) -> Int32 {
        let row = rows[row]
        guard column < Int(row.cellCount) else { return -1 }
        return cells[Int(row.firstCell) + column].figure
    }

    func cell(_ row: Int, _ column: Int) -> Cell? {
        let row = rows[row]
        guard column < Int(row.cellCount) else { return nil }
        return cells[Int(row.firstCell) + column]
    }

    /// The first row with figures: what stands above is the head.
    var firstBodyRow: Int { rows.firstIndex { $0.hasFigures } ?? rows.count }

    /// Turns rows into columns: a table whose years stand side by side.
    mutating func transpose() {
        let old = (cells: cells, rows: rows, columns: columnCount)
        clear()
        for column in 0..<old.columns {
            var line: ContiguousArray<Cell> = []
            var row = Row(
                firstCell: 0, cellCount: 0, isNumbered: false, isNested: false, isTotal: false,
                hasFigures: false)
            for other in old.rows.prefix(Self.mostColumns) {
                let cell =
                    column < Int(other.cellCount)
                    ? old.cells[Int(other.firstCell) + column]
                    : Cell(figure: -1, start: 0, end: 0)
                if cell.figure >= 0 { row.hasFigures = true }
                line.append(cell)
            }
            add(row, line)
        }
    }
}
