import DistrictSamples
import Performance
import Quantities
import Seeds
import Testing

@Suite struct DistrictReviewTests {
    /// 10,000 edits in ten parts; after each single one everything equals a review made anew.
    ///
    /// `scripts/bench --only district` does the same in a larger district, which a debug build is too slow for.
    @Test(arguments: 0..<10)
    func equalsAFullReviewAfterRandomEdits(part: Int) throws {
        var random = RandomSource("equalsAFullReviewAfterRandomEdits", part: UInt64(part))
        let generated = try DistrictFixture.generated(
            .init(departments: 2, projects: 1, indicators: 2),
            part.isMultiple(of: 2) ? .second : .fourth, random)
        var review = try DistrictFixture.review(generated.district)
        for number in 0..<1000 {
            let edit = try RandomEdit.apply(to: review, &random)
            let incremental = try ReviewContent(review)
            let full = try ReviewContent(try DistrictFixture.review(review.district))
            try #require(incremental == full, "edit \(number): \(edit)")
            if isReset(review) {
                review = try DistrictFixture.review(generated.district)
            }
        }
    }

    /// Whether so many rows came or went that the next edits begin anew.
    private func isReset(_ review: DistrictReview) -> Bool {
        !(2...3).contains(review.district.departmentIDs.count)
            || !(2...5).contains(review.district.indicatorCount)
    }

    @Test(arguments: Quarter.allCases)
    func findsWhatIsPlanted(quarter: Quarter) throws {
        let generated = try DistrictFixture.generated(
            .init(departments: 30, projects: 6, indicators: 12), quarter, RandomSource())
        let tally = try DistrictFixture.review(generated.district).summary().tally
        let warnings: [CheckID] = ["EW-01", "EW-02", "EW-03", "EW-04", "EW-05", "EW-06", "EW-07"]
        let found = tally.byRule.filter {
            !$0.key.rawValue.hasPrefix("SC-WARN-") && !warnings.contains($0.key)
        }
        #expect(found == generated.planted)
        #expect(generated.planted.count >= 8)
    }

    @Test func anEditWorksOutOnlyWhatDependsOnIt() throws {
        let generated = try DistrictFixture.generated(
            .init(departments: 5, projects: 4, indicators: 6), .fourth, RandomSource(seed: 7))
        let review = try DistrictFixture.review(generated.district)
        _ = try review.summary()
        let department = try #require(review.district.departmentIDs.first)
        let project = try #require(review.district[department].projects.first)
        let indicator = try #require(review.district[project].indicators.first)

        let rules = try BuiltIn.rules().rules.count
        review.beginEdit()
        review.set(\.remedy, of: indicator, to: "加快进度")
        _ = try review.summary()
        #expect(review.cost.count == 1, "only the remedy itself is judged: nobody asks for one")
        #expect(review.cost.judgedRules < rules / 10)

        review.beginEdit()
        review.set(\.deviationAnalysis, of: indicator, to: "已说明")
        _ = try review.summary()
        #expect(review.cost.projects == 0, "score and findings came out the same")

        review.beginEdit()
        review.set(\.responsiblePerson, of: project, to: "另一人")
        _ = try review.summary()
        #expect(review.cost.count == 0, "the summary names no person")

        review.beginEdit()
        review.set(\.execution, of: project, to: QuarterlyAmounts())
        _ = try review.summary()
        let cost = review.cost
        #expect(cost.indicators == 0)
        #expect(cost.projects <= 8)
        #expect(cost.departments <= 7 + 5, "one department, and each line where ranks moved")
        #expect(cost.district == 2)
    }

    @Test func aReviewThatFailsRecovers() throws {
        let review = try DistrictFixture.review(of: [("A", "1", "1"), ("B", "1", "1")])
        _ = try review.summary()
        let id = try #require(review.district.departmentIDs.first)
        review.set(\.basicBudget, of: id, to: Money(fen: .max))
        #expect(throws: ArithmeticError.overflow) { try review.summary() }
        review.set(\.basicBudget, of: id, to: Money(fen: 1))
        #expect(try review.summary() == DistrictFixture.review(review.district).summary())
    }
}
