import Yams

/// One value of a definition file with its place, read strictly: every refusal names file, line
/// and key path.
///
/// Scalars are read as the text that stands in the file, so that no binary floating point is used.
package struct YAMLValue {
    package let file: String
    /// The key path from the top of the file: `dimensions[0].points`.
    package let path: String
    let node: Node

    /// Reads a whole file of at most 1 MiB.
    package init(text: String, file: String) throws(PackError) {
        func refused(_ line: Int?, _ problem: String, _ remedy: String) -> PackError {
            PackError(file: file, line: line, path: "", problem: problem, remedy: remedy)
        }
        guard text.utf8.count <= 1 << 20
        else { throw refused(nil, "文件超过1 MiB", "拆成几个较小的文件") }
        let composed: Node?
        do {
            // Texts are kept as they stand, so no scalar is looked at for what it might mean.
            composed = try Yams.compose(yaml: text, .basic)
        } catch {
            let (line, problem) = Self.syntaxProblem(error)
            // A parser that misses an end stands after the last line.
            let last = text.split(separator: "\n", omittingEmptySubsequences: false).count
            throw refused(line.map { min($0, last) }, problem, "改正该处的YAML写法（缩进、冒号、引号）")
        }
        guard let composed else { throw refused(nil, "文件是空的", "按样例填写内容") }
        self.init(file: file, path: "", node: composed)
    }

    init(file: String, path: String, node: Node) {
        self.file = file
        self.path = path
        self.node = node
    }

    /// 1-based line where the value begins.
    package var line: Int? { node.mark?.line }

    /// Makes an error at this place.
    package func refusal(_ problem: String, remedy: String) -> PackError {
        PackError(file: file, line: line, path: path, problem: problem, remedy: remedy)
    }

    package var isMapping: Bool { node.mapping != nil }
    package var isList: Bool { node.sequence != nil }
    package var isScalar: Bool { node.scalar != nil }

    /// The values of a list, in order.
    package func list() throws(PackError) -> [YAMLValue] {
        guard let sequence = node.sequence
        else { throw refusal("这里应是列表", remedy: "改为以“- ”开头的列表") }
        return sequence.enumerated().map { index, node in
            YAMLValue(file: file, path: "\(path)[\(index)]", node: node)
        }
    }

    /// A list that holds something.
    package func nonEmptyList() throws(PackError) -> [YAMLValue] {
        let values = try list()
        guard !values.isEmpty else { throw refusal("列表是空的", remedy: "至少填写一项") }
        return values
    }

    /// A mapping that may hold only these keys.
    package func mapping(_ allowed: [String]) throws(PackError) -> YAMLMapping {
        guard let mapping = node.mapping
        else { throw refusal("这里应是“键: 值”", remedy: "改为“键: 值”的写法") }
        return try YAMLMapping(self, mapping, allowed: allowed)
    }

    /// The key path of a value below this one.
    func path(to key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private static func syntaxProblem(_ error: any Error) -> (line: Int?, problem: String) {
        switch error as? YamlError {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            (mark.line, "不是有效的YAML")
        case .duplicatedKeysInMapping(let duplicates, let context):
            (context.mark.line, "键重复：\(duplicates.sorted().joined(separator: "、"))")
        default: (nil, "不是有效的YAML")
        }
    }
}

/// The keys and values of a mapping whose keys have been checked.
package struct YAMLMapping {
    /// The mapping itself, for errors that mean all of it.
    package let place: YAMLValue
    private let values: [String: YAMLValue]

    init(_ place: YAMLValue, _ mapping: Node.Mapping, allowed: [String]) throws(PackError) {
        var values: [String: YAMLValue] = [:]
        for (keyNode, node) in mapping {
            let key = keyNode.scalar?.string ?? ""
            let value = YAMLValue(file: place.file, path: place.path(to: key), node: node)
            guard allowed.contains(key) else {
                throw PackError(
                    file: place.file, line: keyNode.mark?.line ?? place.line,
                    path: place.path(to: key), problem: "不认识的键“\(key)”",
                    remedy: "改用：\(allowed.joined(separator: "、"))")
            }
            values[key] = value
        }
        self.place = place
        self.values = values
    }

    /// The value of a key, or nil where the key is absent.
    package subscript(_ key: String) -> YAMLValue? { values[key] }

    /// The value of a key that must be there.
    package func require(_ key: String) throws(PackError) -> YAMLValue {
        guard let value = values[key]
        else { throw place.refusal("缺少“\(key)”", remedy: "补上“\(key)”") }
        return value
    }
}
