package import Quantities

/// What the review holds, each by its record.
extension DistrictReview {
    package func verdict(of record: JudgedRecord) throws(ArithmeticError) -> RuleVerdict {
        try value(.verdict(record)) { if case .verdict(let verdict) = $0 { verdict } else { nil } }
    }

    func indicatorLikenesses(
        of id: ProjectID
    ) throws(ArithmeticError) -> [IndicatorID: Likeness] {
        try value(.indicatorLikenesses(id)) {
            if case .indicatorLikenesses(let likenesses) = $0 { likenesses } else { nil }
        }
    }

    func weight(of id: ProjectID) throws(ArithmeticError) -> Points {
        try value(.projectWeight(id)) { if case .weight(let weight) = $0 { weight } else { nil } }
    }

    func goalLikenesses(of id: DepartmentID) throws(ArithmeticError) -> [ProjectID: Likeness] {
        try value(.goalLikenesses(id)) {
            if case .goalLikenesses(let likenesses) = $0 { likenesses } else { nil }
        }
    }

    package func light(of id: IndicatorID) throws(ArithmeticError) -> IndicatorLight {
        try value(.indicatorLight(id)) { if case .light(let light) = $0 { light } else { nil } }
    }

    package func score(of id: IndicatorID) throws(ArithmeticError) -> LeafResult {
        try value(.indicatorScore(id)) { if case .score(let score) = $0 { score } else { nil } }
    }

    package func findings(of id: IndicatorID) throws(ArithmeticError) -> [Finding] {
        try findings(at: .indicatorFindings(id))
    }

    package func execution(of id: ProjectID) throws(ArithmeticError) -> ExecutionStanding {
        try execution(at: .projectExecution(id))
    }

    package func goals(of id: ProjectID) throws(ArithmeticError) -> GoalStanding {
        try goals(at: .projectGoals(id))
    }

    package func evaluation(of id: ProjectID) throws(ArithmeticError) -> ProjectEvaluation {
        try value(.projectEvaluation(id)) {
            if case .evaluation(let evaluation) = $0 { evaluation } else { nil }
        }
    }

    package func findings(of id: ProjectID) throws(ArithmeticError) -> [Finding] {
        try findings(at: .projectFindings(id))
    }

    package func quality(of id: ProjectID) throws(ArithmeticError) -> QualityScore {
        try value(.projectQuality(id)) {
            if case .quality(let quality) = $0 { quality } else { nil }
        }
    }

    package func tally(of id: ProjectID) throws(ArithmeticError) -> FindingTally {
        try tally(at: .projectTally(id))
    }

    package func execution(of id: DepartmentID) throws(ArithmeticError) -> ExecutionStanding {
        try execution(at: .departmentExecution(id))
    }

    package func goals(of id: DepartmentID) throws(ArithmeticError) -> GoalStanding {
        try goals(at: .departmentGoals(id))
    }

    package func departmentScore(of id: DepartmentID) throws(ArithmeticError) -> DepartmentScore {
        try value(.departmentScore(id)) {
            if case .departmentScore(let score) = $0 { score } else { nil }
        }
    }

    package func findings(of id: DepartmentID) throws(ArithmeticError) -> [Finding] {
        try findings(at: .departmentFindings(id))
    }

    package func tally(of id: DepartmentID) throws(ArithmeticError) -> FindingTally {
        try tally(at: .departmentTally(id))
    }

    package func line(of id: DepartmentID) throws(ArithmeticError) -> DepartmentLine {
        try value(.departmentLine(id)) { if case .line(let line) = $0 { line } else { nil } }
    }

    /// 排名 of all departments whose budget is above 0.
    package func ranks() throws(ArithmeticError) -> [DepartmentID: Int] {
        try value(.ranking) { if case .ranking(let ranks) = $0 { ranks } else { nil } }
    }

    /// Results by office and responsible person.
    package func officeResults() throws(ArithmeticError) -> [OfficeResult] {
        try value(.offices) { if case .offices(let offices) = $0 { offices } else { nil } }
    }

    private func findings(at key: DistrictKey) throws(ArithmeticError) -> [Finding] {
        try value(key) { if case .findings(let findings) = $0 { findings } else { nil } }
    }

    private func execution(at key: DistrictKey) throws(ArithmeticError) -> ExecutionStanding {
        try value(key) { if case .execution(let standing) = $0 { standing } else { nil } }
    }

    private func goals(at key: DistrictKey) throws(ArithmeticError) -> GoalStanding {
        try value(key) { if case .goals(let standing) = $0 { standing } else { nil } }
    }

    private func tally(at key: DistrictKey) throws(ArithmeticError) -> FindingTally {
        try value(key) { if case .tally(let tally) = $0 { tally } else { nil } }
    }
}
