package import Formulas

/// Many rows of SQL values in two flat arrays: a million rows cost no million of strings.
package struct RowBuffer: Sendable {
    package struct Cell: Hashable, Sendable {
        package enum Kind: UInt8, Sendable {
            case null = 0
            case integer = 1
            case text = 2
            case bytes = 3
        }

        /// The integer, or where the bytes begin in ``RowBuffer/bytes``.
        package let number: Int64
        /// How many bytes a text has; 0 for other kinds.
        package let length: Int32
        package let kind: Kind

        static let null = Cell(number: 0, length: 0, kind: .null)
    }

    /// Cells in a row.
    package let width: Int
    package private(set) var cells: [Cell] = []
    package private(set) var bytes: [UInt8] = []

    package init(width: Int) { self.width = width }

    package var rowCount: Int { width == 0 ? 0 : cells.count / width }

    /// Whether the last row has all its cells.
    package var isComplete: Bool { width > 0 && cells.count % width == 0 }

    package mutating func reserve(rows: Int, bytes count: Int) {
        cells.reserveCapacity(rows * width)
        bytes.reserveCapacity(count)
    }

    package mutating func removeAll() {
        cells.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    package mutating func append(_ number: Int64) {
        cells.append(Cell(number: number, length: 0, kind: .integer))
    }

    package mutating func appendNull() { cells.append(.null) }

    package mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0), as: .text) }
    }

    /// Appends UTF-8 that the caller has made sure is UTF-8.
    package mutating func append(utf8: UnsafeRawBufferPointer) { append(utf8, as: .text) }

    package mutating func append(bytes: [UInt8]) {
        bytes.withUnsafeBytes { append($0, as: .bytes) }
    }

    package mutating func append(_ value: SQLValue) {
        switch value {
        case .null: appendNull()
        case .integer(let number): append(number)
        case .text(let text): append(text: text)
        case .bytes(let bytes): append(bytes: bytes)
        }
    }

    package mutating func append(_ value: CellValue) {
        switch value {
        case .missing: appendNull()
        case .integer(let number): append(number)
        case .text(let text): append(text: text)
        }
    }

    package func value(row: Int, column: Int) -> SQLValue {
        let cell = cells[row * width + column]
        switch cell.kind {
        case .null: return .null
        case .integer: return .integer(cell.number)
        case .text: return .text(String(decoding: bytes[range(of: cell)], as: UTF8.self))
        case .bytes: return .bytes(Array(bytes[range(of: cell)]))
        }
    }

    package func values(ofRow row: Int) -> [SQLValue] {
        (0..<width).map { value(row: row, column: $0) }
    }

    /// The cell as a ledger's: bytes, which no ledger has, are missing.
    package func cellValue(row: Int, column: Int) -> CellValue {
        switch value(row: row, column: column) {
        case .integer(let number): .integer(number)
        case .text(let text): .text(text)
        case .null, .bytes: .missing
        }
    }

    func range(of cell: Cell) -> Range<Int> {
        Int(cell.number)..<(Int(cell.number) + Int(cell.length))
    }

    private mutating func append(_ content: UnsafeRawBufferPointer, as kind: Cell.Kind) {
        precondition(content.count <= Int(Int32.max), "a cell is smaller than 2 GB")
        cells.append(
            Cell(number: Int64(bytes.count), length: Int32(content.count), kind: kind))
        bytes.append(contentsOf: content)
    }

    // MARK: - Copying rows

    /// Appends the bytes of another buffer, so that its cells can be appended with the offset
    /// returned.
    mutating func appendBytes(of other: RowBuffer) -> Int64 {
        let offset = Int64(bytes.count)
        bytes.append(contentsOf: other.bytes)
        return offset
    }

    mutating func append(_ cell: Cell, shiftedBy offset: Int64) {
        switch cell.kind {
        case .null, .integer: cells.append(cell)
        case .text, .bytes:
            cells.append(
                Cell(number: cell.number + offset, length: cell.length, kind: cell.kind))
        }
    }

    /// Appends a cell whose bytes are here already.
    mutating func append(_ cell: Cell) { cells.append(cell) }

    mutating func removeLastCell() { cells.removeLast() }

    /// Adds bytes that several cells share and returns a cell for them.
    mutating func intern(text: String) -> Cell {
        let start = Int64(bytes.count)
        bytes.append(contentsOf: text.utf8)
        return Cell(number: start, length: Int32(text.utf8.count), kind: .text)
    }
}
