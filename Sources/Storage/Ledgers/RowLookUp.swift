import Formulas
import Quantities

/// Tells new rows of a batch from known and contradicting ones, by their keys.
struct RowLookUp {
    let table: LedgerTable
    let book: BookID

    /// Values asked for before the ledger's own columns.
    private static let leading = 6

    /// Where the latest row of a key stands: in the database, or earlier in this batch.
    private enum Latest {
        case stored(RowBuffer, row: Int)
        case offered(row: Int)
    }

    private struct Pending {
        let row: Int
        let key: String
        var generation: Int
    }

    /// - Returns: the rows to add, in the order of the batch.
    func classify(
        _ batch: RowBatch, columnOrder: [Int], _ connection: any DatabaseConnection,
        outcome: inout InsertOutcome
    ) throws -> [LedgerInserter.NewRow] {
        var pending = (0..<batch.count).map { row in
            guard case .text(let key) = batch.rows.value(row: row, column: 0)
            else { preconditionFailure("a row begins with its key") }
            return Pending(row: row, key: key, generation: 0)
        }
        var new: [LedgerInserter.NewRow] = []
        var added: [String: Int] = [:]
        // Each round looks one generation further, for the few keys whose row was taken back.
        while !pending.isEmpty {
            var next: [Pending] = []
            let stored = try stored(
                pending.map { RowKey.text($0.key, generation: $0.generation) }, connection)
            for item in pending {
                let key = RowKey.text(item.key, generation: item.generation)
                let latest: Latest? =
                    stored.rows[key].map { .stored(stored.buffers[$0.buffer], row: $0.row) }
                    ?? added[key].map { .offered(row: $0) }
                switch latest {
                case nil:
                    added[key] = item.row
                    new.append(.init(index: item.row, key: key == item.key ? nil : key))
                case .offered(let row):
                    if isEqual(batch, item.row, batch.rows, row, columnOrder, columnOrder, 1) {
                        outcome.known += 1
                    } else {
                        outcome.append(conflict(batch, item.row, batch, row, columnOrder))
                    }
                case .stored(let buffer, let row):
                    let own = Array(Self.leading..<Self.leading + table.columns.count)
                    if isEqual(batch, item.row, buffer, row, columnOrder, own, 2) {
                        outcome.known += 1
                    } else if buffer.cells[row * buffer.width + 5].number == 1 {
                        next.append(
                            Pending(
                                row: item.row, key: item.key, generation: item.generation + 1))
                    } else {
                        outcome.append(conflict(batch, item.row, buffer, row, columnOrder))
                    }
                }
            }
            pending = next
        }
        return new.sorted { $0.index < $1.index }
    }

    // MARK: - Asking

    private struct Stored {
        var buffers: [RowBuffer] = []
        var rows: [String: (buffer: Int, row: Int)] = [:]
    }

    private func stored(
        _ keys: [String], _ connection: any DatabaseConnection
    ) throws -> Stored {
        var found = Stored()
        let own = SQLStatement(stringLiteral: ", ").joined(
            table.columns.map { "t.\(name: $0.sqlName)" })
        for start in stride(from: 0, to: keys.count, by: 500) {
            let list = SQLStatement(stringLiteral: ", ").joined(
                keys[start..<min(start + 500, keys.count)].map { "(\($0))" })
            // Keys drive, rows follow: with `IN` SQLite scans the whole book for a long list, and
            // it keeps the order of a CROSS JOIN.
            let statement: SQLStatement = """
                WITH offered (row_key) AS (VALUES \(list))
                SELECT t.row_key, t.id, t.row_kind, t.journal_number, t.source_row,
                    CASE WHEN EXISTS (
                        SELECT 1 FROM \(name: table.name) r
                        WHERE r.unit_code = t.unit_code AND r.reverses = t.id
                    ) THEN 1 ELSE 0 END AS struck, \(own), t.source_file, t.source_sheet
                FROM offered CROSS JOIN \(name: table.name) t
                WHERE t.unit_code = \(book.unitCode) AND t.fiscal_year = \(book.year.number)
                    AND t.row_key = offered.row_key
                """
            try connection.forEachBatch(statement) { _, batch in
                for row in 0..<batch.rowCount {
                    guard case .text(let key) = batch.value(row: row, column: 0)
                    else { throw StorageError.unexpectedValue("row_key") }
                    found.rows[key] = (found.buffers.count, row)
                }
                found.buffers.append(batch)
            }
        }
        return found
    }

    // MARK: - Comparing

    /// Whether two rows have the same kind and the same cells.
    private func isEqual(
        _ batch: RowBatch, _ row: Int, _ other: RowBuffer, _ otherRow: Int,
        _ columns: [Int], _ otherColumns: [Int], _ otherKindColumn: Int
    ) -> Bool {
        func same(_ column: Int, _ otherColumn: Int) -> Bool {
            let cell = batch.rows.cells[row * batch.rows.width + column]
            let otherCell = other.cells[otherRow * other.width + otherColumn]
            guard cell.kind == otherCell.kind, cell.length == otherCell.length
            else { return false }
            switch cell.kind {
            case .null: return true
            case .integer: return cell.number == otherCell.number
            case .text, .bytes:
                return batch.rows.bytes[batch.rows.range(of: cell)]
                    .elementsEqual(other.bytes[other.range(of: otherCell)])
            }
        }
        return same(1, otherKindColumn)
            && zip(columns, otherColumns).allSatisfy { same($0, $1) }
    }

    private func conflict(
        _ batch: RowBatch, _ row: Int, _ buffer: RowBuffer, _ other: Int, _ order: [Int]
    ) -> RowConflict {
        func integer(_ column: Int) -> Int64 { buffer.cells[other * buffer.width + column].number }
        func text(_ column: Int) -> String {
            if case .text(let text) = buffer.value(row: other, column: column) { text } else { "" }
        }
        let count = table.columns.count
        let sourceRow: Int64? = buffer.value(row: other, column: 4) == .null ? nil : integer(4)
        return RowConflict(
            rowKey: text(0),
            existing: LedgerRow(
                id: integer(1), book: book, journalNumber: integer(3),
                kind: LedgerRow.Kind(rawValue: integer(2)) ?? .normal,
                cells: definitionOrder(order) {
                    buffer.cellValue(row: other, column: Self.leading + $0)
                }),
            existingSource: RowSource(
                file: text(Self.leading + count), sheet: text(Self.leading + count + 1),
                row: sourceRow),
            offeredKind: batch.kind(ofRow: row),
            offered: batch.cells(ofRow: row), offeredSource: batch.source(ofRow: row))
    }

    /// A conflict between two rows of one batch: the earlier one is about to be added.
    private func conflict(
        _ batch: RowBatch, _ row: Int, _ same: RowBatch, _ earlier: Int, _ order: [Int]
    ) -> RowConflict {
        let key: String =
            if case .text(let key) = same.rows.value(row: earlier, column: 0) { key } else { "" }
        return RowConflict(
            rowKey: key,
            existing: LedgerRow(
                id: 0, book: book, journalNumber: 0, kind: same.kind(ofRow: earlier),
                cells: same.cells(ofRow: earlier)),
            existingSource: same.source(ofRow: earlier), offeredKind: batch.kind(ofRow: row),
            offered: batch.cells(ofRow: row), offeredSource: batch.source(ofRow: row))
    }

    /// Puts cells that are stored in the table's order into the definition's.
    private func definitionOrder(
        _ order: [Int], _ cell: (Int) -> CellValue
    ) -> [CellValue] {
        var cells = Array(repeating: CellValue.missing, count: order.count)
        for (stored, offered) in order.enumerated() {
            cells[offered - RowBatch.leadingCells] = cell(stored)
        }
        return cells
    }
}

extension RowBatch {
    func kind(ofRow row: Int) -> LedgerRow.Kind {
        LedgerRow.Kind(rawValue: rows.cells[row * rows.width + 1].number) ?? .normal
    }

    /// In the order of the definition's columns.
    func cells(ofRow row: Int) -> [CellValue] {
        (0..<columnCount).map { rows.cellValue(row: row, column: Self.leadingCells + $0) }
    }

    func source(ofRow row: Int) -> RowSource {
        let cell = rows.cells[row * rows.width + 2]
        return RowSource(file: file, sheet: sheet, row: cell.kind == .null ? nil : cell.number)
    }
}
