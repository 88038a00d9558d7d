package import Performance
package import Quantities

/// How one sheet holds the rows of one ledger (表样): where its header is and what each column is.
package struct SheetLayout: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        /// Column of the sheet, from 1.
        package let place: Int
        package let target: LayoutTarget
        /// The header as it stands in the sheet; empty where none does.
        package let header: String
        /// The unit of plain numbers, for a column of money.
        package let moneyUnit: MoneyUnit?
    }

    package let ledger: LedgerDefinition
    /// The rows of the header, as the user sees them at the edge of the sheet.
    package let headerRows: ClosedRange<Int>
    /// From left to right; columns that are not taken in are absent.
    package let columns: [Column]
    /// The unit that the sheet states above its header.
    package let sheetUnit: MoneyUnit?
    /// Names this layout: the ledger and each header in its place (``LayoutMemory``).
    package let fingerprint: String

    /// The comparable text of each header row, by column: a row like it is the header again.
    let headerTexts: [[Int: String]]
    /// The comparable texts above the header: a row of them is a title again.
    let titles: Set<String>

    package static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.ledger == rhs.ledger && lhs.headerRows == rhs.headerRows && lhs.columns == rhs.columns
            && lhs.sheetUnit == rhs.sheetUnit && lhs.fingerprint == rhs.fingerprint
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(fingerprint)
        hasher.combine(columns)
    }

    func place(of target: LayoutTarget) -> Int? { columns.first { $0.target == target }?.place }
}
