import Quantities

/// What the rules say, record by record (规则检查): the same rules that `lint`, `check` and `alerts` ask.
extension DistrictReview {
    /// Asks only rules that speak of facts that have changed since the record was judged last.
    func deriveVerdict(_ record: JudgedRecord) throws(ArithmeticError) -> RuleVerdict {
        guard let set = standards.rules.set(of: record.subject), let facts = try facts(of: record)
        else { return .none }
        let earlier: RuleVerdict? =
            if case .verdict(let verdict)? = graph.lastValue(of: .verdict(record)) {
                verdict
            } else {
                nil
            }
        let verdict = set.verdict(
            of: facts, derived: standards.rules.lexicon.derived(from: facts, of: set.subject),
            after: earlier)
        judgedRules += verdict.judgedRules
        return verdict
    }

    /// nil where there is no such record: an indicator that does not apply, a form that was not filed.
    private func facts(of record: JudgedRecord) throws(ArithmeticError) -> Facts? {
        switch record {
        case .declared(let id): try declaredFacts(id)
        case .evaluated(let id): try evaluatedFacts(id)
        case .progress(let id): try standing(id).map { Self.progressFacts($0) }
        case .deviation(let id): try deviationFacts(id)
        case .remedy(let id): remedyFacts(id)
        case .goal(let id): try goalFacts(id)
        case .goalForm(let id): goalFormFacts(id)
        case .weights(let id, let category): weightFacts(id, category)
        case .approvedProject(let id): approvalFacts(id)
        case .evaluation(let id): try evaluationFacts(id)
        case .projectAccounts(let id): try accountFacts(id)
        case .projectSpending(let id): spendingFacts(cells(id).name, try execution(of: id))
        case .accounts(let id): try accountFacts(id)
        case .spending(let id): spendingFacts(cells(id).name, try execution(of: id))
        case .submission(let id): submissionFacts(id)
        }
    }

    private func spendingFacts(_ name: String, _ execution: ExecutionStanding) -> Facts {
        EarlyWarningFacts.spending(
            of: name, month: district.quarter.month, budget: execution.budget,
            executed: execution.executed)
    }

    // MARK: - Findings of a record

    func deriveFindings(_ id: IndicatorID) throws(ArithmeticError) -> [Finding] {
        try findings(
            of: JudgedRecord.all(of: id), of: cells(district.project(of: id)).name)
    }

    func deriveFindings(_ id: ProjectID) throws(ArithmeticError) -> [Finding] {
        try findings(of: JudgedRecord.all(of: id), of: cells(id).name)
    }

    func deriveFindings(_ id: DepartmentID) throws(ArithmeticError) -> [Finding] {
        try findings(of: JudgedRecord.all(of: id), of: FormContent.wholeDepartment)
    }

    private func findings(
        of records: [JudgedRecord], of subject: String
    ) throws(ArithmeticError) -> [Finding] {
        var findings: [Finding] = []
        for record in records {
            let form = form(of: record)
            for found in try verdict(of: record).findings {
                findings.append(
                    found.finding(
                        at: FormPlace(
                            form: form, subject: subject, field: found.field ?? record.subject)))
            }
        }
        return findings
    }

    /// The form that a record is filled in on.
    private func form(of record: JudgedRecord) -> String {
        switch record {
        case .declared, .goal, .goalForm, .weights: "F02"
        case .approvedProject: "F01"
        case .accounts, .spending, .submission: district.quarter == .fourth ? "F06" : "F04"
        default: district.quarter == .fourth ? "F05" : "F03"
        }
    }
}
