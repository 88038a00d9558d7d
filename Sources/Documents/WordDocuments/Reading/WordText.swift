/// What a text document says (文档内容): its words in order, without their looks.
package struct WordText: Hashable, Sendable {
    package let body: [WordTextBlock]
    /// Headers (页眉) and footers (页脚), by the order of their parts' names.
    package let headers: [[WordTextBlock]]
    package let footers: [[WordTextBlock]]
    /// Core properties by their local names: `title`, `creator`, `modified`.
    package let properties: [String: String]
    /// Custom properties by the names their writer gave them.
    package let customProperties: [String: String]

    /// All paragraphs of the body in order, those of tables and text boxes among them.
    package var paragraphs: [WordTextParagraph] { body.flatMap(\.paragraphs) }

    /// The tables of the body in order; those inside other tables stay there.
    package var tables: [WordTextTable] {
        body.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }
}

/// A paragraph or a table.
package enum WordTextBlock: Hashable, Sendable {
    case paragraph(WordTextParagraph)
    case table(WordTextTable)

    package var paragraphs: [WordTextParagraph] {
        switch self {
        case .paragraph(let paragraph): [paragraph]
        case .table(let table):
            table.rows.flatMap { $0.flatMap { $0.blocks.flatMap(\.paragraphs) } }
        }
    }
}

/// A paragraph (段落): the text of its runs, tabs as `\t` and breaks as `\n`.
///
/// Paragraphs that say the same in the same style are equal, wherever they stand.
package struct WordTextParagraph: Hashable, Sendable {
    package let text: String
    /// The id of its style, nil for the default one.
    package let style: String?
    /// Which `w:p` of its part it is, from 0, in document order.
    package let index: Int
    /// The list that it names itself; its style may name another.
    let list: WordListPlace?

    package init(text: String, style: String? = nil) {
        self.init(text: text, style: style, index: 0, list: nil)
    }

    init(text: String, style: String?, index: Int, list: WordListPlace?) {
        self.text = text
        self.style = style
        self.index = index
        self.list = list
    }

    package static func == (one: Self, other: Self) -> Bool {
        one.text == other.text && one.style == other.style
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(style)
    }
}

/// Where a paragraph says that it stands in the numbering (自动编号) of its document.
struct WordListPlace: Hashable, Sendable {
    /// 0 takes the paragraph out of any list.
    var list: Int?
    /// From 0.
    var level: Int?
}

/// A table (表格) as it is stored: rows of cells, merged cells told by their spans.
package struct WordTextTable: Hashable, Sendable {
    package let rows: [[WordTextCell]]

    package init(rows: [[WordTextCell]]) { self.rows = rows }
}

package struct WordTextCell: Hashable, Sendable {
    package let blocks: [WordTextBlock]
    /// How many columns of the grid the cell covers.
    package let columns: Int
    /// The cell belongs to the one above it, by a vertical merge.
    package let continuesAbove: Bool

    package init(blocks: [WordTextBlock], columns: Int = 1, continuesAbove: Bool = false) {
        self.blocks = blocks
        self.columns = columns
        self.continuesAbove = continuesAbove
    }

    /// The text of its paragraphs, a line each.
    package var text: String { blocks.flatMap(\.paragraphs).map(\.text).joined(separator: "\n") }
}
