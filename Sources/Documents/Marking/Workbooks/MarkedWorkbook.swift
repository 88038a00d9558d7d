/// Hands a workbook back with comments on its cells and a column of remarks (审核意见).
package enum MarkedWorkbook {
    /// The workbook with a comment on each marked cell and, right of what each marked sheet holds, a
    /// column that says all remarks of a row.
    ///
    /// Comments that stand in it stay; a remark on such a cell is put behind what the comment says.
    /// Formulas, widths and formats stay, parts without remarks stay byte for byte.
    ///
    /// - Parameters:
    ///   - total: how many remarks there are in all; stands on top of the column.
    ///   - paints: whether marked cells are painted red; the rest of their look stays.
    /// - Throws: ``DocumentError``, for a sheet that is not there too.
    package static func bytes(
        of input: InputFile, marks: [CellMark], total: String? = nil, paints: Bool = false,
        author: String = "绩效审核",
        limits: ArchiveLimits = .document
    ) throws -> [UInt8] {
        var package = try PackageEditor(input, wanted: .workbook, limits: limits)
        guard !marks.isEmpty else { return try package.bytes() }
        let sheets = try SheetParts(package)
        let styles = try RemarkStyles(&package, workbook: sheets.workbook, paints: paints)
        var bySheet: [(sheet: String, marks: [CellMark])] = []
        for mark in marks {
            if let known = bySheet.firstIndex(where: { $0.sheet == mark.sheet }) {
                bySheet[known].marks.append(mark)
            } else {
                bySheet.append((mark.sheet, [mark]))
            }
        }
        for (sheet, marks) in bySheet {
            let part = try sheets.part(of: sheet)
            let drawing = try SheetComments(part: part, author: author).add(marks, to: &package)
            var writer = SheetRemarks(
                try package.xml(part), marks: marks, styles: styles, total: total)
            package.put(part, writer.bytes(drawing: drawing))
        }
        return try package.bytes()
    }
}

/// Which part holds which sheet.
struct SheetParts {
    let workbook: String
    private let file: String
    private let parts: [(sheet: String, part: String?)]

    init(_ package: PackageEditor) throws {
        file = package.file
        workbook = try package.part("officeDocument", of: "") ?? "xl/workbook.xml"
        let contents = WorkbookElements()
        try package.archive.parse(workbook, into: contents)
        let links = try package.archive.relationships(of: workbook)
        parts = contents.sheets.map { ($0.name, links.byID[$0.relationship]?.part) }
    }

    func part(of sheet: String) throws -> String {
        guard let known = parts.first(where: { $0.sheet == sheet }) else {
            throw DocumentError.noSuchSheet(file: file, sheet: sheet, present: parts.map(\.sheet))
        }
        guard let part = known.part else {
            throw DocumentError.missingSheetPart(file: file, sheet: sheet)
        }
        return part
    }
}
