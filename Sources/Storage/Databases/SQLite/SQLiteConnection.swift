import Formulas
import GRDBSQLite

/// A connection through the C interface of SQLite, inside a transaction that GRDB holds.
final class SQLiteConnection: DatabaseConnection {
    let dialect = Dialect.sqlite
    private let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]

    init(_ handle: OpaquePointer) { self.handle = handle }

    /// Frees the statements; the connection is of no use after that.
    func finalize() {
        for statement in statements.values { sqlite3_finalize(statement) }
        statements = [:]
    }

    @discardableResult
    func execute(_ statement: SQLStatement) throws -> Int {
        try withPrepared(statement) { prepared in
            while try step(prepared) {}
        }
        return Int(sqlite3_changes(handle))
    }

    func run(script: String) throws {
        let code = sqlite3_exec(handle, script, nil, nil, nil)
        guard code == SQLITE_OK else { throw failure() }
    }

    func forEachBatch(
        _ statement: SQLStatement, _ body: (_ columns: [String], RowBuffer) throws -> Void
    ) throws {
        try withPrepared(statement) { prepared in
            let columns = (0..<sqlite3_column_count(prepared)).map {
                String(cString: sqlite3_column_name(prepared, $0))
            }
            var batch = RowBuffer(width: columns.count)
            while try step(prepared) {
                for column in 0..<Int32(columns.count) {
                    try Self.append(column, of: prepared, named: columns, to: &batch)
                }
                if batch.rowCount == 1000 || batch.bytes.count > 4_000_000 {
                    try body(columns, batch)
                    batch.removeAll()
                }
            }
            if batch.rowCount > 0 { try body(columns, batch) }
        }
    }

    func bulkInserter(into table: String, columns: [String]) throws -> any BulkInserter {
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        let text = "INSERT INTO \"\(table)\" (\(names)) VALUES (\(marks))"
        return SQLiteBulkInserter(
            connection: self, statement: try prepared(text), width: columns.count)
    }

    /// Returns true when there is a row.
    func step(_ statement: OpaquePointer) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let failure = failure()
            sqlite3_reset(statement)
            throw failure
        }
    }

    func failure() -> StorageError {
        SQLiteFailure.error(
            code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle))
        )
    }

    // MARK: - Statements

    private func prepared(_ text: String) throws -> OpaquePointer {
        if let statement = statements[text] { return statement }
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, text, -1, &statement, nil) == SQLITE_OK, let statement
        else { throw failure() }
        statements[text] = statement
        return statement
    }

    private func withPrepared(
        _ statement: SQLStatement, _ body: (OpaquePointer) throws -> Void
    ) throws {
        let text = statement.text(.questionMark)
        // Taken out while it runs: the body may run the same statement again.
        let prepared = try prepared(text)
        statements[text] = nil
        defer {
            sqlite3_reset(prepared)
            sqlite3_clear_bindings(prepared)
            if let other = statements.updateValue(prepared, forKey: text) {
                sqlite3_finalize(other)
            }
        }
        for (index, value) in statement.values.enumerated() {
            try bind(value, at: Int32(index + 1), of: prepared)
        }
        try body(prepared)
    }

    private func bind(_ value: SQLValue, at index: Int32, of statement: OpaquePointer) throws {
        let code =
            switch value {
            case .null: sqlite3_bind_null(statement, index)
            case .integer(let number): sqlite3_bind_int64(statement, index, number)
            case .text(var text):
                text.withUTF8 { utf8 in
                    utf8.withMemoryRebound(to: CChar.self) {
                        sqlite3_bind_text(
                            statement, index, $0.baseAddress ?? SQLiteText.empty,
                            Int32($0.count), SQLiteText.copied)
                    }
                }
            case .bytes(let bytes):
                if bytes.isEmpty {
                    sqlite3_bind_zeroblob(statement, index, 0)
                } else {
                    sqlite3_bind_blob(
                        statement, index, bytes, Int32(bytes.count), SQLiteText.copied)
                }
            }
        guard code == SQLITE_OK else { throw failure() }
    }

    private static func append(
        _ column: Int32, of statement: OpaquePointer, named columns: [String],
        to batch: inout RowBuffer
    ) throws {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_NULL: batch.appendNull()
        case SQLITE_INTEGER: batch.append(sqlite3_column_int64(statement, column))
        case SQLITE_TEXT:
            let text = UnsafeRawPointer(sqlite3_column_text(statement, column))
            let count = Int(sqlite3_column_bytes(statement, column))
            batch.append(utf8: UnsafeRawBufferPointer(start: text, count: count))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(statement, column)
            let count = Int(sqlite3_column_bytes(statement, column))
            batch.append(bytes: Array(UnsafeRawBufferPointer(start: start, count: count)))
        default:
            // A REAL: no figure is ever one, so the statement or the data is wrong.
            throw StorageError.unexpectedValue(columns[Int(column)])
        }
    }
}

/// How SQLite treats the bytes that it is handed.
enum SQLiteText {
    /// SQLite copies them at once.
    static var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
    /// The caller keeps them until the statement is reset.
    static var kept: sqlite3_destructor_type? { nil }
    /// What an empty text points to, since no address means NULL.
    static var empty: UnsafePointer<CChar> {
        let empty: StaticString = ""
        return UnsafeRawPointer(empty.utf8Start).assumingMemoryBound(to: CChar.self)
    }
}

enum SQLiteFailure {
    static func error(code: Int32, message: String) -> StorageError {
        switch code & 0xFF {
        case SQLITE_CONSTRAINT: .refusedByDatabase(reason: message)
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        default: .databaseFailed(reason: message)
        }
    }
}
