import Quantities
import Testing

@testable import Performance

struct OutcomeDistributionTests {
    private func distribution() throws -> OutcomeDistribution {
        try #require(
            OutcomeDistribution([
                (share: 9_000, weight: 3), (share: 7_000, weight: 1), (share: 8_000, weight: 5),
                (share: 7_000, weight: 1), (share: 5, weight: 0),
            ]))
    }

    @Test(arguments: [
        ("最小", 1, 7_000), ("两成", 200, 7_000), ("两成多", 201, 8_000), ("一半", 500, 8_000),
        ("七成", 700, 8_000), ("七成多", 701, 9_000), ("全部", 1000, 9_000),
    ])
    func `分位数`(id: String, permille: Int, share: Int) throws {
        #expect(try distribution().quantile(permille: permille) == share)
    }

    @Test(arguments: [
        ("低于最小", 7_000, 0), ("刚过最小", 7_001, 2), ("等于中间不算低于", 8_000, 2), ("刚过中间", 8_001, 7),
        ("全低于", 9_001, 10),
    ])
    func `低于某数的可能性`(id: String, limit: Int, tenths: Int) throws {
        #expect(try distribution().probability(below: limit) == Fraction(Int128(tenths), over: 10))
    }

    @Test func `没有样本就没有分布`() {
        #expect(OutcomeDistribution([]) == nil)
        #expect(OutcomeDistribution([(share: 1, weight: 0)]) == nil)
    }

    @Test(arguments: [("不掺", 0, "0"), ("掺一半", 1, "1/2"), ("全掺", 2, "1")])
    func `掺入另一分布`(id: String, part: Int, probability: String) throws {
        let low = try #require(OutcomeDistribution([(share: 1_000, weight: 7)]))
        let high = try #require(OutcomeDistribution([(share: 9_000, weight: 1)]))
        let mixed = high.mixed(with: low, part: part, of: 2)
        #expect(mixed.probability(below: 5_000).description == probability)
    }

    @Test(arguments: [
        ("整除", 1 as Int64, 4 as Int64, 2_500), ("四舍五入", 2, 3, 6_667), ("负数", -1, 3, -3_333),
        ("极大", .max, 1, 100_000), ("零", 0, 9, 0),
    ])
    func `万分比`(id: String, part: Int64, whole: Int64, share: Int) {
        #expect(YearShare.of(part, whole) == share)
    }

    @Test(arguments: [0, -5] as [Int64])
    func `没有全年数就没有万分比`(whole: Int64) {
        #expect(YearShare.of(3, whole) == nil)
    }
}
