import Documents
import Testing

/// A file that must be refused, and the words of the refusal.
struct BadFile: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let message: String

    init(_ name: String, _ bytes: [UInt8], _ message: String) {
        self.name = name
        self.bytes = bytes
        self.message = message
    }

    init(_ name: String, _ text: String, _ message: String) {
        self.init(name, Array(text.utf8), message)
    }

    init(_ name: String, _ book: WorkbookMaker, _ message: String) throws {
        self.init(name, try ZipMaker(book.parts).bytes, message)
    }

    var testDescription: String { name }

    /// What reading all of the file says; nil where it is read without complaint.
    func complaint() throws -> String? {
        do {
            let source = try TableFile.open(InputFile(bytes: bytes, name: name))
            for sheet in source.sheets {
                try source.forEachRow(in: sheet) { _ in }
                _ = try (source as? WorkbookReader)?.mergedRanges(in: sheet)
            }
            return nil
        } catch let error as DocumentError {
            return error.message
        }
    }
}
