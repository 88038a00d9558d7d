extension CellPlace: ExpressibleByStringLiteral {
    /// Reads `B3`; traps where the literal is no place: it stands in source code.
    package init(stringLiteral text: String) {
        guard let place = CellPlace(a1: text) else { preconditionFailure("no cell: \(text)") }
        self = place
    }

    /// `$B$3`
    package var absoluteA1: String { "$\(Self.letters(ofColumn: column))$\(row)" }
}

extension CellRange {
    package init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
        self.init(
            CellPlace(row: rows.lowerBound, column: columns.lowerBound),
            CellPlace(row: rows.upperBound, column: columns.upperBound))
    }

    package var columns: ClosedRange<Int> { first.column...last.column }
    package var rows: ClosedRange<Int> { first.row...last.row }

    /// `$A$1:$C$2`
    package var absoluteA1: String { "\(first.absoluteA1):\(last.absoluteA1)" }

    package func overlaps(_ other: CellRange) -> Bool {
        columns.overlaps(other.columns) && rows.overlaps(other.rows)
    }
}
