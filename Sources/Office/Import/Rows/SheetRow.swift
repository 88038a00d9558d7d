import Documents

/// One row of a sheet as bytes (行): its cells lie in one array, so that none costs a `String`.
struct SheetRow {
    struct Field {
        /// Column of the sheet, from 1.
        let column: Int
        let start: Int
        let count: Int
        /// Position among the typed cells, or -1 for a text.
        let typedIndex: Int

        var isTyped: Bool { typedIndex >= 0 }
    }

    /// As the user sees it at the edge of the sheet; in a text file its first line.
    let number: Int
    /// What the texts of ``fields`` stand in; valid as long as the row is being read.
    let bytes: CellBytes
    /// Cells that hold something, from left to right.
    let fields: [Field]
    /// Cells to which the file itself gives a type.
    let typed: [TableCell]

    func bytes(of field: Field) -> CellBytes {
        CellBytes(rebasing: bytes[field.start..<field.start + field.count])
    }

    /// What stands in a cell, for messages.
    func text(of field: Field) -> String {
        field.isTyped ? typed[field.typedIndex].text : bytes(of: field).string
    }

    func field(at column: Int) -> Field? { fields.first { $0.column == column } }
}

/// Turns the rows of a reader into rows of bytes, in memory that is used again and again.
struct SheetRowBuffer {
    private var bytes: [UInt8] = []
    private var fields: [SheetRow.Field] = []
    private var typed: [TableCell] = []

    /// Hands a row of typed cells to `body`.
    mutating func withRow<Result>(
        _ row: TableRow, _ body: (SheetRow) throws -> Result
    ) rethrows -> Result {
        bytes.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
        typed.removeAll(keepingCapacity: true)
        for cell in row.cells {
            let column = cell.place.column
            switch cell.content {
            case .blank: continue
            case .text(let text):
                guard !text.isEmpty else { continue }
                let start = bytes.count
                bytes.append(contentsOf: text.utf8)
                fields.append(
                    .init(column: column, start: start, count: bytes.count - start, typedIndex: -1))
            default:
                fields.append(.init(column: column, start: 0, count: 0, typedIndex: typed.count))
                typed.append(cell)
            }
        }
        return try bytes.withUnsafeBufferPointer { bytes in
            try body(SheetRow(number: row.number, bytes: bytes, fields: fields, typed: typed))
        }
    }

    /// Hands a row of a text file to `body`, without copying its bytes.
    mutating func withRow<Result>(
        _ row: DelimitedRow, _ body: (SheetRow) throws -> Result
    ) rethrows -> Result {
        fields.removeAll(keepingCapacity: true)
        for (index, range) in row.fields.enumerated() where !range.isEmpty {
            fields.append(
                .init(
                    column: index + 1, start: range.lowerBound, count: range.count, typedIndex: -1))
        }
        return try row.bytes.withUnsafeBufferPointer { bytes in
            try body(SheetRow(number: row.line, bytes: bytes, fields: fields, typed: []))
        }
    }
}
