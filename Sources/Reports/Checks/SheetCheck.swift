package import Documents
package import Performance

/// Checks the rows of one sheet by the rules of a subject (逐行检查表格).
package struct SheetCheck {
    /// A header row stands among the first rows.
    private static let headerRows = 20

    private let set: RuleSet

    package init(_ set: RuleSet) { self.set = set }

    /// What one sheet was found to be.
    package struct Summary: Hashable, Sendable {
        package let rowCount: Int
        package let headerRow: Int
        /// The last column in which any row held something, from 1.
        package let lastColumn: Int
        /// Facts that the sheet has no column for.
        package let missingColumns: [String]
        package let undecided: Int
    }

    /// Reads a sheet once and tells what the rules say of its rows, in their order.
    ///
    /// - Returns: nil where no row among the first looks like the header.
    /// - Throws: ``DocumentError``.
    package func run(
        over source: any TableSource, _ sheet: TableSheet, _ found: (RowFinding) -> Void
    ) throws -> Summary? {
        guard let header = try header(of: source, sheet) else { return nil }
        var run = RowRuleRun(set, header.columns)
        var lastColumn = 0
        try source.forEachRow(in: sheet) { row in
            lastColumn = max(lastColumn, row.cells.last?.place.column ?? 0)
            guard row.number > header.row, !row.isBlank else { return }
            run.take(row: row.number, { RowCell(row[column: $0 + 1].content) }, found)
        }
        run.finish(found)
        return Summary(
            rowCount: run.rowCount, headerRow: header.row, lastColumn: lastColumn,
            missingColumns: header.columns.missing, undecided: run.undecided)
    }

    /// The row with most names of facts, at least half of the sheet's texts among them.
    private func header(
        of source: any TableSource, _ sheet: TableSheet
    ) throws -> (row: Int, columns: RowColumns)? {
        let candidates = try source.firstRows(Self.headerRows, of: sheet).map { row in
            let last = row.cells.last?.place.column ?? 0
            let texts = last == 0 ? [] : (1...last).map { row[column: $0].text }
            return (row: row.number, columns: RowColumns(set.subject, headers: texts))
        }
        let best = candidates.max { ($0.columns.found, $1.row) < ($1.columns.found, $0.row) }
        return best.flatMap { $0.columns.found >= 2 ? $0 : nil }
    }
}

extension RowCell {
    /// What a reader of tables found.
    package init(_ content: CellContent) {
        switch content {
        case .blank: self = .blank
        case .text(let text), .error(let text): self = .text(text)
        case .number(let number): self = .number(number)
        case .day(let day): self = .day(day)
        case .boolean(let truth): self = .text(truth ? "是" : "否")
        case .unreadable(let fault): self = .text(fault.found)
        }
    }
}
