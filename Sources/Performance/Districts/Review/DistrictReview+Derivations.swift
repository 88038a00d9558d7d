import Quantities

extension DistrictReview {
    func derive(_ key: DistrictKey) throws(ArithmeticError) -> DistrictValue {
        switch key {
        case .departments, .departmentCells, .projectCells, .indicatorCells:
            preconditionFailure("a cell is filled in, not derived")
        case .verdict(let record): .verdict(try deriveVerdict(record))
        case .indicatorLikenesses(let id):
            .indicatorLikenesses(deriveIndicatorLikenesses(id))
        case .projectWeight(let id): .weight(deriveWeight(id))
        case .goalLikenesses(let id): .goalLikenesses(deriveGoalLikenesses(id))
        case .indicatorLight(let id): .light(try deriveLight(id))
        case .indicatorScore(let id): .score(try row(id).result(standards.parameters))
        case .indicatorFindings(let id): .findings(try deriveFindings(id))
        case .projectExecution(let id): .execution(try deriveExecution(id))
        case .projectGoals(let id): .goals(try deriveGoals(id))
        case .projectEvaluation(let id): .evaluation(try deriveEvaluation(id))
        case .projectFindings(let id): .findings(try deriveFindings(id))
        case .projectQuality(let id): .quality(try deriveQuality(id))
        case .projectTally(let id): .tally(try deriveTally(id))
        case .departmentExecution(let id): .execution(try deriveExecution(id))
        case .departmentGoals(let id): .goals(try deriveGoals(id))
        case .departmentScore(let id): .departmentScore(try deriveScore(id))
        case .departmentFindings(let id): .findings(try deriveFindings(id))
        case .departmentTally(let id): .tally(try deriveTally(id))
        case .departmentLine(let id): .line(try deriveLine(id))
        case .ranking: .ranking(try deriveRanking())
        case .summary: .summary(try deriveSummary())
        case .offices: .offices(try deriveOffices())
        }
    }

    private var quarter: Quarter { district.quarter }

    // MARK: - Indicators

    private func row(_ id: IndicatorID) -> ProjectSelfEvaluation.Row {
        let cells = cells(id)
        return ProjectSelfEvaluation.Row(
            indicator: PerformanceIndicator(
                name: cells.name, kind: cells.kind, target: cells.target, weight: cells.weight),
            actual: cells.actual, origin: cells.origin,
            isTargetSetTooLow: cells.isTargetSetTooLow,
            deviationAnalysis: cells.deviationAnalysis,
            notApplicableReason: cells.notApplicableReason)
    }

    // MARK: - Projects

    private func deriveExecution(_ id: ProjectID) throws(ArithmeticError) -> ExecutionStanding {
        let cells = cells(id)
        return try ExecutionStanding(
            budget: cells.adjustedBudget, execution: cells.execution, quarter, standards.lights)
    }

    private func deriveWeight(_ id: ProjectID) -> Points {
        cells(id).indicators.reduce(Points.zero) { $0 + cells($1).weight }
    }

    private func deriveGoals(_ id: ProjectID) throws(ArithmeticError) -> GoalStanding {
        var lights: [MonitoringLight?] = []
        for indicator in cells(id).indicators { lights.append(try light(of: indicator).light) }
        return GoalStanding(lights)
    }

    private func deriveEvaluation(_ id: ProjectID) throws(ArithmeticError) -> ProjectEvaluation {
        let cells = cells(id)
        var scores: [LeafResult] = []
        var kinds: [IndicatorKind] = []
        for indicator in cells.indicators {
            scores.append(try score(of: indicator))
            kinds.append(self.cells(indicator).kind)
        }
        let standing = try execution(of: id)
        return try ProjectSelfEvaluation.evaluation(
            of: BudgetExecution(
                adjustedBudget: standing.budget, annualExecution: standing.executed),
            scores: scores, kinds: kinds, standards.parameters)
    }

    /// Of the form F02: its goal, its indicators, the form as a whole.
    private func deriveQuality(_ id: ProjectID) throws(ArithmeticError) -> QualityScore {
        let cells = cells(id)
        let records =
            JudgedRecord.declared(of: id) + cells.indicators.map { JudgedRecord.declared($0) }
        var counted = cells.recordedFindings.map(\.counted)
        counted += try self.counted(records, answered: cells.answeredRules)
        return QualityScore(counted, standards.rules.qualityParameters)
    }

    private func counted(
        _ records: [JudgedRecord], answered: Set<CheckID>
    ) throws(ArithmeticError) -> [QualityScore.Counted] {
        var counted: [QualityScore.Counted] = []
        for record in records {
            counted += try verdict(of: record).findings.map {
                QualityScore.Counted(
                    ruleId: $0.ruleId, level: $0.level, isAnswered: answered.contains($0.ruleId))
            }
        }
        return counted
    }

    private func deriveTally(_ id: ProjectID) throws(ArithmeticError) -> FindingTally {
        let cells = cells(id)
        var tally = FindingTally(try findings(of: id))
        tally += FindingTally(cells.recordedFindings.map(\.finding))
        for indicator in cells.indicators { tally += FindingTally(try findings(of: indicator)) }
        return tally
    }

    // MARK: - Departments

    private func deriveExecution(_ id: DepartmentID) throws(ArithmeticError) -> ExecutionStanding {
        let cells = cells(id)
        var parts = [
            try ExecutionStanding(
                budget: cells.basicBudget, execution: cells.basicExecution, quarter,
                standards.lights)
        ]
        for project in cells.projects { parts.append(try execution(of: project)) }
        return try .sum(parts, quarter, standards.lights)
    }

    private func deriveGoals(_ id: DepartmentID) throws(ArithmeticError) -> GoalStanding {
        var sum = GoalStanding([])
        for project in cells(id).projects { sum = sum + (try goals(of: project)) }
        return sum
    }

    private func deriveScore(_ id: DepartmentID) throws(ArithmeticError) -> DepartmentScore {
        let cells = cells(id)
        var scored: [(score: Points, adjustedBudget: Money)] = []
        var qualities: [(score: QualityScore, budget: Money)] = []
        var form = cells.recordedFindings.map(\.counted)
        var unscored = 0
        for project in cells.projects {
            let budget = try execution(of: project).budget
            qualities.append((try quality(of: project), budget))
            form += try counted(
                [.approvedProject(project)], answered: self.cells(project).answeredRules)
            switch try evaluation(of: project).total {
            case .complete(let score, _): scored.append((score, budget))
            case .partial: unscored += 1
            case .excluded: break
            }
        }
        let average = try Performance.projectsAverage(of: scored)
        let own = QualityScore(form, standards.rules.qualityParameters)
        return DepartmentScore(
            projectsAverage: average, grade: average.map(standards.parameters.grades.grade),
            quality: try QualityScore.department(
                projects: qualities, form: own, standards.rules.qualityParameters) ?? own,
            unscoredProjects: unscored)
    }

    private func deriveTally(_ id: DepartmentID) throws(ArithmeticError) -> FindingTally {
        let cells = cells(id)
        var tally = FindingTally(try findings(of: id))
        tally += FindingTally(cells.recordedFindings.map(\.finding))
        for project in cells.projects { tally += try self.tally(of: project) }
        return tally
    }

    private func deriveLine(_ id: DepartmentID) throws(ArithmeticError) -> DepartmentLine {
        let cells = cells(id)
        let (execution, goals) = (try execution(of: id), try goals(of: id))
        let published = standards.published[cells.code]
        return DepartmentLine(
            id: id, code: cells.code, name: cells.name, execution: execution, goals: goals,
            departmentLight: .ofDepartment(
                isExecutionInOrder: execution.light == .green,
                areGoalsInOrder: goals.light.map { $0 >= .green } ?? true),
            rank: try ranks()[id], published: published,
            redRun: execution.light == .red ? (published?.redRun ?? 0) + 1 : 0,
            submission: cells.submission,
            rectification: cells.projects.reduce(cells.rectification) {
                $0 + self.cells($1).rectification
            },
            tally: try tally(of: id), score: try departmentScore(of: id))
    }

    // MARK: - District

    /// Sorted anew as a whole: 300 departments take less time than one of them to work out.
    private func deriveRanking() throws(ArithmeticError) -> [DepartmentID: Int] {
        var entries: [(id: DepartmentID, entry: ExecutionRanking.Entry)] = []
        for id in departmentIDs() {
            let execution = try execution(of: id)
            guard execution.budget > .zero else { continue }
            entries.append((id, .init(code: cells(id).code, execution: execution)))
        }
        entries.sort { ExecutionRanking.precedes($0.entry, $1.entry) }
        var ranks: [DepartmentID: Int] = [:]
        for (place, ranked) in entries.enumerated() { ranks[ranked.id] = place + 1 }
        return ranks
    }

    private func deriveSummary() throws(ArithmeticError) -> DistrictSummary {
        var lines: [DepartmentLine] = []
        for id in departmentIDs() { lines.append(try line(of: id)) }
        var goals = GoalStanding([])
        var tally = FindingTally()
        var projects = 0
        for line in lines {
            goals = goals + line.goals
            tally += line.tally
            projects += cells(line.id).projects.count
        }
        return DistrictSummary(
            lines: lines.sorted {
                ($0.rank ?? .max, $0.code) < ($1.rank ?? .max, $1.code)
            },
            execution: try .sum(lines.map(\.execution), quarter, standards.lights),
            goals: goals, tally: tally,
            rectification: lines.reduce(RectificationCounts()) { $0 + $1.rectification },
            projectCount: projects)
    }
}

extension RecordedFinding {
    fileprivate var counted: QualityScore.Counted {
        QualityScore.Counted(
            ruleId: finding.ruleId, level: finding.level, isAnswered: isAnswered)
    }
}
