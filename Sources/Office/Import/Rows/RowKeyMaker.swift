import Crypto
import Formulas
import Performance

/// Makes the key of each row (行键): its natural key, else a digest and its ordinal among equals.
///
/// A key looks through what a spreadsheet does to a text when it saves it: `0012` becomes 12, and
/// 全角 becomes 半角 when somebody retypes it.
struct RowKeyMaker {
    /// Positions of the natural key's columns in the definition; empty where rows have none.
    private let parts: [Int]
    private var key: [UInt8] = []
    private var content: [UInt8] = []
    private var plain = PlainBytes()
    /// How often each digest has come, by its first eight bytes.
    private var ordinals: [UInt64: UInt32] = [:]

    init(_ definition: LedgerDefinition) {
        // Each version of a register's thing is a row of its own: its day belongs to the key.
        let key = definition.naturalKey
        let needsDay =
            definition.kind == .register && !key.isEmpty && !key.contains(definition.dayColumn)
        parts = (key + (needsDay ? [definition.dayColumn] : []))
            .compactMap(definition.columnIndex(named:))
    }

    /// Hands the key of a row to `body`.
    ///
    /// - Parameter cell: what each column of the ledger came to.
    mutating func withKey(
        kind: LedgerRow.Kind, columnCount: Int, _ cell: (Int) -> CellReading,
        _ body: (UnsafeRawBufferPointer) -> Void
    ) {
        key.removeAll(keepingCapacity: true)
        if !makeNaturalKey(cell) {
            makeDigestKey(kind: kind, columnCount: columnCount, cell)
        }
        key.withUnsafeBytes(body)
    }

    /// `记-0001|2`; false where the row lacks a part of the key.
    private mutating func makeNaturalKey(_ cell: (Int) -> CellReading) -> Bool {
        guard !parts.isEmpty else { return false }
        for (position, part) in parts.enumerated() {
            if position > 0 { key.append(Self.separator) }
            let reading = cell(part)
            if case .missing = reading { return false }
            appendKeyPart(reading)
        }
        return true
    }

    private static let separator = UInt8(ascii: "|")
    private static let escape = UInt8(ascii: "\\")

    private mutating func appendKeyPart(_ reading: CellReading) {
        content.removeAll(keepingCapacity: true)
        append(reading)
        for byte in content {
            if byte == Self.separator || byte == Self.escape { key.append(Self.escape) }
            key.append(byte)
        }
    }

    private mutating func makeDigestKey(
        kind: LedgerRow.Kind, columnCount: Int, _ cell: (Int) -> CellReading
    ) {
        content.removeAll(keepingCapacity: true)
        content.append(UInt8(kind.rawValue))
        for column in 0..<columnCount {
            // 0x1F stands in no cell: control characters are refused.
            content.append(0x1F)
            append(cell(column))
        }
        let digest = content.withUnsafeBytes { bytes in
            var hash = SHA256()
            hash.update(bufferPointer: bytes)
            return hash.finalize()
        }
        let head = digest.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
        let ordinal = (ordinals[head] ?? 0) + 1
        ordinals[head] = ordinal
        key.removeAll(keepingCapacity: true)
        key.append(contentsOf: "sha256:".utf8)
        for byte in digest.prefix(16) {
            key.append(Self.hex[Int(byte >> 4)])
            key.append(Self.hex[Int(byte & 15)])
        }
        key.append(Self.separator)
        key.append(contentsOf: String(ordinal).utf8)
    }

    private static let hex = Array("0123456789abcdef".utf8)

    private mutating func append(_ reading: CellReading) {
        switch reading {
        case .missing, .refused: break
        case .integer(let number): content.append(contentsOf: String(number).utf8)
        case .text(var text): text.withUTF8 { appendPlain($0) }
        case .utf8(let bytes): appendPlain(bytes)
        }
    }

    private mutating func appendPlain(_ bytes: CellBytes) {
        let kept = plain.fold(bytes) { folded -> [UInt8]? in
            let isNumber = folded.allSatisfy { $0 &- 0x30 <= 9 }
            guard isNumber || folded.baseAddress != bytes.baseAddress else { return nil }
            guard isNumber else { return Array(folded) }
            let digits = folded.drop { $0 == UInt8(ascii: "0") }
            return digits.isEmpty ? [UInt8(ascii: "0")] : Array(digits)
        }
        if let kept { content.append(contentsOf: kept) } else { content.append(contentsOf: bytes) }
    }
}
