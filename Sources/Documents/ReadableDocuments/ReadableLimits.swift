/// How much reading a stranger's document may ask of the machine (文档读取上限).
package struct ReadableLimits: Hashable, Sendable {
    /// Bytes of the file itself.
    package var fileBytes: Int
    /// UTF-8 bytes of the text that is made of it.
    package var textBytes: Int
    /// Elements inside elements of a web page.
    package var webPageDepth: Int
    /// Columns of one table of a web page.
    package var webPageColumns: Int
    /// Paragraphs and cells of a Word document.
    package var blocks: Int
    package var archive: ArchiveLimits
    /// Seconds that a converter may take.
    package var converterSeconds: Int

    package static let standard = ReadableLimits(
        fileBytes: 256 << 20, textBytes: 64 << 20, webPageDepth: 1_000, webPageColumns: 256,
        blocks: 500_000, archive: .document, converterSeconds: 60)
}
