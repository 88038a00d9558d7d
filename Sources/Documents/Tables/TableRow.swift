/// One row of a table (行): only the cells that hold something, from left to right.
package struct TableRow: Hashable, Sendable {
    /// As the user sees it at the edge of the sheet, from 1; in a text file the row's first line.
    package let number: Int
    package let cells: [TableCell]

    package init(number: Int, cells: [TableCell]) {
        self.number = number
        self.cells = cells
    }

    package var isBlank: Bool { cells.allSatisfy(\.isBlank) }

    /// The cell in a column counted from 1; a blank one where nothing stands.
    package subscript(column column: Int) -> TableCell {
        if column >= 1, column <= cells.count, cells[column - 1].place.column == column {
            return cells[column - 1]
        }
        return cells.first { $0.place.column == column }
            ?? TableCell(CellPlace(row: number, column: column), .blank)
    }
}

/// One sheet of a file (工作表); a text file is a single sheet.
package struct TableSheet: Hashable, Sendable {
    package let name: String
    /// The user does not see it until the sheet is unhidden.
    package let isHidden: Bool
    /// Its position among the sheets of the file, from 0.
    package let index: Int

    package init(name: String, isHidden: Bool = false, index: Int = 0) {
        self.name = name
        self.isHidden = isHidden
        self.index = index
    }
}

/// A file of tables whose rows are read one by one; memory does not grow with the file.
package protocol TableSource {
    /// The file's name as the user knows it, for messages.
    var file: String { get }
    var sheets: [TableSheet] { get }

    /// Hands out the rows of a sheet from top to bottom; what `body` throws ends the reading.
    ///
    /// - Throws: ``DocumentError`` where the file is damaged or exceeds a limit.
    func forEachRow(in sheet: TableSheet, _ body: (TableRow) throws -> Void) throws
}

extension TableSource {
    /// The first rows of a sheet, for a preview.
    package func firstRows(_ count: Int, of sheet: TableSheet) throws -> [TableRow] {
        var rows: [TableRow] = []
        guard count > 0 else { return rows }
        do {
            try forEachRow(in: sheet) { row in
                rows.append(row)
                if rows.count == count { throw Enough() }
            }
        } catch is Enough {}
        return rows
    }
}

/// Ends a reading that has what it wanted.
private struct Enough: Error {}
