import Formulas
import Packs
import Performance
import Quantities
import Reports
import Storage

/// What a registered indicator is scored from (指标取数): its target, its actual, its wording.
struct AssessedIndicator {
    let facts: IndicatorFacts
    let completion: LeafResult
    let row: ProjectSelfEvaluation.Row
}

/// Scores projects, and the department's own indicators, by the project self-evaluation scheme.
struct ProjectAssessment {
    let desk: BookDesk
    let figures: BookFigures
    let scheme: ProjectScoringScheme

    /// Formulas of the indicators, to be planned with all others.
    static func formulas(_ desk: BookDesk) throws -> [CheckedFormula] {
        try desk.indicators.filter { !$0.text("对应口径").isEmpty }.map {
            try formula(of: $0, desk)
        }
    }

    /// The indicators of one project, or of the department where `project` is nil, by number.
    func indicators(of project: String?) throws -> [AssessedIndicator] {
        try desk.indicators.filter {
            project == nil ? $0.text("层级") == "整体" : $0.text("项目") == project
        }
        .sorted { $0.text("指标编号") < $1.text("指标编号") }
        .compactMap(assessed)
    }

    /// The project's self-evaluation; the rows are those of ``indicators(of:)``.
    func evaluation(
        of project: String, adjustedBudget: FigureTrace, execution: FigureTrace,
        _ indicators: [AssessedIndicator]
    ) throws -> ProjectScore {
        func money(_ trace: FigureTrace) -> Money? {
            trace.value.number.flatMap { Money(exactly: $0, in: .yuan) }
        }
        guard let budget = money(adjustedBudget), let spent = money(execution) else {
            return ProjectScore(
                budgetScore: nil, budgetWeight: scheme.parameters.budgetWeight, total: nil,
                grade: nil, sentence: "缺少预算或支付数据，不能评分", missing: ["预算数和执行数"],
                warnings: [])
        }
        let evaluation = try ProjectSelfEvaluation(
            projectName: project,
            execution: BudgetExecution(adjustedBudget: budget, annualExecution: spent),
            rows: indicators.map(\.row)
        ).evaluation(scheme.parameters)
        var (total, grade): (Points?, String?) = (nil, nil)
        if case .complete(let score, let name) = evaluation.total { (total, grade) = (score, name) }
        return ProjectScore(
            budgetScore: evaluation.budget.state == .auto ? evaluation.budget.score : nil,
            budgetWeight: scheme.parameters.budgetWeight, total: total, grade: grade,
            sentence: evaluation.totalSentence,
            missing: zip(indicators, evaluation.indicators)
                .filter { $0.1.state == .missingData }
                .map { "\($0.0.facts.id) \($0.0.facts.name)的完成值" },
            warnings: evaluation.findings.filter { $0.level != .shown }.map(\.message))
    }

    /// Exact completions of the department's indicators by first and second level, for R8; a group
    /// with a missing one is missing.
    func completions() throws -> [String: [IndicatorCompletion]] {
        let own = try indicators(of: nil)
        var groups: [String: [AssessedIndicator]] = [:]
        for kind in IndicatorKind.allCases {
            groups[kind.category.rawValue] = []
            groups[kind.rawValue] = []
        }
        for indicator in own {
            groups[indicator.row.indicator.kind.category.rawValue, default: []].append(indicator)
            groups[indicator.row.indicator.kind.rawValue, default: []].append(indicator)
        }
        guard !own.isEmpty else { return [:] }
        return groups.compactMapValues { group in
            let completions = group.compactMap { indicator in
                indicator.completion.value.map {
                    IndicatorCompletion(
                        name: indicator.facts.name, weight: indicator.row.indicator.weight,
                        ratio: $0, origin: indicator.row.origin)
                }
            }
            return completions.count == group.count ? completions : nil
        }
    }

    // MARK: One indicator

    private static func formula(of row: RegisterRow, _ desk: BookDesk) throws -> CheckedFormula {
        let text = row.text("对应口径")
        if let measure = desk.vocabulary.measure(named: text) { return measure }
        do {
            return try desk.vocabulary.check(text)
        } catch {
            throw OfficeError.wrongField(
                text, source: row.sourceText, reason: error.message)
        }
    }

    private func assessed(_ row: RegisterRow) throws -> AssessedIndicator? {
        guard let indicator = IndicatorReading.indicator(row) else { return nil }
        let trace = try actualTrace(row)
        let actual = IndicatorReading.actual(row, trace)
        let evaluated = ProjectSelfEvaluation.Row(
            indicator: indicator, actual: actual, origin: IndicatorReading.origin(row),
            isTargetSetTooLow: row.truth("目标偏低") ?? false,
            deviationAnalysis: row.text("偏差原因"))
        let result = try evaluated.result(scheme.parameters)
        let isScored = result.state == .auto || result.state == .manual
        return AssessedIndicator(
            facts: IndicatorFacts(
                id: row.text("指标编号"), firstLevel: row.text("一级指标"),
                secondLevel: row.text("二级指标"), name: indicator.name,
                targetText: IndicatorReading.targetText(row), actual: actual == nil ? nil : trace,
                actualText: IndicatorReading.actualText(row, actual, indicator),
                weight: indicator.weight, score: isScored ? result.score : nil,
                explanation: result.explanation, deviationReason: row.text("偏差原因"),
                evidence: row.text("来源"), measure: row.text("对应口径"), tier: row.text("完成档次"),
                judgementReason: row.text("判断理由")),
            completion: result, row: evaluated)
    }

    /// The figure behind 完成值: from its formula, or as a person typed it.
    private func actualTrace(_ row: RegisterRow) throws -> FigureTrace? {
        let name = "\(row.text("指标编号")) \(row.text("三级指标"))"
        if !row.text("对应口径").isEmpty {
            let text = row.text("对应口径")
            guard let formula = figures.formula(text)
            else { throw OfficeError.unknownMeasure(text, nearest: []) }
            return try figures.trace(of: formula, named: name)
        }
        let typed = row.text("完成值").isEmpty ? row.text("完成档次") : row.text("完成值")
        guard !typed.isEmpty else { return nil }
        return FigureTrace(
            name: name, value: .text(typed), formula: "填报：\(row.sourceText)",
            arithmetic: row.text("判断理由"), entries: [])
    }
}
