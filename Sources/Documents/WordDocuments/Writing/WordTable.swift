/// A table (表格) as wide as the page's text, with a thin border around every cell.
package struct WordTable: Hashable, Sendable {
    /// Shares of the text width, one a column: `[2, 1, 1]` gives the first column half of it.
    package var columnShares: [Int]
    /// So many rows from the top are repeated on each page (标题行重复).
    package var headerRows: Int
    /// Rows hold the cells that begin in them, from left to right, as in HTML.
    package var rows: [WordTableRow]
    /// Asks for all rows on one page; for short tables only.
    package var staysOnOnePage: Bool

    package init(
        columnShares: [Int], headerRows: Int = 1, rows: [WordTableRow],
        staysOnOnePage: Bool = false
    ) {
        self.columnShares = columnShares
        self.headerRows = headerRows
        self.rows = rows
        self.staysOnOnePage = staysOnOnePage
    }
}

/// A row (行); it never splits over two pages.
package struct WordTableRow: Hashable, Sendable {
    package var cells: [WordTableCell]

    package init(_ cells: [WordTableCell]) { self.cells = cells }
}

/// A cell (单元格) that may span columns and rows (合并单元格).
package struct WordTableCell: Hashable, Sendable {
    package var paragraphs: [WordParagraph]
    package var columnSpan: Int
    package var rowSpan: Int
    package var background: OfficeColor?

    package init(
        paragraphs: [WordParagraph], columnSpan: Int = 1, rowSpan: Int = 1,
        background: OfficeColor? = nil
    ) {
        self.paragraphs = paragraphs
        self.columnSpan = columnSpan
        self.rowSpan = rowSpan
        self.background = background
    }

    package init(
        _ runs: [WordRun], _ alignment: WordAlignment = .leading, columnSpan: Int = 1,
        rowSpan: Int = 1, background: OfficeColor? = nil
    ) {
        self.init(
            paragraphs: [WordParagraph(.tableText, alignment: alignment, runs)],
            columnSpan: columnSpan, rowSpan: rowSpan, background: background)
    }

    package init(
        _ text: String, _ alignment: WordAlignment = .leading, columnSpan: Int = 1,
        rowSpan: Int = 1
    ) {
        self.init([WordRun(text)], alignment, columnSpan: columnSpan, rowSpan: rowSpan)
    }

    /// A cell of the header: bold, centred, on pale gray.
    package static func header(
        _ text: String, columnSpan: Int = 1, rowSpan: Int = 1
    ) -> WordTableCell {
        WordTableCell(
            [WordRun(text, isBold: true)], .center, columnSpan: columnSpan, rowSpan: rowSpan,
            background: .paleGray)
    }
}
