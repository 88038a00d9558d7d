import Foundation

/// The definition files that travel with the program (内置规则包).
///
/// They lie in the folder `jixiao_Packs.resources` beside the program itself, wherever it was copied.
package enum PackResources {
    /// Reads one built-in file as UTF-8 text: `schemes/national-2013-default.yaml`.
    package static func text(of file: String) throws(PackError) -> String {
        do {
            return try String(contentsOfFile: path(of: file), encoding: .utf8)
        } catch {
            throw absent(file)
        }
    }

    /// Names of the built-in files of one folder with one ending, sorted.
    package static func files(in folder: String, ending: String = ".yaml") throws(PackError)
        -> [String]
    {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path(of: folder))
                .filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
        } catch {
            throw absent(folder)
        }
    }

    private static let folder = "jixiao_Packs.resources/Resources"

    /// `Bundle.module` would trap where the folder is missing, so it is looked for by hand.
    private static func path(of file: String) throws -> String {
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return program.prefix(through: program.lastIndex(of: "/") ?? program.startIndex)
            + "\(folder)/\(file)"
    }

    private static func absent(_ file: String) -> PackError {
        PackError(
            file: file, line: nil, path: "", problem: "找不到内置规则文件",
            remedy: "重新安装本程序，并保持资源文件夹 jixiao_Packs.resources 与程序在一起")
    }
}
