import Documents
import Glibc
import Testing

struct FileReleaseWritingTests {
    /// Runs with a new folder that is gone afterwards.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(temporary)/jixiao-release-XXXXXX".utf8CString)
        let made = try #require(mkdtemp(&template), "没有建成临时文件夹")
        let folder = String(cString: made)
        defer {
            for name in names(in: folder) { unlink("\(folder)/\(name)") }
            rmdir(folder)
        }
        try body(folder)
    }

    private func names(in folder: String) -> [String] {
        guard let list = opendir(folder) else { return [] }
        defer { closedir(list) }
        var names: [String] = []
        while let entry = readdir(list) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
                start.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private func content(of path: String) -> [UInt8] {
        let file = open(path, O_RDONLY)
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 3_000_000)
        let count = read(file, &bytes, bytes.count)
        return Array(bytes.prefix(max(count, 0)))
    }

    @Test(arguments: [0, 1, 2_500_000]) func `文件写成后内容完整且不留草稿`(count: Int) throws {
        try withFolder { folder in
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try FileRelease.write(Array("旧".utf8), to: "\(folder)/报告.docx")
            try FileRelease.write(bytes, to: "\(folder)/报告.docx")
            #expect(content(of: "\(folder)/报告.docx") == bytes)
            #expect(names(in: folder) == ["报告.docx"])
        }
    }

    @Test func `写不成时旧文件还在且不留草稿`() throws {
        try withFolder { folder in
            let target = "\(folder)/报告.docx"
            try #require(mkdir(target, 0o755) == 0)
            #expect(throws: FileReleaseError(path: target, code: EISDIR)) {
                try FileRelease.write([1], to: target)
            }
            #expect(names(in: folder) == ["报告.docx"])
            try #require(rmdir(target) == 0)
        }
    }

    @Test func `没有的文件夹和空文件名被指出`() throws {
        try withFolder { folder in
            let missing = "\(folder)/没有/报告.docx"
            #expect(throws: FileReleaseError(path: missing, code: ENOENT)) {
                try FileRelease.write([1], to: missing)
            }
            #expect(throws: FileReleaseError(path: "\(folder)/", code: EISDIR)) {
                try FileRelease.write([1], to: "\(folder)/")
            }
        }
    }

    @Test(arguments: [
        (ENOSPC, "文件“a.docx”没有写成：磁盘空间不足，请清理后再试。"),
        (EACCES, "文件“a.docx”没有写成：没有写入权限，请换一个文件夹或请管理员授权。"),
        (EROFS, "文件“a.docx”没有写成：该位置是只读的，请换一个文件夹。"),
        (ENOENT, "文件“a.docx”没有写成：文件夹不存在，请先建好文件夹。"),
        (EISDIR, "文件“a.docx”没有写成：这个名字是一个文件夹，请换一个文件名。"),
        (ENAMETOOLONG, "文件“a.docx”没有写成：文件名太长，请换一个短些的名字。"),
        (EIO, "文件“a.docx”没有写成：系统拒绝写入（错误号 5）。"),
    ])
    func `写不成时说清楚原因`(code: Int32, message: String) {
        #expect(FileReleaseError(path: "a.docx", code: code).message == message)
    }
}
