import Formulas
import Performance
import Quantities

/// Adds rows to one ledger of one book within an acceptance: new ones in, known ones passed over,
/// contradicting ones refused.
final class LedgerInserter {
    private let table: LedgerTable
    private let ledgerName: String
    private let book: BookID
    private let journalNumber: Int64
    private let connection: any DatabaseConnection
    private let bulk: any BulkInserter
    private let lookUp: RowLookUp
    private let addition: TableAdditionBuilder

    /// For each stored column, where the offered row has it.
    private let columnOrder: [Int]
    /// Whether the book had no rows of this ledger when the import began: then only rows of this
    /// import can bear the same key, and ``keys`` knows them.
    private let startedEmpty: Bool
    private var keys = KeySet()
    private var output: RowBuffer

    init(
        _ ledger: LedgerDefinition, table: LedgerTable, book: BookID, journalNumber: Int64,
        addition: TableAdditionBuilder, connection: any DatabaseConnection
    ) throws {
        self.table = table
        ledgerName = ledger.name
        self.book = book
        self.journalNumber = journalNumber
        self.connection = connection
        self.addition = addition
        columnOrder = table.columns.map { column in
            let index = ledger.columns.firstIndex { $0.sqlName == column.sqlName }
            guard let index else { preconditionFailure("the store has checked the definition") }
            return RowBatch.leadingCells + index
        }
        bulk = try connection.bulkInserter(
            into: table.name, columns: table.digestedColumns + [LedgerTable.digestColumn])
        lookUp = RowLookUp(table: table, book: book)
        startedEmpty = try connection.rows(
            """
            SELECT id FROM \(name: table.name) WHERE unit_code = \(book.unitCode)
                AND fiscal_year = \(book.year.number) LIMIT 1
            """
        ).isEmpty
        output = RowBuffer(width: LedgerTable.commonColumns.count + table.columns.count + 1)
    }

    func insert(_ batch: RowBatch) throws -> InsertOutcome {
        guard batch.columnCount == columnOrder.count, batch.rows.isComplete || batch.count == 0
        else { throw StorageError.incompleteRows(ledger: ledgerName) }
        var outcome = InsertOutcome()
        if startedEmpty, meetsNewKeysOnly(batch) {
            try add(batch, (0..<batch.count).lazy.map { NewRow(index: $0, key: nil) })
            outcome.added = Int64(batch.count)
        } else {
            let new = try lookUp.classify(
                batch, columnOrder: columnOrder, connection, outcome: &outcome)
            try add(batch, new)
            outcome.added = Int64(new.count)
        }
        return outcome
    }

    private func meetsNewKeysOnly(_ batch: RowBatch) -> Bool {
        batch.rows.cells.withUnsafeBufferPointer { cells in
            batch.rows.bytes.withUnsafeBytes { bytes in
                var allNew = true
                for row in 0..<batch.count {
                    let cell = cells[row * batch.rows.width]
                    let start = Int(cell.number)
                    let key = UnsafeRawBufferPointer(
                        rebasing: bytes[start..<start + Int(cell.length)])
                    // A key with the generation mark takes the careful way.
                    if !keys.insert(key) || key.contains(RowKey.mark) { allNew = false }
                }
                return allNew
            }
        }
    }

    /// Writes rows of the batch under the next ids.
    private func add(_ batch: RowBatch, _ new: some Sequence<NewRow>) throws {
        output.removeAll()
        let unit = output.intern(text: book.unitCode)
        let file = output.intern(text: batch.file)
        let sheet = output.intern(text: batch.sheet)
        let year = Int64(book.year.number)
        let offset = output.appendBytes(of: batch.rows)
        let width = batch.rows.width
        try batch.rows.cells.withUnsafeBufferPointer { cells in
            for row in new {
                let start = row.index * width
                output.append(unit)
                output.append(year)
                output.append(try addition.nextID())
                if let key = row.key {
                    output.append(text: key)
                } else {
                    output.append(cells[start], shiftedBy: offset)
                }
                output.append(journalNumber)
                output.append(cells[start + 1])
                output.appendNull()
                output.append(file)
                output.append(sheet)
                output.append(cells[start + 2])
                for column in columnOrder {
                    output.append(cells[start + column], shiftedBy: offset)
                }
                output.append(addition.digest(lastCellsOf: output, year: year))
            }
        }
        guard output.rowCount > 0 else { return }
        try bulk.insert(output)
    }

    struct NewRow {
        let index: Int
        /// nil: the key as offered.
        let key: String?
    }
}
