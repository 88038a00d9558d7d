/// One row of a delimited text (csv 的一行): its fields as ranges of bytes, so that figures can be
/// read without making strings.
///
/// A row may be kept; the reader then goes on in a buffer of its own.
package struct DelimitedRow: Sendable {
    /// The line in which the row begins, from 1.
    package let line: Int
    /// UTF-8 bytes that hold this row, and others around it.
    package let bytes: [UInt8]
    /// Where the fields stand in ``bytes``, quotes and their doubling removed.
    package let fields: [Range<Int>]

    package var isBlank: Bool { fields.allSatisfy(\.isEmpty) }

    /// The bytes of a field counted from 0; none past the last one.
    package subscript(index: Int) -> ArraySlice<UInt8> {
        index < fields.count ? bytes[fields[index]] : []
    }

    /// The text of a field counted from 0; empty past the last one.
    package func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

    /// The row as cells, all of them text: a csv says nothing about types.
    package var tableRow: TableRow {
        var cells: [TableCell] = []
        cells.reserveCapacity(fields.count)
        for (index, field) in fields.enumerated() where !field.isEmpty {
            let place = CellPlace(row: line, column: index + 1)
            cells.append(TableCell(place, .text(String(decoding: bytes[field], as: UTF8.self))))
        }
        return TableRow(number: line, cells: cells)
    }
}

/// How many fields the rows of a text have (各行列数), to find the rows that differ.
package struct RowWidths: Hashable, Sendable {
    /// Rows of one width: how many, and the lines of the first ones.
    package struct Tally: Hashable, Sendable {
        package var rows = 0
        package var firstLines: [Int] = []
    }

    /// Tallies by width; rows without any text are not counted.
    package private(set) var tallies: [Int: Tally] = [:]

    private static let linesKept = 20

    mutating func count(width: Int, line: Int) {
        tallies[width, default: Tally()].rows += 1
        if tallies[width, default: Tally()].firstLines.count < Self.linesKept {
            tallies[width, default: Tally()].firstLines.append(line)
        }
    }

    /// The width that most rows have; the larger one of equals, 0 without rows.
    package var usual: Int {
        tallies.max { ($0.value.rows, $0.key) < ($1.value.rows, $1.key) }?.key ?? 0
    }

    /// The first lines whose rows have another width than the usual one, in order.
    package var ragged: [(line: Int, width: Int)] {
        let usual = usual
        return tallies.filter { $0.key != usual }
            .flatMap { width, tally in tally.firstLines.map { (line: $0, width: width) } }
            .sorted { ($0.line, $0.width) < ($1.line, $1.width) }
    }
}
