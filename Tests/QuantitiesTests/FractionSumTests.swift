import Quantities
import Testing

/// Sums of exact numbers.
struct FractionSumTests {
    @Test(arguments: [([], "0"), (["1.5"], "1.5"), (["0.1", "0.2", "-0.05"], "0.25")])
    func `合计不丢一个加数`(numbers: [String], sum: String) throws {
        let numbers = numbers.compactMap { ExactDecimal($0)?.fraction }
        #expect(try numbers.sum() == ExactDecimal(sum)?.fraction)
    }

    @Test func `位数太多就报错，不少加一个`() throws {
        let most = try Fraction(.max, over: 1)
        #expect(throws: ArithmeticError.overflow) { try [most, most].sum() }
    }
}
