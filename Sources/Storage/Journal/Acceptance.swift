package import Formulas
import Performance
import Quantities

/// A use case while it is being accepted: what its body may add.
///
/// It holds the lock on the unit's head and is of no use after the body.
package final class Acceptance {
    package let useCase: UseCase
    /// The number that the journal entry will have.
    package let journalNumber: Int64
    private let previousHash: ContentDigest
    private let store: LedgerStore
    private let connection: any DatabaseConnection
    private var books: [BookID: BookRecord] = [:]
    private var inserters: [String: LedgerInserter] = [:]
    private var additions: [String: TableAdditionBuilder] = [:]

    init(_ useCase: UseCase, _ store: LedgerStore, _ connection: any DatabaseConnection) throws {
        guard Self.isUnitCode(useCase.unitCode)
        else { throw StorageError.invalidUnitCode(useCase.unitCode) }
        self.useCase = useCase
        self.store = store
        self.connection = connection
        let head = try Self.lockedHead(of: useCase.unitCode, connection)
        journalNumber = head.number + 1
        previousHash = head.hash
    }

    /// Reads inside the transaction: what the body has added is there already.
    package var reader: LedgerReader { LedgerReader(connection: connection, store: store) }

    // MARK: - Rows

    /// Adds the rows of a batch that are new.
    ///
    /// - Returns: how many were new and known, and the conflicts, of which nothing is written; the
    ///   body throws when it does not want the rest.
    package func insert(
        _ batch: RowBatch, into ledger: String, of book: BookID
    ) throws -> InsertOutcome {
        let (definition, table) = try store.ledger(ledger)
        let record = try openBook(book)
        guard record.ledgers.contains(ledger)
        else { throw StorageError.ledgerNotKept(definition.name, book) }
        let key = "\(book.year.number) \(ledger)"
        let inserter =
            try inserters[key]
            ?? LedgerInserter(
                definition, table: table, book: book, journalNumber: journalNumber,
                addition: addition(to: ledger, named: definition.name), connection: connection)
        inserters[key] = inserter
        return try inserter.insert(batch)
    }

    /// Takes a row back (红冲) by another row with the same cells.
    ///
    /// - Returns: the id of the 红冲.
    @discardableResult
    package func reverse(
        _ rowID: Int64, in ledger: String, of book: BookID, source: RowSource
    ) throws -> Int64 {
        let (definition, table) = try store.ledger(ledger)
        _ = try openBook(book)
        guard let row = try reader.row(rowID, in: ledger, of: book)
        else { throw StorageError.unknownRow(ledger: definition.name, id: rowID) }
        guard row.kind != .reversal
        else { throw StorageError.reversalCannotBeReversed(ledger: definition.name, id: rowID) }
        guard try !reader.isReversed(rowID, in: ledger, unitCode: book.unitCode)
        else { throw StorageError.alreadyReversed(ledger: definition.name, id: rowID) }
        let addition = addition(to: ledger, named: definition.name)
        let id = try addition.nextID()
        var output = RowBuffer(width: table.digestedColumns.count + 1)
        let common: [SQLValue] = [
            .text(book.unitCode), .integer(Int64(book.year.number)), .integer(id),
            .text(RowKey.reversal(of: rowID)), .integer(journalNumber),
            .integer(LedgerRow.Kind.reversal.rawValue), .integer(rowID), .text(source.file),
            .text(source.sheet), source.row.map { .integer($0) } ?? .null,
        ]
        for value in common { output.append(value) }
        for column in table.columns {
            let index = definition.columns.firstIndex { $0.sqlName == column.sqlName }
            if let index { output.append(row.cells[index]) } else { output.appendNull() }
        }
        output.append(addition.digest(lastCellsOf: output, year: Int64(book.year.number)))
        try connection.bulkInserter(
            into: ledger, columns: table.digestedColumns + [LedgerTable.digestColumn]
        ).insert(output)
        return id
    }

    // MARK: - Books

    /// Opens, closes or changes a book; the version before stays.
    package func put(_ book: BookRecord) throws {
        guard book.id.unitCode == useCase.unitCode
        else { throw StorageError.bookOfAnotherUnit(book.id) }
        for ledger in book.ledgers { _ = try store.ledger(ledger) }
        let addition = addition(to: "books", named: "账套")
        var output = RowBuffer(width: BookRecord.columns.count + 1)
        for value in book.values(id: try addition.nextID(), journalNumber: journalNumber) {
            output.append(value)
        }
        output.append(addition.digest(lastCellsOf: output, year: Int64(book.id.year.number)))
        try connection.bulkInserter(
            into: "books", columns: BookRecord.columns + [LedgerTable.digestColumn]
        ).insert(output)
        books[book.id] = book
    }

    /// Has a book keep a ledger from now on (启用台账): without rows it then gives 0, not missing.
    package func keep(_ ledger: String, in id: BookID) throws {
        let book = try openBook(id)
        guard !book.ledgers.contains(ledger) else { return }
        try put(
            BookRecord(
                id: id, unitName: book.unitName, state: book.state,
                ledgers: book.ledgers + [ledger], openingFigures: book.openingFigures))
    }

    private func openBook(_ id: BookID) throws -> BookRecord {
        guard id.unitCode == useCase.unitCode else { throw StorageError.bookOfAnotherUnit(id) }
        guard let book = try books[id] ?? reader.book(id)
        else { throw StorageError.unknownBook(id) }
        books[id] = book
        guard book.state == .open else { throw StorageError.bookClosed(id) }
        return book
    }

    private func addition(to table: String, named name: String) -> TableAdditionBuilder {
        if let addition = additions[table] { return addition }
        let addition = TableAdditionBuilder(
            table: table, ledgerName: name, journalNumber: journalNumber)
        additions[table] = addition
        return addition
    }

    // MARK: - Journal

    /// Writes the journal entry and the head; nil where nothing was added and none is wanted.
    func finish(journalsAlways: Bool) throws -> (JournalEntry, ContentDigest)? {
        let added = additions.values.sorted { $0.table < $1.table }.flatMap(\.additions)
        guard journalsAlways || !added.isEmpty else { return nil }
        let entry = JournalEntry(
            unitCode: useCase.unitCode, number: journalNumber, at: useCase.at,
            actor: useCase.actor, action: useCase.action, payload: useCase.payload,
            additions: added, previousHash: previousHash)
        let hash = entry.hash
        try connection.execute(
            """
            INSERT INTO journal (unit_code, number, at_ms, actor, action, payload, additions,
                previous_hash, hash)
            VALUES (\(entry.unitCode), \(entry.number), \(entry.at), \(entry.actor),
                \(entry.action), \(entry.payload.text),
                \(entry.additionsJSON.text), \(SQLValue.bytes(previousHash.bytes)),
                \(SQLValue.bytes(hash.bytes)))
            """)
        let moved = try connection.execute(
            """
            UPDATE journal_heads SET number = \(journalNumber), hash = \(SQLValue.bytes(hash.bytes))
            WHERE unit_code = \(entry.unitCode) AND number = \(journalNumber - 1)
            """)
        guard moved == 1 else { throw StorageError.conflictingTransactions }
        return (entry, hash)
    }

    /// Locks the head of the unit's chain until the transaction ends; makes it where there is none.
    private static func lockedHead(
        of unitCode: String, _ connection: any DatabaseConnection
    ) throws -> (number: Int64, hash: ContentDigest) {
        try connection.execute(
            """
            INSERT INTO journal_heads (unit_code, number, hash)
            VALUES (\(unitCode), 0, \(SQLValue.bytes(ContentDigest.none.bytes)))
            ON CONFLICT (unit_code) DO NOTHING
            """)
        // A write transaction of SQLite holds the whole file.
        let lock: SQLStatement = connection.dialect == .postgresql ? " FOR UPDATE" : ""
        let rows = try connection.rows(
            "SELECT number, hash FROM journal_heads WHERE unit_code = \(unitCode)" + lock)
        guard let head = rows.first, let hash = ContentDigest(bytes: try head.bytes("hash"))
        else { throw StorageError.unexpectedValue("journal_heads") }
        return (try head.integer("number"), hash)
    }

    private static func isUnitCode(_ code: String) -> Bool {
        let bytes = Array(code.utf8)
        return (1...40).contains(bytes.count)
            && bytes.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
                    || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
    }
}
