/// A paragraph (段落): a style and its runs.
package struct WordParagraph: Hashable, Sendable {
    package var style: WordStyle
    /// nil takes the style's; a centred or right-aligned body paragraph has no first-line indent.
    package var alignment: WordAlignment?
    package var runs: [WordRun]

    package init(
        _ style: WordStyle = .body, alignment: WordAlignment? = nil, _ runs: [WordRun]
    ) {
        self.style = style
        self.alignment = alignment
        self.runs = runs
    }
}

/// How lines stand in their column (对齐方式).
package enum WordAlignment: Hashable, Sendable {
    /// 左对齐
    case leading
    /// 居中
    case center
    /// 右对齐
    case trailing
    /// 两端对齐
    case justified
}

/// A stretch of text of one look (文本块); `\n` breaks the line, `\t` goes to the next stop.
package struct WordRun: Hashable, Sendable {
    package var text: String
    package var isBold: Bool
    package var color: OfficeColor?
    /// Background (底纹).
    package var highlight: OfficeColor?
    /// Names the figure that this run prints; unique in the document, see ``WordBookmark``.
    package var figureID: String?

    package init(
        _ text: String, isBold: Bool = false, color: OfficeColor? = nil,
        highlight: OfficeColor? = nil, figureID: String? = nil
    ) {
        self.text = text
        self.isBold = isBold
        self.color = color
        self.highlight = highlight
        self.figureID = figureID
    }
}

/// The bookmarks (书签) by which a program finds the figures of a document again.
package enum WordBookmark {
    /// Stands before each figure's id: `fig_` + `R0012` is the bookmark `fig_R0012`.
    package static let figurePrefix = "fig_"
    /// Word cuts bookmark names at 40 characters.
    package static let longestFigureID = 36

    /// Whether an id has 1…36 ASCII letters, digits and underscores.
    package static func admits(_ figureID: String) -> Bool {
        (1...longestFigureID).contains(figureID.utf8.count)
            && figureID.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
