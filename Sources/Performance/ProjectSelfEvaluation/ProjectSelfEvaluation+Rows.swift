package import Quantities

extension ProjectSelfEvaluation.Row {
    /// Scores one indicator.
    package func result(_ parameters: ProjectScoringParameters) throws(ArithmeticError)
        -> LeafResult
    {
        let name = indicator.name
        if let reason = notApplicableReason {
            guard reason.isBlank else { return leaf(.zero, .notApplicable, "不适用：\(reason)") }
            return missing("标为不适用，但没有理由", "写明不适用的理由，或取消不适用", id: "SC-NA-REASON")
        }
        guard let actual else { return missing("“\(name)”没有完成值", "填写完成值，或注明不适用及理由") }
        switch (indicator.target, actual) {
        case (.quantitative(let comparator, let target, let unit), .quantity(let quantity)):
            guard quantity.unit == unit.unit else { return otherUnit(quantity.unit, unit) }
            return try scored(
                try .of(quantity.value, against: comparator, target, parameters),
                shown: try actual.text(in: unit), parameters)
        case (.range(let range, let unit), .quantity(let quantity)):
            guard quantity.unit == unit.unit else { return otherUnit(quantity.unit, unit) }
            return try scored(
                try .of(quantity.value, in: range, parameters), shown: try actual.text(in: unit),
                parameters)
        case (.day(let deadline), .day(let finished)):
            return try scored(
                try .of(finished, by: deadline, parameters), shown: try actual.text(in: nil),
                parameters)
        case (.qualitative, .tier(let tier, let ratio)):
            return try judged(tier, ratio ?? parameters.suggestedRatio(tier), parameters)
        case (.quantitative, _), (.range, _), (.day, _), (.qualitative, _):
            return missing("“\(name)”的完成值与指标值不是同一种", "按指标值的形式填写完成值")
        }
    }

    private func scored(
        _ completion: TargetCompletion?, shown: String, _ parameters: ProjectScoringParameters
    ) throws(ArithmeticError) -> LeafResult {
        let name = indicator.name
        guard let completion
        else { return missing("“\(name)”的指标值为负数，不能按完成比例计分", "改用正数表示的指标值") }
        var share = completion.ratio
        var findings: [Finding] = []
        var tail = ""
        if parameters.requiresExplanation(deviation: completion.deviation),
            let deviation = completion.deviation
        {
            if deviationAnalysis.isBlank {
                let message = "“\(name)”超过指标值\(try deviation.percentText())。请填写偏差原因分析及改进措施。"
                findings.append(
                    Finding("SC-OVER", .answered, at: [.indicator(name)], message))
            }
            if isTargetSetTooLow {
                let cut = try parameters.overCut(deviation: deviation)
                share = try share.multiplied(by: Fraction.one.subtracting(cut))
                tail = "，年初指标值设定明显偏低，扣减\(try cut.percentText())"
            }
        }
        let score = try points(for: share, parameters)
        findings += deductionFindings(score)
        let product =
            share == .one
            ? "得满分\(indicator.weight.shortText)分"
            : "得\(indicator.weight.shortText)×\(try shownShare(share, score))=\(score.text)分"
        let explanation =
            "完成值\(shown)，指标值\(try indicator.target.text())（\(completion.direction.rawValue)指标）\(tail)，\(product)"
        return leaf(
            score, origin.isJudged ? .manual : .auto, explanation, value: completion.ratio,
            text: shown, findings: findings)
    }

    private func judged(
        _ tier: QualitativeTier, _ ratio: Fraction, _ parameters: ProjectScoringParameters
    ) throws(ArithmeticError) -> LeafResult {
        let share = ratio.clamped(to: .zero ... .one)
        let score = try points(for: share, parameters)
        var findings = deductionFindings(score)
        if let finding = try parameters.tierFinding(
            of: indicator.name, tier: tier, score: score, weight: indicator.weight)
        {
            findings.append(finding)
        }
        if case .judged(_, let evidence) = origin, score > .zero, evidence.allSatisfy(\.isBlank) {
            findings.append(
                Finding(
                    "SC-EVIDENCE", .answered, at: [.indicator(indicator.name)],
                    "“\(indicator.name)”得分没有佐证材料。请补充佐证，或说明原因。"))
        }
        let explanation =
            "评为“\(tier.rawValue)”，得\(indicator.weight.shortText)"
            + "×\(try shownShare(share, score))=\(score.text)分"
        return leaf(
            score, .manual, explanation, value: share, text: tier.rawValue, findings: findings)
    }

    private func points(
        for share: Fraction, _ parameters: ProjectScoringParameters
    ) throws(ArithmeticError) -> Points {
        try Points(
            rounding: indicator.weight.fraction.multiplied(by: share),
            decimals: parameters.leafDecimals)
    }

    private func shownShare(
        _ share: Fraction, _ score: Points
    ) throws(ArithmeticError) -> String {
        let decimals = try percentDecimals(of: share, giving: score) {
            shown throws(ArithmeticError) in
            try indicator.weight.fraction.multiplied(by: shown)
        }
        return try share.percentText(decimals: decimals)
    }

    /// SC-DEDUCT-REASON: points are lost and nobody says why.
    private func deductionFindings(_ score: Points) -> [Finding] {
        guard score < indicator.weight, deviationAnalysis.isBlank else { return [] }
        if case .judged(let reason, _) = origin, !reason.isBlank { return [] }
        let message =
            "“\(indicator.name)”得\(score.text)分，少于\(indicator.weight.shortText)分。请填写偏差原因分析及改进措施。"
        return [Finding("SC-DEDUCT-REASON", .blocking, at: [.indicator(indicator.name)], message)]
    }

    private func otherUnit(_ unit: MeasureUnit, _ target: UnitSymbol) -> LeafResult {
        missing(
            "“\(indicator.name)”的完成值以\(unit)计，指标值以\(target.unit)计，不能比较", "按\(target.text)填写完成值")
    }

    private func missing(
        _ why: String, _ toProvide: String, id: CheckID = "SC-MISSING"
    ) -> LeafResult {
        let message = "“\(indicator.name)”不能计分：\(why)。请\(toProvide)。"
        return leaf(
            .zero, .missingData, "缺数据：\(why)",
            missing: [MissingInput(name: indicator.name, why: why, toProvide: toProvide)],
            findings: [Finding(id, .blocking, at: [.indicator(indicator.name)], message)])
    }

    private func leaf(
        _ score: Points, _ state: LeafState, _ explanation: String, value: Fraction? = nil,
        text: String? = nil, missing: [MissingInput] = [], findings: [Finding] = []
    ) -> LeafResult {
        let primitive: ScoringPrimitive =
            if case .qualitative = indicator.target { .manual } else { .ratioCapped }
        return LeafResult(
            value: value, valueText: text, score: score, points: indicator.weight,
            ruleId: primitive.rawValue,
            inputs: text.map { [RuleInput(name: indicator.name, text: $0, origin: origin)] } ?? [],
            explanation: explanation, state: state, missing: missing, findings: findings,
            gradeCap: nil)
    }
}

extension RuleInput.Origin {
    fileprivate var isJudged: Bool { if case .judged = self { true } else { false } }
}
