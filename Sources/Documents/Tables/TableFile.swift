/// Opens files of tables whatever they are called (表格文件).
package enum TableFile {
    /// A workbook or a delimited text, told apart by content.
    ///
    /// - Throws: ``DocumentError/wrongKind(file:found:wanted:)`` for other kinds, and what the
    ///   reader of that kind throws.
    package static func open(_ file: InputFile) throws -> any TableSource {
        switch try FileKind.ofUnopened(file, limit: DelimitedLimits.standard.fileBytes) {
        case .text, .binary: try DelimitedReader(file)
        default: try WorkbookReader(file)
        }
    }
}
