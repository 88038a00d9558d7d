import Glibc

/// A folder of our own for one conversion (临时文件夹); it goes with the value that made it.
final class TemporaryFolder {
    let path: String

    /// - Throws: ``DocumentError/cannotOpen(file:reason:)`` naming `file`, whose reading needs it.
    init(for file: String) throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/jixiao-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else {
            throw DocumentError.cannotOpen(file: file, reason: OpeningFault(errno))
        }
        path = String(cString: made)
    }

    deinit { Self.remove(path) }

    /// Copies a file into the folder.
    func put(_ file: InputFile, as name: String, limit: Int) throws -> String {
        let input = try InputBytes(file, limit: limit)
        let target = "\(path)/\(name)"
        let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw DocumentError.cannotOpen(file: file.name, reason: OpeningFault(errno))
        }
        defer { close(descriptor) }
        var offset = 0
        while offset < input.size {
            let piece = try input.bytes(at: offset, count: 1 << 20)
            if piece.isEmpty { break }
            try Self.write(piece, to: descriptor, for: file.name)
            offset += piece.count
        }
        return target
    }

    func put(_ text: String, as name: String, for file: String) throws {
        _ = try put(InputFile(bytes: Array(text.utf8), name: file), as: name, limit: 1 << 20)
    }

    func makeFolder(_ name: String, for file: String) throws {
        guard mkdir("\(path)/\(name)", 0o700) == 0 else {
            throw DocumentError.cannotOpen(file: file, reason: OpeningFault(errno))
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32, for file: String) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw DocumentError.cannotOpen(file: file, reason: OpeningFault(errno))
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Removes a folder with all it holds; follows no link out of it.
    private static func remove(_ path: String) {
        guard let entries = opendir(path) else { return }
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            let inner = "\(path)/\(name)"
            var status = stat()
            if lstat(inner, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
                remove(inner)
            } else {
                unlink(inner)
            }
        }
        closedir(entries)
        rmdir(path)
    }
}
