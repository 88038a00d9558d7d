import Crypto
import Performance

/// SHA-256 over rows: one digest a row, and one over the digests of all rows of an addition.
///
/// A row's bytes are its cells that are not missing, each as the number of its column (two bytes),
/// its kind, and its integer (eight bytes) or its length (four bytes) and UTF-8; little-endian.
/// Missing cells leave no bytes, so that a column added later changes no digest.
struct RowDigest {
    private var addition = SHA256()
    private var scratch: [UInt8] = []

    /// Digests one row and joins it to the addition.
    ///
    /// - Returns: the first eight bytes of the row's digest, as ``LedgerTable/digestColumn`` has it.
    mutating func add(
        _ cells: UnsafeBufferPointer<RowBuffer.Cell>, _ bytes: UnsafeRawBufferPointer
    ) -> Int64 {
        scratch.removeAll(keepingCapacity: true)
        for (index, cell) in cells.enumerated() where cell.kind != .null {
            scratch.append(UInt8(truncatingIfNeeded: index))
            scratch.append(UInt8(truncatingIfNeeded: index >> 8))
            scratch.append(cell.kind.rawValue)
            if cell.kind == .integer {
                withUnsafeBytes(of: cell.number.littleEndian) {
                    scratch.append(contentsOf: $0)
                }
            } else {
                withUnsafeBytes(of: cell.length.littleEndian) {
                    scratch.append(contentsOf: $0)
                }
                let start = Int(cell.number)
                scratch.append(contentsOf: bytes[start..<start + Int(cell.length)])
            }
        }
        var row = SHA256()
        scratch.withUnsafeBytes { row.update(bufferPointer: $0) }
        return row.finalize().withUnsafeBytes { digest in
            addition.update(bufferPointer: digest)
            return Int64(bitPattern: UInt64(bigEndian: digest.load(as: UInt64.self)))
        }
    }

    /// The digest over all rows so far.
    var value: ContentDigest { ContentDigest(addition.finalize()) }
}
