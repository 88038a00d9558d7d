import CPQ

/// Adds rows with COPY in its binary format, a batch a time.
final class PostgreSQLCopy: BulkInserter {
    // Owned: it must not close while a batch is on its way.
    private let connection: PostgreSQLConnection
    private let handle: OpaquePointer
    private let statement: String
    private let width: Int
    private var output: [UInt8] = []

    init(
        connection: PostgreSQLConnection, _ handle: OpaquePointer, table: String,
        columns: [String]
    ) {
        self.connection = connection
        self.handle = handle
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        statement = "COPY \"\(table)\" (\(names)) FROM STDIN (FORMAT binary)"
        width = columns.count
    }

    func insert(_ rows: RowBuffer) throws {
        precondition(rows.width == width && rows.cells.count % width == 0, "rows of other columns")
        guard rows.rowCount > 0 else { return }
        encode(rows)
        try connection.run(script: statement)
        let isSent = output.withUnsafeBytes { bytes in
            PQputCopyData(
                handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(bytes.count))
        }
        let isEnded = PQputCopyEnd(handle, nil)
        let result = PQgetResult(handle)
        // The answer ends with an empty result, which makes room for the next statement.
        while let rest = PQgetResult(handle) { PQclear(rest) }
        PQclear(try connection.checked(result))
        guard isSent == 1, isEnded == 1 else { throw PostgreSQLFailure.error(handle) }
    }

    private func encode(_ rows: RowBuffer) {
        output.removeAll(keepingCapacity: true)
        output.append(contentsOf: Self.signature)
        append(Int32(0))
        append(Int32(0))
        rows.bytes.withUnsafeBytes { bytes in
            for (index, cell) in rows.cells.enumerated() {
                if index % width == 0 { append(Int16(width)) }
                switch cell.kind {
                case .null: append(Int32(-1))
                case .integer:
                    append(Int32(8))
                    append(cell.number)
                case .text, .bytes:
                    append(cell.length)
                    let start = Int(cell.number)
                    output.append(contentsOf: bytes[start..<start + Int(cell.length)])
                }
            }
        }
        append(Int16(-1))
    }

    private func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { output.append(contentsOf: $0) }
    }

    private static let signature: [UInt8] =
        Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00]
}
