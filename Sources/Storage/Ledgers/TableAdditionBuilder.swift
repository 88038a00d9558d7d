import Performance

/// Numbers and digests what an acceptance adds to one table.
///
/// Ordinals run through all years; each year has a digest of its own, since a table is kept in the
/// order of unit, year and id, and is verified in that order.
final class TableAdditionBuilder {
    let table: String
    private let ledgerName: String
    private let journalNumber: Int64
    private var lastOrdinal: Int64 = 0
    private var years: [Int64: (rowCount: Int64, digest: RowDigest)] = [:]

    init(table: String, ledgerName: String, journalNumber: Int64) {
        self.table = table
        self.ledgerName = ledgerName
        self.journalNumber = journalNumber
    }

    /// One for each year that has rows, sorted by year.
    var additions: [TableAddition] {
        years.sorted { $0.key < $1.key }.map { year, rows in
            TableAddition(
                table: table, year: year, rowCount: rows.rowCount, digest: rows.digest.value)
        }
    }

    func nextID() throws(StorageError) -> Int64 {
        guard lastOrdinal + 1 < LedgerTable.rowsPerJournalNumber
        else { throw .tooManyRows(ledger: ledgerName) }
        lastOrdinal += 1
        return journalNumber * LedgerTable.rowsPerJournalNumber + lastOrdinal
    }

    /// Digests the row that lacks only its digest at the end of `rows`.
    func digest(lastCellsOf rows: RowBuffer, year: Int64) -> Int64 {
        rows.cells.withUnsafeBufferPointer { cells in
            rows.bytes.withUnsafeBytes { bytes in
                let last = cells[(cells.count - (rows.width - 1))...]
                years[year, default: (0, RowDigest())].rowCount += 1
                return years[year, default: (0, RowDigest())].digest.add(
                    UnsafeBufferPointer(rebasing: last), bytes)
            }
        }
    }
}
