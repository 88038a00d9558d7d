package import Formulas
import Packs
import Performance
import Quantities
import Storage

/// The rows behind a figure (分录明细), page by page, each with its source.
package struct EntryPages: Sendable {
    package struct Row: Sendable {
        package let ledger: String
        package let id: Int64
        /// File, sheet and row.
        package let source: String
        /// Cells that are not blank, by column.
        package let cells: [(column: String, text: String)]
    }

    private let desk: BookDesk

    package init(_ desk: BookDesk) { self.desk = desk }

    /// The rows that the aggregates of a measure have read, in id order, after so many others.
    package func rows(
        of formula: CheckedFormula, skipping offset: Int = 0, limit: Int
    ) throws -> [Row] {
        var rows: [Row] = []
        var seen = 0
        try desk.workplace.store.read { reader in
            for test in EntryTest.tests(of: formula, at: desk.snapshot) {
                try forEachRow(of: test, in: reader) { row, source, ledger in
                    guard try test.admits(row) else { return }
                    seen += 1
                    guard seen > offset, rows.count < limit else { return }
                    rows.append(Self.shown(row, source, ledger))
                }
            }
        }
        return rows
    }

    private func forEachRow(
        of test: EntryTest, in reader: LedgerReader,
        _ body: (LedgerRow, RowSource, LedgerDefinition) throws -> Void
    ) throws {
        guard let ledger = desk.workplace.packs.ledgers.ledger(named: test.ledger.name)
        else { return }
        guard ledger.kind == .entries else {
            for row in try reader.current(ledger, at: test.snapshot) {
                try body(row.row, row.source, ledger)
            }
            return
        }
        let unit = test.snapshot.book.unitCode
        let number = test.snapshot.journalNumber
        let struck = try reader.reversedIDs(in: ledger.table, unitCode: unit, asOf: number)
        try reader.forEachRow(of: ledger.table, .init(unitCode: unit, asOf: number)) {
            row, source in
            if row.kind != .reversal, !struck.contains(row.id) { try body(row, source, ledger) }
        }
    }

    private static func shown(
        _ row: LedgerRow, _ source: RowSource, _ ledger: LedgerDefinition
    ) -> Row {
        let cells = zip(ledger.columns, row.cells).compactMap { column, cell in
            text(cell, column.type).map { (column: column.name, text: $0) }
        }
        return Row(ledger: ledger.name, id: row.id, source: source.text, cells: cells)
    }

    private static func text(_ cell: CellValue, _ type: ColumnShape.ValueType) -> String? {
        switch (cell, type) {
        case (.missing, _): nil
        case (.text(let text), _): text
        case (.integer(let fen), .money): Money(fen: fen).text(in: .yuan) + "元"
        case (.integer(let number), .truth): number == 0 ? "否" : "是"
        case (.integer(let number), .number(let scale, let unit)):
            ExactDecimal(mantissa: Int128(number), scale: scale).trimmed().text + unit.description
        case (.integer(let number), _): String(number)
        }
    }
}
