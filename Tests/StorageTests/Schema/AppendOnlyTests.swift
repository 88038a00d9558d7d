import Formulas
import Performance
import Storage
import Testing

struct AppendOnlyTests {
    static let refusal = "登记的内容只增不改；有误请红冲"

    static let statements = [
        "UPDATE payment SET amount_fen = amount_fen + 1",
        "UPDATE payment SET amount_fen = 1 WHERE voucher_number = 'A'",
        "UPDATE payment SET id = id",
        "DELETE FROM payment",
        "DELETE FROM payment WHERE voucher_number = 'A'",
        "UPDATE office SET office_name = 'x'",
        "UPDATE books SET state = 'closed'",
        "DELETE FROM books",
        "UPDATE journal SET actor = 'x'",
        "DELETE FROM journal",
    ]

    static let copyOfRow = """
        payment (unit_code, fiscal_year, id, row_key, journal_number, row_kind, reverses,
            source_file, source_sheet, source_row, row_digest, paid_on, voucher_number, amount_fen)
        SELECT unit_code, fiscal_year, id, row_key, journal_number, row_kind, reverses,
            source_file, source_sheet, source_row, row_digest, paid_on, voucher_number, 1
        FROM payment WHERE voucher_number = 'A'
        """

    private func filledPlace(_ backend: Backend) throws -> (TestPlace, LedgerStore) {
        let place = try TestPlace(backend)
        let store = try place.store()
        let book = try BookID.sample()
        try store.open(book)
        try store.add([Payment(voucher: "A", fen: 100), Payment(voucher: "B", fen: 200)], to: book)
        var offices = RowBatch(file: "机构.csv", columnCount: 2)
        offices.append(
            key: "办公室|2021-01-01", sourceRow: 2, cells: [.text("2021-01-01"), .text("办公室")])
        _ = try store.accept(store.useCase("导入")) {
            try $0.insert(offices, into: "office", of: book)
        }
        return (place, store)
    }

    @Test(arguments: Backend.available, statements)
    func `改动或删除登记的内容被数据库拒绝`(backend: Backend, statement: String) throws {
        let (place, store) = try filledPlace(backend)
        let before = try store.payments(of: .sample())
        // Even the owner of the tables is refused.
        #expect(throws: StorageError.refusedByDatabase(reason: Self.refusal)) {
            try place.owner().write { try $0.run(script: statement) }
        }
        #expect(throws: StorageError.self) {
            try store.database.write { try $0.run(script: statement) }
        }
        #expect(try store.payments(of: .sample()) == before)
        #expect(try store.errors().isEmpty)
    }

    @Test(arguments: [
        "INSERT OR REPLACE INTO \(copyOfRow)",
        "REPLACE INTO \(copyOfRow)",
        "UPDATE OR REPLACE payment SET voucher_number = 'A' WHERE voucher_number = 'B'",
        """
        INSERT OR REPLACE INTO journal
        SELECT unit_code, number, at_ms, 'x', action, payload, additions, previous_hash, hash
        FROM journal WHERE number = 1
        """,
        """
        INSERT OR REPLACE INTO books
        SELECT unit_code, fiscal_year, id, journal_number, 'x', state, details, row_digest
        FROM books
        """,
        // The same row key under a new id: the row that has it would go.
        """
        INSERT OR REPLACE INTO payment (unit_code, fiscal_year, id, row_key, journal_number,
            row_kind, source_file, source_sheet, row_digest, paid_on, voucher_number, amount_fen)
        SELECT unit_code, fiscal_year, id + 100, row_key, journal_number, row_kind, source_file,
            source_sheet, row_digest, paid_on, voucher_number, 1 FROM payment
        """,
    ])
    func `SQLite 的顶替写法也被拒绝`(statement: String) throws {
        let (place, store) = try filledPlace(.sqlite)
        #expect(throws: StorageError.refusedByDatabase(reason: Self.refusal)) {
            try place.owner().write { try $0.run(script: statement) }
        }
        #expect(try store.errors().isEmpty)
    }

    @Test(
        .enabled(if: Backend.location != nil),
        arguments: [
            "TRUNCATE payment", "TRUNCATE journal", "TRUNCATE books CASCADE",
            """
            INSERT INTO journal SELECT * FROM journal WHERE number = 1
            ON CONFLICT (unit_code, number) DO UPDATE SET actor = 'x'
            """,
        ])
    func `PostgreSQL 的清空和冲突改写也被拒绝`(statement: String) throws {
        let (place, store) = try filledPlace(.postgresql)
        #expect(throws: StorageError.refusedByDatabase(reason: Self.refusal)) {
            try place.owner().write { try $0.run(script: statement) }
        }
        #expect(try store.errors().isEmpty)
    }

    @Test(
        .enabled(if: Backend.location != nil),
        arguments: [
            "DROP TABLE payment", "ALTER TABLE payment DISABLE TRIGGER ALL",
            "DROP TRIGGER payment_append_only ON payment", "TRUNCATE payment",
            "UPDATE ledger_tables SET definition = ''", "DELETE FROM journal_heads",
            "CREATE TABLE other (x BIGINT)",
        ])
    func `PostgreSQL 中程序的账号不拥有任何表`(statement: String) throws {
        let (place, store) = try filledPlace(.postgresql)
        #expect(throws: StorageError.self) {
            try store.database.write { try $0.run(script: statement) }
        }
        #expect(try store.errors().isEmpty)
        _ = place
    }

    @Test(
        arguments: Backend.available,
        [
            ("amount_fen", "NULL"), ("paid_on", "'2021-3-5'"), ("paid_on", "'20210305xx'"),
            ("paid_on", "'1899-12-31'"), ("is_timely", "2"), ("row_kind", "3"), ("row_kind", "1"),
            ("reverses", "5"), ("id", "7"), ("fiscal_year", "1999"), ("row_key", "''"),
        ])
    func `表自己守住各列的取值`(backend: Backend, wrong: (column: String, value: String)) throws {
        let (place, store) = try filledPlace(backend)
        var values = [
            "unit_code": "'440118001'", "fiscal_year": "2021", "id": "90000001",
            "row_key": "'Z'", "journal_number": "9", "row_kind": "0", "reverses": "NULL",
            "source_file": "''", "source_sheet": "''", "row_digest": "0",
            "paid_on": "'2021-03-05'", "voucher_number": "'Z'", "amount_fen": "1",
            "is_timely": "1",
        ]
        values[wrong.column] = wrong.value
        let columns = values.keys.sorted()
        let list = columns.map { values[$0] ?? "" }.joined(separator: ", ")
        let error = #expect(throws: StorageError.self) {
            try place.owner().write {
                try $0.run(
                    script: """
                        INSERT INTO payment (\(columns.joined(separator: ", "))) VALUES (\(list))
                        """)
            }
        }
        guard case .refusedByDatabase = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        _ = store
    }

    @Test(arguments: Backend.available)
    func `关闭或没有的账套在数据库里也不收记录`(backend: Backend) throws {
        let (place, store) = try filledPlace(backend)
        try store.open(.sample(), state: .closed)
        for year in [2021, 2022] {
            #expect(
                throws: StorageError.refusedByDatabase(reason: "账套不存在或已关闭，不能登记")
            ) {
                try place.owner().write {
                    try $0.run(
                        script: """
                            INSERT INTO payment (unit_code, fiscal_year, id, row_key,
                                journal_number, row_kind, source_file, source_sheet, row_digest,
                                paid_on, voucher_number, amount_fen)
                            VALUES ('440118001', \(year), 90000001, 'Z', 9, 0, '', '', 0,
                                '2021-03-05', 'Z', 1)
                            """)
                }
            }
        }
    }
}
