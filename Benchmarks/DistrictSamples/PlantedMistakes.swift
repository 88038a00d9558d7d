import Performance
import Quantities

/// A mistake in a project's forms, as clerks make them.
enum ProjectMistake: CaseIterable {
    case executionUnlikeBooks
    case formBudgetUnlikeApproved
    case renamed
    case shortGoal
    /// Copied from the project before it; planted only where that one has a goal of its own.
    case copiedGoal

    /// What each of the rules finds of it.
    var findings: [CheckID: Int] {
        switch self {
        case .executionUnlikeBooks: ["CC-070": 1]
        case .formBudgetUnlikeApproved: ["CC-072": 1, "TQ-050": 1]
        case .renamed: ["TQ-018": 1]
        case .shortGoal: ["TQ-010": 1, "TQ-014": 1]
        // Of two goals that are alike both are told.
        case .copiedGoal: ["TQ-012": 2]
        }
    }

    func plant(in project: inout DistrictProject) {
        switch self {
        case .executionUnlikeBooks:
            project.formExecution = project.formExecution.map { $0 + Self.visible }
        case .formBudgetUnlikeApproved:
            project.formBudget = project.formBudget.map { $0 - Self.visible }
        case .renamed: project.approvedName += "项目"
        case .shortGoal: project.goalText = "做好\(project.name)工作"
        case .copiedGoal: break
        }
    }

    /// Forms are compared in 万元 with two decimals.
    private static let visible = Money(fen: 10_000)
}

/// A mistake in one indicator.
enum IndicatorMistake: CaseIterable {
    case targetUnlikeApproved
    case fallen
    case wrongScore
    case scoreOutOfRange
    case silentLag
    case impossibleWithoutRemedy
    case notFilledIn

    /// What each of the rules finds of it.
    ///
    /// - Parameter isYearOver: whether points that are lost are to be explained.
    func findings(isYearOver: Bool) -> [CheckID: Int] {
        switch self {
        case .targetUnlikeApproved: ["CC-079": 1]
        case .fallen: ["CC-074": 1]
        case .wrongScore: ["CC-076": 1]
        case .scoreOutOfRange: ["CC-076": 1, "SC-RANGE": 1]
        case .silentLag: isYearOver ? ["FRM-E-REQ": 1, "SC-DEDUCT-REASON": 1] : ["FRM-E-REQ": 1]
        case .impossibleWithoutRemedy: ["FRM-E-REQ": 1]
        case .notFilledIn: ["SC-MISSING": 1]
        }
    }

    /// - Returns: false where this indicator cannot have the mistake; then it stays as it is.
    func plant(in indicator: inout DistrictIndicator, score: Points) throws -> Bool {
        switch self {
        case .targetUnlikeApproved:
            guard case .quantitative(let comparator, let value, let unit) = indicator.target
            else { return false }
            indicator.approvedTarget = .quantitative(
                comparator, try value.adding(.one), unit: unit)
        case .fallen:
            guard case .quantitative(.atLeast, _, let unit) = indicator.target,
                !unit.unit.isDimensionless, case .quantity(let now)? = indicator.actual
            else { return false }
            indicator.earlierActual = .quantity(Quantity(try now.value.adding(.one), now.unit))
        case .wrongScore:
            let slip = Points(hundredths: score > .zero ? -1 : 1)
            indicator.statedScore = score + slip
            indicator.deviationAnalysis = "已说明扣分原因"
        case .scoreOutOfRange: indicator.statedScore = indicator.weight + Points(hundredths: 1)
        case .silentLag:
            guard case .quantitative(.atLeast, let value, let unit) = indicator.target
            else { return false }
            let little = try value.divided(by: Fraction(100))
            indicator.actual = .quantity(Quantity(little, unit.unit))
            indicator.statedScore = nil
            indicator.earlierActual = nil
            indicator.deviationAnalysis = ""
        case .impossibleWithoutRemedy: indicator.likelihood = .impossible
        case .notFilledIn:
            indicator.actual = nil
            indicator.statedScore = nil
        }
        return true
    }
}
