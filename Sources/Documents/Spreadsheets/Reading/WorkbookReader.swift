/// Reads an Excel workbook (.xlsx) row by row; memory holds its shared texts and a few rows.
///
/// Cells with formulas give the results that the program which saved the file had cached. Rows and
/// cells that hold nothing are left out, whatever their format; hidden ones are read like others.
package final class WorkbookReader: TableSource {
    package let file: String
    package let sheets: [TableSheet]

    private let archive: Archive
    private let sheetParts: [String?]
    private let sharedTextPart: String?
    private let formats: [NumberFormat]
    private let shownFormats: [ShownFormat]
    private let dates: DateSystem
    private let textLimits: SharedTextLimits
    private var sharedTexts: [String]?

    /// Opens a workbook and reads its table of contents.
    ///
    /// - Throws: ``DocumentError``.
    package init(
        _ input: InputFile, limits: ArchiveLimits = .standard,
        textLimits: SharedTextLimits = .standard
    ) throws {
        file = input.name
        self.textLimits = textLimits
        archive = try Archive.opening(input, wanted: .workbook, limits: limits)
        let part = try archive.relationships(of: "").part("officeDocument") ?? "xl/workbook.xml"
        let contents = WorkbookElements()
        try archive.parse(part, into: contents)
        let links = try archive.relationships(of: part)

        // Charts and dialogs are sheets without rows.
        let listed = contents.sheets.filter { sheet in
            let kind = links.byID[sheet.relationship]?.kind ?? "worksheet"
            return kind == "worksheet"
        }
        guard !listed.isEmpty else { throw DocumentError.noSheets(file: input.name) }
        sheets = listed.enumerated().map { index, sheet in
            TableSheet(name: sheet.name, isHidden: sheet.isHidden, index: index)
        }
        sheetParts = listed.map { links.byID[$0.relationship]?.part }
        sharedTextPart = links.part("sharedStrings")
        dates = contents.dates
        let styles = StylesElements()
        if let part = links.part("styles"), archive.holds(part) {
            try archive.parse(part, into: styles)
        }
        formats = styles.formats
        shownFormats = styles.shownFormats
    }

    /// Finds a sheet by its name.
    ///
    /// - Throws: ``DocumentError/noSuchSheet(file:sheet:present:)``.
    package func sheet(named name: String) throws -> TableSheet {
        guard let sheet = sheets.first(where: { $0.name == name }) else {
            throw DocumentError.noSuchSheet(file: file, sheet: name, present: sheets.map(\.name))
        }
        return sheet
    }

    package func forEachRow(in sheet: TableSheet, _ body: (TableRow) throws -> Void) throws {
        let elements = SheetElements(
            sheet: sheet.name, values: try cellValues(), wantsRows: true)
        try parse(sheet, into: elements) {
            try elements.handOut(body)
            return true
        }
    }

    /// Hands out rows whose figures and days are texts, as the sheet shows them: `89.46%` for 0.8946.
    package func forEachShownRow(
        in sheet: TableSheet, _ body: (TableRow) throws -> Void
    ) throws {
        var values = try cellValues()
        values.shown = shownFormats
        let elements = SheetElements(sheet: sheet.name, values: values, wantsRows: true)
        try parse(sheet, into: elements) {
            try elements.handOut(body)
            return true
        }
    }

    /// The merged ranges (合并单元格) of a sheet; the value of each stands in its first cell.
    package func mergedRanges(in sheet: TableSheet) throws -> [CellRange] {
        let values = CellValues(file: file, sharedTexts: [], formats: [], dates: dates)
        let elements = SheetElements(sheet: sheet.name, values: values, wantsRows: false)
        try parse(sheet, into: elements) { true }
        return elements.mergedRanges
    }

    /// The formulas of a sheet by their cells.
    package func formulas(in sheet: TableSheet) throws -> [CellPlace: String] {
        let elements = SheetFormulas()
        try parse(sheet, into: elements) { true }
        return elements.formulas
    }

    private func parse(
        _ sheet: TableSheet, into elements: XMLElements, afterPiece: () throws -> Bool
    ) throws {
        guard sheets.contains(sheet), let part = sheetParts[sheet.index], archive.holds(part)
        else { throw DocumentError.missingSheetPart(file: file, sheet: sheet.name) }
        try archive.parse(part, into: elements, afterPiece: afterPiece)
    }

    private func cellValues() throws -> CellValues {
        let texts = try sharedTexts ?? readSharedTexts()
        sharedTexts = texts
        return CellValues(file: file, sharedTexts: texts, formats: formats, dates: dates)
    }

    private func readSharedTexts() throws -> [String] {
        let elements = SharedTextElements(file: file, limits: textLimits)
        if let part = sharedTextPart { try archive.parse(part, into: elements) }
        return elements.texts
    }
}
