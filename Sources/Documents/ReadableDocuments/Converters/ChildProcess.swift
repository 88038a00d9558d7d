import Glibc

/// A program that converts a stranger's file (转换子进程), held by limits of the system.
///
/// It runs without a shell, with nothing of our environment, with a folder of its own, in a process
/// group that is ended as a whole when its time is up.
struct ChildProcess {
    /// The program's full path.
    let program: String
    let arguments: [String]
    let folder: String
    /// Bytes of memory and of one written file; seconds of the clock, twice as many of a processor.
    let memory: Int
    let output: Int
    let seconds: Int

    enum Outcome: Equatable {
        case ended(code: Int32)
        /// By a signal: a crash, or a limit of the system.
        case broken
        case tooSlow
        case notStarted
    }

    /// Sets limits before it becomes the program: part of every Debian (util-linux).
    static let limiter = "/usr/bin/prlimit"

    /// Runs the program to its end; its two streams go to files `stdout` and `stderr` of the folder.
    func run() -> Outcome {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&files, 1, "\(folder)/stdout", flags, 0o600)
        posix_spawn_file_actions_addopen(&files, 2, "\(folder)/stderr", flags, 0o600)
        // Whatever another part of the program holds open stays here; closing one that is gone by
        // then is no error.
        for descriptor in Self.openDescriptors() where descriptor > 2 {
            posix_spawn_file_actions_addclose(&files, descriptor)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var noSignals = sigset_t()
        var allSignals = sigset_t()
        sigemptyset(&noSignals)
        sigfillset(&allSignals)
        posix_spawnattr_setsigmask(&attributes, &noSignals)
        posix_spawnattr_setsigdefault(&attributes, &allSignals)
        posix_spawnattr_setpgroup(&attributes, 0)
        let marks = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(marks))

        var child: pid_t = 0
        let limited =
            [
                Self.limiter, "--core=0", "--as=\(memory)", "--fsize=\(output)",
                "--cpu=\(2 * seconds)", "--nofile=1024", "--", program,
            ] + arguments
        let code = Self.withCStrings(limited) { words in
            Self.withCStrings(environment) { variables in
                posix_spawn(&child, Self.limiter, &files, &attributes, words, variables)
            }
        }
        return code == 0 ? wait(for: child) : .notStarted
    }

    private var environment: [String] {
        [
            "PATH=/usr/bin:/bin", "HOME=\(folder)", "TMPDIR=\(folder)", "LANG=C.UTF-8",
            "LC_ALL=C.UTF-8",
        ]
    }

    private func wait(for child: pid_t) -> Outcome {
        // What the child leaves behind in its group ends with it.
        defer { kill(-child, SIGKILL) }
        var (status, pause): (Int32, UInt32) = (0, 500)
        let limit = Self.now() + seconds * 1_000
        while true {
            let ended = waitpid(child, &status, WNOHANG)
            if ended == child { break }
            if ended < 0, errno != EINTR { return .broken }
            if Self.now() > limit {
                kill(-child, SIGKILL)
                while waitpid(child, &status, 0) < 0, errno == EINTR {}
                return .tooSlow
            }
            usleep(pause)
            pause = min(pause * 2, 20_000)
        }
        // The low seven bits hold the signal, the next byte the exit code.
        return status & 0x7F == 0 ? .ended(code: (status >> 8) & 0xFF) : .broken
    }

    private static func openDescriptors() -> [Int32] {
        guard let entries = opendir("/proc/self/fd") else { return [] }
        defer { closedir(entries) }
        var descriptors: [Int32] = []
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            Int32(name).map { descriptors.append($0) }
        }
        return descriptors
    }

    /// Milliseconds of a clock that nobody sets.
    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }

    private static func withCStrings<Result>(
        _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers = texts.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress
            else { preconditionFailure("there is always the nil at the end") }
            return body(UnsafePointer(start))
        }
    }
}
