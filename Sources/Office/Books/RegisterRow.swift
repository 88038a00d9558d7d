package import Formulas
package import Performance
package import Quantities
package import Storage

/// One current version of a register, read by the Chinese names of its columns.
package struct RegisterRow: Sendable {
    package let row: LedgerRow
    package let source: RowSource
    private let definition: LedgerDefinition

    package init(_ row: LedgerRow, _ source: RowSource, _ definition: LedgerDefinition) {
        self.row = row
        self.source = source
        self.definition = definition
    }

    /// The text of a cell; "" where it is blank.
    package func text(_ column: String) -> String {
        if case .text(let text) = cell(column) { text } else { "" }
    }

    package func truth(_ column: String) -> Bool? {
        if case .integer(let number) = cell(column) { number != 0 } else { nil }
    }

    /// A number with the scale of its column.
    package func number(_ column: String) -> ExactDecimal? {
        guard case .integer(let number) = cell(column),
            case .number(let scale, _) = definition.columns.first(where: { $0.name == column })?
                .type
        else { return nil }
        return ExactDecimal(mantissa: Int128(number), scale: scale)
    }

    /// `12-自评报告文字.csv 第5行`
    package var sourceText: String { source.text }

    /// The same row with another text in one column.
    func with(_ text: String, in column: String) -> RegisterRow {
        var cells = row.cells
        if let place = definition.columns.firstIndex(where: { $0.name == column }) {
            cells[place] = .text(text)
        }
        let changed = LedgerRow(
            id: row.id, book: row.book, journalNumber: row.journalNumber, kind: row.kind,
            reverses: row.reverses, cells: cells)
        return RegisterRow(changed, source, definition)
    }

    func cell(_ column: String) -> CellValue {
        definition.columns.firstIndex { $0.name == column }.map { row.cells[$0] } ?? .missing
    }
}

extension RowSource {
    /// `10-工作记录.xlsx·工作记录 第5行`
    package var text: String {
        let place = row.map { " 第\($0)行" } ?? ""
        return file + (sheet.isEmpty ? "" : "·\(sheet)") + place
    }
}

extension LedgerReader {
    /// The current versions of a register (登记簿) at a snapshot, in id order.
    package func current(
        _ definition: LedgerDefinition, at snapshot: Snapshot
    ) throws -> [RegisterRow] {
        let unit = snapshot.book.unitCode
        let struck = try reversedIDs(
            in: definition.table, unitCode: unit, asOf: snapshot.journalNumber)
        var rows: [LedgerRow] = []
        var sources: [Int64: RowSource] = [:]
        try forEachRow(
            of: definition.table, .init(unitCode: unit, asOf: snapshot.journalNumber)
        ) { row, source in
            guard !struck.contains(row.id) else { return }
            rows.append(row)
            sources[row.id] = source
        }
        return try definition.shape.currentVersions(of: rows, on: snapshot.periodEnd).compactMap {
            row in sources[row.id].map { RegisterRow(row, $0, definition) }
        }
    }
}
