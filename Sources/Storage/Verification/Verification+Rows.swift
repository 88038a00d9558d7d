import Formulas
import Performance

extension Verification {
    /// Rows of one journal number and year while they pass by.
    private struct Group {
        let key: AdditionKey
        var digest = RowDigest()
        var rowCount: Int64 = 0
        var hasFindings = false
    }

    /// Compares the rows of one table with what the journal promises; takes what it has met out of
    /// `expected`.
    ///
    /// - Parameter columns: the columns that are digested, in their order.
    mutating func checkRows(
        of unit: String, in table: String, columns: [String],
        _ expected: inout [AdditionKey: TableAddition], _ ordinals: [OrdinalKey: Int64]
    ) throws {
        let list = SQLStatement(stringLiteral: ", ").joined(
            (columns + [LedgerTable.digestColumn]).map { "\(name: $0)" })
        let statement: SQLStatement = """
            SELECT \(list) FROM \(name: table)
            WHERE unit_code = \(unit) ORDER BY fiscal_year, id
            """
        let id = columns.firstIndex(of: "id") ?? 2
        var group: Group?
        var incomplete: Set<Int64> = []
        // A nested function of a struct cannot capture `self` while it changes, hence the copy.
        var state = self
        try connection.forEachBatch(statement) { _, batch in
            for row in 0..<batch.rowCount {
                let start = row * batch.width
                let rowID = batch.cells[start + id].number
                let key = AdditionKey(
                    table: table, year: batch.cells[start + 1].number,
                    number: rowID / LedgerTable.rowsPerJournalNumber)
                if group?.key != key {
                    if let group { state.close(group, unit, &expected, &incomplete) }
                    group = Group(key: key)
                }
                let isCovered =
                    expected[key] != nil
                    && rowID % LedgerTable.rowsPerJournalNumber
                        <= ordinals[.init(table: table, number: key.number)] ?? 0
                guard isCovered else {
                    state.append(unit, .rowNotJournaled(table: table, id: rowID))
                    continue
                }
                let stored = batch.cells[start + batch.width - 1].number
                let digest = Self.digest(batch, start, &group)
                if digest != stored {
                    state.append(unit, .rowChanged(table: table, id: rowID))
                    group?.hasFindings = true
                }
            }
            state.report(unit, table, rows: batch.rowCount)
        }
        if let group { state.close(group, unit, &expected, &incomplete) }
        self = state
        for key in expected.keys where key.table == table { incomplete.insert(key.number) }
        for number in incomplete.sorted() {
            try nameMissingRows(
                of: unit, in: table, number, ordinals[.init(table: table, number: number)] ?? 0)
        }
        expected = expected.filter { $0.key.table != table }
    }

    private static func digest(_ batch: RowBuffer, _ start: Int, _ group: inout Group?) -> Int64 {
        batch.cells.withUnsafeBufferPointer { cells in
            batch.bytes.withUnsafeBytes { bytes in
                let row = UnsafeBufferPointer(rebasing: cells[start..<start + batch.width - 1])
                group?.rowCount += 1
                return group?.digest.add(row, bytes) ?? 0
            }
        }
    }

    private mutating func close(
        _ group: Group, _ unit: String, _ expected: inout [AdditionKey: TableAddition],
        _ incomplete: inout Set<Int64>
    ) {
        guard let addition = expected.removeValue(forKey: group.key) else { return }
        if group.rowCount != addition.rowCount {
            incomplete.insert(group.key.number)
        } else if !group.hasFindings, group.digest.value != addition.digest {
            append(
                unit,
                .rowsChanged(
                    table: group.key.table, year: group.key.year, number: group.key.number))
        }
    }

    /// Names the ordinals of a journal number that have no row.
    private mutating func nameMissingRows(
        of unit: String, in table: String, _ number: Int64, _ last: Int64
    ) throws {
        let first = number * LedgerTable.rowsPerJournalNumber
        var isPresent = Array(repeating: false, count: Int(last) + 1)
        let statement: SQLStatement = """
            SELECT id FROM \(name: table) WHERE unit_code = \(unit)
                AND id BETWEEN \(first + 1) AND \(first + last)
            """
        try connection.forEachBatch(statement) { _, batch in
            for cell in batch.cells { isPresent[Int(cell.number - first)] = true }
        }
        for ordinal in 1..<(isPresent.count) where !isPresent[ordinal] {
            append(unit, .rowMissing(table: table, id: first + Int64(ordinal)))
        }
    }
}
