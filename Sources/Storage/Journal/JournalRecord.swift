package import Performance

/// A journal row as it stands in the database: the entry and the hash written beside it.
package struct JournalRecord: Hashable, Sendable {
    package let entry: JournalEntry
    package let storedHash: ContentDigest
    /// Whether the row reads, byte for byte, as it was hashed.
    package let isIntact: Bool

    init(_ row: SQLRow) throws {
        guard let previousHash = ContentDigest(bytes: try row.bytes("previous_hash")),
            let hash = ContentDigest(bytes: try row.bytes("hash"))
        else { throw StorageError.unexpectedValue("journal.hash") }
        let payload = try row.text("payload")
        let additions = try row.text("additions")
        entry = JournalEntry(
            unitCode: try row.text("unit_code"), number: try row.integer("number"),
            at: try row.integer("at_ms"), actor: try row.text("actor"),
            action: try row.text("action"),
            payload: try CanonicalJSON(reading: payload),
            additions: try (CanonicalJSON(reading: additions).array ?? []).map {
                guard let addition = TableAddition(json: $0)
                else { throw StorageError.unexpectedValue("journal.additions") }
                return addition
            }, previousHash: previousHash)
        storedHash = hash
        isIntact =
            entry.hash == hash && entry.payload.text == payload
            && entry.additionsJSON.text == additions
    }
}
