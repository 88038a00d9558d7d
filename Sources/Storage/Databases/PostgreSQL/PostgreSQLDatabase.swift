import CPQ
import Foundation

/// A PostgreSQL database behind a small pool of connections.
package final class PostgreSQLDatabase: Database {
    package let dialect = Dialect.postgresql
    private let pool: PostgreSQLPool
    private static let maximumAttempts = 5

    /// - Parameter location: `postgresql://user@host:port/database`.
    /// - Throws: ``StorageError/cannotOpen(_:reason:)`` when the first connection fails.
    package init(_ location: String, maximumConnections: Int = 8) throws {
        pool = PostgreSQLPool(location, maximumConnections: maximumConnections)
        pool.put(try pool.take())
    }

    package func read<R>(_ body: (any DatabaseConnection) throws -> R) throws -> R {
        try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    package func write<R>(
        isRepeatable: Bool, _ body: (any DatabaseConnection) throws -> R
    ) throws -> R {
        var attempt = 1
        while true {
            do {
                // The lock on the unit's head row is what orders writers, not the isolation level.
                return try transaction("BEGIN ISOLATION LEVEL READ COMMITTED", body)
            } catch StorageError.conflictingTransactions
                where isRepeatable && attempt < Self.maximumAttempts
            {
                attempt += 1
            }
        }
    }

    private func transaction<R>(
        _ begin: String, _ body: (any DatabaseConnection) throws -> R
    ) throws -> R {
        let connection = try pool.take()
        do {
            try connection.run(script: begin)
            let result = try body(connection)
            try connection.commit()
            pool.put(connection)
            return result
        } catch {
            connection.rollBack()
            pool.put(connection)
            throw error
        }
    }
}

/// Connections that wait for work; at most so many at once.
final class PostgreSQLPool: @unchecked Sendable {
    // Unchecked: `idle` and `count` are touched with `condition` locked only.
    private let location: String
    private let maximumConnections: Int
    private let condition = NSCondition()
    private var idle: [PostgreSQLConnection] = []
    private var count = 0

    init(_ location: String, maximumConnections: Int) {
        self.location = location
        self.maximumConnections = maximumConnections
    }

    /// Returns a connection, waiting while all are in use.
    func take() throws -> PostgreSQLConnection {
        if let connection = waitForConnection() { return connection }
        do {
            return try PostgreSQLConnection(location)
        } catch {
            release()
            throw error
        }
    }

    /// nil when a new one may be made.
    private func waitForConnection() -> PostgreSQLConnection? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let connection = idle.popLast() { return connection }
            if count < maximumConnections {
                count += 1
                return nil
            }
            condition.wait()
        }
    }

    /// Takes a connection back; a broken one is dropped.
    func put(_ connection: PostgreSQLConnection) {
        guard connection.isUsable else { return release() }
        condition.lock()
        idle.append(connection)
        condition.signal()
        condition.unlock()
    }

    private func release() {
        condition.lock()
        count -= 1
        condition.signal()
        condition.unlock()
    }
}
