import Formulas
import Quantities

/// The facts of an indicator: as declared (指标), as evaluated (自评指标), and how far it has come (指标进度).
extension DistrictReview {
    // MARK: - As declared

    func declaredFacts(_ id: IndicatorID) throws(ArithmeticError) -> Facts {
        let cells = cells(id)
        let project = district.project(of: id)
        let kind = cells.kind
        var facts: Facts = [
            "年度": .number(Fraction(Int64(district.year.number))),
            "一级指标": .text(kind.category.rawValue), "二级指标": .text(kind.rawValue),
            "三级指标": .text(cells.name), "指标值": .text(try cells.target.text()),
            "分值": .number(cells.weight.fraction), "数据来源": FormulaValue(cells.dataSource),
            "项目预算": self.cells(project).formBudget.map { .number($0.yuan) } ?? .missing,
        ]
        let total = try weight(of: project)
        if total > .zero { facts["满分"] = .number(total.fraction) }
        if let alike = try indicatorLikenesses(of: project)[id] {
            facts["相似指标"] = .text(alike.name)
            facts["重复度"] = .number(alike.share)
        }
        return facts
    }

    /// Each indicator beside those above it, so that a pair is told once.
    func deriveIndicatorLikenesses(_ id: ProjectID) -> [IndicatorID: Likeness] {
        let noise = standards.rules.lexicon.comparisonNoise
        var above: [(name: String, text: TextSimilarity)] = []
        var likenesses: [IndicatorID: Likeness] = [:]
        for indicator in cells(id).indicators {
            let name = cells(indicator).name
            let text = TextSimilarity(name, without: noise)
            likenesses[indicator] = text.mostAlike(among: above)
            above.append((name, text))
        }
        return likenesses
    }

    // MARK: - As evaluated

    func evaluatedFacts(_ id: IndicatorID) throws(ArithmeticError) -> Facts {
        let cells = cells(id)
        let (target, actual, reason) = (cells.target, cells.actual, cells.deviationAnalysis)
        let isNotApplicable = cells.notApplicableReason != nil
        var facts: Facts = [
            "三级指标": .text(cells.name), "指标值": .text(try target.text()),
            "批复指标值": FormulaValue(try cells.approvedTarget?.text()),
            "性质": .text(target.isQualitative ? "定性" : "定量"),
            "指标值单位": .text(target.unit?.text ?? ""), "分值": .number(cells.weight.fraction),
            "偏差说明": .text(reason), "不适用": .truth(isNotApplicable),
            "不适用理由": .text(cells.notApplicableReason ?? ""), "人工评分": .truth(false),
            "年度已结束": .truth(isYearOver), "佐证数": .number(proof(of: id) == .none ? .zero : .one),
        ]
        if isNotApplicable {
            facts["完成值"] = .text(FormContent.notApplicable)
            return facts
        }
        facts["完成值"] = .text(try actual?.statedText(in: target.unit) ?? "")
        facts["完成值单位"] = .text(actual?.unitText(in: target.unit) ?? "")
        if case .tier(let tier, _)? = actual {
            facts.merge(
                TierFacts.facts(
                    tier.word, weight: cells.weight.fraction, standards.parameters.tierBounds))
        }
        try addScores(id, to: &facts)
        try addProgress(id, to: &facts)
        return facts
    }

    /// What a form states; at the year's end what it is pre-filled with where nothing is stated yet.
    private func addScores(_ id: IndicatorID, to facts: inout Facts) throws(ArithmeticError) {
        let score = try score(of: id)
        let computed = score.state == .missingData ? nil : score.score
        facts["规则得分"] = computed.map { .number($0.fraction) }
        let stated = cells(id).statedScore ?? (isYearOver ? computed : nil)
        facts["得分"] = stated.map { .number($0.fraction) }
    }

    private func addProgress(_ id: IndicatorID, to facts: inout Facts) throws(ArithmeticError) {
        let target = cells(id).target
        guard let standing = try standing(id), standing.direction == .positive,
            let now = standing.actual, let share = standing.yearShare
        else { return }
        if case .quantitative = target {
            facts["偏差"] = .number(try share.subtracting(.one))
        }
        facts["累计性"] = .truth(target.isCumulative)
        facts["全年完成值"] = .number(now)
        if case .quantity(let before)? = cells(id).earlierActual, before.unit == target.unit?.unit {
            facts["监控完成值"] = .number(before.value)
        }
    }

    // MARK: - So far

    /// nil where the indicator does not apply.
    func standing(_ id: IndicatorID) throws(ArithmeticError) -> IndicatorStanding? {
        let cells = cells(id)
        guard cells.notApplicableReason == nil else { return nil }
        let (target, actual) = (cells.target, cells.actual)
        var (value, tier): (Fraction?, QualitativeTier?) = (nil, nil)
        switch actual {
        case .quantity(let quantity)?:
            if quantity.unit == target.unit?.unit { value = quantity.value }
        case .tier(let judged, _)?: tier = judged
        case .day?, nil: break
        }
        return try IndicatorStanding(
            id: cells.code, name: cells.name, project: nil, direction: target.direction,
            proof: proof(of: id), targetText: "", actualText: "", actual: value,
            target: target.leastValue, isCumulative: target.isCumulative, tier: tier,
            expected: district.quarter.timeProgress,
            entry: cells.likelihood.map { MonitoringEntry(likelihood: $0) })
    }

    static func progressFacts(_ standing: IndicatorStanding) -> Facts {
        EarlyWarningFacts.indicator(standing, owner: "").values
    }

    func deriveLight(_ id: IndicatorID) throws(ArithmeticError) -> IndicatorLight {
        guard let standing = try standing(id) else { return .none }
        let cells = cells(id)
        switch (cells.target, cells.actual) {
        case (.day(let deadline), .day(let finished)?):
            return IndicatorLight(light: finished <= deadline ? .green : .red, completion: nil)
        case (.range(let range, _), .quantity(let quantity)?)
        where standing.actual != nil && quantity.value > range.upperBound:
            return IndicatorLight(light: .red, completion: nil)
        case (.qualitative, .tier(let tier, _)?):
            return IndicatorLight(light: .ofQualitative(tier), completion: nil)
        default: break
        }
        guard standing.actual != nil, standing.target != nil else { return .none }
        let verdict = try verdict(of: .progress(id))
        return IndicatorLight(
            light: standards.lights.ofIndicator(verdict), completion: standing.yearShare)
    }

    private func proof(of id: IndicatorID) -> IndicatorStanding.Proof {
        let cells = cells(id)
        if case .measured = cells.origin { return .ledger }
        if cells.dataSource?.isEmpty == false { return .evidence }
        if case .judged(_, let evidence) = cells.origin, !evidence.isEmpty { return .evidence }
        return .none
    }

    // MARK: - Answers that the form asks for

    /// 偏差原因: required where the indicator lags.
    func deviationFacts(_ id: IndicatorID) throws(ArithmeticError) -> Facts {
        let light = try light(of: id).light
        return answerFacts(
            "\(cells(id).name)：偏差原因", cells(id).deviationAnalysis,
            isRequired: light == .red || light == .yellow)
    }

    /// 拟采取的措施: required where the year's target cannot be reached.
    func remedyFacts(_ id: IndicatorID) -> Facts {
        answerFacts(
            "\(cells(id).name)：拟采取的措施", cells(id).remedy,
            isRequired: cells(id).likelihood == .impossible)
    }

    private func answerFacts(_ label: String, _ text: String, isRequired: Bool) -> Facts {
        [
            "表": .text(isYearOver ? "F05" : "F03"), "栏目": .text(label), "类型": .text("文字"),
            "内容": .text(text.isBlank ? "" : text), "必填": .truth(isRequired),
        ]
    }

    var isYearOver: Bool { district.quarter == .fourth }
}

extension PerformanceIndicator.Target {
    fileprivate var isQualitative: Bool { if case .qualitative = self { true } else { false } }

    /// What an actual is measured against: the lower end of a range; nil of a day or words.
    fileprivate var leastValue: Fraction? {
        switch self {
        case .quantitative(_, let value, _): value
        case .range(let range, _): range.lowerBound
        case .day, .qualitative: nil
        }
    }
}

extension ProjectSelfEvaluation.Actual {
    /// As a form states it: in the target's unit, or in its own where that is another.
    fileprivate func statedText(in unit: UnitSymbol?) throws(ArithmeticError) -> String {
        guard case .quantity(let quantity) = self, quantity.unit != unit?.unit
        else { return try text(in: unit) }
        return try quantity.value.plainText() + quantity.unit.description
    }

    fileprivate func unitText(in unit: UnitSymbol?) -> String {
        guard case .quantity(let quantity) = self else { return unit?.text ?? "" }
        return quantity.unit == unit?.unit ? unit?.text ?? "" : quantity.unit.description
    }
}
