/// Hands a workbook with one long sheet back with a remark on each bad row (大表回标).
///
/// The rows pass through: unpacked, marked and packed again piece by piece, so that memory holds the
/// packed file and the remarks, never the sheet. Programs choke on very many comments, so only the
/// first ``commentLimit`` cells get one; every remark stands in the column.
package enum MarkedLongSheet {
    package static let commentLimit = 1_000

    /// - Parameters:
    ///   - remarks: made while the sheet was read.
    ///   - total: stands on top of the column.
    /// - Throws: ``DocumentError``.
    package static func bytes(
        of input: InputFile, sheet: String, remarks: RowRemarks, total: String,
        author: String = "绩效审核", limits: ArchiveLimits = .standard
    ) throws -> [UInt8] {
        var package = try PackageEditor(input, wanted: .workbook, limits: limits)
        let sheets = try SheetParts(package)
        let styles = try RemarkStyles(&package, workbook: sheets.workbook, paints: true)
        let part = try sheets.part(of: sheet)
        let comments = remarks.first(commentLimit)
        let drawing =
            comments.isEmpty
            ? nil : try SheetComments(part: part, author: author).add(comments, to: &package)
        let column = min(
            max(remarks.lastColumn, try package.archive.statedColumns(of: part)) + 1,
            TableLimits.columns)
        package.put(
            part,
            MarkedRowStream(
                try package.archive.stream(of: part), remarks: remarks, styles: styles,
                column: column, heading: "\(SheetRemarks.heading)（\(total)）", drawing: drawing))
        return try package.bytes()
    }
}

extension Archive {
    /// How many columns the head of a sheet says it has; 0 where it does not say.
    fileprivate func statedColumns(of part: String) throws -> Int {
        var head: [UInt8] = []
        try forEachPiece(of: part) { piece in
            head.append(contentsOf: piece)
            return head.count < 1 << 16
        }
        var tokens = XMLTokens(Array(head.prefix(1 << 16)))
        while let token = tokens.next() {
            if tokens.hasName(token, "sheetData") { break }
            guard tokens.hasName(token, "dimension"),
                let range = tokens.attribute("ref", of: token)?.value,
                let last = range.split(separator: ":").last.flatMap({ CellPlace(a1: $0) })
            else { continue }
            return last.column
        }
        return 0
    }
}
