extension FileKind {
    /// Tells what a file is from its bytes.
    ///
    /// - Throws: ``DocumentError`` where the file cannot be opened or exceeds a limit; a damaged
    ///   zip archive is still a ``zipArchive``.
    package static func of(_ file: InputFile) throws -> FileKind {
        let kind = try ofUnopened(file, limit: DelimitedLimits.standard.fileBytes)
        guard kind == .zipArchive else { return kind }
        do {
            return Self.kind(ofArchive: try Archive(file))
        } catch DocumentError.damagedArchive {
            return .zipArchive
        }
    }

    /// The kind as far as the first bytes tell: every zip archive is just that.
    static func ofUnopened(_ file: InputFile, limit: Int) throws -> FileKind {
        let input = try InputBytes(file, limit: limit)
        let head = try input.bytes(at: 0, count: 8192)
        if let kind = kind(ofHead: head) { return kind }
        if head.starts(with: CompoundFile.signature) { return try CompoundFile(input).kind }
        if head.starts(with: zipSignature) || head.starts(with: emptyZipSignature) {
            return .zipArchive
        }
        return ofText(head)
    }

    private static let zipSignature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let emptyZipSignature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]

    /// Kinds that the first bytes settle.
    private static func kind(ofHead head: [UInt8]) -> FileKind? {
        if head.isEmpty { return .empty }
        let signatures: [([UInt8], FileKind)] = [
            (Array("%PDF-".utf8), .pdf),
            (Array("{\\rtf".utf8), .richText),
            ([0x89, 0x50, 0x4E, 0x47], .picture),
            ([0xFF, 0xD8, 0xFF], .picture),
            (Array("GIF8".utf8), .picture),
            (Array("Rar!".utf8), .otherArchive),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .otherArchive),
            ([0x1F, 0x8B], .otherArchive),
            ([0x09, 0x08], .oldWorkbook),  // BIFF5 to 8 without a container.
            ([0x09, 0x04, 0x06, 0x00], .oldWorkbook),
        ]
        return signatures.first { head.starts(with: $0.0) }?.1
    }

    /// The kind of a file without any signature.
    static func ofText(_ head: [UInt8]) -> FileKind {
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .text }
        if head.contains(0) {
            return TextEncoding.unmarkedWide(head) == nil ? .binary : .text
        }
        var start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < head.count, [0x20, 0x09, 0x0A, 0x0D].contains(head[start]) { start += 1 }
        let opening = String(decoding: head[start...].prefix(512), as: UTF8.self).lowercased()
        if opening.hasPrefix("<!doctype html") || opening.hasPrefix("<html")
            || opening.hasPrefix("<table") || opening.hasPrefix("<head")
            || opening.hasPrefix("<meta") || opening.contains("<html")
        {
            return .webPage
        }
        return opening.hasPrefix("<?xml") ? .xml : .text
    }

    /// What kind of office document a zip archive is, by the parts it holds.
    static func kind(ofArchive archive: Archive) -> FileKind {
        func holds(_ part: String) -> Bool { archive.holds(part) }
        let names = archive.partNames
        let isMacro = { (name: String) in
            name.hasSuffix("vbaproject.bin") || name.hasPrefix("xl/macrosheets/")
        }
        if names.contains(where: { isMacro($0.lowercased()) }) {
            return .macroDocument
        }
        if holds("xl/workbook.bin") { return .binaryWorkbook }
        if holds("xl/workbook.xml") { return .workbook }
        if holds("word/document.xml") { return .wordDocument }
        if holds("ppt/presentation.xml") { return .presentation }
        if holds("mimetype"), holds("content.xml") { return .openDocument }
        guard holds("[Content_Types].xml") else { return .zipArchive }
        if names.contains(where: { $0.hasPrefix("xl/") }) { return .workbook }
        return names.contains { $0.hasPrefix("word/") } ? .wordDocument : .zipArchive
    }
}
