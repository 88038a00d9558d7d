/// Counts the rows and cells of all sheets of a workbook, reading each cell: for measuring.
package func countCells(xlsx path: String) throws -> (rows: Int, cells: Int) {
    let reader = try WorkbookReader(InputFile(path: path))
    var (rows, cells) = (0, 0)
    for sheet in reader.sheets {
        try reader.forEachRow(in: sheet) { row in
            rows += 1
            cells += row.cells.count
        }
    }
    return (rows, cells)
}
