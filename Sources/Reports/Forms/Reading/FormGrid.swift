import Documents

/// One sheet of a filled form in memory: cells, merges, formulas.
struct FormGrid {
    let sheet: String
    private(set) var rows: [Int: TableRow] = [:]
    private(set) var lastRow = 0
    let merges: [CellRange]
    let formulas: [CellPlace: String]

    init(_ reader: WorkbookReader, _ sheet: TableSheet) throws {
        self.sheet = sheet.name
        merges = try reader.mergedRanges(in: sheet)
        formulas = try reader.formulas(in: sheet)
        var rows: [Int: TableRow] = [:]
        var last = 0
        try reader.forEachRow(in: sheet) { row in
            rows[row.number] = row
            last = row.number
        }
        self.rows = rows
        lastRow = last
    }

    subscript(place: CellPlace) -> TableCell {
        rows[place.row]?[column: place.column] ?? TableCell(place, .blank)
    }

    /// The merged range that a cell lies in; nil where it is not merged.
    func merge(at place: CellPlace) -> CellRange? { merges.first { $0.contains(place) } }

    /// The first cell of the merged range that a cell lies in, or the cell itself.
    func head(of place: CellPlace) -> CellPlace { merge(at: place)?.first ?? place }

    /// The last column of the cell that begins here.
    func lastColumn(from place: CellPlace) -> Int { merge(at: place)?.last.column ?? place.column }

    /// The cells of a row that are not covered by another, from left to right.
    func heads(in row: Int, from first: Int, through last: Int) -> [CellPlace] {
        guard first <= last else { return [] }
        return (first...last).compactMap { column in
            let place = CellPlace(row: row, column: column)
            return head(of: place) == place ? place : nil
        }
    }

    /// The texts of a row, left to right.
    func texts(in row: Int) -> [(place: CellPlace, text: String)] {
        (rows[row]?.cells ?? []).compactMap { cell in
            cell.isBlank ? nil : (cell.place, cell.text)
        }
    }
}
