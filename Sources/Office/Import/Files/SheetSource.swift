import Documents

/// One sheet of an opened file, whatever its kind: its rows as bytes, one after the other.
struct SheetSource {
    let source: any TableSource
    let sheet: TableSheet

    /// Where the sheet is, for messages: a text file has no sheets.
    var place: ImportPlace {
        ImportPlace(file: source.file, sheet: isText ? nil : sheet.name)
    }

    private var isText: Bool { source is DelimitedReader }

    /// The merged ranges; none in a text file.
    func mergedRanges() throws -> [CellRange] {
        try (source as? WorkbookReader)?.mergedRanges(in: sheet) ?? []
    }

    /// The first rows, in which each cell of a merged range has the value of its first cell.
    func firstRows(_ count: Int) throws -> [TableRow] {
        guard let workbook = source as? WorkbookReader else {
            return try source.firstRows(count, of: sheet)
        }
        var rows: [TableRow] = []
        do {
            try workbook.forEachRowFillingMergedCells(in: sheet) { row in
                rows.append(row)
                if rows.count == count { throw EnoughRows() }
            }
        } catch is EnoughRows {}
        return rows
    }

    /// Hands out each row; what `body` throws ends the reading.
    func forEachRow(_ body: (SheetRow) throws -> Void) throws {
        var buffer = SheetRowBuffer()
        switch source {
        case let text as DelimitedReader:
            try text.forEachDelimitedRow { try buffer.withRow($0, body) }
        case let workbook as WorkbookReader:
            try workbook.forEachRowFillingMergedCells(in: sheet) { try buffer.withRow($0, body) }
        default:
            try source.forEachRow(in: sheet) { try buffer.withRow($0, body) }
        }
    }
}

/// Ends a reading that has what it wanted.
private struct EnoughRows: Error {}
