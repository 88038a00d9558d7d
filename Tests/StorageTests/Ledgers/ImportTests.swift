import Formulas
import Performance
import Quantities
import Storage
import Testing

struct ImportTests {
    private func store(_ backend: Backend) throws -> (TestPlace, LedgerStore, BookID) {
        let place = try TestPlace(backend)
        let store = try place.store()
        let book = try BookID.sample()
        try store.open(book)
        return (place, store, book)
    }

    @Test(arguments: Backend.available)
    func `登记的行原样读回并带着来源`(backend: Backend) throws {
        let (_, store, book) = try store(backend)
        let payments = [
            Payment(voucher: "付-0001", fen: 62_880_000, summary: "住房改革补贴"),
            Payment(voucher: "付-0002", fen: -500, summary: "", kind: .refund),
        ]
        let accepted = try store.add(payments, to: book)
        #expect(accepted.result.added == 2)
        let rows = try store.payments(of: book)
        #expect(
            rows == [
                LedgerRow(
                    id: 20_000_001, book: book, journalNumber: 2, cells: payments[0].cells),
                LedgerRow(
                    id: 20_000_002, book: book, journalNumber: 2, kind: .refund,
                    cells: payments[1].cells),
            ])
        let sources = try store.read {
            try $0.sources(of: [20_000_002, 5], in: "payment", unitCode: book.unitCode)
        }
        #expect(sources == [20_000_002: RowSource(file: "支付.csv", sheet: "1月", row: 3)])
    }

    @Test(arguments: Backend.available)
    func `同一文件再导入一次什么也不增加`(backend: Backend) throws {
        let (_, store, book) = try store(backend)
        let payments = (1...1200).map { Payment(voucher: "付-\($0)", fen: Int64($0)) }
        let first = try store.add(payments, to: book)
        #expect(first.result.added == 1200)
        #expect(first.receipt?.entry.number == 2)
        // Another name and other row numbers: the content is what counts.
        let again = try store.add(payments.reversed(), to: book, file: "另存.csv")
        #expect(again.result.added == 0)
        #expect(again.result.known == 1200)
        #expect(again.receipt == nil)
        #expect(try store.payments(of: book).count == 1200)
        #expect(try store.read { try $0.head(of: book.unitCode).number } == 2)
    }

    @Test(arguments: Backend.available)
    func `一至八月接着一至七月导入只增加八月`(backend: Backend) throws {
        let (_, store, book) = try store(backend)
        func payments(through month: Int) -> [Payment] {
            (1...month).flatMap { month in
                (1...10).map {
                    Payment(voucher: "\(month)-\($0)", fen: 1, day: "2021-0\(month)-10")
                }
            }
        }
        try store.add(payments(through: 7), to: book)
        let accepted = try store.add(payments(through: 8), to: book)
        #expect(accepted.result.added == 10)
        #expect(accepted.result.known == 70)
        #expect(try store.payments(of: book).suffix(10).allSatisfy { $0.journalNumber == 3 })
    }

    @Test(arguments: Backend.available)
    func `同号不同内容被拒绝并列出两边`(backend: Backend) throws {
        let (_, store, book) = try store(backend)
        let old = Payment(voucher: "付-0001", fen: 100, summary: "甲")
        let new = Payment(voucher: "付-0001", fen: 101, summary: "甲")
        try store.add([old], to: book)
        let outcome = try store.add([new, Payment(voucher: "付-0002", fen: 1)], to: book).result
        #expect(outcome.added == 1)
        #expect(outcome.conflictCount == 1)
        let conflict = try #require(outcome.conflicts.first)
        #expect(conflict.rowKey == "付-0001")
        #expect(conflict.existing.cells == old.cells)
        #expect(conflict.existing.id == 20_000_001)
        #expect(conflict.existingSource == RowSource(file: "支付.csv", sheet: "1月", row: 2))
        #expect(conflict.offered == new.cells)
        #expect(conflict.offeredSource == RowSource(file: "支付.csv", sheet: "1月", row: 2))
        #expect(try store.payments(of: book).first?.cells == old.cells)
    }

    /// Each difference alone is another content; an empty text is not a missing one.
    @Test(
        arguments: Backend.available,
        [
            Payment(voucher: "A", fen: 101), Payment(voucher: "A", fen: 100, day: "2021-03-06"),
            Payment(voucher: "A", fen: 100, summary: ""),
            Payment(voucher: "A", fen: 100, kind: .refund),
        ])
    func `任何一格不同都是另一内容`(backend: Backend, other: Payment) throws {
        let (_, store, book) = try store(backend)
        try store.add([Payment(voucher: "A", fen: 100)], to: book)
        let outcome = try store.add([other], to: book).result
        #expect(outcome.added == 0)
        #expect(outcome.conflictCount == 1)
    }

    @Test(arguments: Backend.available, [true, false])
    func `同一文件内的重复行只登记一次`(backend: Backend, startsEmpty: Bool) throws {
        let (_, store, book) = try store(backend)
        if !startsEmpty { try store.add([Payment(voucher: "旧", fen: 1)], to: book) }
        let outcome = try store.add(
            [
                Payment(voucher: "A", fen: 100), Payment(voucher: "B", fen: 200),
                Payment(voucher: "A", fen: 100), Payment(voucher: "A", fen: 300),
            ], to: book
        ).result
        #expect(outcome.added == 2)
        #expect(outcome.known == 1)
        #expect(outcome.conflictCount == 1)
        #expect(outcome.conflicts[0].existing.cells == Payment(voucher: "A", fen: 100).cells)
        #expect(try store.errors().isEmpty)
    }

    @Test(arguments: Backend.available)
    func `重复行隔着批次也认得出`(backend: Backend) throws {
        let (_, store, book) = try store(backend)
        let outcome = try store.accept(store.useCase("导入")) { acceptance in
            var outcome = InsertOutcome()
            for fen: Int64 in [100, 100, 101] {
                outcome += try acceptance.insert(
                    LedgerStore.batch([Payment(voucher: "A", fen: fen)]), into: "payment", of: book
                )
            }
            return outcome
        }.result
        #expect([outcome.added, outcome.known, outcome.conflictCount] == [1, 1, 1])
    }

    @Test(arguments: Backend.available)
    func `红冲之后同号可以重新登记而旧内容仍算已知`(backend: Backend) throws {
        let (_, store, book) = try store(backend)
        let wrong = Payment(voucher: "付#1", fen: 100)
        let right = Payment(voucher: "付#1", fen: 90)
        let last = Payment(voucher: "付#1", fen: 80)
        try store.add([wrong], to: book)
        func reverse(_ id: Int64) throws -> Int64 {
            try store.accept(store.useCase("红冲")) {
                try $0.reverse(id, in: "payment", of: book, source: RowSource(file: "测试员"))
            }.result
        }
        let reversal = try reverse(20_000_001)
        #expect(reversal == 30_000_001)
        // The old file again brings nothing back.
        #expect(try store.add([wrong], to: book).result.known == 1)
        let second = try store.add([right], to: book).result
        #expect(second.added == 1)
        #expect(try store.add([wrong, right], to: book).result.known == 2)
        #expect(try store.add([last], to: book).result.conflictCount == 1)
        let corrected = try #require(try store.payments(of: book).last)
        _ = try reverse(corrected.id)
        #expect(try store.add([last], to: book).result.added == 1)
        let keys = try store.database.read {
            try $0.rows("SELECT row_key FROM payment ORDER BY id").map { try $0.text("row_key") }
        }
        #expect(keys == ["付##1", "红冲:20000001", "付##1#1", "红冲:\(corrected.id)", "付##1#2"])
        #expect(try store.errors().isEmpty)
    }

    @Test(arguments: Backend.available)
    func `红冲带着原行的内容并只能做一次`(backend: Backend) throws {
        let (_, store, book) = try store(backend)
        let payment = Payment(voucher: "A", fen: 100, summary: "甲")
        try store.add([payment], to: book)
        func reverse(_ id: Int64) throws {
            _ = try store.accept(store.useCase("红冲")) {
                try $0.reverse(id, in: "payment", of: book, source: RowSource(file: "测试员"))
            }
        }
        try reverse(20_000_001)
        let reversal = try #require(try store.payments(of: book).last)
        #expect(reversal.kind == .reversal)
        #expect(reversal.reverses == 20_000_001)
        #expect(reversal.cells == payment.cells)
        let refused: [(Int64, StorageError)] = [
            (20_000_001, .alreadyReversed(ledger: "支付", id: 20_000_001)),
            (30_000_001, .reversalCannotBeReversed(ledger: "支付", id: 30_000_001)),
            (7, .unknownRow(ledger: "支付", id: 7)),
        ]
        for (id, error) in refused {
            #expect(throws: error) { try reverse(id) }
        }
        let reversed = try store.read {
            try $0.reversedIDs(in: "payment", unitCode: book.unitCode)
        }
        #expect(reversed == [20_000_001])
    }

    @Test(arguments: Backend.available)
    func `不合的账套和台账不收记录`(backend: Backend) throws {
        let (_, store, book) = try store(backend)
        let other = try BookID.sample("440118001", 2022)
        let foreign = try BookID.sample("440118002")
        let bare = try BookID.sample("440118001", 2020)
        _ = try store.accept(store.useCase("建账")) {
            try $0.put(BookRecord(id: bare, unitName: "某", ledgers: ["office"]))
        }
        func add(_ ledger: String, _ book: BookID) throws {
            _ = try store.accept(store.useCase("导入")) {
                try $0.insert(
                    LedgerStore.batch([Payment(voucher: "A", fen: 1)]), into: ledger, of: book)
            }
        }
        #expect(throws: StorageError.unknownBook(other)) { try add("payment", other) }
        #expect(throws: StorageError.bookOfAnotherUnit(foreign)) { try add("payment", foreign) }
        #expect(throws: StorageError.ledgerNotKept("支付", bare)) { try add("payment", bare) }
        #expect(throws: StorageError.unknownLedger("nothing")) { try add("nothing", book) }
        #expect(throws: StorageError.incompleteRows(ledger: "机构")) { try add("office", book) }
        try store.open(book, state: .closed)
        #expect(throws: StorageError.bookClosed(book)) { try add("payment", book) }
        try store.open(book)
        try add("payment", book)
        #expect(try store.errors().isEmpty)
    }

    @Test(arguments: Backend.available)
    func `中途出错时什么也不留下`(backend: Backend) throws {
        struct Interruption: Error {}
        let (_, store, book) = try store(backend)
        #expect(throws: Interruption.self) {
            try store.accept(store.useCase("导入")) {
                _ = try $0.insert(
                    LedgerStore.batch([Payment(voucher: "A", fen: 1)]), into: "payment", of: book)
                throw Interruption()
            }
        }
        #expect(try store.payments(of: book).isEmpty)
        #expect(try store.read { try $0.head(of: book.unitCode).number } == 1)
    }

    @Test(arguments: Backend.available)
    func `预览给出同样的结果而不登记`(backend: Backend) throws {
        let (_, store, book) = try store(backend)
        try store.add([Payment(voucher: "A", fen: 1)], to: book)
        let payments = [
            Payment(voucher: "A", fen: 1), Payment(voucher: "B", fen: 1),
        ]
        let outcome = try store.rehearse(store.useCase("导入")) {
            try $0.insert(LedgerStore.batch(payments), into: "payment", of: book)
        }
        #expect([outcome.added, outcome.known] == [1, 1])
        #expect(try store.payments(of: book).count == 1)
        #expect(try store.add(payments, to: book).result == outcome)
    }

    @Test(arguments: Backend.available)
    func `按日志号读到当时的内容`(backend: Backend) throws {
        let (_, store, book) = try store(backend)
        try store.add([Payment(voucher: "A", fen: 1)], to: book)
        try store.add([Payment(voucher: "B", fen: 1)], to: book)
        _ = try store.accept(store.useCase("红冲")) {
            try $0.reverse(20_000_001, in: "payment", of: book, source: RowSource(file: "测试员"))
        }
        try store.open(book, state: .closed)
        try store.read { (reader: LedgerReader) throws in
            for (number, count) in [(1, 0), (2, 1), (3, 2), (4, 3)] {
                let selection = LedgerReader.RowSelection(
                    unitCode: book.unitCode, year: book.year, asOf: Int64(number))
                #expect(try reader.rows(of: "payment", selection).count == count)
            }
            #expect(try reader.book(book)?.state == .closed)
            #expect(try reader.book(book, asOf: 4)?.state == .open)
            #expect(try reader.book(book, asOf: 0) == nil)
            let page = LedgerReader.RowSelection(
                unitCode: book.unitCode, afterID: 20_000_001, limit: 1)
            #expect(try reader.rows(of: "payment", page).map(\.id) == [30_000_001])
        }
    }

    @Test(arguments: Backend.available)
    func `几年的行一次登记后各归各年`(backend: Backend) throws {
        let (_, store, book) = try store(backend)
        let later = try BookID.sample("440118001", 2022)
        try store.open(later)
        _ = try store.accept(store.useCase("导入")) { acceptance in
            for (voucher, book) in [("A", book), ("B", later), ("C", book), ("D", later)] {
                _ = try acceptance.insert(
                    LedgerStore.batch([Payment(voucher: voucher, fen: 1)]), into: "payment",
                    of: book)
            }
        }
        #expect(try store.payments(of: book).map(\.id) == [30_000_001, 30_000_003])
        #expect(try store.payments(of: later).map(\.id) == [30_000_002, 30_000_004])
        let all = try store.read { try $0.rows(of: "payment", .init(unitCode: book.unitCode)) }
        #expect(all.map(\.id) == [30_000_001, 30_000_002, 30_000_003, 30_000_004])
        #expect(try store.errors().isEmpty)
    }

    @Test(arguments: Backend.available)
    func `账套连同期初数原样读回`(backend: Backend) throws {
        let place = try TestPlace(backend)
        let store = try place.store()
        let record = BookRecord(
            id: try .sample(), unitName: "某区总工会", ledgers: ["payment"],
            openingFigures: [
                .init(measure: "年初结转", quantity: "14.88万元", reason: "上年决算 \"原件\"")
            ])
        _ = try store.accept(store.useCase("建账")) { try $0.put(record) }
        #expect(try store.read { try $0.books() } == [record])
        #expect(try store.read { try $0.books(unitCode: "440118009") }.isEmpty)
    }

    @Test(arguments: Backend.available)
    func `统计语句在同一快照上一次答完`(backend: Backend) throws {
        let (_, store, book) = try store(backend)
        try store.add((1...10).map { Payment(voucher: "\($0)", fen: Int64($0)) }, to: book)
        let answers = try store.read {
            try $0.answers(to: [
                """
                SELECT unit_code, CAST(SUM(amount_fen) AS BIGINT) AS fen FROM payment
                WHERE amount_fen > \(5) GROUP BY unit_code ORDER BY unit_code
                """,
                "SELECT COUNT(*) AS n FROM payment WHERE voucher_number = \("无")",
            ])
        }
        #expect(answers == [[[.text(book.unitCode), .integer(40)]], [[.integer(0)]]])
    }
}
