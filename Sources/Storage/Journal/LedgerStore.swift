import Formulas
package import Performance

/// The store of ledgers, books and journal: rows come in only with their journal entry.
package struct LedgerStore: Sendable {
    package let database: any Database
    package let ledgers: [LedgerDefinition]
    /// Where the head is written after each acceptance.
    package let anchors: AnchorFile?
    private let tables: [String: LedgerTable]

    /// Opens the store on tables that ``SchemaSetup`` has made.
    ///
    /// - Throws: ``StorageError/schemaNotPrepared``, ``StorageError/ledgerChanged(ledger:change:)``.
    package init(
        _ database: any Database, ledgers: [LedgerDefinition], anchors: AnchorFile? = nil
    ) throws {
        self.database = database
        self.ledgers = ledgers
        self.anchors = anchors
        let stored = try database.read { connection in
            guard try SchemaSetup.tableExists("schema_migrations", connection),
                try SchemaSetup.appliedMigrations(connection).count
                    == SchemaSetup.migrations.count
            else { throw StorageError.schemaNotPrepared }
            return try SchemaSetup.tables(connection)
        }
        var tables: [String: LedgerTable] = [:]
        for table in stored { tables[table.name] = table }
        for ledger in ledgers {
            guard let table = tables[ledger.table] else { throw StorageError.schemaNotPrepared }
            guard try table.extended(by: ledger) == table
            else { throw StorageError.schemaNotPrepared }
        }
        self.tables = tables
    }

    /// Accepts a use case: its rows, its journal entry and the new head of the chain, in one
    /// transaction under a lock on the unit's head. Nothing is left of it when `body` throws.
    ///
    /// - Parameter journalsAlways: false leaves no entry where `body` adds nothing.
    package func accept<R>(
        _ useCase: UseCase, journalsAlways: Bool = true, _ body: (Acceptance) throws -> R
    ) throws -> Accepted<R> {
        let (result, entry) = try database.write { connection in
            let acceptance = try Acceptance(useCase, self, connection)
            let result = try body(acceptance)
            return (result, try acceptance.finish(journalsAlways: journalsAlways))
        }
        guard let (entry, hash) = entry else { return Accepted(result: result, receipt: nil) }
        let anchor = Anchor(unitCode: entry.unitCode, number: entry.number, hash: hash)
        var failure: StorageError?
        do throws(StorageError) { try anchors?.append(anchor) } catch { failure = error }
        return Accepted(
            result: result,
            receipt: JournalReceipt(entry: entry, hash: hash, anchorFailure: failure))
    }

    /// Runs `body` as ``accept(_:journalsAlways:_:)`` does and takes everything back (预览).
    package func rehearse<R>(_ useCase: UseCase, _ body: (Acceptance) throws -> R) throws -> R {
        var result: R?
        do {
            try database.write { connection in
                result = try body(try Acceptance(useCase, self, connection))
                throw RehearsalEnd()
            }
        } catch is RehearsalEnd {}
        guard let result else { throw StorageError.databaseFailed(reason: "rehearsal") }
        return result
    }

    /// Reads on one consistent snapshot.
    package func read<R>(_ body: (LedgerReader) throws -> R) throws -> R {
        try database.read { try body(LedgerReader(connection: $0, store: self)) }
    }

    func ledger(_ table: String) throws(StorageError) -> (LedgerDefinition, LedgerTable) {
        guard let ledger = ledgers.first(where: { $0.table == table }), let stored = tables[table]
        else { throw .unknownLedger(table) }
        return (ledger, stored)
    }

    private struct RehearsalEnd: Error {}
}

extension LedgerStore {
    /// Makes the tables where they are missing, then opens the store: one person, one file.
    package static func prepared(
        _ database: any Database, ledgers: [LedgerDefinition], anchors: AnchorFile? = nil
    ) throws -> LedgerStore {
        try SchemaSetup(database).prepare(ledgers: ledgers)
        return try LedgerStore(database, ledgers: ledgers, anchors: anchors)
    }
}
