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

    var rule: CheckID {
        switch self {
        case .executionUnlikeBooks: "CC-070"
        case .formBudgetUnlikeApproved: "CC-072"
        case .renamed: "TQ-018"
        case .shortGoal: "TQ-010"
        case .copiedGoal: "TQ-012"
        }
    }

    func plant(in project: inout DistrictProject) {
        switch self {
        case .executionUnlikeBooks:
            project.formExecution = project.formExecution.map { $0 + Money(fen: 100) }
        case .formBudgetUnlikeApproved:
            project.formBudget = project.formBudget.map { $0 - Money(fen: 1) }
        case .renamed: project.approvedName += "项目"
        case .shortGoal: project.goalText = "做好\(project.name)工作"
        case .copiedGoal: break
        }
    }
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

    var rule: CheckID {
        switch self {
        case .targetUnlikeApproved: "CC-079"
        case .fallen: "CC-074"
        case .wrongScore: "CC-076"
        case .scoreOutOfRange: "CC-075"
        case .silentLag, .impossibleWithoutRemedy: "FRM-E-REQ"
        case .notFilledIn: "SC-MISSING"
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
        case .scoreOutOfRange: indicator.statedScore = indicator.weight + Points(hundredths: 1)
        case .silentLag:
            guard case .quantitative(.atLeast, let value, let unit) = indicator.target
            else { return false }
            let little = try value.divided(by: Fraction(100))
            indicator.actual = .quantity(Quantity(little, unit.unit))
            indicator.statedScore = nil
            indicator.earlierActual = nil
        case .impossibleWithoutRemedy: indicator.likelihood = .impossible
        case .notFilledIn:
            indicator.actual = nil
            indicator.statedScore = nil
        }
        return true
    }
}
