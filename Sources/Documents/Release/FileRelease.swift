import Glibc
import Synchronization

/// Lets finished files out (文件落盘): wholly, or not at all.
package enum FileRelease {
    /// Writes a file so that under its name stands the old one or the whole new one, never half.
    ///
    /// The bytes go to a hidden file beside it, are forced to the disk, and take its name by
    /// `rename`; the folder is forced too, so that a power cut loses neither.
    ///
    /// - Throws: ``FileReleaseError``; nothing is left behind then.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileReleaseError) {
        let (folder, name) = split(path)
        guard !name.isEmpty else { throw FileReleaseError(path: path, code: EISDIR) }
        let draft = "\(folder)/.\(name).\(getpid())-\(nextDraft()).part"
        do throws(SystemRefusal) {
            try writeAll(bytes, to: draft)
            guard rename(draft, path) == 0 else { throw SystemRefusal(code: errno) }
            try forceFolder(folder)
        } catch {
            unlink(draft)
            throw FileReleaseError(path: path, code: error.code)
        }
    }

    /// Two tasks that write the same file never share a draft.
    private static let drafts = Mutex(0)

    private static func nextDraft() -> Int {
        drafts.withLock { count in
            count += 1
            return count
        }
    }

    private struct SystemRefusal: Error { let code: Int32 }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
        let name = String(path[path.utf8.index(after: slash)...])
        let folder = String(path[..<slash])
        return (folder.isEmpty ? "/" : folder, name)
    }

    private static func writeAll(_ bytes: [UInt8], to draft: String) throws(SystemRefusal) {
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw SystemRefusal(code: errno) }
        let code = bytes.withUnsafeBytes { buffer -> Int32 in
            var rest = buffer[...]
            while !rest.isEmpty {
                let chunk = UnsafeRawBufferPointer(rebasing: rest)
                let written = Glibc.write(file, chunk.baseAddress, chunk.count)
                if written < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                rest = rest.dropFirst(written)
            }
            return fsync(file) == 0 ? 0 : errno
        }
        let closed = close(file) == 0 ? 0 : errno
        if code != 0 || closed != 0 { throw SystemRefusal(code: code != 0 ? code : closed) }
    }

    private static func forceFolder(_ folder: String) throws(SystemRefusal) {
        let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { throw SystemRefusal(code: errno) }
        defer { close(handle) }
        // Some file systems know no fsync of folders and say so with EINVAL.
        guard fsync(handle) == 0 || errno == EINVAL else { throw SystemRefusal(code: errno) }
    }
}

/// Why a file could not be written.
package struct FileReleaseError: Error, Hashable {
    package let path: String
    /// The system's errno.
    package let code: Int32

    package init(path: String, code: Int32) {
        self.path = path
        self.code = code
    }

    /// What happened and what to do.
    package var message: String {
        let reason =
            switch code {
            case ENOSPC, EDQUOT: "磁盘空间不足，请清理后再试"
            case EACCES, EPERM: "没有写入权限，请换一个文件夹或请管理员授权"
            case EROFS: "该位置是只读的，请换一个文件夹"
            case ENOENT, ENOTDIR: "文件夹不存在，请先建好文件夹"
            case EISDIR, ENOTEMPTY: "这个名字是一个文件夹，请换一个文件名"
            case ENAMETOOLONG: "文件名太长，请换一个短些的名字"
            default: "系统拒绝写入（错误号 \(code)）"
            }
        return "文件“\(path)”没有写成：\(reason)。"
    }
}
