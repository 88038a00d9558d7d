/// Puts the column of remarks (审核意见) into a sheet, right of all that it holds.
struct SheetRemarks {
    static let heading = "审核意见"
    /// In characters of the default font.
    private static let width = 48

    private let map: SheetMap
    private let styles: RemarkStyles
    private let rows: [Int: (severity: MarkSeverity, text: String)]
    private let total: String?
    private var edits = XMLEdits()

    /// - Parameter bytes: a well-formed sheet part.
    init(
        _ bytes: [UInt8], marks: [CellMark], styles: RemarkStyles, total: String? = nil
    ) {
        self.total = total
        map = SheetMap(bytes, marked: Set(marks.map(\.place)))
        self.styles = styles
        var rows: [Int: (severity: MarkSeverity, text: String)] = [:]
        for mark in marks {
            let text = "\(mark.place.a1)：\(mark.remark)"
            if let known = rows[mark.place.row] {
                rows[mark.place.row] = (
                    max(known.severity, mark.severity), known.text + "\n" + text
                )
            } else {
                rows[mark.place.row] = (mark.severity, text)
            }
        }
        self.rows = rows
    }

    /// The sheet with the column, and with the drawing of its comments' boxes where that is new.
    mutating func bytes(drawing: String?) -> [UInt8] {
        if map.lastColumn < TableLimits.columns, let end = map.rowsEnd {
            addColumn(map.lastColumn + 1)
            addCells(column: map.lastColumn + 1, rowsEnd: end)
            widenDimension(to: map.lastColumn + 1)
        }
        add(drawing)
        paint()
        return edits.applied(to: map.bytes)
    }

    /// The heading stands in the first row, before the remarks where that row has some.
    private var cells: [(row: Int, text: String, style: Int?)] {
        let first = map.rows.first?.number ?? rows.keys.min() ?? 1
        let heading = total.map { "\(Self.heading)（\($0)）" } ?? Self.heading
        var cells = rows.map { row, remark in
            let text = row == first ? "\(heading)：\(remark.text)" : remark.text
            return (row, text, styles.style(of: remark.severity))
        }
        if rows[first] == nil { cells.append((first, heading, styles.heading)) }
        return cells.sorted { $0.0 < $1.0 }
    }

    private mutating func addCells(column: Int, rowsEnd: SheetMap.Gap) {
        var fresh = ""
        var freshPlace: Int?
        func flush(_ edits: inout XMLEdits) {
            if let place = freshPlace, !fresh.isEmpty { edits.insert(fresh, at: place) }
            (fresh, freshPlace) = ("", nil)
        }
        var atEnd = ""
        for cell in cells {
            let place = CellPlace(row: cell.row, column: column)
            let written = Self.cell(place, cell.text, cell.style, map.prefix)
            if let row = map.row(cell.row) {
                edit(row, with: written)
            } else if let next = map.rows.first(where: { $0.number > cell.row }) {
                if freshPlace != next.start { flush(&edits) }
                freshPlace = next.start
                fresh += Self.row(cell.row, written, map.prefix)
            } else {
                atEnd += Self.row(cell.row, written, map.prefix)
            }
        }
        flush(&edits)
        guard !atEnd.isEmpty else { return }
        let isOpened = rowsEnd.name.map { ">\(atEnd)</\($0)>" }
        edits.replace(rowsEnd.range, with: isOpened ?? atEnd)
    }

    /// Puts the colour of a mark under each marked cell, and leaves the rest of its look.
    private mutating func paint() {
        for cell in map.markedCells {
            guard let red = styles.painted(cell.style ?? 0) else { continue }
            if let range = cell.styleRange {
                edits.replace(range, with: "\(red)")
            } else {
                edits.insert(" s=\"\(red)\"", at: cell.nameEnd)
            }
        }
    }

    private mutating func edit(_ row: SheetMap.Row, with cell: String) {
        // `spans` is a hint about columns that would now be wrong.
        if let spans = row.spans { edits.replace(spans, with: "") }
        let isOpened = row.end.name.map { ">\(cell)</\($0)>" }
        edits.replace(row.end.range, with: isOpened ?? cell)
    }

    private static func row(_ number: Int, _ cell: String, _ prefix: String) -> String {
        "<\(prefix)row r=\"\(number)\">\(cell)</\(prefix)row>"
    }

    static func cell(
        _ place: CellPlace, _ text: String, _ style: Int?, _ prefix: String
    ) -> String {
        let words = XMLText.escaped(SharedTexts.escaped(text))
        return "<\(prefix)c r=\"\(place.a1)\"\(style.map { " s=\"\($0)\"" } ?? "") t=\"inlineStr\">"
            + "<\(prefix)is><\(prefix)t xml:space=\"preserve\">\(words)</\(prefix)t></\(prefix)is>"
            + "</\(prefix)c>"
    }

    /// A sheet without its rows, with room for the column: what is before the rows, what is behind.
    mutating func frame(column: Int, drawing: String?) -> [UInt8] {
        addColumn(column)
        if let range = map.dimension, let last = map.text(range).split(separator: ":").last,
            let corner = CellPlace(a1: last),
            let first = map.text(range).split(separator: ":").first
        {
            let wide = CellPlace(row: corner.row, column: max(corner.column, column))
            edits.replace(range, with: "\(first):\(wide.a1)")
        }
        add(drawing)
        return edits.applied(to: map.bytes)
    }

    /// Names the drawing of the comments' boxes where that is new.
    private mutating func add(_ drawing: String?) {
        guard let drawing, let place = map.drawingPlace else { return }
        edits.insert(
            "<\(map.prefix)legacyDrawing xmlns:r=\"\(OfficeNamespace.relationships)\""
                + " r:id=\"\(drawing)\"/>", at: place)
    }

    private mutating func widenDimension(to column: Int) {
        guard let dimension = map.dimension else { return }
        let corners = map.text(dimension).split(separator: ":")
        guard let first = corners.first.flatMap({ CellPlace(a1: $0) }),
            let last = corners.last.flatMap({ CellPlace(a1: $0) })
        else { return }
        let row = max(last.row, rows.keys.max() ?? 1)
        let corner = CellPlace(row: min(first.row, rows.keys.min() ?? 1), column: first.column)
        edits.replace(dimension, with: CellRange(corner, CellPlace(row: row, column: column)).a1)
    }

    /// Gives the column its width; a range of columns that holds it is cut in two.
    private mutating func addColumn(_ column: Int) {
        let own =
            "<\(map.prefix)col min=\"\(column)\" max=\"\(column)\" width=\"\(Self.width)\""
            + " customWidth=\"1\"/>"
        if let range = map.columns.first(where: { $0.columns.contains(column) }) {
            var parts: [String] = []
            if range.columns.lowerBound < column {
                parts.append(map.tag(range, columns: range.columns.lowerBound...(column - 1)))
            }
            parts.append(own)
            if range.columns.upperBound > column {
                parts.append(map.tag(range, columns: (column + 1)...range.columns.upperBound))
            }
            edits.replace(range.range, with: parts.joined())
        } else if let next = map.columns.first(where: { $0.columns.lowerBound > column }) {
            edits.insert(own, at: next.range.lowerBound)
        } else if let last = map.columns.last {
            edits.insert(own, at: last.range.upperBound)
        } else if let place = map.rowsStart {
            edits.insert("<\(map.prefix)cols>\(own)</\(map.prefix)cols>", at: place)
        }
    }
}
