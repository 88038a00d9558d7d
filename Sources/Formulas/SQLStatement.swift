/// A value bound into a statement.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
}

/// A statement with its values: interpolation binds, it never splices.
///
/// `"SELECT … WHERE unit_code = \(code)"` binds `code`; `\(name: table)` writes an identifier that
/// a pack has defined (ASCII letters, digits and `_` only, checked); `\(statement)` joins another.
package struct SQLStatement: Hashable, Sendable, ExpressibleByStringInterpolation {
    package enum Placeholder: Sendable {
        /// `?`, SQLite.
        case questionMark
        /// `$1`, PostgreSQL.
        case dollarNumber
    }

    enum Part: Hashable, Sendable {
        case text(String)
        case value(SQLValue)
    }

    private(set) var parts: [Part] = []

    package init(stringLiteral text: String) { parts = [.text(text)] }
    package init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    package var values: [SQLValue] {
        parts.compactMap { if case .value(let value) = $0 { value } else { nil } }
    }

    package func text(_ placeholder: Placeholder) -> String {
        var text = ""
        var number = 0
        for part in parts {
            switch part {
            case .text(let piece): text += piece
            case .value:
                number += 1
                switch placeholder {
                case .questionMark: text += "?"
                case .dollarNumber: text += "$\(number)"
                }
            }
        }
        return text
    }

    package static func + (lhs: Self, rhs: Self) -> Self {
        var sum = lhs
        sum.parts += rhs.parts
        return sum
    }

    package func joined(_ statements: [SQLStatement]) -> SQLStatement {
        var result: SQLStatement = ""
        for (index, statement) in statements.enumerated() {
            // Appended in place, so that a list of thousands stays linear.
            if index > 0 { result.parts += parts }
            result.parts += statement.parts
        }
        return result
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { parts.append(.text(literal)) }
        }
        package mutating func appendInterpolation(_ value: SQLValue) { parts.append(.value(value)) }
        package mutating func appendInterpolation(_ value: Int64) {
            parts.append(.value(.integer(value)))
        }
        package mutating func appendInterpolation(_ value: Int) {
            parts.append(.value(.integer(Int64(value))))
        }
        package mutating func appendInterpolation(_ value: String) {
            parts.append(.value(.text(value)))
        }
        package mutating func appendInterpolation(_ statement: SQLStatement) {
            parts += statement.parts
        }
        /// Writes an identifier: ASCII letters, digits and `_`, as a pack's loader has made sure.
        package mutating func appendInterpolation(name: String) {
            let isPlain = name.utf8.allSatisfy {
                $0 == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
            }
            precondition(
                isPlain && !name.isEmpty && name.utf8.count <= 63, "not an identifier: \(name)")
            parts.append(.text(name))
        }
    }
}
