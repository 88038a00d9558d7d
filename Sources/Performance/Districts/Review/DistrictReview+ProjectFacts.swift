import Formulas
import Quantities

/// The facts of a project: its goal (目标), its form of goals (绩效目标表), how it stands in the approved
/// budget (批复项目), its self-evaluation (自评表) and its accounts (项目收支).
extension DistrictReview {
    /// Whether any goal was declared at all.
    private func isDeclared(_ id: ProjectID) -> Bool {
        !cells(id).goalText.isBlank || !cells(id).indicators.isEmpty
    }

    func goalFacts(_ id: ProjectID) throws(ArithmeticError) -> Facts? {
        guard isDeclared(id) else { return nil }
        var facts: Facts = ["目标内容": .text(cells(id).goalText), "层级": .text("项目")]
        if let alike = try goalLikenesses(of: district.department(of: id))[id] {
            facts["最相似项目"] = .text(alike.name)
            facts["相似度"] = .number(alike.share)
        }
        return facts
    }

    /// Each goal beside those of the department's other projects.
    func deriveGoalLikenesses(_ id: DepartmentID) -> [ProjectID: Likeness] {
        let noise = standards.rules.lexicon.comparisonNoise
        let goals = cells(id).projects.filter { !cells($0).goalText.isBlank }.map { project in
            (
                id: project, name: cells(project).name,
                text: TextSimilarity(cells(project).goalText, without: noise)
            )
        }
        var likenesses: [ProjectID: Likeness] = [:]
        for goal in goals {
            likenesses[goal.id] = goal.text.mostAlike(
                among: goals.filter { $0.id != goal.id }.map { ($0.name, $0.text) })
        }
        return likenesses
    }

    func goalFormFacts(_ id: ProjectID) -> Facts? {
        guard isDeclared(id) else { return nil }
        let cells = cells(id)
        let indicators = cells.indicators
        var facts = GoalFormFacts.counts(
            indicators.map { .init(secondLevel: self.cells($0).kind.rawValue) },
            quantitative: indicators.count { self.cells($0).target.isQuantitative })
        facts["名称"] = .text(cells.name)
        facts["层级"] = .text("项目")
        facts["年度目标"] = .text(cells.goalText)
        facts["年度金额"] = cells.formBudget.map { .number($0.yuan) }
        facts["批复预算"] = .number(cells.approvedBudget.yuan)
        let costs = indicators.compactMap(totalCost)
        if costs.count == 1 { facts["成本目标"] = .number(costs[0]) }
        return facts
    }

    /// The limit of an indicator of the total cost (总成本); nil of any other.
    private func totalCost(of id: IndicatorID) -> Fraction? {
        guard cells(id).name.contains("总成本"),
            case .quantitative(_, let value, let unit) = cells(id).target, unit.unit.isMoney
        else { return nil }
        return value
    }

    /// 权重 of one 一级指标; nil where the project has no such indicators.
    func weightFacts(_ id: ProjectID, _ category: IndicatorCategory) -> Facts? {
        let indicators = cells(id).indicators
        let kinds = indicators.map { cells($0).kind.category }
        guard kinds.contains(category),
            let due = standards.parameters.weights(
                hasSatisfaction: kinds.contains(.satisfaction))?[category]
        else { return nil }
        let sum = zip(indicators, kinds).filter { $0.1 == category }
            .reduce(Points.zero) { $0 + cells($1.0).weight }
        return ["权重合计": .number(sum.fraction), "应有权重": .number(due.fraction)]
    }

    func approvalFacts(_ id: ProjectID) -> Facts {
        let cells = cells(id)
        var facts: Facts = [
            "项目名称": .text(cells.approvedName), "预算数": .number(cells.approvedBudget.yuan),
            "已申报目标": .truth(isDeclared(id)),
        ]
        if isDeclared(id) {
            facts["表中名称"] = .text(cells.name)
            facts["是别名"] = .truth(cells.aliases.contains(cells.name))
        }
        return facts
    }

    func evaluationFacts(_ id: ProjectID) throws(ArithmeticError) -> Facts {
        let cells = cells(id)
        let (execution, evaluation) = (try execution(of: id), try evaluation(of: id))
        var facts: Facts = [
            "名称": .text(cells.name), "年度已结束": .truth(isYearOver),
            "全年预算": .number(execution.budget.yuan),
            "全年执行": .number((cells.formExecution ?? execution.executed).yuan),
            "账务支出": .number(execution.executed.yuan), "等级": FormulaValue(cells.statedGrade),
        ]
        facts["总分"] = cells.statedTotal.map { .number($0.fraction) }
        guard case .complete(let total, let grade) = evaluation.total else { return facts }
        let indicators = evaluation.indicators.reduce(Points.zero) { $0 + $1.score }
        facts["得分之和"] = .number(total.fraction)
        facts["总分"] = facts["总分"] ?? .number(total.fraction)
        facts["应得等级"] = .text(grade)
        facts["指标得分"] = .number(indicators.fraction)
        facts["预算得分"] = .number(evaluation.budget.score.fraction)
        facts["预算分值"] = .number(evaluation.budget.points.fraction)
        return facts
    }

    func accountFacts(_ id: ProjectID) throws(ArithmeticError) -> Facts {
        let cells = cells(id)
        var facts: Facts = [
            "项目名称": .text(cells.name), "批复预算": .number(cells.approvedBudget.yuan),
            "执行数": .number(try execution(of: id).executed.yuan), "半位": .number(.zero),
        ]
        facts["目标表金额"] = cells.formBudget.map { .number($0.yuan) }
        return facts
    }
}

extension PerformanceIndicator.Target {
    fileprivate var isQuantitative: Bool { if case .qualitative = self { false } else { true } }
}
