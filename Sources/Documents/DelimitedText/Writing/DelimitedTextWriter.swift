package import Quantities

/// Writes rows as CSV (逗号分隔文本) that Excel and WPS open with a double click.
///
/// UTF-8 with BOM, CRLF after each row, quotes as RFC 4180 has them. A text that a spreadsheet would
/// take for a formula (it begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line
/// end) gets a `'` before it; a text that begins with `'` gets one more, so that reading it back
/// by taking one `'` off is exact. Numbers are never touched: `-3.05` stays a number.
package struct DelimitedTextWriter {
    package private(set) var bytes: [UInt8]

    package enum Field: Hashable, Sendable {
        case text(String)
        case number(ExactDecimal)
        case blank
    }

    /// Begins with the byte-order mark.
    package init() { bytes = [0xEF, 0xBB, 0xBF] }

    package mutating func append(_ fields: [Field]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch field {
            case .blank: break
            case .number(let number): bytes.append(contentsOf: number.text.utf8)
            case .text(let text): append(text)
            }
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private mutating func append(_ text: String) {
        let guarded = Self.isTakenForFormula(text) ? "'" + text : text
        let needsQuotes = guarded.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0D
                || byte == 0x0A
        }
        guard needsQuotes else { return bytes.append(contentsOf: guarded.utf8) }
        bytes.append(UInt8(ascii: "\""))
        for byte in guarded.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isTakenForFormula(_ text: String) -> Bool {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠", "'", "\t", "\r", "\n": true
        default: false
        }
    }
}
