/// Where a cell stands in its table (单元格位置): row and column, both counted from 1.
package struct CellPlace: Hashable, Sendable {
    package let row: Int
    package let column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// The place as a user reads it at the edge of the sheet: `B7`.
    package var a1: String { Self.letters(ofColumn: column) + String(row) }

    /// `1` is `A`, `27` is `AA`.
    package static func letters(ofColumn column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

extension CellPlace {
    /// Reads `B7` or `$B$7`; nil for any other text and for places that no sheet has.
    package init?(a1 text: some StringProtocol) {
        var letters = Array(text.utf8)
        letters.removeAll { $0 == UInt8(ascii: "$") }
        guard let place = letters.withUnsafeBufferPointer({ CellPlace(a1Bytes: $0) })
        else { return nil }
        self = place
    }

    /// Reads the bytes of `B7`; nil past column XFD or row 1 048 576.
    init?(a1Bytes bytes: UnsafeBufferPointer<UInt8>) {
        var column = 0
        var row = 0
        var index = 0
        while index < bytes.count {
            let letter = bytes[index] & 0xDF
            guard letter >= 65, letter <= 90, bytes[index] >= 65 else { break }
            column = column * 26 + Int(letter - 64)
            guard column <= TableLimits.columns else { return nil }
            index += 1
        }
        guard column > 0, index < bytes.count, bytes[index] != UInt8(ascii: "0") else { return nil }
        while index < bytes.count {
            let digit = bytes[index] &- 48
            guard digit <= 9 else { return nil }
            row = row * 10 + Int(digit)
            guard row <= TableLimits.rows else { return nil }
            index += 1
        }
        self.init(row: row, column: column)
    }
}

extension CellPlace: Comparable {
    package static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.row, lhs.column) < (rhs.row, rhs.column)
    }
}

extension CellPlace: CustomStringConvertible {
    package var description: String { a1 }
}

/// A rectangle of cells (单元格区域), such as a merged one: `A1:D1`.
package struct CellRange: Hashable, Sendable {
    package let first: CellPlace
    package let last: CellPlace

    /// The corners in any order.
    package init(_ one: CellPlace, _ other: CellPlace) {
        first = CellPlace(row: min(one.row, other.row), column: min(one.column, other.column))
        last = CellPlace(row: max(one.row, other.row), column: max(one.column, other.column))
    }

    package var a1: String { "\(first.a1):\(last.a1)" }

    package func contains(_ place: CellPlace) -> Bool {
        (first.row...last.row).contains(place.row)
            && (first.column...last.column).contains(place.column)
    }
}

/// How large one sheet can be: the limits of .xlsx, which every table here shares.
package enum TableLimits {
    package static let rows = 1_048_576
    package static let columns = 16_384
    /// Characters of one cell, as Excel counts them (UTF-16 units).
    package static let textLength = 32_767
}
