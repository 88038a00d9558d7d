/// Reads delimited text (csv, txt) row by row: encoding and separator are found by content.
///
/// Empty lines are left out. Memory holds a few hundred kilobytes, whatever the file's size.
package final class DelimitedReader: TableSource {
    package let file: String
    package let encoding: TextEncoding
    package let separator: Separator
    package var sheets: [TableSheet] { [sheet] }
    /// How many fields the rows of the last complete reading had; empty before.
    package private(set) var widths = RowWidths()

    private let input: InputBytes
    private let sheet: TableSheet
    private let limits: DelimitedLimits
    /// Bytes of a first line such as `sep=;`.
    private let hintLength: Int

    /// Opens a text and looks at its beginning.
    ///
    /// - Parameters:
    ///   - encoding: where the caller knows better than the content tells.
    ///   - separator: likewise.
    /// - Throws: ``DocumentError``.
    package init(
        _ file: InputFile, encoding: TextEncoding? = nil, separator: Separator? = nil,
        limits: DelimitedLimits = .standard
    ) throws {
        self.file = file.name
        self.limits = limits
        input = try InputBytes(file, limit: limits.fileBytes)
        guard input.size > 0 else { throw DocumentError.emptyFile(file: file.name) }
        let kind = FileKind.ofText(try input.bytes(at: 0, count: 8192))
        guard [.text, .binary].contains(kind) else {
            throw DocumentError.wrongKind(file: file.name, found: kind, wanted: .text)
        }
        let decoder = try TextDecoder(input, as: encoding)
        self.encoding = decoder.encoding
        var sample: [UInt8] = []
        _ = try decoder.appendPiece(to: &sample)
        let hint = Separator.named(byFirstLine: sample)
        hintLength = hint?.length ?? 0
        self.separator = separator ?? hint?.separator ?? .found(in: sample)
        let name = file.name.split(separator: ".", omittingEmptySubsequences: false)
        sheet = TableSheet(
            name: name.count > 1 ? name.dropLast().joined(separator: ".") : file.name)
    }

    package func forEachRow(in sheet: TableSheet, _ body: (TableRow) throws -> Void) throws {
        try forEachDelimitedRow { row in
            if !row.isBlank { try body(row.tableRow) }
        }
    }

    /// Hands out the rows as ranges of bytes, without making strings of their fields.
    package func forEachDelimitedRow(_ body: (DelimitedRow) throws -> Void) throws {
        var rows = DelimitedRows(
            file: file, decoder: try TextDecoder(input, as: encoding), separator: separator,
            limits: limits)
        if hintLength > 0 { try rows.skipFirstLine(hintLength) }
        while let row = try rows.next() { try body(row) }
        widths = rows.widths
    }
}

/// How much a handed-in text may ask of the machine (文本读取上限).
package struct DelimitedLimits: Hashable, Sendable {
    package var fileBytes: Int
    /// UTF-8 bytes of one row.
    package var rowBytes: Int
    /// Characters of one field, as Excel counts them.
    package var textLength: Int

    package static let standard = DelimitedLimits(
        fileBytes: 4 << 30, rowBytes: 1 << 20, textLength: TableLimits.textLength)
}
