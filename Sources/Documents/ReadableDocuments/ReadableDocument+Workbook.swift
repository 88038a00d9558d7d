extension ReadableDocument {
    /// Reads all sheets of a workbook as they are seen: a row a line, columns kept by tabs.
    ///
    /// Formulas give the results that were saved; a merged cell is read once. Sheets are parted by
    /// an empty line.
    init(workbook file: InputFile, limits: ReadableLimits) throws {
        let reader = try WorkbookReader(file, limits: limits.archive)
        var builder = ReadableTextBuilder(file: file.name, limits: limits)
        var hidden: [String] = []
        for sheet in reader.sheets {
            if !builder.text.isEmpty { try builder.endLine() }
            let before = builder.text.count
            try Self.append(sheet, of: reader, to: &builder)
            if sheet.isHidden, builder.text.count > before { hidden.append("“\(sheet.name)”") }
        }
        let notices =
            hidden.isEmpty ? [] : ["工作表\(hidden.joined(separator: "、"))是隐藏的，其中的内容也已读取。"]
        self = builder.document(kind: .workbook, notices: notices)
    }

    private static func append(
        _ sheet: TableSheet, of reader: WorkbookReader, to builder: inout ReadableTextBuilder
    ) throws {
        var covered = CoveredCells(try reader.mergedRanges(in: sheet))
        try reader.forEachShownRow(in: sheet) { row in
            covered.move(to: row.number)
            var column = 1
            for cell in row.cells where !covered.contains(cell.place) {
                let words = cell.text
                if words.isEmpty { continue }
                try builder.endCell(count: cell.place.column - column)
                column = cell.place.column
                try builder.appendInline(
                    words.utf8, at: .cell(sheet: sheet.name, cell.place))
            }
            try builder.endLine()
        }
    }
}

/// Tells cells that lie under a merged one (合并单元格): what they still hold is not seen.
struct CoveredCells {
    /// More at one row are no form of a person's making.
    private static let activeLimit = 512

    private var waiting: ArraySlice<CellRange>
    private var active: [CellRange] = []

    init(_ ranges: [CellRange]) {
        waiting = ranges.sorted { $0.first < $1.first }[...]
    }

    /// Goes on to a row; rows come from top to bottom.
    mutating func move(to row: Int) {
        active.removeAll { $0.last.row < row }
        while let range = waiting.first, range.first.row <= row {
            waiting.removeFirst()
            if range.last.row >= row, active.count < Self.activeLimit { active.append(range) }
        }
    }

    /// Whether a cell of the row is in a merged range, and not its first cell.
    func contains(_ place: CellPlace) -> Bool {
        active.contains { $0.first != place && $0.contains(place) }
    }
}
