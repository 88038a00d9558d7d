import Quantities
import Testing

@testable import Performance

@Suite struct ReviewOpinionTests {
    /// |差异| > 10 or grade changed → written explanation.
    @Test(
        arguments: [
            ("same", "95", "95", "0.00", []),
            ("inside, same grade", "99", "90", "9.00", []),
            ("the limit itself", "100", "90", "10.00", []),
            ("above the limit", "100", "89.99", "10.01", ["自评与复核相差10.01分，超过10分", "等级由“优”变为“良”"]),
            ("above the limit, same grade", "79", "60", "19.00", ["自评与复核相差19.00分，超过10分"]),
            ("grade alone", "90", "89.99", "0.01", ["等级由“优”变为“良”"]),
            ("review higher, the limit", "80", "89.99", "-9.99", []),
            ("review higher, above", "60", "70.01", "-10.01", ["自评与复核相差10.01分，超过10分"]),
            ("review higher, grade", "79.99", "80", "-0.01", ["等级由“中”变为“良”"]),
        ] as [(String, String, String, String, [String])])
    func asksForAnExplanation(
        id: String, own: String, reviewed: String, difference: String, reasons: [String]
    ) throws {
        let opinion = ReviewOpinion(
            selfScore: try ProjectSamples.points(own),
            reviewScore: try ProjectSamples.points(reviewed), .national)
        #expect(opinion.difference.text == difference, "\(id)")
        #expect(opinion.explanationReasons() == reasons, "\(id)")
        #expect(opinion.needsExplanation() == !reasons.isEmpty, "\(id)")
    }

    @Test func theLimitIsAParameter() throws {
        let opinion = ReviewOpinion(
            selfScore: try ProjectSamples.points("99"),
            reviewScore: try ProjectSamples.points("93"), .national)
        #expect(!opinion.needsExplanation())
        #expect(opinion.needsExplanation(limit: try ProjectSamples.points("5")))
    }
}
