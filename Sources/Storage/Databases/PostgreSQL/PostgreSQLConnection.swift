import CPQ
import Formulas

/// One connection through libpq; statements carry their values apart from their text.
final class PostgreSQLConnection: DatabaseConnection {
    let dialect = Dialect.postgresql
    private let handle: OpaquePointer
    /// Rows of a statement are still arriving.
    private var isStreaming = false

    init(_ location: String) throws {
        guard let handle = PQconnectdb(location)
        else { throw StorageError.cannotOpen("PostgreSQL", reason: "内存不足") }
        guard PQstatus(handle) == CONNECTION_OK else {
            defer { PQfinish(handle) }
            throw StorageError.cannotOpen("PostgreSQL", reason: PostgreSQLFailure.message(handle))
        }
        self.handle = handle
        // Notices would go to standard error.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try run(
            script: """
                SET client_encoding = 'UTF8'; SET TIME ZONE 'UTC';
                SET standard_conforming_strings = on; SET lock_timeout = '30s'
                """)
    }

    deinit { PQfinish(handle) }

    /// Whether the connection lives and is in no transaction.
    var isUsable: Bool {
        PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE
    }

    @discardableResult
    func execute(_ statement: SQLStatement) throws -> Int {
        let result = try checked(send(statement))
        defer { PQclear(result) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    func run(script: String) throws {
        precondition(!isStreaming, "rows of another statement are still arriving")
        PQclear(try checked(PQexec(handle, script)))
    }

    /// Commits; a transaction that a failed statement has ended cannot be.
    func commit() throws {
        let result = try checked(PQexec(handle, "COMMIT"))
        defer { PQclear(result) }
        guard String(cString: PQcmdStatus(result)) == "COMMIT"
        else { throw StorageError.databaseFailed(reason: "事务已被回滚") }
    }

    /// Rolls back as far as the connection still can.
    func rollBack() {
        PQclear(PQexec(handle, "ROLLBACK"))
    }

    func forEachBatch(
        _ statement: SQLStatement, _ body: (_ columns: [String], RowBuffer) throws -> Void
    ) throws {
        precondition(!isStreaming, "rows of another statement are still arriving")
        let sent = PostgreSQLParameters(statement.values).with {
            count, types, values, lengths, formats in
            PQsendQueryParams(
                handle, statement.text(.dollarNumber), count, types, values, lengths, formats, 1)
        }
        guard sent == 1, PQsetSingleRowMode(handle) == 1
        else { throw PostgreSQLFailure.error(handle) }
        isStreaming = true
        defer {
            // After an error the rest of the answer is read and dropped.
            while let result = PQgetResult(handle) { PQclear(result) }
            isStreaming = false
        }
        do {
            try receive(body)
        } catch {
            cancel()
            throw error
        }
    }

    func bulkInserter(into table: String, columns: [String]) throws -> any BulkInserter {
        PostgreSQLCopy(connection: self, handle, table: table, columns: columns)
    }

    // MARK: - Sending

    private func send(_ statement: SQLStatement) -> OpaquePointer? {
        precondition(!isStreaming, "rows of another statement are still arriving")
        return PostgreSQLParameters(statement.values).with {
            count, types, values, lengths, formats in
            PQexecParams(
                handle, statement.text(.dollarNumber), count, types, values, lengths, formats, 1)
        }
    }

    /// Returns the result where it is none of an error, else frees it.
    func checked(_ result: OpaquePointer?) throws -> OpaquePointer? {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_COPY_IN: return result
        default:
            let failure = PostgreSQLFailure.error(result, handle)
            PQclear(result)
            throw failure
        }
    }

    private func cancel() {
        guard let cancel = PQgetCancel(handle) else { return }
        var message: [CChar] = Array(repeating: 0, count: 256)
        PQcancel(cancel, &message, Int32(message.count))
        PQfreeCancel(cancel)
    }

    // MARK: - Receiving

    private func receive(
        _ body: (_ columns: [String], RowBuffer) throws -> Void
    ) throws {
        var columns: [String] = []
        var batch = RowBuffer(width: 0)
        while let received = PQgetResult(handle) {
            let result = try checked(received)
            defer { PQclear(result) }
            if columns.isEmpty {
                columns = (0..<PQnfields(result)).map { String(cString: PQfname(result, $0)) }
                batch = RowBuffer(width: columns.count)
            }
            for row in 0..<PQntuples(result) {
                for column in 0..<Int32(columns.count) {
                    try Self.append(result, row, column, to: &batch)
                }
            }
            if batch.rowCount >= 1000 || batch.bytes.count > 4_000_000 {
                try body(columns, batch)
                batch.removeAll()
            }
        }
        if batch.rowCount > 0 { try body(columns, batch) }
    }

    private static func append(
        _ result: OpaquePointer?, _ row: Int32, _ column: Int32, to batch: inout RowBuffer
    ) throws {
        guard PQgetisnull(result, row, column) == 0, let value = PQgetvalue(result, row, column)
        else { return batch.appendNull() }
        let bytes = UnsafeRawBufferPointer(
            start: value, count: Int(PQgetlength(result, row, column)))
        switch PQftype(result, column) {
        case PostgreSQLType.bigint, PostgreSQLType.integer, PostgreSQLType.smallint,
            PostgreSQLType.boolean:
            // Big-endian; a boolean is one byte.
            let first = Int64(Int8(bitPattern: bytes.first ?? 0))
            batch.append(bytes.dropFirst().reduce(first) { $0 << 8 | Int64($1) })
        case PostgreSQLType.text, PostgreSQLType.varchar, PostgreSQLType.name:
            batch.append(utf8: bytes)
        case PostgreSQLType.bytea: batch.append(bytes: Array(bytes))
        default: throw StorageError.unexpectedValue(String(cString: PQfname(result, column)))
        }
    }
}

/// Object identifiers of the types that the store uses.
enum PostgreSQLType {
    static let boolean: Oid = 16
    static let bytea: Oid = 17
    static let name: Oid = 19
    static let bigint: Oid = 20
    static let smallint: Oid = 21
    static let integer: Oid = 23
    static let text: Oid = 25
    static let varchar: Oid = 1043
}

/// Values as libpq takes them: each in binary, in one block of bytes.
struct PostgreSQLParameters {
    private var types: [Oid] = []
    private var lengths: [Int32] = []
    private var offsets: [Int?] = []
    private var bytes: [UInt8] = []

    init(_ values: [SQLValue]) {
        for value in values {
            let start = bytes.count
            switch value {
            case .null: break
            case .integer(let number):
                withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
            case .text(let text): bytes.append(contentsOf: text.utf8)
            case .bytes(let content): bytes.append(contentsOf: content)
            }
            types.append(Self.type(of: value))
            offsets.append(value == .null ? nil : start)
            lengths.append(Int32(bytes.count - start))
        }
        // An empty text at the end needs an address too.
        bytes.append(0)
    }

    func with<R>(
        _ body: (
            Int32, UnsafePointer<Oid>?, UnsafePointer<UnsafePointer<CChar>?>?,
            UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> R
    ) -> R {
        let formats: [Int32] = Array(repeating: 1, count: types.count)
        return bytes.withUnsafeBytes { block in
            let start = block.baseAddress?.assumingMemoryBound(to: CChar.self)
            let values = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
            return body(Int32(types.count), types, values, lengths, formats)
        }
    }

    private static func type(of value: SQLValue) -> Oid {
        switch value {
        // The database finds the type of a NULL by its place.
        case .null: 0
        case .integer: PostgreSQLType.bigint
        case .text: PostgreSQLType.text
        case .bytes: PostgreSQLType.bytea
        }
    }
}

enum PostgreSQLFailure {
    /// What the connection says, in one line.
    static func message(_ handle: OpaquePointer?) -> String {
        oneLine(String(cString: PQerrorMessage(handle)))
    }

    static func error(_ handle: OpaquePointer?) -> StorageError {
        .databaseFailed(reason: message(handle))
    }

    static func error(_ result: OpaquePointer?, _ handle: OpaquePointer?) -> StorageError {
        guard let state = PQresultErrorField(result, Int32(Character("C").asciiValue ?? 0)),
            let primary = PQresultErrorField(result, Int32(Character("M").asciiValue ?? 0))
        else { return error(handle) }
        let message = oneLine(String(cString: primary))
        return switch String(cString: state) {
        case "40001", "40P01": .conflictingTransactions
        case "55P03": .busy
        // Integrity constraints, guards, and rights that the program's role lacks.
        case let code where code.hasPrefix("23") || code == "42501":
            .refusedByDatabase(reason: message)
        default: .databaseFailed(reason: message)
        }
    }

    private static func oneLine(_ text: String) -> String {
        text.split(separator: "\n").joined(separator: " ")
    }
}
