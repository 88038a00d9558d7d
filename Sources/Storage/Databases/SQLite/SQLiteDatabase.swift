import Formulas
import GRDB

/// A SQLite database in one file, in WAL mode: many readers beside one writer.
package final class SQLiteDatabase: Database {
    package let dialect = Dialect.sqlite
    package let path: String
    private let pool: DatabasePool

    /// Opens the file, or creates it.
    ///
    /// - Throws: ``StorageError/cannotOpen(_:reason:)``
    package init(path: String) throws(StorageError) {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        configuration.maximumReaderCount = 8
        configuration.prepareDatabase { connection in
            // 64 MB of pages: indexes with random keys fit while a large file is imported.
            try connection.execute(sql: "PRAGMA cache_size = -65536")
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            // Once accepted, a use case survives a power cut.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        } catch {
            throw .cannotOpen(path, reason: Self.reason(error))
        }
        self.path = path
    }

    package func read<R>(_ body: (any DatabaseConnection) throws -> R) throws -> R {
        try Self.translatingErrors {
            try pool.read { try Self.with($0, body) }
        }
    }

    package func write<R>(
        isRepeatable: Bool, _ body: (any DatabaseConnection) throws -> R
    ) throws -> R {
        try Self.translatingErrors {
            var result: R?
            try pool.writeInTransaction(.immediate) { connection in
                result = try Self.with(connection, body)
                return .commit
            }
            guard let result else { throw StorageError.databaseFailed(reason: "transaction") }
            return result
        }
    }

    private static func with<R>(
        _ connection: GRDB.Database, _ body: (any DatabaseConnection) throws -> R
    ) throws -> R {
        guard let handle = connection.sqliteConnection else {
            throw StorageError.databaseFailed(reason: "closed")
        }
        let connection = SQLiteConnection(handle)
        defer { connection.finalize() }
        return try body(connection)
    }

    private static func translatingErrors<R>(_ body: () throws -> R) throws -> R {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw SQLiteFailure.error(
                code: error.extendedResultCode.rawValue, message: reason(error))
        }
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DatabaseError else { return "\(error)" }
        return error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
    }
}
