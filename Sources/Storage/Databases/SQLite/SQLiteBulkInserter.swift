import GRDBSQLite

/// One prepared INSERT that is bound to the bytes of a batch where they lie.
final class SQLiteBulkInserter: BulkInserter {
    private let connection: SQLiteConnection
    private let statement: OpaquePointer
    private let width: Int

    init(connection: SQLiteConnection, statement: OpaquePointer, width: Int) {
        self.connection = connection
        self.statement = statement
        self.width = width
    }

    func insert(_ rows: RowBuffer) throws {
        precondition(rows.width == width && rows.cells.count % width == 0, "rows of other columns")
        defer { sqlite3_clear_bindings(statement) }
        try rows.cells.withUnsafeBufferPointer { cells in
            try rows.bytes.withUnsafeBytes { bytes in
                var start = 0
                while start < cells.count {
                    bind(cells, from: start, bytes)
                    while try connection.step(statement) {}
                    sqlite3_reset(statement)
                    start += width
                }
            }
        }
    }

    /// Binds one row; what stands in the row before as the same cell stays bound.
    private func bind(
        _ cells: UnsafeBufferPointer<RowBuffer.Cell>, from start: Int,
        _ bytes: UnsafeRawBufferPointer
    ) {
        for column in 0..<width {
            let cell = cells[start + column]
            if start > 0 {
                let before = cells[start - width + column]
                if before.number == cell.number && before.length == cell.length
                    && before.kind == cell.kind
                {
                    continue
                }
            }
            let index = Int32(truncatingIfNeeded: column + 1)
            switch cell.kind {
            case .null: sqlite3_bind_null(statement, index)
            case .integer: sqlite3_bind_int64(statement, index, cell.number)
            case .text:
                let text = bytes.baseAddress?.advanced(by: Int(cell.number))
                    .assumingMemoryBound(to: CChar.self)
                sqlite3_bind_text(
                    statement, index, text ?? SQLiteText.empty, cell.length, SQLiteText.kept)
            case .bytes:
                let blob = bytes.baseAddress?.advanced(by: Int(cell.number))
                sqlite3_bind_blob(statement, index, blob, cell.length, SQLiteText.kept)
            }
        }
    }
}
