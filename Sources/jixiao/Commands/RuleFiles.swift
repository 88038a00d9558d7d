import Foundation
import Packs

/// Rule files of a district, by path.
enum RuleFiles {
    /// One file, or all `.yaml` files of a folder in the order of their names.
    static func texts(at path: String) throws -> [PackText] {
        try paths(at: path).map {
            PackText(file: $0, text: try String(contentsOfFile: $0, encoding: .utf8))
        }
    }

    static func paths(at path: String, endings: [String] = [".yaml", ".yml"]) throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        else { throw InputProblem("找不到“\(path)”。请核对路径。") }
        guard isFolder.boolValue else { return [path] }
        let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
            .filter { name in endings.contains { name.hasSuffix($0) } }
        guard !names.isEmpty else {
            throw InputProblem("文件夹“\(path)”里没有\(endings.joined(separator: "、"))文件。请核对路径。")
        }
        return names.map { "\(path)/\($0)" }
    }
}
