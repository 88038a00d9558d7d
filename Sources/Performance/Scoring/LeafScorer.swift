import Quantities

/// Scores one indicator of a scheme from its inputs.
struct LeafScorer {
    let indicator: SchemeIndicator
    let inputs: RuleInputs
    /// Decimals of the score, 0…2.
    let decimals: Int

    /// What a rule gives before the indicator's own policies apply.
    enum Outcome {
        case scored(Scored)
        /// A denominator is 0, or a group has no indicator.
        case undefined(Undefined)
        case missing([MissingInput], inputs: [RuleInput])
    }

    struct Scored {
        let exact: Fraction
        let value: Fraction?
        let valueText: String?
        let sentence: String
        let inputs: [RuleInput]
    }

    struct Undefined {
        let bothZero: Bool
        let sentence: String
        let inputs: [RuleInput]
    }

    /// Never fails: what does not compute is missing, and says why.
    func result() -> LeafResult {
        if let claim = inputs.notApplicable[indicator.id] { return claimed(claim) }
        if let illegible = inputs.illegible[indicator.id] {
            return missingData(illegible.map(\.missingInput), inputs: [])
        }
        if let veto = indicator.veto, let judgement = veto.judgement(in: inputs, for: indicator) {
            return vetoed(veto, judgement)
        }
        let typed = inputs.typedScores[indicator.id]
        if let reason = indicator.notApplicableUnlessStated, typed == nil,
            !inputs.hasJudgement(for: indicator.id)
        {
            return notApplicable(reason: reason)
        }
        let computed = computedResult()
        guard let typed else { return computed }
        return overridden(computed, by: typed)
    }

    private func computedResult() -> LeafResult {
        do throws(ArithmeticError) {
            switch try outcome(
                of: indicator.rule, points: indicator.points, name: indicator.valueName)
            {
            case .scored(let scored): return try finished(scored)
            case .undefined(let undefined): return settled(undefined)
            case .missing(let missing, let inputs): return missingData(missing, inputs: inputs)
            }
        } catch {
            let why = "数字过大或过细，无法精确计算"
            return missingData(
                [MissingInput(name: indicator.name, why: why, toProvide: "核对录入的数字和单位")],
                inputs: [])
        }
    }

    private func finished(_ scored: Scored) throws(ArithmeticError) -> LeafResult {
        let exact = scored.exact.clamped(to: .zero...indicator.points.fraction)
        let score = try Points(rounding: exact, decimals: decimals)
        let cut = try score == Points(rounding: exact) ? "" : "，保留\(decimals)位小数为\(score.text)分"
        var findings = judgementFindings(score: score, inputs: scored.inputs)
        findings += try alertFindings(value: scored.value)
        return LeafResult(
            value: scored.value, valueText: scored.valueText, score: score,
            points: indicator.points,
            ruleId: indicator.rule.ruleId, inputs: scored.inputs,
            explanation: scored.sentence + cut,
            state: scored.inputs.contains(where: \.isJudged) ? .manual : .auto, missing: [],
            findings: findings, gradeCap: nil)
    }

    /// Applies the policy for an undefined value.
    private func settled(_ undefined: Undefined) -> LeafResult {
        let policy = indicator.onUndefined
        let consequence = undefined.bothZero ? policy.bothZero : policy.otherwise
        let sentence = "\(undefined.sentence)；\(policy.reason)"
        func scored(_ score: Points, _ ending: String) -> LeafResult {
            LeafResult(
                value: nil, valueText: nil, score: score, points: indicator.points,
                ruleId: indicator.rule.ruleId, inputs: undefined.inputs,
                explanation: "\(sentence)，\(ending)",
                state: undefined.inputs.contains(where: \.isJudged) ? .manual : .auto, missing: [],
                findings: judgementFindings(score: score, inputs: undefined.inputs), gradeCap: nil)
        }
        switch consequence {
        case .notApplicable: return notApplicable(reason: sentence, inputs: undefined.inputs)
        case .full: return scored(indicator.points, "得满分\(indicator.points.shortText)分")
        case .zero: return scored(.zero, "得0.00分")
        case .missingData:
            let missing = MissingInput(
                name: indicator.name, why: sentence, toProvide: "核对并补齐数据，或注明不适用及理由")
            return missingData([missing], inputs: undefined.inputs)
        case .manual:
            let missing = MissingInput(
                name: indicator.name, why: sentence, toProvide: "人工评分，并写明理由和佐证")
            return missingData([missing], inputs: undefined.inputs)
        }
    }

    // MARK: Results without arithmetic

    private func claimed(_ claim: NotApplicableClaim) -> LeafResult {
        guard claim.reason.isBlank else { return notApplicable(reason: claim.reason) }
        let missing = MissingInput(
            name: indicator.name, why: "标为不适用，但没有理由", toProvide: "写明不适用的理由，或取消不适用")
        return missingData([missing], inputs: [], ruleId: "SC-NA-REASON")
    }

    func notApplicable(reason: String, inputs: [RuleInput] = []) -> LeafResult {
        LeafResult(
            value: nil, valueText: nil, score: .zero, points: indicator.points,
            ruleId: indicator.rule.ruleId,
            inputs: inputs, explanation: "不适用：\(reason)", state: .notApplicable, missing: [],
            findings: [], gradeCap: nil)
    }

    func missingData(
        _ missing: [MissingInput], inputs: [RuleInput], ruleId: CheckID = "SC-MISSING"
    ) -> LeafResult {
        let reasons = missing.map(\.why).joined(separator: "；")
        var remedies: [String] = []
        for input in missing where !remedies.contains(input.toProvide) {
            remedies.append(input.toProvide)
        }
        let message =
            "“\(indicator.id) \(indicator.name)”不能计分：\(reasons)。"
            + "请\(remedies.joined(separator: "；"))。"
        return LeafResult(
            value: nil, valueText: nil, score: .zero, points: indicator.points,
            ruleId: indicator.rule.ruleId,
            inputs: inputs, explanation: "缺数据：\(reasons)", state: .missingData,
            missing: missing,
            findings: [Finding(ruleId, .blocking, at: [.indicator(indicator.id)], message)],
            gradeCap: nil)
    }

    private func vetoed(_ veto: Veto, _ judgement: Judgement) -> LeafResult {
        let cap = veto.gradeCap.map { "，等次最高为“\($0)”" } ?? ""
        let reason = judgement.reason.isBlank ? "" : "（\(judgement.reason)）"
        let input = RuleInput(
            name: veto.item.name, text: "是",
            origin: .judged(reason: judgement.reason, evidence: judgement.evidence))
        return LeafResult(
            value: nil, valueText: nil, score: .zero, points: indicator.points,
            ruleId: "\(ScoringPrimitive.veto.rawValue)+\(indicator.rule.ruleId)", inputs: [input],
            explanation: "存在“\(veto.item.name)”\(reason)，一票否决，得0.00分\(cap)",
            state: .manual, missing: [],
            findings: judgementFindings(score: .zero, inputs: [input]), gradeCap: veto.gradeCap)
    }
}

extension Veto {
    /// The judgement that says yes, if there is one.
    fileprivate func judgement(in inputs: RuleInputs, for indicator: SchemeIndicator) -> Judgement?
    {
        guard let judgement = inputs.judgement(of: item.name, for: indicator.id),
            judgement.value == .truth(true)
        else { return nil }
        return judgement
    }
}
