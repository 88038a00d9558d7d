/// Finds the fields of one row of delimited text.
///
/// - Source: RFC 4180, with line ends CRLF, LF or CR, and any of the separators.
struct RowScanner {
    enum Outcome: Equatable {
        /// The row is complete; the next one begins at `next`.
        case row(next: Int)
        /// The text ends before the row does.
        case incomplete(isInQuotes: Bool)
        /// Characters stand between a closing quote and the separator.
        case textAfterQuote
        case tooManyFields
    }

    private let first: UInt8
    private let rest: [UInt8]
    /// Line breaks inside the quotes of the row that was scanned last.
    private(set) var linesInQuotes = 0
    /// Fields of that row whose quotes were doubled; their bytes are still to be mended.
    private(set) var doubled: [Int] = []
    /// Line breaks of that row before its last opening quote.
    private(set) var linesBeforeQuote = 0

    init(_ separator: Separator) {
        first = separator.bytes[0]
        rest = Array(separator.bytes.dropFirst())
    }

    /// Scans the row that begins at `start`.
    ///
    /// - Parameter isAtEnd: the text goes no further than `bytes`.
    mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isAtEnd: Bool,
        into fields: inout [Range<Int>]
    ) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        linesInQuotes = 0
        linesBeforeQuote = 0
        if !doubled.isEmpty { doubled.removeAll(keepingCapacity: true) }
        let end = bytes.count
        var index = start
        while true {
            if fields.count == TableLimits.columns { return .tooManyFields }
            if index < end, bytes[index] == UInt8(ascii: "\"") {
                linesBeforeQuote = linesInQuotes
                guard let close = closingQuote(bytes, from: index + 1, field: fields.count) else {
                    return .incomplete(isInQuotes: true)
                }
                if close + 1 == end, !isAtEnd { return .incomplete(isInQuotes: false) }
                fields.append(index + 1..<close)
                index = close + 1
                while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
            } else {
                let begin = index
                index = endOfField(bytes, from: begin)
                fields.append(begin..<index)
            }
            guard index < end else {
                return isAtEnd ? .row(next: end) : .incomplete(isInQuotes: false)
            }
            switch bytes[index] {
            case 0x0A: return .row(next: index + 1)
            case 0x0D:
                if index + 1 < end { return .row(next: index + (bytes[index + 1] == 0x0A ? 2 : 1)) }
                return isAtEnd ? .row(next: end) : .incomplete(isInQuotes: false)
            default:
                guard isSeparator(bytes, index) else {
                    return index + rest.count < end || isAtEnd
                        ? .textAfterQuote : .incomplete(isInQuotes: false)
                }
                index += 1 + rest.count
            }
        }
    }

    @inline(__always)
    private func isSeparator(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard bytes[index] == first else { return false }
        if rest.isEmpty { return true }
        guard index + rest.count < bytes.count else { return false }
        return bytes[index + 1] == rest[0] && bytes[index + 2] == rest[1]
    }

    @inline(__always)
    private func endOfField(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D || (byte == first && isSeparator(bytes, index)) {
                return index
            }
            index += 1
        }
        return index
    }

    /// The place of the quote that closes the one before `start`; nil where the text ends first.
    private mutating func closingQuote(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, field: Int
    ) -> Int? {
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else {
                    return index
                }
                if doubled.last != field { doubled.append(field) }
                index += 2
            case 0x0A:
                linesInQuotes += 1
                index += 1
            case 0x0D:
                if index + 1 < bytes.count, bytes[index + 1] != 0x0A { linesInQuotes += 1 }
                index += 1
            default: index += 1
            }
        }
        return nil
    }

    /// Takes the doubling out of the quotes of one field, in place; returns its shorter range.
    static func mend(_ bytes: inout [UInt8], _ field: Range<Int>) -> Range<Int> {
        bytes.withUnsafeMutableBufferPointer { bytes in
            var target = field.lowerBound
            var source = field.lowerBound
            while source < field.upperBound {
                bytes[target] = bytes[source]
                source += bytes[source] == UInt8(ascii: "\"") ? 2 : 1
                target += 1
            }
            return field.lowerBound..<target
        }
    }
}
