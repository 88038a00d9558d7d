import Formulas
import Performance
import Storage
import Testing

struct SchemaTests {
    static let note = LedgerDefinition.column("附注", "note", .text)
    static let columns = LedgerDefinition.payment.columns

    @Test(arguments: Backend.available)
    func `再次建表什么也不变`(backend: Backend) throws {
        let place = try TestPlace(backend)
        let store = try place.store()
        try store.open(.sample())
        let again = try place.store()
        #expect(try again.read { try $0.books().count } == 1)
    }

    @Test(arguments: Backend.available)
    func `新版台账可以在末尾增加非必填的列`(backend: Backend) throws {
        let place = try TestPlace(backend)
        let book = try BookID.sample()
        let old = try place.store(ledgers: [.payment, .register])
        try old.open(book)
        try old.add([Payment(voucher: "A", fen: 1)], to: book)
        // The definition may put it anywhere; the table has it at its end.
        let wider = LedgerDefinition.payment.with(
            columns: [Self.columns[0], Self.note] + Self.columns[1...])
        let store = try place.store(ledgers: [wider, .register])
        var batch = RowBatch(file: "支付.csv", columnCount: 7)
        let cells = Payment(voucher: "B", fen: 2).cells
        batch.append(
            key: "B", sourceRow: 2, cells: [cells[0], .text("新列")] + Array(cells[1...]))
        let accepted = try store.accept(store.useCase("导入")) {
            try $0.insert(batch, into: "payment", of: book)
        }
        #expect(accepted.result.added == 1)
        let rows = try store.payments(of: book)
        #expect(rows.map { $0.cells[1] } == [.missing, .text("新列")])
        #expect(rows.map { $0.cells[2] } == [.text("A"), .text("B")])
        #expect(try store.errors().isEmpty)
        // The same row again, and another content in the new column.
        batch.append(
            key: "B", sourceRow: 3, cells: [cells[0], .text("别的")] + Array(cells[1...]))
        let outcome = try store.accept(store.useCase("导入")) {
            try $0.insert(batch, into: "payment", of: book)
        }.result
        #expect([outcome.known, outcome.conflictCount] == [1, 1])
        #expect(outcome.conflicts[0].existing.cells[1] == .text("新列"))
        // A program that does not know the column does not write beside it.
        #expect(throws: StorageError.ledgerChanged(ledger: "支付", change: "少了列 note")) {
            try LedgerStore(store.database, ledgers: [.payment, .register])
        }
    }

    static let changes: [(LedgerDefinition, String)] = [
        (.payment.with(columns: Array(columns.dropLast())), "少了列 summary"),
        (
            .payment.with(
                columns: columns.dropLast() + [LedgerDefinition.column("摘要", "summary", .truth)]),
            "列 summary 的类型由 text 改为 truth"
        ),
        (
            .payment.with(
                columns: columns.dropLast() + [
                    LedgerDefinition.column("摘要", "summary", .text, isRequired: true)
                ]), "列 summary 是否必填变了"
        ),
        (
            .payment.with(
                columns: columns + [
                    LedgerDefinition.column("附注", "note", .text, isRequired: true)
                ]), "新增的列 note 是必填列，而已有的行没有它"
        ),
    ]

    @Test(arguments: Backend.available, changes.indices)
    func `台账定义的其他改动被拒绝`(backend: Backend, index: Int) throws {
        let (definition, change) = Self.changes[index]
        let place = try TestPlace(backend)
        _ = try place.store()
        let error = StorageError.ledgerChanged(ledger: "支付", change: change)
        #expect(throws: error) { try place.store(ledgers: [definition]) }
        #expect(
            error.message
                == "台账“支付”的定义与库中的表不符：\(change)。台账只能在末尾增加非必填的列，请恢复原定义。")
    }

    @Test(arguments: ["Group", "a b", "1a", "", "x\"y", String(repeating: "a", count: 41)])
    func `不合规的列名进不了数据库`(name: String) throws {
        let place = try TestPlace(.sqlite)
        let definition = LedgerDefinition.payment.with(
            columns: [LedgerDefinition.column("列", name, .text)])
        #expect(
            throws: StorageError.ledgerDefinitionInvalid(
                ledger: "支付", reason: "名称“\(name)”不是 1 至 40 位小写字母、数字或“_”")
        ) { try place.store(ledgers: [definition]) }
    }

    @Test(arguments: [
        ("row_key", "列名“row_key”为每个台账所共有，不能再定义"),
        ("row_digest", "列名“row_digest”为每个台账所共有，不能再定义"),
        ("paid_on", "列名“paid_on”重复"),
    ])
    func `与共有列重名的列被拒绝`(name: String, reason: String) throws {
        let place = try TestPlace(.sqlite)
        let definition = LedgerDefinition.payment.with(
            columns: Self.columns + [LedgerDefinition.column("列", name, .text)])
        #expect(throws: StorageError.ledgerDefinitionInvalid(ledger: "支付", reason: reason)) {
            try place.store(ledgers: [definition])
        }
    }

    @Test(arguments: Backend.available)
    func `没有建表或版本更新的数据库不打开`(backend: Backend) throws {
        let place = try TestPlace(backend)
        #expect(throws: StorageError.schemaNotPrepared) {
            try LedgerStore(place.owner(), ledgers: [.payment])
        }
        _ = try place.store()
        _ = try place.owner().write {
            try $0.execute("INSERT INTO schema_migrations (name) VALUES (\("0099 later"))")
        }
        #expect(throws: StorageError.schemaFromNewerVersion(migration: "0099 later")) {
            try LedgerStore(openDatabase(place.location), ledgers: [.payment])
        }
    }
}
