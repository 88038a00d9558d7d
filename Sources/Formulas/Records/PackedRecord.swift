import Quantities

/// One record in few bytes, kept to tell later which of its fields have changed (压缩记录).
package struct PackedRecord: Sendable {
    /// Field by field: the kind of the cell, and what it takes.
    private var bytes: [UInt8] = []

    /// The first record of a batch.
    package init(_ batch: RecordBatch) {
        let cells = batch.cells.prefix(batch.shape.fields.count)
        bytes.reserveCapacity(
            cells.reduce(0) { $0 + 1 + Self.length(of: $1.kind) + Int($1.length) })
        for cell in cells { append(cell, of: batch) }
    }

    /// The places of the fields in which this record differs from another of its kind.
    package func differences(from other: PackedRecord) -> [Int] {
        var (mine, its) = (0, 0)
        var (place, places): (Int, [Int]) = (0, [])
        while mine < bytes.count {
            let (field, counterpart) = (self.field(at: mine), other.field(at: its))
            if !bytes[field].elementsEqual(other.bytes[counterpart]) { places.append(place) }
            (mine, its) = (field.upperBound, counterpart.upperBound)
            place += 1
        }
        return places
    }

    // MARK: - Packing

    private mutating func append(_ cell: RecordCell, of batch: RecordBatch) {
        bytes.append(cell.kind.rawValue)
        switch cell.kind {
        case .missing: break
        case .truth: bytes.append(cell.payload == 0 ? 0 : 1)
        case .day: append(cell.payload)
        case .number:
            bytes.append(cell.scale)
            append(cell.payload)
        case .fraction:
            append(batch.fractions[Int(cell.payload)].numerator)
            append(batch.fractions[Int(cell.payload)].denominator)
        case .text:
            append(cell.length)
            bytes.append(contentsOf: batch.text(of: cell))
        }
    }

    private mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private func field(at start: Int) -> Range<Int> {
        guard let kind = RecordCell.Kind(rawValue: bytes[start])
        else { preconditionFailure("a field begins with its kind") }
        let content = start + 1
        var end = content + Self.length(of: kind)
        if kind == .text {
            for place in 0..<4 { end += Int(bytes[content + place]) << (8 * place) }
        }
        return start..<end
    }

    /// The bytes that a cell of a kind takes, without those of a text itself.
    private static func length(of kind: RecordCell.Kind) -> Int {
        switch kind {
        case .missing: 0
        case .truth: 1
        case .text: 4
        case .day: 8
        case .number: 9
        case .fraction: 32
        }
    }
}
