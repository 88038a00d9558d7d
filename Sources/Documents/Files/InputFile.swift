#if canImport(Glibc)
    import Glibc
#endif

/// A file that somebody hands in (待读文件): where its bytes are, and its name for messages.
package struct InputFile: Sendable {
    /// The name as the user knows it, without folders.
    package let name: String
    let content: Content

    enum Content: Sendable {
        case path(String)
        case bytes([UInt8])
    }

    /// A file on disk; `name` is the last part of the path unless another is given.
    package init(path: String, name: String? = nil) {
        self.name = name ?? String(path.split(separator: "/").last ?? Substring(path))
        content = .path(path)
    }

    /// An upload that is already in memory.
    package init(bytes: [UInt8], name: String) {
        self.name = name
        content = .bytes(bytes)
    }
}

/// Reads the bytes of an ``InputFile`` from front to back, or anywhere.
final class InputBytes {
    let file: InputFile
    let size: Int
    private let descriptor: Int32

    /// - Throws: ``DocumentError/cannotOpen(file:reason:)`` or `fileTooLarge`.
    init(_ file: InputFile, limit: Int = ArchiveLimits.standard.fileBytes) throws {
        self.file = file
        switch file.content {
        case .bytes(let bytes):
            descriptor = -1
            size = bytes.count
        case .path(let path):
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else {
                throw DocumentError.cannotOpen(file: file.name, reason: OpeningFault(errno))
            }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                close(descriptor)
                throw DocumentError.cannotOpen(file: file.name, reason: .notAFile)
            }
            self.descriptor = descriptor
            size = Int(status.st_size)
        }
        guard size <= limit else {
            throw DocumentError.fileTooLarge(file: file.name, bytes: size, limit: limit)
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Fills `buffer` from `offset`; fewer bytes than asked for only at the end of the file.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard let start = buffer.baseAddress, offset < size else { return 0 }
        if case .bytes(let bytes) = file.content {
            let count = min(buffer.count, size - offset)
            bytes.withUnsafeBytes { source in
                buffer.copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + count]))
            }
            return count
        }
        var filled = 0
        while filled < buffer.count {
            let count = pread(descriptor, start + filled, buffer.count - filled, offset + filled)
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw DocumentError.cannotOpen(file: file.name, reason: OpeningFault(errno))
            }
            filled += count
        }
        return filled
    }

    /// Up to `count` bytes from `offset`.
    func bytes(at offset: Int, count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, min(count, size - offset)))
        let filled = try bytes.withUnsafeMutableBytes { try read(at: offset, into: $0) }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }
}

/// Why the operating system does not hand out a file.
package enum OpeningFault: Hashable, Sendable {
    case notFound
    case noPermission
    /// A folder, a pipe, a device.
    case notAFile
    /// The number that the operating system gave.
    case other(code: Int32)

    init(_ code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: self = .notFound
        case EACCES, EPERM: self = .noPermission
        case EISDIR: self = .notAFile
        default: self = .other(code: code)
        }
    }

    var message: String {
        switch self {
        case .notFound: "找不到这个文件。请核对路径和文件名。"
        case .noPermission: "没有读取权限。请检查文件的权限，或把它复制到自己的文件夹。"
        case .notAFile: "它不是普通文件。请选择一个文件，而不是文件夹。"
        case .other(let code): "系统拒绝读取（错误号 \(code)）。请稍后再试，或换一个位置存放。"
        }
    }
}
