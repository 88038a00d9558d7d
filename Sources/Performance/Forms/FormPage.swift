/// One sheet of an official form as it is laid out (表样版式).
///
/// - Source: 表样 §0.1: A4, title over all printed columns, thin borders.
package struct FormPage: Hashable, Sendable {
    /// The sheet's name, at most 31 characters.
    package let name: String
    /// Over all printed columns; empty prints none.
    package let title: FormText
    package let subtitle: FormText
    package let isLandscape: Bool
    /// In characters, from column A.
    package let widths: [Int]
    /// The officials' columns; what stands right of them is for Jixiao and is not printed.
    package let printedColumns: Int
    package let sections: [FormSection]

    package init(
        name: String, title: FormText, subtitle: FormText, isLandscape: Bool, widths: [Int],
        printedColumns: Int, sections: [FormSection]
    ) {
        self.name = name
        self.title = title
        self.subtitle = subtitle
        self.isLandscape = isLandscape
        self.widths = widths
        self.printedColumns = printedColumns
        self.sections = sections
    }
}

/// Rows of a page that belong together (表样栏目): lines, at most one table, lines under it.
package struct FormSection: Hashable, Sendable {
    /// A label merged over all rows of the section, such as 绩效指标; nil has none.
    package let side: FormLayoutCell?
    package let lines: [FormLine]
    package let block: FormBlock?
    package let linesBelow: [FormLine]

    package init(
        side: FormLayoutCell? = nil, lines: [FormLine] = [], block: FormBlock? = nil,
        linesBelow: [FormLine] = []
    ) {
        self.side = side
        self.lines = lines
        self.block = block
        self.linesBelow = linesBelow
    }
}

/// One row of a page, from left to right.
package struct FormLine: Hashable, Sendable {
    package let cells: [FormLayoutCell]
    /// In points; nil takes what the text needs.
    package let height: Int?

    package init(_ cells: [FormLayoutCell], height: Int? = nil) {
        self.cells = cells
        self.height = height
    }
}

/// The repeated rows of one table, or of several side by side that share their first columns.
package struct FormBlock: Hashable, Sendable {
    /// The tables, in the order in which they are printed.
    package let tables: [String]
    /// One row; texts name `表.列` where the tables differ.
    package let row: FormLine
    /// Columns whose equal neighbours are merged downwards: 一级指标, 二级指标.
    package let mergedColumns: [String]
    /// What an empty form offers: rows with their first answers.
    package let offeredRows: [FormRow]

    package init(
        tables: [String], row: FormLine, mergedColumns: [String] = [], offeredRows: [FormRow] = []
    ) {
        self.tables = tables
        self.row = row
        self.mergedColumns = mergedColumns
        self.offeredRows = offeredRows
    }
}

/// A cell, or several merged ones, of a line.
package struct FormLayoutCell: Hashable, Sendable {
    /// From 1.
    package let columns: ClosedRange<Int>
    /// How many rows it is high.
    package let height: Int
    package let text: FormText

    package init(columns: ClosedRange<Int>, height: Int = 1, text: FormText) {
        self.columns = columns
        self.height = height
        self.text = text
    }
}
