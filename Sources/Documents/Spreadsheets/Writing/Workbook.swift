/// A workbook (工作簿) to be written as .xlsx that a clerk goes on working in.
///
/// The same value always gives the same bytes: ``bytes()``.
package struct Workbook: Hashable, Sendable {
    package var properties: DocumentProperties
    package var sheets: [Worksheet]

    package init(properties: DocumentProperties, sheets: [Worksheet]) {
        self.properties = properties
        self.sheets = sheets
    }
}

/// One sheet (工作表): cells, their merges and widths, and how it is printed.
package struct Worksheet: Hashable, Sendable {
    package var name: String
    /// Rows from the top, each from the left; nil where nothing stands.
    package private(set) var rows: [[WorksheetCell?]] = []
    package private(set) var merges: [CellRange] = []
    /// Widths from column A, in characters of the default size.
    package var columnWidths: [Int] = []
    /// Heights in points by row from 1; rows not named take what their text needs.
    package var rowHeights: [Int: Int] = [:]
    /// Heights in points that rows have at least, though their text would need less.
    package var leastRowHeights: [Int: Int] = [:]
    package var print = PrintSetup()
    /// Rows above and columns left of this cell stay on screen (冻结窗格).
    package var frozenAt: CellPlace?
    /// Locked cells refuse typing (保护工作表); there is no password, so it guards from slips alone.
    package var isProtected = false
    /// Rows may be put in and taken out though the sheet is protected.
    package var allowsNewRows = false
    package var isHidden = false
    package var dropDowns: [DropDownList] = []

    package init(_ name: String) { self.name = name }

    /// Puts a cell at its place, over what stood there; traps outside A1…XFD1048576.
    package mutating func put(_ cell: WorksheetCell, at place: CellPlace) {
        precondition((1...TableLimits.rows).contains(place.row))
        precondition((1...TableLimits.columns).contains(place.column))
        while rows.count < place.row { rows.append([]) }
        while rows[place.row - 1].count < place.column { rows[place.row - 1].append(nil) }
        rows[place.row - 1][place.column - 1] = cell
    }

    /// Puts a value at its place.
    package mutating func put(
        _ value: WorksheetCell.Value, _ style: CellStyle = CellStyle(), at place: CellPlace
    ) {
        put(WorksheetCell(value, style), at: place)
    }

    /// Merges a range (合并单元格) and puts a cell over it; all its cells take the borders.
    package mutating func merge(_ range: CellRange, _ cell: WorksheetCell) {
        let covered = WorksheetCell(.blank, cell.style)
        for row in range.rows {
            for column in range.columns {
                put(covered, at: CellPlace(row: row, column: column))
            }
        }
        put(cell, at: range.first)
        if range.first != range.last { merges.append(range) }
    }

    /// Adds a row of cells from column A below the last one.
    package mutating func append(_ cells: [WorksheetCell?]) { rows.append(cells) }

    /// The cell at a place; nil where nothing stands.
    package subscript(place: CellPlace) -> WorksheetCell? {
        guard rows.indices.contains(place.row - 1),
            rows[place.row - 1].indices.contains(place.column - 1)
        else { return nil }
        return rows[place.row - 1][place.column - 1]
    }
}

/// How a sheet is printed (页面设置): on A4, one page wide.
package struct PrintSetup: Hashable, Sendable {
    package var orientation = PageOrientation.portrait
    /// Rows from 1 that are repeated on each page (顶端标题行).
    package var repeatedRows: ClosedRange<Int>?
    /// Columns from 1 that are printed (打印区域); nil prints all.
    package var columns: ClosedRange<Int>?
    /// 第 1 页，共 3 页, at the foot.
    package var hasPageNumbers = true

    package init(
        _ orientation: PageOrientation = .portrait, repeatedRows: ClosedRange<Int>? = nil,
        hasPageNumbers: Bool = true
    ) {
        self.orientation = orientation
        self.repeatedRows = repeatedRows
        self.hasPageNumbers = hasPageNumbers
    }
}

/// A list to choose from (下拉列表) in the cells of a range.
package struct DropDownList: Hashable, Sendable {
    package var range: CellRange
    package var source: Source
    /// Shown beside the cell; empty shows none.
    package var hint: String

    package enum Source: Hashable, Sendable {
        /// Typed into the file: no commas, together at most 255 characters.
        case items([String])
        /// The cells of another sheet.
        case cells(sheet: String, CellRange)
    }

    package init(_ range: CellRange, _ source: Source, hint: String = "") {
        self.range = range
        self.source = source
        self.hint = hint
    }
}
