import Formulas
import Performance

extension LedgerReader {
    /// The ids of the rows of a ledger that are taken back (红冲) as the journal stood at a number.
    package func reversedIDs(
        in ledger: String, unitCode: String, asOf journalNumber: Int64 = .max
    ) throws -> Set<Int64> {
        let (definition, _) = try store.ledger(ledger)
        var ids: Set<Int64> = []
        for row in try connection.rows(
            """
            SELECT reverses FROM \(name: definition.table)
            WHERE unit_code = \(unitCode) AND reverses IS NOT NULL
                AND journal_number <= \(journalNumber)
            """)
        {
            ids.insert(try row.integer("reverses"))
        }
        return ids
    }
}
