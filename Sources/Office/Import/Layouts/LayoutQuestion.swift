import Documents

/// A column that no header names: what is it? Asked once for each layout (列的询问).
package struct LayoutQuestion: Hashable, Sendable {
    /// Column of the sheet, from 1.
    package let column: Int
    /// The header that was not understood; empty where none stands.
    package let header: String
    /// What the first rows hold there, shortened and masked.
    package let samples: [String]
    /// Names of columns of the ledger that it may be, the likeliest first.
    package let candidates: [String]
    /// A column without which nothing can be imported is among the candidates.
    package let isRequired: Bool

    package var letters: String { CellPlace.letters(ofColumn: column) }

    /// `C列“经手”（如：甲、乙）是哪个字段？可选：摘要、收款方；也可以不导入。`
    package var message: String {
        let name = header.isEmpty ? "没有表头" : "“\(header)”"
        let shown = samples.isEmpty ? "" : "（如：\(samples.joined(separator: "、"))）"
        return "\(letters)列\(name)\(shown)是哪个字段？可选：\(candidates.joined(separator: "、"))；也可以不导入。"
    }
}

/// What a person said that a column of a sheet is.
package struct LayoutAnswer: Hashable, Sendable, Codable {
    /// Column of the sheet, from 1.
    package let column: Int
    /// Name of a column of the ledger; nil for a column that is not to be imported.
    package let name: String?

    package init(column: Int, name: String?) {
        self.column = column
        self.name = name
    }
}

/// Remembers the answers for each layout, so that nobody is asked twice.
package protocol LayoutMemory: Sendable {
    func answers(forLayout fingerprint: String) throws -> [LayoutAnswer]
    func remember(_ answers: [LayoutAnswer], forLayout fingerprint: String) throws
}
