/// Walks through the rows of a text in a window of bytes that moves with them.
struct DelimitedRows {
    private(set) var widths = RowWidths()

    private let file: String
    private let decoder: TextDecoder
    private let limits: DelimitedLimits
    private var scanner: RowScanner
    private var window: [UInt8] = []
    private var start = 0
    private var line = 1
    private var isAtEnd = false
    private var fields: [Range<Int>] = []

    init(file: String, decoder: TextDecoder, separator: Separator, limits: DelimitedLimits) {
        self.file = file
        self.decoder = decoder
        self.limits = limits
        scanner = RowScanner(separator)
    }

    /// Passes over a first line of so many bytes.
    mutating func skipFirstLine(_ length: Int) throws {
        while window.count < length, !isAtEnd { try refill() }
        start = min(length, window.count)
        line += 1
    }

    /// The next row that is not an empty line; nil at the end.
    mutating func next() throws -> DelimitedRow? {
        while true {
            if start == window.count {
                if isAtEnd { return try end() }
                try refill()
                continue
            }
            let outcome = window.withUnsafeBufferPointer {
                scanner.scan($0, from: start, isAtEnd: isAtEnd, into: &fields)
            }
            switch outcome {
            case .row(let next):
                let first = line
                line += 1 + scanner.linesInQuotes
                if !scanner.doubled.isEmpty { mendQuotes() }
                try check(first, length: next - start)
                start = next
                if fields.count == 1, fields[0].isEmpty { continue }
                widths.count(width: fields.count, line: first)
                return DelimitedRow(line: first, bytes: window, fields: fields)
            case .incomplete(let isInQuotes):
                try goOn(isInQuotes: isInQuotes)
            case .textAfterQuote:
                throw DocumentError.textAfterQuote(
                    file: file, line: line + scanner.linesInQuotes, field: fields.count)
            case .tooManyFields:
                throw DocumentError.tooManyFields(
                    file: file, line: line, limit: TableLimits.columns)
            }
        }
    }

    /// Reads on in a row that the window does not hold as a whole.
    private mutating func goOn(isInQuotes: Bool) throws {
        if isAtEnd || window.count - start > limits.rowBytes {
            if isAtEnd, decoder.failure != nil { _ = try end() }
            guard !isInQuotes else {
                throw DocumentError.unterminatedQuote(
                    file: file, line: line + scanner.linesBeforeQuote)
            }
            throw DocumentError.lineTooLong(file: file, line: line, limit: limits.rowBytes)
        }
        try refill()
    }

    private mutating func refill() throws {
        if start > 0 {
            window.removeSubrange(..<start)
            start = 0
        }
        isAtEnd = try !decoder.appendPiece(to: &window)
        // The row before a byte that is no text is not complete, wherever that byte stands.
        if isAtEnd, decoder.failure != nil { dropLastRow() }
    }

    private mutating func dropLastRow() {
        let end = window.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
        window.removeLast(window.count - max(end, start))
    }

    /// The end of the text, or why it ends here.
    private func end() throws -> DelimitedRow? {
        guard let failure = decoder.failure else { return nil }
        let line = try decoder.line(ofOffset: failure.offset)
        throw failure.isNUL
            ? DocumentError.notText(file: file, line: line, offset: failure.offset + 1)
            : DocumentError.badEncoding(file: file, line: line, offset: failure.offset + 1)
    }

    private mutating func mendQuotes() {
        for field in scanner.doubled {
            fields[field] = RowScanner.mend(&window, fields[field])
        }
    }

    private func check(_ line: Int, length: Int) throws {
        guard length > limits.textLength else { return }
        guard length <= limits.rowBytes + 2 else {
            throw DocumentError.lineTooLong(file: file, line: line, limit: limits.rowBytes)
        }
        for (index, field) in fields.enumerated() where field.count > limits.textLength {
            let text = String(decoding: window[field], as: UTF8.self)
            guard text.utf16.count <= limits.textLength else {
                throw DocumentError.fieldTooLong(
                    file: file, line: line, field: index + 1, limit: limits.textLength)
            }
        }
    }
}
