import Documents
import Glibc
import Testing

/// python-docx and openpyxl, which share no code with us.
enum PythonReader {
    static let isInstalled = system("python3 -c 'import docx, openpyxl' >/dev/null 2>&1") == 0

    /// Writes a file, runs a script over it (`sys.argv[1]`) and returns what it prints.
    static func answer(of script: String, about bytes: [UInt8]) throws -> String {
        let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(temporary)/jixiao-python-XXXXXX".utf8CString)
        let folder = String(cString: try #require(mkdtemp(&template)))
        let (file, code) = ("\(folder)/file", "\(folder)/script.py")
        defer {
            unlink(file)
            unlink(code)
            rmdir(folder)
        }
        try FileRelease.write(bytes, to: file)
        try FileRelease.write(Array(script.utf8), to: code)
        let output = try #require(popen("PYTHONIOENCODING=utf-8 python3 \(code) \(file) 2>&1", "r"))
        var (text, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
        while case let count = fread(&chunk, 1, chunk.count, output), count > 0 {
            text += chunk.prefix(count)
        }
        #expect(pclose(output) == 0)
        return String(decoding: text, as: UTF8.self)
    }
}
