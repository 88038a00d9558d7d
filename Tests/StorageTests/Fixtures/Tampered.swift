import Formulas
import Performance
import Storage
import Testing

/// A store whose database somebody changes past the guards.
struct Tampered {
    let place: TestPlace
    let store: LedgerStore

    /// Runs `body` with the guards away and puts them back, as a careful intruder would.
    func withoutGuards(_ body: (any DatabaseConnection) throws -> Void) throws {
        try place.owner().write { connection in
            let guards = try guards(connection)
            for trigger in guards { try connection.run(script: trigger.drop) }
            try body(connection)
            for trigger in guards { try connection.run(script: trigger.create) }
        }
    }

    func dropGuards() throws {
        try place.owner().write { connection in
            for trigger in try guards(connection) { try connection.run(script: trigger.drop) }
        }
    }

    private func guards(
        _ connection: any DatabaseConnection
    ) throws -> [(drop: String, create: String)] {
        switch place.backend {
        case .sqlite:
            let names = [
                "payment_no_update", "payment_no_delete", "payment_no_replace",
                "payment_open_book", "books_no_update", "journal_no_update", "journal_no_delete",
            ]
            return try names.map { name in
                let row = try connection.rows("SELECT sql FROM sqlite_schema WHERE name = \(name)")
                return ("DROP TRIGGER \(name)", try #require(row.first).text("sql"))
            }
        case .postgresql:
            let names = [
                ("payment_append_only", "payment"), ("payment_open_book", "payment"),
                ("books_append_only", "books"), ("journal_append_only", "journal"),
            ]
            return names.map { name, table in
                (
                    "ALTER TABLE \(table) DISABLE TRIGGER \(name)",
                    "ALTER TABLE \(table) ENABLE TRIGGER \(name)"
                )
            }
        }
    }

    /// Changes the first payment and gives it the digest that fits its new amount: the digest of the
    /// same payment in a database of its own.
    func changeAmountWithItsDigest() throws {
        let twin = try TestPlace(place.backend)
        let other = try twin.store()
        let book = try BookID.sample()
        try other.open(book)
        try other.add([Payment(voucher: "A", fen: 9)], to: book)
        let row = try other.database.read {
            try $0.rows("SELECT row_digest FROM payment")
        }
        let digest = try #require(row.first).integer("row_digest")
        try withoutGuards {
            try $0.execute(
                """
                UPDATE payment SET amount_fen = 9, row_digest = \(digest)
                WHERE voucher_number = \("A")
                """)
        }
    }

    /// Changes the actor of one journal row and recomputes every hash from there on.
    func rewriteChain(from first: Int64) throws {
        let records = try store.read { try $0.journal(of: "440118001") }
        try withoutGuards { connection in
            var previous = ContentDigest.none
            for record in records {
                let old = record.entry
                let entry = JournalEntry(
                    unitCode: old.unitCode, number: old.number, at: old.at,
                    actor: old.number == first ? "别人" : old.actor, action: old.action,
                    payload: old.payload, additions: old.additions, previousHash: previous)
                previous = entry.hash
                try connection.execute(
                    """
                    UPDATE journal SET actor = \(entry.actor),
                        previous_hash = \(SQLValue.bytes(entry.previousHash.bytes)),
                        hash = \(SQLValue.bytes(previous.bytes))
                    WHERE number = \(entry.number)
                    """)
            }
            try connection.execute(
                "UPDATE journal_heads SET hash = \(SQLValue.bytes(previous.bytes))")
        }
    }
}
