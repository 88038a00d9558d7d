import Glibc

/// The programs that read what this one cannot (转换程序), by full path.
package struct Converters: Hashable, Sendable {
    /// Folders in which programs are looked for, in order.
    package var folders: [String]

    package init(folders: [String]) { self.folders = folders }

    package static let standard = Converters(folders: ["/usr/bin", "/usr/local/bin"])

    /// The full path of a program.
    ///
    /// - Throws: ``DocumentError/converterMissing(file:found:package:)``.
    func program(
        _ name: String, in package: String, for file: String, kind: FileKind
    ) throws -> String {
        guard access(ChildProcess.limiter, X_OK) == 0 else {
            throw DocumentError.converterMissing(file: file, found: kind, package: "util-linux")
        }
        let paths = folders.map { "\($0)/\(name)" }
        guard let path = paths.first(where: { access($0, X_OK) == 0 }) else {
            throw DocumentError.converterMissing(file: file, found: kind, package: package)
        }
        return path
    }
}
