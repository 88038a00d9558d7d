package import Quantities

extension ProjectSelfEvaluation {
    /// Scores the project by the parameters of a scheme.
    package func evaluation(
        _ parameters: ProjectScoringParameters
    ) throws(ArithmeticError) -> ProjectEvaluation {
        var scores: [LeafResult] = []
        for row in rows { scores.append(try row.result(parameters)) }
        return try Self.evaluation(
            of: execution, scores: scores, kinds: rows.map(\.indicator.kind), parameters)
    }

    /// Scores a project whose indicators are scored already.
    ///
    /// - Parameter kinds: 二级指标 of each score.
    package static func evaluation(
        of execution: BudgetExecution, scores indicators: [LeafResult], kinds: [IndicatorKind],
        _ parameters: ProjectScoringParameters
    ) throws(ArithmeticError) -> ProjectEvaluation {
        let budget = try budgetResult(execution, parameters)
        var findings = budget.findings + indicators.flatMap(\.findings)
        findings += weightFindings(zip(kinds, indicators.map(\.points)), parameters)
        let total = try total(budget, indicators, parameters)
        if case .complete = total {
            let plausibility = ProjectPlausibility(
                indicatorScore: indicators.reduce(.zero) { $0 + $1.score },
                budgetScore: budget.score, execution: execution)
            findings += try plausibility.findings(parameters)
        }
        return ProjectEvaluation(
            budget: budget, indicators: indicators, total: total, findings: findings)
    }

    private static func budgetResult(
        _ execution: BudgetExecution, _ parameters: ProjectScoringParameters
    ) throws(ArithmeticError) -> LeafResult {
        let weight = parameters.budgetWeight
        let inputs = [
            ("全年执行数", execution.annualExecution), ("全年预算数", execution.adjustedBudget),
        ].map { name, money in
            RuleInput(name: name, text: money.text(in: .yuan), origin: .measured(formula: name))
        }
        func result(
            _ score: Points, _ state: LeafState, _ explanation: String, _ findings: [Finding] = []
        ) throws(ArithmeticError) -> LeafResult {
            let missing =
                state == .missingData
                ? findings.map { finding in
                    MissingInput(
                        name: "预算执行率", why: finding.message, toProvide: "核对预算数和执行数")
                } : []
            return LeafResult(
                value: execution.rate.value, valueText: try execution.rate.value?.percentText(),
                score: score, points: weight,
                ruleId: ScoringPrimitive.ratioCapped.rawValue, inputs: inputs,
                explanation: explanation, state: state, missing: missing, findings: findings,
                gradeCap: nil)
        }
        switch try execution.outcome(parameters) {
        case .scored(let score, let findings):
            return try result(score, .auto, try execution.sentence(weight: weight), findings)
        case .projectExcluded, .rebased:
            return try result(.zero, .notApplicable, "不适用：全年预算数和执行数均为0")
        case .refused(let finding):
            return try result(.zero, .missingData, finding.message, [finding])
        }
    }

    private static func total(
        _ budget: LeafResult, _ indicators: [LeafResult], _ parameters: ProjectScoringParameters
    ) throws(ArithmeticError) -> ProjectEvaluation.Total {
        if budget.state == .notApplicable, parameters.zeroBudgetPolicy == .excludeProject {
            return .excluded
        }
        let leaves = [budget] + indicators
        func points(_ isCounted: (LeafResult) -> Bool) -> Points {
            leaves.filter(isCounted).reduce(.zero) { $0 + $1.points }
        }
        let score = leaves.reduce(Points.zero) { $0 + $1.score }
        let evaluated = points { $0.state == .auto || $0.state == .manual }
        let missing = points { $0.state == .missingData }
        guard missing == .zero, evaluated > .zero else {
            return .partial(evaluatedPoints: evaluated, score: score, missingPoints: missing)
        }
        let isWhole = evaluated == Points(hundredths: 10000)
        let total =
            isWhole ? score : try rebasedTotal(score: score, applicablePoints: evaluated)
        return .complete(score: total, grade: parameters.grades.grade(of: total))
    }

    /// SC-WEIGHT: indicators of a first level do not sum to its points.
    private static func weightFindings(
        _ indicators: some Sequence<(IndicatorKind, Points)>, _ parameters: ProjectScoringParameters
    ) -> [Finding] {
        var sums: [IndicatorCategory: Points] = [:]
        for (kind, weight) in indicators {
            sums[kind.category] = (sums[kind.category] ?? .zero) + weight
        }
        func sum(_ category: IndicatorCategory) -> Points { sums[category] ?? .zero }
        let hasSatisfaction = sums[.satisfaction] != nil
        guard let weights = parameters.weights(hasSatisfaction: hasSatisfaction) else {
            let message = "没有满意度指标，而本方案要求设置。请补充满意度指标。"
            return [Finding("SC-WEIGHT", .blocking, message)]
        }
        return IndicatorCategory.allCases.compactMap { category in
            let (stated, due) = (sum(category), weights[category] ?? .zero)
            guard stated != due else { return nil }
            let message =
                "\(category.rawValue)的分值合计为\(stated.shortText)分，应为\(due.shortText)分。请调整各指标的分值。"
            return Finding(
                "SC-WEIGHT", .blocking, computed: due.shortText, stated: stated.shortText, message)
        }
    }
}
