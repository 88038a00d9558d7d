import Formulas
import Performance
import Quantities
import Storage
import Testing

struct GroupedSumTests {
    private static func store(_ backend: Backend) throws -> LedgerStore {
        let store = try TestPlace(backend).store()
        for unit in ["440118001", "440118002"] {
            let book = try BookID.sample(unit)
            try store.open(book)
            let share: Int64 = unit.hasSuffix("1") ? 1 : 10
            try store.add(
                [
                    Payment(voucher: "1", fen: 100 * share, day: "2021-02-01", summary: "甲"),
                    Payment(voucher: "2", fen: 200 * share, day: "2021-05-01", summary: "甲"),
                    Payment(
                        voucher: "3", fen: -30 * share, day: "2021-06-30", summary: "乙",
                        kind: .refund),
                    Payment(voucher: "4", fen: 5 * share, day: "2021-07-01", summary: nil),
                ], to: book)
        }
        try store.open(try BookID.sample("440118001", 2020))
        try store.add(
            [Payment(voucher: "旧", fen: 999, day: "2020-12-31", summary: "甲")],
            to: try BookID.sample("440118001", 2020))
        return store
    }

    private static func query(
        unit: String? = nil, through ends: [String] = ["2021-03-31", "2021-06-30", "2021-12-31"],
        asOf number: Int64 = .max
    ) throws -> GroupedSumQuery {
        GroupedSumQuery(
            .payment, sum: "金额", by: ["摘要"], year: try #require(FiscalYear(2021)),
            through: try ends.map { try #require(Day(iso: $0)) }, unitCode: unit, asOf: number)
    }

    @Test(arguments: Backend.available)
    func `各单位按栏目分期求和`(backend: Backend) throws {
        let store = try Self.store(backend)
        let sums = try store.read { try $0.sums(Self.query()) }
        #expect(
            sums.map { [$0.unitCode] + $0.groups + $0.sums.map(String.init) } == [
                ["440118001", "", "0", "0", "5"], ["440118001", "乙", "0", "-30", "-30"],
                ["440118001", "甲", "100", "300", "300"], ["440118002", "", "0", "0", "50"],
                ["440118002", "乙", "0", "-300", "-300"],
                ["440118002", "甲", "1000", "3000", "3000"],
            ])
        let own = try store.read { try $0.sums(Self.query(unit: "440118002")) }
        #expect(own == sums.filter { $0.unitCode == "440118002" })
    }

    @Test(arguments: Backend.available)
    func `红冲的和被冲的都不算，冲之前的日志号看得见`(backend: Backend) throws {
        let store = try Self.store(backend)
        let book = try BookID.sample()
        let row = try #require(try store.payments(of: book).first)
        _ = try store.accept(store.useCase("红冲")) {
            try $0.reverse(
                row.id, in: "payment", of: book,
                source: RowSource(file: "更正.csv", sheet: "", row: 2))
        }
        let head = try store.read { try $0.head(of: book.unitCode).number }
        func sum(asOf number: Int64) throws -> [Int64] {
            try store.read {
                try $0.sums(
                    Self.query(unit: book.unitCode, through: ["2021-12-31"], asOf: number))
            }.first { $0.groups == ["甲"] }?.sums ?? []
        }
        #expect(try sum(asOf: .max) == [200])
        #expect(try sum(asOf: head) == [200])
        #expect(try sum(asOf: head - 1) == [300])
        #expect(try sum(asOf: 1) == [])
    }

    @Test(arguments: Backend.available)
    func `没有的栏目被拒绝`(backend: Backend) throws {
        let store = try Self.store(backend)
        let query = GroupedSumQuery(
            .payment, sum: "数量", by: [], year: try #require(FiscalYear(2021)), through: [])
        #expect(throws: StorageError.unknownLedger("支付.数量")) {
            try store.read { try $0.sums(query) }
        }
    }
}
