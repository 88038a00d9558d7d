/// A text document (文字文档) to be written as .docx, laid out as GB/T 9704 asks of 公文.
///
/// The same value always gives the same bytes: ``bytes()``.
package struct WordDocument: Hashable, Sendable {
    package var properties: DocumentProperties
    package var sections: [WordSection]
    /// Machine-readable trace (溯源数据) that travels inside the file, such as JSON; nil writes none.
    ///
    /// It stands as the text of the root element of `customXml/item1.xml`.
    package var trace: String?

    package init(
        properties: DocumentProperties, sections: [WordSection], trace: String? = nil
    ) {
        self.properties = properties
        self.sections = sections
        self.trace = trace
    }
}

/// A run of pages of one orientation (节); each begins a new page, the page numbers go on.
package struct WordSection: Hashable, Sendable {
    package var orientation: PageOrientation
    package var blocks: [WordBlock]

    package init(_ orientation: PageOrientation = .portrait, blocks: [WordBlock]) {
        self.orientation = orientation
        self.blocks = blocks
    }
}

/// How an A4 page lies (纸张方向).
package enum PageOrientation: Hashable, Sendable {
    /// 纵向
    case portrait
    /// 横向, for wide tables.
    case landscape
}

/// What stands on a page, from top to bottom.
package enum WordBlock: Hashable, Sendable {
    case paragraph(WordParagraph)
    case table(WordTable)
    case chart(BarChart)
    case pageBreak
}

extension WordBlock {
    package static func text(_ style: WordStyle, _ text: String) -> WordBlock {
        .paragraph(WordParagraph(style, [WordRun(text)]))
    }

    package static func text(_ style: WordStyle, _ runs: [WordRun]) -> WordBlock {
        .paragraph(WordParagraph(style, runs))
    }
}
