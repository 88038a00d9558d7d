package import Formulas

/// Where a row comes from (来源): file, sheet and row, or who typed it.
package struct RowSource: Hashable, Sendable {
    /// A file's name without its folder; or who typed it.
    package let file: String
    /// Empty for a file without sheets.
    package let sheet: String
    /// Counted from 1; nil where rows have no number.
    package let row: Int64?

    package init(file: String, sheet: String = "", row: Int64? = nil) {
        self.file = file
        self.sheet = sheet
        self.row = row
    }
}

/// Rows of one ledger on their way into the store, all of one sheet.
///
/// A reader fills a batch of some thousand rows row by row, cell by cell in the order of the
/// definition's columns, and hands it over: ``begin(key:kind:sourceRow:)``, then `append…` once for
/// each column.
package struct RowBatch: Sendable {
    package let file: String
    package let sheet: String
    /// Row key, row kind and source row, then the ledger's own columns.
    package private(set) var rows: RowBuffer

    static let leadingCells = 3

    /// - Parameter columnCount: how many columns the ledger's definition has.
    package init(file: String, sheet: String = "", columnCount: Int) {
        self.file = file
        self.sheet = sheet
        rows = RowBuffer(width: Self.leadingCells + columnCount)
    }

    package var count: Int { rows.rowCount }
    package var columnCount: Int { rows.width - Self.leadingCells }

    package mutating func reserve(rows count: Int, bytes: Int) {
        rows.reserve(rows: count, bytes: bytes)
    }

    /// Empties the batch and keeps its memory.
    package mutating func removeAll() { rows.removeAll() }

    /// Begins a row with its key: the natural key's cells, or a digest and an ordinal.
    package mutating func begin(
        key: UnsafeRawBufferPointer, kind: LedgerRow.Kind = .normal, sourceRow: Int64?
    ) {
        rows.append(utf8: key)
        finishHead(kind, sourceRow)
    }

    package mutating func begin(
        key: String, kind: LedgerRow.Kind = .normal, sourceRow: Int64?
    ) {
        rows.append(text: key)
        finishHead(kind, sourceRow)
    }

    package mutating func append(_ number: Int64) { rows.append(number) }
    package mutating func appendMissing() { rows.appendNull() }
    package mutating func append(text: String) { rows.append(text: text) }
    /// Appends UTF-8 that the caller has made sure is UTF-8.
    package mutating func append(utf8: UnsafeRawBufferPointer) { rows.append(utf8: utf8) }
    package mutating func append(_ cell: CellValue) { rows.append(cell) }

    /// Appends a whole row.
    package mutating func append(
        key: String, kind: LedgerRow.Kind = .normal, sourceRow: Int64?, cells: [CellValue]
    ) {
        begin(key: key, kind: kind, sourceRow: sourceRow)
        for cell in cells { rows.append(cell) }
    }

    private mutating func finishHead(_ kind: LedgerRow.Kind, _ sourceRow: Int64?) {
        precondition(rows.cells.count % rows.width == 1, "the row before has all its cells")
        precondition(kind != .reversal, "a reversal is made by Acceptance.reverse")
        rows.append(kind.rawValue)
        if let sourceRow { rows.append(sourceRow) } else { rows.appendNull() }
    }
}

/// A row whose key is in the ledger already with another content: refused, both shown.
package struct RowConflict: Hashable, Sendable {
    package let rowKey: String
    package let existing: LedgerRow
    package let existingSource: RowSource
    package let offeredKind: LedgerRow.Kind
    package let offered: [CellValue]
    package let offeredSource: RowSource
}

/// What became of the rows of one batch or of a whole import.
package struct InsertOutcome: Hashable, Sendable {
    /// Rows that are new.
    package var added: Int64 = 0
    /// Rows that are there already with the same content.
    package var known: Int64 = 0
    /// Rows refused since their key stands for another content.
    package var conflictCount: Int64 = 0
    /// The first of them, at most ``maximumConflicts``.
    package var conflicts: [RowConflict] = []

    package static let maximumConflicts = 1000

    package init() {}

    package static func += (lhs: inout Self, rhs: Self) {
        lhs.added += rhs.added
        lhs.known += rhs.known
        lhs.conflictCount += rhs.conflictCount
        let room = maximumConflicts - lhs.conflicts.count
        lhs.conflicts += rhs.conflicts.prefix(room)
    }

    mutating func append(_ conflict: RowConflict) {
        conflictCount += 1
        if conflicts.count < Self.maximumConflicts { conflicts.append(conflict) }
    }
}
