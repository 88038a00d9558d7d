import Foundation
import Synchronization

/// What the program prints: results on standard output, everything else on standard error.
enum Output {
    /// Why standard output could not be written, as the system numbers it; 0 where it could.
    private static let failure = Mutex<Int32>(0)

    /// Where nobody reads any more, as after `| head`, the work still goes on to its end, so that
    /// the database is closed well.
    static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

    /// What users read where a result did not get to its file; nil where all did.
    static var failureMessage: String? {
        let code = failure.withLock { $0 }
        guard code != 0, code != EPIPE else { return nil }
        return "结果没有全部写出（\(String(cString: strerror(code)))）。请检查磁盘空间和权限后重试。"
    }

    static func line(_ text: String) {
        let code = send(text + "\n", to: STDOUT_FILENO)
        guard code != 0 else { return }
        failure.withLock { $0 = code }
    }

    static func lines(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        line(lines.joined(separator: "\n"))
    }

    static func bytes(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        FileHandle.standardOutput.write(Data(bytes))
    }

    static func error(_ text: String) {
        _ = send(text + "\n", to: STDERR_FILENO)
    }

    /// Returns 0, or why not all was written.
    fileprivate static func send(_ text: String, to file: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { utf8 in
            var rest = UnsafeRawBufferPointer(utf8)[...]
            while !rest.isEmpty {
                let count = write(
                    file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                guard count >= 0 else {
                    if errno == EINTR { continue }
                    return errno
                }
                rest = rest.dropFirst(count)
            }
            return 0
        }
    }
}

/// Progress of long work, on a terminal only; one line that is written over.
struct Progress {
    private let isShown = isatty(2) == 1

    func show(_ text: String) {
        guard isShown else { return }
        _ = Output.send("\r\u{1B}[K\(text)", to: STDERR_FILENO)
    }

    func clear() {
        guard isShown else { return }
        _ = Output.send("\r\u{1B}[K", to: STDERR_FILENO)
    }
}
