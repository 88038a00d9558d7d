import Crypto
package import Documents

#if canImport(Glibc)
    import Glibc
#endif

/// A file handed in for import (导入文件): its bytes, their digest, its name without folders.
package struct ImportFile: Sendable {
    package let input: InputFile
    private let content: Content

    private enum Content: Sendable {
        case path(String)
        case bytes([UInt8])
    }

    /// A file on disk.
    package init(path: String) {
        input = InputFile(path: path)
        content = .path(path)
    }

    /// An upload that is in memory.
    package init(bytes: [UInt8], name: String) {
        input = InputFile(bytes: bytes, name: name)
        content = .bytes(bytes)
    }

    package var name: String { input.name }

    /// Opens the tables of the file.
    ///
    /// - Throws: ``ImportRefusal`` with the reader's own words.
    func open() throws(ImportRefusal) -> any TableSource {
        do {
            return try TableFile.open(input)
        } catch {
            throw ImportRefusal(reading: error, of: self)
        }
    }

    /// SHA-256 of the bytes, as 64 hexadecimal digits: the proof of what was imported.
    func digest() throws(ImportRefusal) -> String {
        var hash = SHA256()
        switch content {
        case .bytes(let bytes): hash.update(data: bytes)
        case .path(let path):
            try Self.forEachPiece(of: path, name: name) { hash.update(bufferPointer: $0) }
        }
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self)
    }

    private static func forEachPiece(
        of path: String, name: String, _ body: (UnsafeRawBufferPointer) -> Void
    ) throws(ImportRefusal) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        let place = ImportPlace(file: name)
        guard descriptor >= 0 else { throw ImportRefusal(place, .sheet(.unreadableFile)) }
        defer { close(descriptor) }
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { piece.deallocate() }
        while true {
            let count = Glibc.read(descriptor, piece.baseAddress, piece.count)
            if count == 0 { return }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw ImportRefusal(place, .sheet(.unreadableFile)) }
            body(UnsafeRawBufferPointer(rebasing: piece[0..<count]))
        }
    }
}

extension ImportRefusal {
    /// What a reader of documents has thrown, as a refusal of the file.
    init(reading error: any Error, of file: ImportFile) {
        self =
            switch error {
            case let refusal as ImportRefusal: refusal
            case let error as DocumentError:
                ImportRefusal(ImportPlace(file: file.name), .document(error))
            default: ImportRefusal(ImportPlace(file: file.name), .sheet(.unreadableFile))
            }
    }
}
