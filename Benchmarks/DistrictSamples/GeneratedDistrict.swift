package import Performance
package import Quantities
package import Seeds

/// A made-up district, the same for the same seed, with mistakes planted in it whose number is known.
///
/// Names and amounts are synthetic. A record gets at most one mistake, and what has none is without
/// findings, save 自评预警 (SC-WARN-…) and early warnings (EW-…), which chance decides.
package struct GeneratedDistrict {
    package struct Size: Hashable, Sendable {
        package let departments: Int
        package let projects: Int
        package let indicators: Int

        package init(departments: Int, projects: Int, indicators: Int) {
            self.departments = departments
            self.projects = projects
            self.indicators = indicators
        }

        /// What the largest districts have: 300 × 12 × 12.
        package static let whole = Size(departments: 300, projects: 12, indicators: 12)
    }

    package private(set) var district: District
    /// How many findings of each rule the planted mistakes must give.
    package private(set) var planted: [CheckID: Int] = [:]
    package let seed: UInt64
    private let parameters: ProjectScoringParameters
    private var random: RandomSource

    package init(
        _ size: Size, _ quarter: Quarter = .fourth, year: FiscalYear,
        _ parameters: ProjectScoringParameters, random: RandomSource
    ) throws {
        self.random = random
        self.parameters = parameters
        seed = random.seed
        district = District(name: "样例区", year: year, quarter: quarter)
        for number in 1...size.departments { try addDepartment(number, size) }
    }

    // MARK: - Departments

    private mutating func addDepartment(_ number: Int, _ size: Size) throws {
        let digits = String(1000 + number).dropFirst()
        let budget = amount(20...3000)
        let id = district.add(
            DistrictDepartment(
                code: "D\(digits)", name: SampleNames.department(number), basicBudget: budget,
                basicExecution: spending(of: budget, pace: random.number(70...100)),
                rectification: rectification()))
        var isOriginal = false
        for place in 1...size.projects {
            let mistake = random.chance(6) ? random.pick(ProjectMistake.allCases) : nil
            isOriginal = try addProject(
                place, to: id, size, mistake, copiesGoal: isOriginal && place.isMultiple(of: 2))
        }
        try stateSums(of: id)
        if random.chance(5) { plantInDepartment(id) }
    }

    private mutating func stateSums(of id: DepartmentID) throws {
        let projects = district[id].projects.map { district[$0] }
        district[id].statedProjectBudget = try Money.sum(projects.map(\.adjustedBudget))
        district[id].statedProjectExecution = try Money.sum(
            projects.map { try $0.execution.through(district.quarter) })
    }

    private mutating func plantInDepartment(_ id: DepartmentID) {
        switch random.number(1...3) {
        case 1:
            district[id].statedProjectBudget = district[id].statedProjectBudget.map {
                $0 + Money(fen: 1)
            }
            planted["CC-071", default: 0] += 1
        case 2:
            district[id].statedProjectExecution = district[id].statedProjectExecution.map {
                $0 - Money(fen: 1)
            }
            planted["CC-071", default: 0] += 1
        default:
            district[id].submission = random.pick([.late, .missing])
            planted["EW-08", default: 0] += 1
        }
    }

    private mutating func rectification() -> RectificationCounts {
        let due = random.number(0...9)
        let closed = random.number(0...due)
        return RectificationCounts(
            new: random.number(0...due), due: due, closed: closed,
            closedInTime: random.number(0...closed), overdue: random.number(0...(due - closed)))
    }

    // MARK: - Projects

    /// - Returns: whether the next project may copy the goal.
    private mutating func addProject(
        _ place: Int, to department: DepartmentID, _ size: Size, _ mistake: ProjectMistake?,
        copiesGoal: Bool
    ) throws -> Bool {
        let name = SampleNames.project(place)
        let budget = amount(1...500)
        let execution = spending(of: budget, pace: random.number(55...100))
        var project = DistrictProject(
            name: name, office: SampleNames.office(place),
            responsiblePerson: SampleNames.post(place), approvedBudget: budget, formBudget: budget,
            adjustedBudget: budget, execution: execution,
            formExecution: try execution.through(district.quarter),
            goalText: SampleNames.goal(place, number: random.number(100...99_999)))
        let isCopied = mistake == .copiedGoal && copiesGoal
        if let mistake { plant(mistake, in: &project, copied: isCopied ? department : nil) }
        let id = district.add(project, to: department)
        let weights = SampleIndicators.weights(size.indicators, parameters)
        for number in 1...size.indicators {
            let mistake = random.chance(2) ? random.pick(IndicatorMistake.allCases) : nil
            try addIndicator(number, of: place, to: id, weights[number - 1], budget, mistake)
        }
        return mistake == nil
    }

    private mutating func plant(
        _ mistake: ProjectMistake, in project: inout DistrictProject, copied: DepartmentID?
    ) {
        if mistake == .copiedGoal {
            guard let copied, let source = district[copied].projects.last else { return }
            project.goalText = district[source].goalText
        } else {
            mistake.plant(in: &project)
        }
        planted.merge(mistake.findings, uniquingKeysWith: +)
    }

    // MARK: - Indicators

    private mutating func addIndicator(
        _ number: Int, of project: Int, to id: ProjectID, _ weight: Points, _ budget: Money,
        _ mistake: IndicatorMistake?
    ) throws {
        let share = try district.quarter.timeProgress.multiplied(
            by: Fraction(Int128(random.number(97...112)), over: 100))
        var indicator = try SampleIndicators.indicator(
            number, code: "P\(project)-\(number)", weight: weight, budget: budget, share: share,
            &random)
        if random.chance(20) { indicator.statedScore = try score(indicator) }
        if let mistake, try mistake.plant(in: &indicator, score: score(indicator)) {
            planted.merge(
                mistake.findings(isYearOver: district.quarter == .fourth), uniquingKeysWith: +)
        }
        district.add(indicator, to: id)
    }

    private func score(_ indicator: DistrictIndicator) throws -> Points {
        try ProjectSelfEvaluation.Row(
            indicator: PerformanceIndicator(
                name: indicator.name, kind: indicator.kind, target: indicator.target,
                weight: indicator.weight),
            actual: indicator.actual, origin: indicator.origin
        ).result(parameters).score
    }

    // MARK: - Amounts

    /// Whole 百元 between two bounds in 万元.
    private mutating func amount(_ range: ClosedRange<Int>) -> Money {
        Money(
            fen: Int64(random.number((range.lowerBound * 100)...(range.upperBound * 100))) * 10_000)
    }

    /// A year's spending that runs at about so many per cent of the time.
    private mutating func spending(of budget: Money, pace: Int) -> QuarterlyAmounts {
        var left = budget.fen / 100 * Int64(pace)
        let each = left / 4
        var amounts: [Money] = []
        for quarter in 1...4 {
            let spent = quarter == 4 ? left : min(left, each / 100 * Int64(random.number(80...120)))
            amounts.append(Money(fen: spent))
            left -= spent
        }
        return QuarterlyAmounts(amounts)
    }
}
