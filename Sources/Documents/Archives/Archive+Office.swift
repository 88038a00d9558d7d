extension Archive {
    /// Opens an office document of the wanted kind.
    ///
    /// - Throws: ``DocumentError/wrongKind(file:found:wanted:)`` for a file of another kind, whatever
    ///   its extension says, and any other ``DocumentError``.
    package static func opening(
        _ input: InputFile, wanted: FileKind, limits: ArchiveLimits = .standard
    ) throws -> Archive {
        let kind = try FileKind.ofUnopened(input, limit: limits.fileBytes)
        guard kind == .zipArchive else {
            throw kind == .empty
                ? DocumentError.emptyFile(file: input.name)
                : DocumentError.wrongKind(file: input.name, found: kind, wanted: wanted)
        }
        let archive = try Archive(input, limits: limits)
        let found = FileKind.kind(ofArchive: archive)
        guard found == wanted else {
            throw DocumentError.wrongKind(file: input.name, found: found, wanted: wanted)
        }
        return archive
    }
}
