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
        let readings = try desk.readings(of: formula)
        try desk.workplace.store.read { reader in
            for reading in readings {
                try forEachRow(of: reading.test, in: reader) { row, source, ledger in
                    guard try reading.counts(row) else { return }
                    seen += 1
                    guard seen > offset, rows.count < limit else { return }
                    rows.append(Self.shown(row, source, ledger))
                }
            }
        }
        return rows
    }

    /// The rows that passed between the units of the desk's department (往来明细), unit by unit.
    package func internalTransfers() throws -> [InternalTransfer] {
        var transfers: [InternalTransfer] = []
        for (ledger, column) in InternalTransfer.ledgers {
            let formula = try desk.vocabulary.check("sum(\(ledger).金额)")
            let readings = try desk.readings(of: formula)
            try desk.workplace.store.read { reader in
                for reading in readings where !reading.taken.isEmpty {
                    try forEachRow(of: reading.test, in: reader) { row, source, definition in
                        guard try reading.isEliminated(row) else { return }
                        let shown = RegisterRow(row, source, definition)
                        transfers.append(
                            InternalTransfer(
                                ledger: ledger, unitCode: row.book.unitCode,
                                amount: shown.money("金额") ?? .zero, kind: shown.text(column),
                                other: InternalTransfer.otherSides.map(shown.text)
                                    .first { !$0.isEmpty }, source: source.text))
                    }
                }
            }
        }
        return transfers
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
