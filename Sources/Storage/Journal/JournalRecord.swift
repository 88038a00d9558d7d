package import Performance

/// A journal row as it stands in the database: the entry and the hash written beside it.
package struct JournalRecord: Hashable, Sendable {
    package let entry: JournalEntry
    package let storedHash: ContentDigest

    init(_ row: SQLRow) throws {
        guard let previousHash = ContentDigest(bytes: try row.bytes("previous_hash")),
            let hash = ContentDigest(bytes: try row.bytes("hash"))
        else { throw StorageError.unexpectedValue("journal.hash") }
        let additions = try CanonicalJSON(reading: try row.text("additions")).array ?? []
        entry = JournalEntry(
            unitCode: try row.text("unit_code"), number: try row.integer("number"),
            at: try row.integer("at_ms"), actor: try row.text("actor"),
            action: try row.text("action"),
            payload: try CanonicalJSON(reading: try row.text("payload")),
            additions: try additions.map {
                guard let addition = TableAddition(json: $0)
                else { throw StorageError.unexpectedValue("journal.additions") }
                return addition
            }, previousHash: previousHash)
        storedHash = hash
    }
}
