import Formulas
import Performance
import Storage
import Testing

struct VerificationTests {
    /// Two payments under number 2, two under 3, one under 4.
    private func filled(_ backend: Backend, anchored: Bool = true) throws -> Tampered {
        let place = try TestPlace(backend)
        let store = try place.store(anchored: anchored)
        let book = try BookID.sample()
        try store.open(book)
        try store.add([Payment(voucher: "A", fen: 1), Payment(voucher: "B", fen: 2)], to: book)
        try store.add([Payment(voucher: "C", fen: 3), Payment(voucher: "D", fen: 4)], to: book)
        try store.add([Payment(voucher: "E", fen: 5)], to: book)
        return Tampered(place: place, store: store)
    }

    @Test(arguments: Backend.available)
    func `没有改动时没有问题`(backend: Backend) throws {
        let tampered = try filled(backend)
        var rows: Int64 = 0
        let findings = try tampered.store.verify { rows = $0.rowCount }
        #expect(findings.isEmpty)
        // Four journal rows, one version of a book, five payments.
        #expect(rows == 10)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let script: String
        let findings: Set<StorageFinding.Kind>
    }

    static let insertedRow = """
        INSERT INTO payment (unit_code, fiscal_year, id, row_key, journal_number, row_kind,
            source_file, source_sheet, row_digest, paid_on, voucher_number, amount_fen)
        VALUES ('440118001', 2021, %ID%, 'Z', %NUMBER%, 0, '', '', 0, '2021-03-05', 'Z', 1)
        """

    static func inserted(id: Int64, number: Int64) -> String {
        func replace(_ text: String, _ mark: String, _ value: Int64) -> String {
            text.split(separator: mark, omittingEmptySubsequences: false)
                .joined(separator: "\(value)")
        }
        return replace(replace(insertedRow, "%ID%", id), "%NUMBER%", number)
    }

    static let cases = [
        Case(
            testDescription: "改一笔金额",
            script: "UPDATE payment SET amount_fen = 9 WHERE voucher_number = 'B'",
            findings: [.rowChanged(table: "payment", id: 20_000_002)]),
        Case(
            testDescription: "清空一格",
            script: "UPDATE payment SET is_timely = NULL WHERE voucher_number = 'C'",
            findings: [.rowChanged(table: "payment", id: 30_000_001)]),
        Case(
            testDescription: "改来源",
            script: "UPDATE payment SET source_row = 99 WHERE voucher_number = 'E'",
            findings: [.rowChanged(table: "payment", id: 40_000_001)]),
        Case(
            testDescription: "两行互换摘要",
            script: "UPDATE payment SET row_digest = row_digest + 1 WHERE voucher_number = 'A'",
            findings: [.rowChanged(table: "payment", id: 20_000_001)]),
        Case(
            testDescription: "删一行",
            script: "DELETE FROM payment WHERE voucher_number = 'C'",
            findings: [.rowMissing(table: "payment", id: 30_000_001)]),
        Case(
            testDescription: "删掉一号的全部行",
            script: "DELETE FROM payment WHERE journal_number = 2",
            findings: [
                .rowMissing(table: "payment", id: 20_000_001),
                .rowMissing(table: "payment", id: 20_000_002),
            ]),
        Case(
            testDescription: "在已有的号下加一行",
            script: inserted(id: 30_000_003, number: 3),
            findings: [.rowNotJournaled(table: "payment", id: 30_000_003)]),
        Case(
            testDescription: "在没有的号下加一行",
            script: inserted(id: 90_000_001, number: 9),
            findings: [.rowNotJournaled(table: "payment", id: 90_000_001)]),
        Case(
            testDescription: "改账套",
            script: "UPDATE books SET unit_name = '别家'",
            findings: [.rowChanged(table: "books", id: 10_000_001)]),
        Case(
            testDescription: "改操作人",
            script: "UPDATE journal SET actor = '别人' WHERE number = 2",
            findings: [.journalRowChanged(number: 2)]),
        Case(
            testDescription: "改时间",
            script: "UPDATE journal SET at_ms = at_ms + 1 WHERE number = 4",
            findings: [.journalRowChanged(number: 4)]),
        Case(
            testDescription: "换一种写法也不行",
            script: "UPDATE journal SET payload = '{\"说明\": \"测试\"}' WHERE number = 4",
            findings: [.journalRowChanged(number: 4)]),
        Case(
            testDescription: "内容读不出",
            script: "UPDATE journal SET payload = '{' WHERE number = 4",
            findings: [
                .journalRowUnreadable(number: 4),
                .rowNotJournaled(table: "payment", id: 40_000_001),
            ]),
        Case(
            testDescription: "删日志中间一号",
            script: "DELETE FROM journal WHERE number = 3",
            findings: [
                .journalRowsMissing(from: 3, through: 3),
                .rowNotJournaled(table: "payment", id: 30_000_001),
                .rowNotJournaled(table: "payment", id: 30_000_002),
            ]),
        Case(
            testDescription: "截去末尾",
            script: """
                DELETE FROM payment WHERE journal_number = 4;
                DELETE FROM journal WHERE number = 4;
                UPDATE journal_heads SET number = 3,
                    hash = (SELECT hash FROM journal WHERE number = 3)
                """,
            findings: [.tailCut(anchored: 4, last: 3)]),
        Case(
            testDescription: "只改链头",
            script: "UPDATE journal_heads SET number = 3",
            findings: [.headDiffers(number: 3, last: 4)]),
        Case(
            testDescription: "删掉链头",
            script: "DELETE FROM journal_heads",
            findings: [.headDiffers(number: 0, last: 4)]),
    ]

    @Test(arguments: Backend.available, cases)
    func `每种改动都被点名`(backend: Backend, item: Case) throws {
        let tampered = try filled(backend)
        try tampered.withoutGuards { try $0.run(script: item.script) }
        #expect(Set(try tampered.store.errors()) == item.findings)
    }

    @Test(arguments: Backend.available)
    func `连摘要一起改仍被日志发现`(backend: Backend) throws {
        let tampered = try filled(backend)
        try tampered.changeAmountWithItsDigest()
        #expect(
            try tampered.store.errors() == [.rowsChanged(table: "payment", year: 2021, number: 2)])
    }

    @Test(arguments: Backend.available)
    func `整条链重算后由锚点发现`(backend: Backend) throws {
        let tampered = try filled(backend)
        let receiptOfDocument = try tampered.store.read { try $0.head(of: "440118001") }
        try tampered.rewriteChain(from: 2)
        #expect(try tampered.store.errors() == [.chainRewritten(number: 2)])
        // Without the anchor file, a released document that names the head is enough.
        let bare = try LedgerStore(tampered.store.database, ledgers: tampered.store.ledgers)
        #expect(try bare.errors() == [])
        #expect(try bare.errors(knownHeads: [receiptOfDocument]) == [.chainRewritten(number: 4)])
    }

    @Test(arguments: Backend.available)
    func `没有锚点时说明不能排除什么`(backend: Backend) throws {
        let tampered = try filled(backend, anchored: false)
        let findings = try tampered.store.verify()
        #expect(findings.map(\.kind) == [.withoutAnchor])
        #expect(findings[0].severity == .notice)
        #expect(
            findings[0].message
                == "单位 440118001：没有锚点：日志自身前后一致，但不能排除末尾被截去，或整条日志连同记录被重写。")
        let head = try tampered.store.read { try $0.journal(of: "440118001", limit: 3) }
        let anchor = Anchor(
            unitCode: "440118001", number: 3, hash: try #require(head.last).storedHash)
        #expect(
            try tampered.store.verify(knownHeads: [anchor]).map(\.kind)
                == [.tailWithoutAnchor(from: 4, through: 4)])
    }

    @Test(arguments: Backend.available)
    func `删去保护触发器也被发现`(backend: Backend) throws {
        let tampered = try filled(backend)
        try tampered.dropGuards()
        let expected: Set<StorageFinding.Kind> =
            switch backend {
            case .sqlite:
                [
                    .guardMissing(trigger: "payment_no_update"),
                    .guardMissing(trigger: "payment_no_delete"),
                    .guardMissing(trigger: "payment_no_replace"),
                    .guardMissing(trigger: "payment_open_book"),
                    .guardMissing(trigger: "books_no_update"),
                    .guardMissing(trigger: "journal_no_update"),
                    .guardMissing(trigger: "journal_no_delete"),
                ]
            case .postgresql:
                [
                    .guardMissing(trigger: "payment_append_only"),
                    .guardMissing(trigger: "payment_open_book"),
                    .guardMissing(trigger: "books_append_only"),
                    .guardMissing(trigger: "journal_append_only"),
                ]
            }
        #expect(Set(try tampered.store.errors()) == expected)
    }

    @Test(arguments: Backend.available)
    func `一个单位的问题不牵连另一个`(backend: Backend) throws {
        let tampered = try filled(backend)
        let other = try BookID.sample("440118002")
        try tampered.store.open(other)
        try tampered.store.add([Payment(voucher: "A", fen: 1)], to: other)
        try tampered.withoutGuards {
            try $0.run(script: "DELETE FROM payment WHERE unit_code = '440118002'")
        }
        let store = tampered.store
        #expect(try store.verify(unitCode: "440118001").isEmpty)
        #expect(
            try store.verify(unitCode: "440118002").map(\.message) == [
                "单位 440118002：payment 第 20000001 号记录（日志第 2 号登记）已被删除。"
            ])
    }

    @Test func `问题太多时只计数`() throws {
        let place = try TestPlace(.sqlite)
        let store = try place.store()
        let book = try BookID.sample()
        try store.open(book)
        try store.add((1...1500).map { Payment(voucher: "\($0)", fen: 1) }, to: book)
        let tampered = Tampered(place: place, store: store)
        try tampered.withoutGuards { try $0.run(script: "UPDATE payment SET amount_fen = 2") }
        let findings = try store.verify()
        #expect(findings.count == 1001)
        #expect(findings.last?.kind == .furtherFindings(count: 500))
        #expect(findings.last?.message == "另有 500 处问题未逐一列出。")
    }
}
