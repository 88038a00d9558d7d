import Formulas
package import Performance

extension LedgerReader {
    /// The last entry of a unit's journal that added rows: what the figures stand on.
    ///
    /// Entries after it, such as released reports, change no figure; number 0 before the first.
    package func dataHead(of unitCode: String, asOf journalNumber: Int64 = .max) throws -> Anchor {
        let row = try connection.rows(
            """
            SELECT number, hash FROM journal
            WHERE unit_code = \(unitCode) AND number <= \(journalNumber) AND additions <> '[]'
            ORDER BY number DESC LIMIT 1
            """
        ).first
        guard let row else { return Anchor(unitCode: unitCode, number: 0, hash: .none) }
        guard let hash = ContentDigest(bytes: try row.bytes("hash"))
        else { throw StorageError.unexpectedValue("journal.hash") }
        return Anchor(unitCode: unitCode, number: try row.integer("number"), hash: hash)
    }
}
