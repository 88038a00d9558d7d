import DistrictSamples
import Performance
import Quantities
import Seeds
import Testing

/// Districts and their reviews for tests.
enum DistrictFixture {
    static func year() throws -> FiscalYear { try #require(FiscalYear(2026)) }

    static func tenThousand(_ text: String) throws -> Money {
        let number = try #require(ExactDecimal(text))
        return try #require(Money(exactly: number.fraction, in: .tenThousandYuan))
    }

    static func generated(
        _ size: GeneratedDistrict.Size, _ quarter: Quarter = .fourth, _ random: RandomSource
    ) throws -> GeneratedDistrict {
        try GeneratedDistrict(
            size, quarter, year: year(), BuiltIn.projectScoring(), random: random)
    }

    static func review(
        _ district: District, published: [String: PublishedStanding] = [:]
    ) throws -> DistrictReview {
        DistrictReview(
            district,
            ReviewStandards(
                parameters: try BuiltIn.projectScoring(), rules: try BuiltIn.rules(),
                published: published))
    }

    /// Departments of one project each: code, budget and execution in 万元.
    static func review(
        of departments: [(code: String, budget: String, executed: String)],
        _ quarter: Quarter = .second, published: [String: PublishedStanding] = [:]
    ) throws -> DistrictReview {
        var district = District(name: "样例区", year: try year(), quarter: quarter)
        for department in departments {
            let budget = try tenThousand(department.budget)
            district.add(
                DistrictDepartment(
                    code: department.code, name: "部门\(department.code)", basicBudget: budget,
                    basicExecution: QuarterlyAmounts([
                        try tenThousand(department.executed)
                    ])))
        }
        return try review(district, published: published)
    }
}

/// Everything that a review says, to be compared with what another says.
struct ReviewContent: Equatable {
    let summary: DistrictSummary
    let offices: [OfficeResult]
    let departmentFindings: [[Finding]]
    let projects: [ProjectContent]
    let indicators: [IndicatorContent]

    struct ProjectContent: Equatable {
        let execution: ExecutionStanding
        let goals: GoalStanding
        let evaluation: ProjectEvaluation
        let quality: QualityScore
        let findings: [Finding]
    }

    struct IndicatorContent: Equatable {
        let light: IndicatorLight
        let score: LeafResult
        let findings: [Finding]
    }

    init(_ review: DistrictReview) throws {
        summary = try review.summary()
        offices = try review.officeResults()
        let district = review.district
        let projectIDs = district.departmentIDs.flatMap { district[$0].projects }
        departmentFindings = try district.departmentIDs.map { try review.findings(of: $0) }
        projects = try projectIDs.map { id in
            ProjectContent(
                execution: try review.execution(of: id), goals: try review.goals(of: id),
                evaluation: try review.evaluation(of: id), quality: try review.quality(of: id),
                findings: try review.findings(of: id))
        }
        indicators = try projectIDs.flatMap { district[$0].indicators }.map { id in
            IndicatorContent(
                light: try review.light(of: id), score: try review.score(of: id),
                findings: try review.findings(of: id))
        }
    }
}
