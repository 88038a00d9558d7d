package import Formulas
package import Performance
package import Quantities

/// Reads books, rows and journal on one snapshot; of no use after the read.
package struct LedgerReader {
    let connection: any DatabaseConnection
    let store: LedgerStore

    // MARK: - Books

    /// The book as it is now, or as it was when the journal stood at a number.
    package func book(_ id: BookID, asOf journalNumber: Int64 = .max) throws -> BookRecord? {
        try connection.rows(
            """
            SELECT unit_code, fiscal_year, unit_name, state, details FROM books
            WHERE unit_code = \(id.unitCode) AND fiscal_year = \(id.year.number)
                AND journal_number <= \(journalNumber)
            ORDER BY id DESC LIMIT 1
            """
        ).first.map { try BookRecord($0) }
    }

    /// All books as they are now, by unit and year.
    package func books(unitCode: String? = nil) throws -> [BookRecord] {
        let unit: SQLStatement = unitCode.map { " AND b.unit_code = \($0)" } ?? ""
        return try connection.rows(
            """
            SELECT unit_code, fiscal_year, unit_name, state, details FROM books b
            WHERE NOT EXISTS (
                SELECT 1 FROM books later WHERE later.unit_code = b.unit_code
                    AND later.fiscal_year = b.fiscal_year AND later.id > b.id)
            """ + unit + " ORDER BY unit_code, fiscal_year"
        ).map { try BookRecord($0) }
    }

    // MARK: - Journal

    /// The head of a unit's chain; number 0 before its first entry.
    package func head(of unitCode: String) throws -> Anchor {
        let row = try connection.rows(
            "SELECT number, hash FROM journal_heads WHERE unit_code = \(unitCode)"
        ).first
        guard let row else { return Anchor(unitCode: unitCode, number: 0, hash: .none) }
        guard let hash = ContentDigest(bytes: try row.bytes("hash"))
        else { throw StorageError.unexpectedValue("journal_heads.hash") }
        return Anchor(unitCode: unitCode, number: try row.integer("number"), hash: hash)
    }

    /// Units that have a journal or a head, sorted.
    package func units() throws -> [String] {
        try connection.rows(
            """
            SELECT unit_code FROM journal_heads UNION SELECT unit_code FROM journal
            ORDER BY unit_code
            """
        ).map { try $0.text("unit_code") }
    }

    /// Entries after a number, in their order.
    package func journal(
        of unitCode: String, after number: Int64 = 0, limit: Int = 100
    ) throws -> [JournalRecord] {
        try connection.rows(
            """
            SELECT unit_code, number, at_ms, actor, action, payload, additions, previous_hash, hash
            FROM journal WHERE unit_code = \(unitCode) AND number > \(number)
            ORDER BY number LIMIT \(limit)
            """
        ).map { try JournalRecord($0) }
    }

    // MARK: - Rows

    /// Which rows of a ledger are asked for.
    package struct RowSelection: Hashable, Sendable {
        package var unitCode: String
        /// nil: of all years, as registers are read.
        package var year: FiscalYear?
        /// Rows of later journal numbers do not exist yet.
        package var journalNumber: Int64
        package var afterID: Int64
        /// nil: all.
        package var limit: Int?

        package init(
            unitCode: String, year: FiscalYear? = nil, asOf journalNumber: Int64 = .max,
            afterID: Int64 = 0, limit: Int? = nil
        ) {
            self.unitCode = unitCode
            self.year = year
            self.journalNumber = journalNumber
            self.afterID = afterID
            self.limit = limit
        }
    }

    /// Hands out rows in the order of their ids, 红冲 among them, as they arrive.
    package func forEachRow(
        of ledger: String, _ selection: RowSelection,
        _ body: (LedgerRow, RowSource) throws -> Void
    ) throws {
        let (definition, _) = try store.ledger(ledger)
        let condition = try condition(selection)
        try forEachRow(of: definition, where: condition, body)
    }

    /// One page of rows, in the order of their ids.
    package func rows(of ledger: String, _ selection: RowSelection) throws -> [LedgerRow] {
        var rows: [LedgerRow] = []
        try forEachRow(of: ledger, selection) { row, _ in rows.append(row) }
        return rows
    }

    /// Where rows come from, by id; ids that are unknown are left out.
    package func sources(
        of ids: [Int64], in ledger: String, unitCode: String
    ) throws -> [Int64: RowSource] {
        let (definition, _) = try store.ledger(ledger)
        var sources: [Int64: RowSource] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let list = SQLStatement(stringLiteral: ", ").joined(
                ids[start..<min(start + 500, ids.count)].map { "\($0)" })
            try forEachRow(
                of: definition,
                where: " WHERE unit_code = \(unitCode) AND id IN (\(list)) ORDER BY id"
            ) { sources[$0.id] = $1 }
        }
        return sources
    }

    package func row(_ id: Int64, in ledger: String, of book: BookID) throws -> LedgerRow? {
        let (definition, _) = try store.ledger(ledger)
        var found: LedgerRow?
        try forEachRow(
            of: definition,
            where: """
                 WHERE unit_code = \(book.unitCode) AND fiscal_year = \(book.year.number)
                    AND id = \(id)
                """
        ) { row, _ in found = row }
        return found
    }

    package func isReversed(_ id: Int64, in ledger: String, unitCode: String) throws -> Bool {
        let (definition, _) = try store.ledger(ledger)
        return try !connection.rows(
            """
            SELECT id FROM \(name: definition.table)
            WHERE unit_code = \(unitCode) AND reverses = \(id)
            """
        ).isEmpty
    }

    // MARK: - Measures

    /// Answers statements one after the other, all on this snapshot.
    ///
    /// - Returns: the rows of each, as values in the order of its columns.
    package func answers(to statements: [SQLStatement]) throws -> [[[SQLValue]]] {
        try statements.map { try connection.values($0) }
    }

    // MARK: - Statements

    private func condition(_ selection: RowSelection) throws -> SQLStatement {
        var condition: SQLStatement = """
             WHERE unit_code = \(selection.unitCode) AND id > \(selection.afterID)
                AND journal_number <= \(selection.journalNumber)
            """
        if let year = selection.year {
            condition = condition + " AND fiscal_year = \(year.number)"
        }
        condition =
            condition + (selection.year == nil ? " ORDER BY id" : " ORDER BY fiscal_year, id")
        if let limit = selection.limit { condition = condition + " LIMIT \(limit)" }
        return condition
    }

    func forEachRow(
        of ledger: LedgerDefinition, where condition: SQLStatement,
        _ body: (LedgerRow, RowSource) throws -> Void
    ) throws {
        let own = ledger.columns.map { column -> SQLStatement in ", \(name: column.sqlName)" }
        let statement: SQLStatement = """
            SELECT unit_code, fiscal_year, id, journal_number, row_kind, reverses, source_file,
                source_sheet, source_row\(SQLStatement(stringLiteral: "").joined(own))
            FROM \(name: ledger.table)
            """
        try connection.forEachBatch(statement + condition) { _, batch in
            for row in 0..<batch.rowCount {
                try body(
                    Self.ledgerRow(batch, row, columnCount: ledger.columns.count),
                    Self.source(batch, row))
            }
        }
    }

    private static func ledgerRow(
        _ batch: RowBuffer, _ row: Int, columnCount: Int
    ) throws(StorageError) -> LedgerRow {
        func integer(_ column: Int) -> Int64? {
            let cell = batch.cells[row * batch.width + column]
            return cell.kind == .integer ? cell.number : nil
        }
        guard case .text(let unitCode) = batch.value(row: row, column: 0),
            let year = integer(1).flatMap({ FiscalYear(Int($0)) }), let id = integer(2),
            let journalNumber = integer(3),
            let kind = integer(4).flatMap(LedgerRow.Kind.init(rawValue:))
        else { throw .unexpectedValue("row") }
        return LedgerRow(
            id: id, book: BookID(unitCode: unitCode, year: year), journalNumber: journalNumber,
            kind: kind, reverses: integer(5),
            cells: (0..<columnCount).map { batch.cellValue(row: row, column: 9 + $0) })
    }

    private static func source(_ batch: RowBuffer, _ row: Int) -> RowSource {
        func text(_ column: Int) -> String {
            if case .text(let text) = batch.value(row: row, column: column) { text } else { "" }
        }
        let cell = batch.cells[row * batch.width + 8]
        return RowSource(
            file: text(6), sheet: text(7), row: cell.kind == .integer ? cell.number : nil)
    }
}
