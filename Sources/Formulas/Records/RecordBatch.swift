package import Quantities

/// Records of one kind, flat in memory: a cell of 16 bytes a field, texts in one pool of bytes.
///
/// It is filled row by row, field by field, and used again after ``removeAll()``, so that a sheet of any
/// length is checked in the memory of one batch.
package struct RecordBatch: Sendable {
    package let shape: RecordShape
    private(set) var cells: [RecordCell] = []
    private(set) var pool: [UInt8] = []
    /// Numbers too wide or too fine for a cell.
    private(set) var fractions: [Fraction] = []

    package init(shape: RecordShape, reserving rows: Int = 0) {
        self.shape = shape
        cells.reserveCapacity(rows * shape.fields.count)
    }

    /// One record of which nothing is known yet.
    package init(blankRecordOf shape: RecordShape) {
        self.shape = shape
        cells.reserveCapacity(shape.fields.count + 1)
        for _ in shape.fields { appendMissing() }
    }

    /// Fills a field of the first record; what stood there is gone.
    package mutating func put(_ value: FormulaValue, at place: Int) {
        append(value)
        cells[place] = cells.removeLast()
    }

    package var count: Int { shape.fields.isEmpty ? 0 : cells.count / shape.fields.count }

    package mutating func removeAll() {
        cells.removeAll(keepingCapacity: true)
        pool.removeAll(keepingCapacity: true)
        fractions.removeAll(keepingCapacity: true)
    }

    // MARK: The next cell, in the order of the shape's fields

    package mutating func appendMissing() { cells.append(.missing) }

    /// A number in the base unit of its field: an amount in 元, a rate as a plain number.
    package mutating func append(mantissa: Int64, scale: Int) {
        precondition((0...RecordCell.finestScale).contains(scale))
        cells.append(RecordCell(.number, payload: mantissa, scale: UInt8(scale)))
    }

    package mutating func append(_ money: Money) { append(mantissa: money.fen, scale: 2) }

    package mutating func append(_ day: Day) {
        cells.append(RecordCell(.day, payload: Int64(day.daysSinceEpoch)))
    }

    package mutating func append(_ truth: Bool) {
        cells.append(RecordCell(.truth, payload: truth ? 1 : 0))
    }

    package mutating func append(text bytes: some Sequence<UInt8>) {
        let start = pool.count
        pool.append(contentsOf: bytes)
        cells.append(
            RecordCell(.text, payload: Int64(start), length: Int32(pool.count - start)))
    }

    package mutating func append(_ number: Fraction) {
        if let decimal = RecordCell.decimal(number) {
            return append(mantissa: decimal.mantissa, scale: decimal.scale)
        }
        cells.append(RecordCell(.fraction, payload: Int64(fractions.count)))
        fractions.append(number)
    }

    /// One whole record; what is undefined is as good as missing.
    ///
    /// - Precondition: each value is of its field's type, or missing.
    package mutating func append(record values: [FormulaValue]) {
        precondition(values.count == shape.fields.count)
        for value in values { append(value) }
    }

    private mutating func append(_ value: FormulaValue) {
        switch value {
        case .number(let number): append(number)
        case .truth(let truth): append(truth)
        case .text(let text): append(text: text.utf8)
        case .day(let day): append(day)
        case .missing, .undefined: appendMissing()
        }
    }
}

extension RecordBatch {
    /// The values of one record, in the order of the shape's fields: for messages.
    package func record(at row: Int) -> [FormulaValue] {
        let width = shape.fields.count
        return cells[row * width..<(row + 1) * width].map(value)
    }

    private func value(of cell: RecordCell) -> FormulaValue {
        switch cell.kind {
        case .missing: .missing
        case .number:
            .number(
                ExactDecimal(mantissa: Int128(cell.payload), scale: Int(cell.scale)).fraction)
        case .fraction: .number(fractions[Int(cell.payload)])
        case .truth: .truth(cell.payload != 0)
        case .day: Day(daysSinceEpoch: Int(cell.payload)).map { .day($0) } ?? .missing
        case .text: .text(String(decoding: text(of: cell), as: UTF8.self))
        }
    }

    func text(of cell: RecordCell) -> ArraySlice<UInt8> {
        let start = Int(cell.payload)
        return pool[start..<start + Int(cell.length)]
    }
}

/// One field of one record.
struct RecordCell: Sendable {
    enum Kind: UInt8, Sendable { case missing, number, fraction, truth, day, text }

    /// The mantissa, the days since 1970, 0 or 1, or where the text or the fraction lies.
    let payload: Int64
    /// Bytes of a text.
    let length: Int32
    /// Decimals of a number, at most ``finestScale``.
    let scale: UInt8
    let kind: Kind

    static let finestScale = 18
    static let missing = RecordCell(.missing, payload: 0)

    init(_ kind: Kind, payload: Int64, length: Int32 = 0, scale: UInt8 = 0) {
        self.kind = kind
        self.payload = payload
        self.length = length
        self.scale = scale
    }

    /// The number as a short decimal; nil where it is none.
    static func decimal(_ number: Fraction) -> (mantissa: Int64, scale: Int)? {
        var denominator = number.denominator
        var scale = 0
        var factor: Int128 = 1
        while denominator != 1 {
            guard scale < finestScale else { return nil }
            let divisor: Int128 = denominator % 10 == 0 ? 10 : denominator % 5 == 0 ? 5 : 2
            guard denominator % divisor == 0 else { return nil }
            denominator /= divisor
            factor *= 10 / divisor
            scale += 1
        }
        let (mantissa, overflow) = number.numerator.multipliedReportingOverflow(by: factor)
        guard !overflow, let small = Int64(exactly: mantissa) else { return nil }
        return (small, scale)
    }
}
