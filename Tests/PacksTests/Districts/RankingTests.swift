import Performance
import Quantities
import Testing

@Suite struct RankingTests {
    /// 附表1: falling by rate, ties by budget falling, then by code; a budget of 0 has no rank.
    @Test func ranksByRateThenBudgetThenCode() throws {
        let review = try DistrictFixture.review(of: [
            ("C", "100", "50"), ("A", "100", "50"), ("B", "200", "100"), ("D", "0", "0"),
            ("E", "100", "50.0001"), ("F", "0", "3"), ("G", "100", "0"),
        ])
        let lines = try review.summary().lines
        #expect(lines.map(\.code) == ["E", "B", "A", "C", "G", "D", "F"])
        #expect(lines.map(\.rank) == [1, 2, 3, 4, 5, nil, nil])
    }

    @Test(
        arguments: [
            ("no bulletin before", nil, 1, nil),
            ("first red", PublishedStanding(rank: 4, rate: nil, light: .green, redRun: 0), 1, nil),
            (
                "two in a row", PublishedStanding(rank: 4, rate: nil, light: .red, redRun: 1), 2,
                .interview
            ),
            (
                "three in a row", PublishedStanding(rank: 4, rate: nil, light: .red, redRun: 2), 3,
                .budgetCut
            ),
            (
                "four in a row", PublishedStanding(rank: 4, rate: nil, light: .red, redRun: 3), 4,
                .budgetCut
            ),
        ] as [(String, PublishedStanding?, Int, BulletinSuggestion?)])
    func countsRedQuartersInARow(
        id: String, before: PublishedStanding?, run: Int, suggestion: BulletinSuggestion?
    ) throws {
        let review = try DistrictFixture.review(
            of: [("A", "100", "10")], published: before.map { ["A": $0] } ?? [:])
        let line = try #require(try review.summary().lines.first)
        #expect(line.execution.light == .red)
        #expect(line.redRun == run, "\(id)")
        #expect(line.suggestion == suggestion, "\(id)")
        #expect(line.rankGain == (before == nil ? nil : 3), "\(id)")
    }

    @Test func aGreenQuarterEndsTheRun() throws {
        let before = PublishedStanding(rank: nil, rate: nil, light: .red, redRun: 2)
        let review = try DistrictFixture.review(
            of: [("A", "100", "50")], published: ["A": before])
        let line = try #require(try review.summary().lines.first)
        #expect(line.redRun == 0)
        #expect(line.rankGain == nil)
    }

    @Test(arguments: [(1, "25"), (2, "50"), (3, "75"), (4, "100")])
    func timeProgressIsMonthsOfTwelve(quarter: Int, percent: String) throws {
        let quarter = try #require(Quarter(rawValue: quarter))
        #expect(try quarter.timeProgress.percentText() == "\(percent).00%")
        #expect(
            try quarter.timeProgress == Fraction(Int128(quarter.month), over: 12))
    }
}
