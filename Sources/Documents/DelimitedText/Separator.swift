/// What stands between the fields of a row (分隔符).
package enum Separator: String, Hashable, Sendable, CaseIterable {
    case comma = ","
    case tab = "\t"
    case semicolon = ";"
    case verticalBar = "|"
    case fullWidthComma = "，"

    var bytes: [UInt8] { Array(rawValue.utf8) }

    /// Finds the separator of a text by its first rows: the one that gives most rows of the same,
    /// largest width. A text of one column has the comma.
    static func found(in sample: [UInt8]) -> Separator {
        var best = (separator: Separator.comma, rows: 0, width: 0)
        for separator in Separator.allCases {
            let (rows, width) = commonestWidth(in: sample, separator)
            if (rows, width) > (best.rows, best.width) { best = (separator, rows, width) }
        }
        return best.separator
    }

    private static let rowsLooked = 50

    private static func commonestWidth(
        in sample: [UInt8], _ separator: Separator
    ) -> (rows: Int, width: Int) {
        var scanner = RowScanner(separator)
        var widths: [Int: Int] = [:]
        var start = 0
        var fields: [Range<Int>] = []
        for _ in 0..<rowsLooked {
            // The sample may end in the middle of its last row, which then does not count.
            guard
                case .row(let next) = sample.withUnsafeBufferPointer({
                    scanner.scan($0, from: start, isAtEnd: false, into: &fields)
                })
            else { break }
            if fields.count > 1 { widths[fields.count, default: 0] += 1 }
            start = next
        }
        let best = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return (best?.value ?? 0, best?.key ?? 0)
    }

    /// The separator that a first line such as `sep=;` names, as Excel writes and reads it.
    static func named(byFirstLine text: [UInt8]) -> (separator: Separator, length: Int)? {
        for separator in Separator.allCases {
            let line = Array("sep=".utf8) + separator.bytes
            guard text.starts(with: line) else { continue }
            let rest = text.dropFirst(line.count).prefix(2)
            if rest.first == 0x0A { return (separator, line.count + 1) }
            if rest.first == 0x0D {
                return (separator, line.count + (rest.last == 0x0A ? 2 : 1))
            }
        }
        return nil
    }
}
