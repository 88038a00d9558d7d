/// How much a handed-in archive may ask of the machine (压缩包读取上限).
package struct ArchiveLimits: Hashable, Sendable {
    /// Bytes of the file itself.
    package var fileBytes: Int
    /// Parts in the archive.
    package var parts: Int
    /// Unpacked bytes of one part, claimed or real.
    package var partBytes: Int
    /// Unpacked bytes of all parts together.
    package var totalBytes: Int
    /// Unpacked bytes for each packed one; real sheets stay far below.
    package var ratio: Int
    /// Parts smaller than this are never suspected, whatever their ratio.
    package var ratioFreeBytes: Int
    /// Unpacked bytes of a part that is held in memory as a whole.
    package var wholePartBytes: Int
    /// Elements inside elements.
    package var depth: Int

    package static let standard = ArchiveLimits(
        fileBytes: 256 << 20, parts: 10_000, partBytes: 1 << 30, totalBytes: 3 << 29,
        ratio: 250, ratioFreeBytes: 1 << 20, wholePartBytes: 64 << 20, depth: 128)

    /// For documents that are held in memory as a whole.
    package static let document = ArchiveLimits(
        fileBytes: 256 << 20, parts: 10_000, partBytes: 64 << 20, totalBytes: 256 << 20,
        ratio: 250, ratioFreeBytes: 1 << 20, wholePartBytes: 64 << 20, depth: 128)
}
