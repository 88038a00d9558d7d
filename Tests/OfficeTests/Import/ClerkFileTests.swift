import Documents
import FoundationEssentials
import Performance
import Quantities
import Seeds
import Testing

@testable import Office

struct ClerkFileTests {
    @Test func `同一批支付，谁来填、怎么填，入账都一样`() throws {
        var random = RandomSource()
        let desk = try ImportFixture()
        let ledger = try #require(desk.definitions.first { $0.name == "支付" })
        let payments = try Self.payments(count: 40, ledger, &random)
        for round in 0..<60 {
            let file = ClerkFile(payments, ledger, RandomSource(seed: random.next())).text()
            let bytes = try Self.encoded(file, Int.random(in: 0..<4, using: &random))
            let report = try desk.commit(desk.order(bytes, name: "支付.csv"))
            let expected =
                round == 0 ? "新增 40，已有 0，不一致 0，退回 0" : "新增 0，已有 40，不一致 0，退回 0"
            let shown = Comment(rawValue: "种子 \(random.seed)，第 \(round) 份：\n\(file)")
            #expect(report.counts == expected, shown)
            #expect(report.messages.isEmpty, shown)
            let notices = report.notices.map(\.message).filter { !$0.hasSuffix("按元读取。") }
            #expect(notices.isEmpty, shown)
            if report.counts != expected { break }
        }
        #expect(try desk.rows() == payments.map(\.stored))
    }

    private static func payments(
        count: Int, _ ledger: LedgerDefinition, _ random: inout RandomSource
    ) throws -> [SamplePayment] {
        let choices = ledger.columns.first { $0.name == "支出类别" }?.choices ?? []
        return try (0..<count).map { index in
            let month = Int.random(in: 1...12, using: &random)
            let days = Day.daysInMonth(month, of: 2021)
            let isRefund = Int.random(in: 0..<8, using: &random) == 0
            let fen = Int64.random(in: 1...99_999_999, using: &random)
            return SamplePayment(
                day: try #require(
                    Day(year: 2021, month: month, day: .random(in: 1...days, using: &random))),
                voucher: "付-\(index / 2 + 1)", entry: index % 2 + 1,
                expenditureClass: try #require(choices.randomElement(using: &random)),
                amount: Money(fen: isRefund ? -fen : fen), summary: isRefund ? "退款" : "第\(index)笔")
        }
    }

    /// UTF-8 with and without its mark, UTF-16 with its mark, GB18030.
    private static func encoded(_ text: String, _ choice: Int) throws -> [UInt8] {
        switch choice {
        case 0: Array(text.utf8)
        case 1: [0xEF, 0xBB, 0xBF] + text.utf8
        case 2: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        default: try ChineseEncoding.gb18030(text)
        }
    }
}
