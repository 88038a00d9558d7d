import Performance

/// What all ledgers of a pack share: last columns, and lists of choices that columns name.
struct LedgerCommons {
    let columns: [YAMLValue]
    let choiceLists: [String: [LedgerColumn.Choice]]

    init(reading text: PackText) throws(PackError) {
        let top = try YAMLValue(text: text.text, file: text.file).mapping([
            "columns", "choiceLists",
        ])
        columns = try top.require("columns").list()
        var lists: [String: [LedgerColumn.Choice]] = [:]
        for item in try top.require("choiceLists").list() {
            let list = try item.mapping(["name", "choices"])
            let name = try list.require("name").text()
            guard lists[name] == nil
            else { throw item.refusal("选项表“\(name)”已有定义", remedy: "换一个名称") }
            lists[name] = try Self.choices(list.require("choices"))
        }
        choiceLists = lists
    }

    /// Reads choices and makes sure that no spelling means two of them.
    static func choices(_ value: YAMLValue) throws(PackError) -> [LedgerColumn.Choice] {
        var seen: [String: String] = [:]
        var choices: [LedgerColumn.Choice] = []
        for item in try value.nonEmptyList() {
            let mapping = try item.mapping(["text", "aliases"])
            let text = try mapping.require("text").text()
            let aliases = try mapping["aliases"]?.texts() ?? []
            for spelling in [text] + aliases {
                if let other = seen.updateValue(text, forKey: spelling.foldedSpelling) {
                    throw item.refusal(
                        "“\(spelling)”同时表示“\(other)”和“\(text)”", remedy: "让每种写法只表示一个选项")
                }
            }
            choices.append(LedgerColumn.Choice(text: text, aliases: aliases))
        }
        return choices
    }
}

extension String {
    /// The spelling by which headers and choices are compared: half width, lower case, no blanks.
    package var foldedSpelling: String {
        var folded = String.UnicodeScalarView()
        for scalar in unicodeScalars where !scalar.properties.isWhitespace {
            let isFullWidth = ("\u{FF01}"..."\u{FF5E}").contains(scalar)
            folded.append(
                isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(folded).lowercased()
    }
}
