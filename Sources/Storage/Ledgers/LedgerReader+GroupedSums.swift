package import Formulas
package import Performance
package import Quantities

/// Sums of one amount by unit and by what stands in some columns, of all books of a year at once.
package struct GroupedSumQuery: Sendable {
    package let ledger: LedgerDefinition
    /// The amount's Chinese column name.
    package let amount: String
    /// The Chinese names of the columns to group by.
    package let groups: [String]
    package let year: FiscalYear
    /// Sums run from the first day of the year to each of these days.
    package let ends: [Day]
    /// nil asks for all units.
    package let unitCode: String?
    /// Rows of later journal numbers do not exist yet; each unit has numbers of its own.
    package let journalNumber: Int64

    package init(
        _ ledger: LedgerDefinition, sum amount: String, by groups: [String], year: FiscalYear,
        through ends: [Day], unitCode: String? = nil, asOf journalNumber: Int64 = .max
    ) {
        self.ledger = ledger
        self.amount = amount
        self.groups = groups
        self.year = year
        self.ends = ends
        self.unitCode = unitCode
        self.journalNumber = journalNumber
    }
}

/// One group's sums.
package struct GroupedSum: Hashable, Sendable {
    package let unitCode: String
    /// What stands in the columns; "" where a cell is blank.
    package let groups: [String]
    /// One an end; 0 where nothing was entered by then.
    package let sums: [Int64]
}

extension LedgerReader {
    /// Answers a query in one pass over the ledger: rows that were taken back (红冲) do not count, 退款
    /// do, as in `sum`.
    ///
    /// - Throws: ``StorageError/unknownLedger(_:)`` for a column that the ledger has not.
    package func sums(_ query: GroupedSumQuery) throws -> [GroupedSum] {
        let groups = try query.groups.map {
            "e.\(name: try column($0, query.ledger))" as SQLStatement
        }
        let amount = try column(query.amount, query.ledger)
        let day = try column(query.ledger.dayColumn, query.ledger)
        var columns: [SQLStatement] = ["e.unit_code"]
        let texts = groups.map { "COALESCE(\($0), '')" as SQLStatement }
        columns += texts
        columns += query.ends.map {
            "CAST(SUM(e.\(name: amount)) FILTER (WHERE e.\(name: day) <= \($0.iso)) AS BIGINT)"
        }
        let keys = SQLStatement(", ").joined(["e.unit_code"] + groups)
        // Blank cells are texts here, since each database puts nulls somewhere else.
        let order = SQLStatement(", ").joined(["e.unit_code"] + texts)
        let unit: SQLStatement = query.unitCode.map { " AND e.unit_code = \($0)" } ?? ""
        let struck: SQLStatement = query.unitCode.map { " AND unit_code = \($0)" } ?? ""
        let last = query.ends.max() ?? query.year.lastDay
        let rows = try connection.values(
            """
            SELECT \(SQLStatement(", ").joined(columns))
            FROM \(name: query.ledger.table) e
            LEFT JOIN (SELECT unit_code, reverses FROM \(name: query.ledger.table)
                WHERE row_kind = 1 AND reverses IS NOT NULL
                    AND journal_number <= \(query.journalNumber)\(struck)) v
                ON v.unit_code = e.unit_code AND v.reverses = e.id
            WHERE e.fiscal_year = \(query.year.number) AND e.row_kind <> 1
                AND e.journal_number <= \(query.journalNumber)
                AND v.reverses IS NULL AND e.\(name: day) <= \(last.iso)\(unit)
            GROUP BY \(keys) ORDER BY \(order)
            """)
        return try rows.map { try Self.sum($0, groupCount: groups.count) }
    }

    private func column(
        _ name: String, _ ledger: LedgerDefinition
    ) throws(StorageError) -> String {
        guard let column = ledger.columns.first(where: { $0.name == name })
        else { throw .unknownLedger("\(ledger.name).\(name)") }
        return column.sqlName
    }

    private static func sum(
        _ row: [SQLValue], groupCount: Int
    ) throws(StorageError) -> GroupedSum {
        var texts: [String] = []
        for value in row.prefix(groupCount + 1) {
            guard case .text(let text) = value else { throw .unexpectedValue("group") }
            texts.append(text)
        }
        var sums: [Int64] = []
        for value in row.dropFirst(groupCount + 1) {
            switch value {
            case .integer(let sum): sums.append(sum)
            case .null: sums.append(0)
            case .text, .bytes: throw .unexpectedValue("sum")
            }
        }
        return GroupedSum(unitCode: texts[0], groups: Array(texts.dropFirst()), sums: sums)
    }

    /// Hands out the rows of a ledger of all units, or of one, by unit and id, 红冲 among them.
    package func forEachRow(
        of ledger: String, unitCode: String? = nil, asOf journalNumber: Int64 = .max,
        _ body: (LedgerRow, RowSource) throws -> Void
    ) throws {
        let (definition, _) = try store.ledger(ledger)
        let condition: SQLStatement =
            " WHERE journal_number <= \(journalNumber)"
            + (unitCode.map { " AND unit_code = \($0)" } ?? "")
        try forEachRow(of: definition, where: condition + " ORDER BY unit_code, id", body)
    }
}
