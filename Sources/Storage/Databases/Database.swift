package import Formulas

/// A database that keeps the ledgers: SQLite in one file, or PostgreSQL.
package protocol Database: Sendable {
    var dialect: Dialect { get }

    /// Runs `body` on one consistent snapshot, in which nothing can be written.
    func read<R>(_ body: (any DatabaseConnection) throws -> R) throws -> R

    /// Runs `body` in one transaction, which is rolled back when `body` throws.
    ///
    /// - Parameter isRepeatable: whether `body` may run again from its start when the database asks
    ///   for it (serialisation failure, deadlock). A body that consumes its input is not.
    func write<R>(isRepeatable: Bool, _ body: (any DatabaseConnection) throws -> R) throws -> R
}

extension Database {
    package func write<R>(_ body: (any DatabaseConnection) throws -> R) throws -> R {
        try write(isRepeatable: false, body)
    }
}

/// One connection inside a read or a write; it is of no use after that.
package protocol DatabaseConnection: AnyObject {
    var dialect: Dialect { get }

    /// Runs one statement and drops its rows.
    ///
    /// - Returns: the number of rows that an INSERT, UPDATE or DELETE touched.
    @discardableResult
    func execute(_ statement: SQLStatement) throws -> Int

    /// Runs several statements without values, separated by `;`: schema definitions.
    func run(script: String) throws

    /// Hands the rows out in batches as they arrive; memory does not grow with their number.
    ///
    /// PostgreSQL answers nothing else on this connection meanwhile.
    func forEachBatch(
        _ statement: SQLStatement, _ body: (_ columns: [String], RowBuffer) throws -> Void) throws

    /// Returns what adds many rows to one table as fast as the database can.
    func bulkInserter(into table: String, columns: [String]) throws -> any BulkInserter
}

/// Adds many rows to one table inside the transaction it was made in.
package protocol BulkInserter: AnyObject {
    /// Adds all rows; a row that the table refuses is an error.
    func insert(_ rows: RowBuffer) throws
}

extension DatabaseConnection {
    package func forEachRow(_ statement: SQLStatement, _ body: (SQLRow) throws -> Void) throws {
        try forEachBatch(statement) { columns, batch in
            for row in 0..<batch.rowCount {
                try body(SQLRow(columns: columns, values: batch.values(ofRow: row)))
            }
        }
    }

    package func rows(_ statement: SQLStatement) throws -> [SQLRow] {
        var rows: [SQLRow] = []
        try forEachRow(statement) { rows.append($0) }
        return rows
    }

    /// Returns the rows as bare values, in the order of the columns.
    package func values(_ statement: SQLStatement) throws -> [[SQLValue]] {
        var rows: [[SQLValue]] = []
        try forEachBatch(statement) { _, batch in
            for row in 0..<batch.rowCount { rows.append(batch.values(ofRow: row)) }
        }
        return rows
    }
}
