/// Why a document cannot be read (文件读取错误).
///
/// Cases hold what was met and where; the words stand in ``message``. `file` is the name without
/// folders, `part` a name inside an archive, `line` counts from 1.
package enum DocumentError: Error, Hashable, Sendable {
    // The file.
    case cannotOpen(file: String, reason: OpeningFault)
    case emptyFile(file: String)
    case fileTooLarge(file: String, bytes: Int, limit: Int)
    case wrongKind(file: String, found: FileKind, wanted: FileKind)

    // The archive around an office document.
    /// Cut off, or no zip archive beyond its first bytes.
    case damagedArchive(file: String)
    /// Its checksum, its size or its compressed data is wrong.
    case damagedPart(file: String, part: String)
    case encryptedPart(file: String, part: String)
    case unknownCompression(file: String, part: String)
    case tooManyParts(file: String, count: Int, limit: Int)
    case partTooLarge(file: String, part: String, bytes: Int, limit: Int)
    case archiveTooLarge(file: String, limit: Int)
    case suspiciousCompression(file: String, part: String, limit: Int)
    /// An absolute path, a drive, or `..`.
    case unsafePartName(file: String, part: String)
    case duplicatePart(file: String, part: String)
    case missingPart(file: String, part: String)

    // The XML of its parts.
    case brokenXML(file: String, part: String, line: Int)
    /// Office documents have none; they are how entities are made to explode.
    case documentTypeDeclaration(file: String, part: String)
    case nestedTooDeeply(file: String, part: String, limit: Int)

    // Workbooks.
    case noSheets(file: String)
    case noSuchSheet(file: String, sheet: String, present: [String])
    case missingSheetPart(file: String, sheet: String)
    case badCellReference(file: String, sheet: String, row: Int, reference: String)
    case badRowNumber(file: String, sheet: String, number: String, previous: Int)
    case duplicateCell(file: String, sheet: String, place: CellPlace)
    case tooManyRows(file: String, sheet: String, limit: Int)
    case tooManyColumns(file: String, sheet: String, row: Int, limit: Int)
    case cellTextTooLong(file: String, sheet: String, place: CellPlace, limit: Int)
    case tooManySharedTexts(file: String, limit: String)
    case sharedTextTooLong(file: String, number: Int, limit: Int)
    case tooManyMergedRanges(file: String, sheet: String, limit: Int)
    case badMergedRange(file: String, sheet: String, reference: String)
    case unreadableCell(file: String, sheet: String, place: CellPlace, fault: CellFault)

    // Delimited text.
    /// A NUL byte: no text holds one.
    case notText(file: String, line: Int, offset: Int)
    case badEncoding(file: String, line: Int, offset: Int)
    case unterminatedQuote(file: String, line: Int)
    case textAfterQuote(file: String, line: Int, field: Int)
    case lineTooLong(file: String, line: Int, limit: Int)
    case fieldTooLong(file: String, line: Int, field: Int, limit: Int)
    case tooManyFields(file: String, line: Int, limit: Int)
    case raggedRow(file: String, line: Int, expected: Int, found: Int)

    // Text documents.
    case documentTooLarge(file: String, limit: Int)
    /// No text can be had from a file of this kind.
    case unreadableKind(file: String, found: FileKind)
    /// UTF-8 bytes of the text.
    case textTooLarge(file: String, limit: Int)
    case protectedPDF(file: String, fault: PortableProtection)
    case damagedPDF(file: String)

    // Handing a document back with comments.
    /// A part is in another encoding than UTF-8 or UTF-16.
    case unusualEncoding(file: String, part: String)
    /// Paragraphs are counted from 0.
    case noSuchParagraph(file: String, index: Int)
    case notPacked(file: String, reason: String)

    // Programs that convert documents.
    /// `package` is the Debian package that holds it.
    case converterMissing(file: String, found: FileKind, package: String)
    case converterTooSlow(file: String, seconds: Int)
    case converterFailed(file: String, found: FileKind)
}
