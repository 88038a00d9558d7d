package import Performance
import Quantities
package import Seeds

/// One random edit of a district, of any cell or row that a clerk can touch (随机修改).
package enum RandomEdit {
    /// - Returns: what was edited, for messages.
    package static func apply(
        to review: DistrictReview, _ random: inout RandomSource
    ) throws -> String {
        let departments = review.district.departmentIDs
        guard !departments.isEmpty else {
            _ = review.add(newDepartment(&random))
            return "add the first department"
        }
        let department = random.pick(departments)
        let projects = review.district[department].projects
        guard !projects.isEmpty, random.chance(85) else {
            return edit(department, in: review, &random)
        }
        let project = random.pick(projects)
        let indicators = review.district[project].indicators
        guard !indicators.isEmpty, random.chance(65) else {
            return edit(project, of: department, in: review, &random)
        }
        return try edit(random.pick(indicators), of: project, in: review, &random)
    }

    // MARK: - Departments

    private static func edit(
        _ id: DepartmentID, in review: DistrictReview, _ random: inout RandomSource
    ) -> String {
        let number = random.number(0...12)
        switch number {
        case 0: review.set(\.name, of: id, to: "改名\(random.number(0...3))")
        case 1: review.set(\.code, of: id, to: "D\(random.number(0...5))")
        case 2: review.set(\.basicBudget, of: id, to: money(&random))
        case 3: review.set(\.basicExecution, of: id, to: QuarterlyAmounts([money(&random)]))
        case 4:
            review.set(\.statedProjectBudget, of: id, to: random.chance(50) ? nil : money(&random))
        case 5:
            review.set(
                \.statedProjectExecution, of: id, to: random.chance(50) ? nil : money(&random))
        case 6: review.set(\.submission, of: id, to: random.pick(QuarterlySubmission.allCases))
        case 7:
            review.set(\.rectification, of: id, to: RectificationCounts(due: random.number(0...3)))
        case 8: review.set(\.recordedFindings, of: id, to: recorded(&random))
        case 9: _ = review.add(newDepartment(&random))
        case 11:
            review.set(\.statedHalfPlace, of: id, to: random.chance(50) ? .zero : Money(fen: 5000))
        case 10: review.remove(id)
        default: _ = review.add(newProject(&random), to: id)
        }
        return "department edit \(number)"
    }

    private static func newDepartment(_ random: inout RandomSource) -> DistrictDepartment {
        DistrictDepartment(
            code: "D\(random.number(0...9))", name: "新部门", basicBudget: money(&random))
    }

    // MARK: - Projects

    private static func edit(
        _ id: ProjectID, of department: DepartmentID, in review: DistrictReview,
        _ random: inout RandomSource
    ) -> String {
        let number = random.number(0...15)
        switch number {
        case 0: review.set(\.name, of: id, to: "项目改名\(random.number(0...3))")
        case 1: review.set(\.approvedName, of: id, to: "项目改名\(random.number(0...3))")
        case 2: review.set(\.office, of: id, to: random.pick(["", "办公室", "业务科"]))
        case 3: review.set(\.responsiblePerson, of: id, to: random.pick(["", "科长"]))
        case 4: review.set(\.approvedBudget, of: id, to: money(&random))
        case 5: review.set(\.formBudget, of: id, to: random.chance(30) ? nil : money(&random))
        case 6: review.set(\.adjustedBudget, of: id, to: money(&random))
        case 7:
            var execution = review.district[id].execution
            execution[random.pick(Quarter.allCases)] = money(&random)
            review.set(\.execution, of: id, to: execution)
        case 8: review.set(\.formExecution, of: id, to: random.chance(30) ? nil : money(&random))
        case 9: review.set(\.goalText, of: id, to: random.pick(["", "目标", goal]))
        case 10: review.set(\.statedTotal, of: id, to: random.chance(50) ? nil : points(&random))
        case 11: review.set(\.answeredRules, of: id, to: random.chance(50) ? [] : ["TQ-018"])
        case 12: review.set(\.recordedFindings, of: id, to: recorded(&random))
        case 13: review.remove(id, from: department)
        case 14:
            review.set(\.rectification, of: id, to: RectificationCounts(due: random.number(0...3)))
        default: _ = review.add(newIndicator(&random), to: id)
        }
        return "project edit \(number)"
    }

    private static let goal = "全年分批开展走访慰问，服务不少于三百人次，缓解基本生活困难"

    private static func newProject(_ random: inout RandomSource) -> DistrictProject {
        DistrictProject(
            name: "新项目", approvedBudget: money(&random), adjustedBudget: money(&random),
            execution: QuarterlyAmounts([money(&random)]), goalText: goal)
    }

    // MARK: - Indicators

    private static func edit(
        _ id: IndicatorID, of project: ProjectID, in review: DistrictReview,
        _ random: inout RandomSource
    ) throws -> String {
        let number = random.number(0...15)
        switch number {
        case 0: review.set(\.name, of: id, to: "指标改名\(random.number(0...3))")
        case 1: review.set(\.kind, of: id, to: random.pick(IndicatorKind.allCases))
        case 2: review.set(\.target, of: id, to: try target(&random))
        case 3: review.set(\.weight, of: id, to: points(&random))
        case 4:
            review.set(\.approvedTarget, of: id, to: random.chance(50) ? nil : try target(&random))
        case 5, 6: review.set(\.actual, of: id, to: try actual(&random))
        case 7: review.set(\.earlierActual, of: id, to: try actual(&random))
        case 8: review.set(\.isTargetSetTooLow, of: id, to: random.chance(50))
        case 9: review.set(\.deviationAnalysis, of: id, to: random.pick(["", "已说明原因"]))
        case 10: review.set(\.remedy, of: id, to: random.pick(["", "加快进度"]))
        case 11: review.set(\.notApplicableReason, of: id, to: random.pick([nil, "", "本年不开展"]))
        case 12: review.set(\.statedScore, of: id, to: random.chance(50) ? nil : points(&random))
        case 13:
            review.set(
                \.likelihood, of: id, to: random.pick(CompletionLikelihood.allCases + [nil]))
        case 14: review.set(\.dataSource, of: id, to: random.pick([nil, "", "业务台账"]))
        default: review.remove(id, from: project)
        }
        return "indicator edit \(number)"
    }

    private static func newIndicator(_ random: inout RandomSource) -> DistrictIndicator {
        DistrictIndicator(
            code: "新",
            indicator: PerformanceIndicator(
                name: "新指标", kind: random.pick(IndicatorKind.allCases),
                target: .qualitative("达到预期"), weight: points(&random)))
    }

    // MARK: - Contents

    private static func money(_ random: inout RandomSource) -> Money {
        Money(fen: random.chance(20) ? 0 : Int64(random.number(-5...200)) * 1_000_000)
    }

    private static func points(_ random: inout RandomSource) -> Points {
        Points(hundredths: Int64(random.number(-1...40)) * 50)
    }

    private static func target(_ random: inout RandomSource) throws -> PerformanceIndicator.Target {
        let value = Fraction(Int64(random.number(0...20)))
        guard let unit = UnitSymbol.named(random.pick(["人次", "次"]))
        else { preconditionFailure("units that everybody knows") }
        switch random.number(0...9) {
        case 0: return .qualitative("达到预期")
        case 1: return .range(value...(try value.adding(Fraction(5))), unit: unit)
        default: return .quantitative(random.pick(Comparator.allCases), value, unit: unit)
        }
    }

    private static func actual(
        _ random: inout RandomSource
    ) throws -> ProjectSelfEvaluation.Actual? {
        switch random.number(0...9) {
        case 0: return nil
        case 1: return .tier(random.pick(QualitativeTier.allCases), ratio: nil)
        default:
            return .quantity(
                Quantity(
                    Fraction(Int64(random.number(-1...30))),
                    MeasureUnit(random.pick(["人次", "次"]))))
        }
    }

    private static func recorded(_ random: inout RandomSource) -> [RecordedFinding] {
        guard random.chance(70) else { return [] }
        return [
            RecordedFinding(
                Finding(random.pick(["TQ-034", "TQ-061"]), .answered, "请说明。"),
                isAnswered: random.chance(50))
        ]
    }
}
