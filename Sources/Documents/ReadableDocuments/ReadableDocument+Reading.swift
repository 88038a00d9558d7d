extension ReadableDocument {
    /// Reads a document of any kind that holds text.
    ///
    /// The kind is told by the bytes, never by the name. Nothing outside the file is fetched, no
    /// macro runs; converters are children with limits.
    ///
    /// - Throws: ``DocumentError``.
    package init(
        reading file: InputFile, limits: ReadableLimits = .standard,
        converters: Converters = .standard
    ) throws {
        let kind = try FileKind.ofUnopened(file, limit: limits.fileBytes)
        switch kind {
        case .empty: throw DocumentError.emptyFile(file: file.name)
        case .text: try self.init(plainText: file, limits: limits)
        case .webPage: try self.init(webPage: file, limits: limits)
        case .pdf: try self.init(portable: file, limits: limits, converters: converters)
        case .zipArchive: try self.init(archive: file, limits: limits)
        case .oldWordDocument, .richText, .oldWorkbook:
            let office = OfficeConverter(converters: converters, limits: limits)
            let converted = try office.modern(file, kind: kind)
            let document = try ReadableDocument(archive: converted, limits: limits)
            self.init(
                name: file.name, kind: kind, text: document.text, pieces: document.pieces,
                notices: document.notices)
        default: throw DocumentError.unreadableKind(file: file.name, found: kind)
        }
    }

    private init(archive file: InputFile, limits: ReadableLimits) throws {
        let found = FileKind.kind(ofArchive: try Archive(file, limits: limits.archive))
        switch found {
        case .wordDocument: try self.init(word: file, limits: limits)
        case .workbook: try self.init(workbook: file, limits: limits)
        default: throw DocumentError.unreadableKind(file: file.name, found: found)
        }
    }
}
