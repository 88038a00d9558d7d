import Testing

@testable import Quantities

struct MoneyTests {
    @Test func `用户金额的溢出是错误`() throws {
        let most = Money(fen: .max)
        let least = Money(fen: .min)
        #expect(throws: ArithmeticError.overflow) { try most.adding(Money(fen: 1)) }
        #expect(throws: ArithmeticError.overflow) { try least.adding(Money(fen: -1)) }
        #expect(throws: ArithmeticError.overflow) { try least.subtracting(Money(fen: 1)) }
        #expect(throws: ArithmeticError.overflow) { try Money.zero.subtracting(least) }
        #expect(throws: ArithmeticError.overflow) { try Money.sum([most, Money(fen: 1)]) }
        #expect(try most.adding(least) == Money(fen: -1))
        #expect(try least.subtracting(least) == .zero)
        #expect(try Money.sum([most, Money(fen: 1), Money(fen: -1)]) == most)
        #expect(try Money.sum([]) == .zero)
    }

    @Test func `金额的加减与比较`() {
        #expect(Money(fen: 5) + Money(fen: 7) - Money(fen: 2) == -Money(fen: -10))
        #expect(Money(fen: -1) < .zero)
        #expect(Money(fen: 12_345).yuan.description == "2469/20")
        #expect(Quantity(Money(fen: 100)) == Quantity(.one, .yuan))
    }

    @Test(
        arguments: [
            ("0.4785", MoneyUnit.tenThousandYuan, 478_500), ("0.000001", .tenThousandYuan, 1),
            ("0.0000001", .tenThousandYuan, nil), ("0.01", .yuan, 1), ("0.001", .yuan, nil),
            ("92233720368547758.07", .yuan, .max), ("92233720368547758.08", .yuan, nil),
            ("99999999999999999999999999999999999999", .hundredMillionYuan, nil),
            ("1.5", .thousandYuan, 150_000), ("0.0000000001", .hundredMillionYuan, 1),
        ] as [(String, MoneyUnit, Int64?)])
    func `细于分或过大的金额不成立`(text: String, unit: MoneyUnit, fen: Int64?) throws {
        let value = try #require(ExactDecimal(text)).fraction
        #expect(Money(exactly: value, in: unit)?.fen == fen)
    }

    @Test(
        arguments: [
            (628_800_000, "628.80"), (478_500, "0.4785"), (0, "0.00"), (-3_050_000, "-3.05"),
            (1, "0.000001"),
        ] as [(Int64, String)])
    func `万元写到最短而不失真`(fen: Int64, text: String) {
        #expect(Money(fen: fen).text(in: .tenThousandYuan) == text)
    }
}
