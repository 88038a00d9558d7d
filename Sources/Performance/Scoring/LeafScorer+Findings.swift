import Quantities

extension LeafScorer {
    /// SC-DEDUCT-REASON and SC-EVIDENCE of the judgements that a score rests on.
    func judgementFindings(score: Points, inputs: [RuleInput]) -> [Finding] {
        var findings: [Finding] = []
        for input in inputs {
            guard case .judged(let reason, let evidence) = input.origin else { continue }
            let place = "“\(indicator.id) \(indicator.name)”的判断项“\(input.name)”"
            if score < indicator.points, reason.isBlank {
                findings.append(
                    Finding(
                        "SC-DEDUCT-REASON", .blocking, at: [.indicator(indicator.id)],
                        "\(place)使本指标扣分，但没有写明理由。请补写扣分原因。"))
            }
            if score > .zero, evidence.allSatisfy(\.isBlank) {
                findings.append(
                    Finding(
                        "SC-EVIDENCE", .answered, at: [.indicator(indicator.id)],
                        "\(place)没有佐证材料。请补充佐证，或说明原因。"))
            }
        }
        return findings
    }

    /// Findings that the scheme raises beside the score.
    func alertFindings(value: Fraction?) throws(ArithmeticError) -> [Finding] {
        var findings: [Finding] = []
        for alert in indicator.alerts {
            var watched = value
            if let operand = alert.operand {
                guard case .figure(let figure, _) = try resolve(operand) else { continue }
                watched = figure
            }
            guard let watched, alert.isRaised(by: watched) else { continue }
            findings.append(
                Finding(
                    alert.id, .answered, at: [.indicator(indicator.id)],
                    "“\(indicator.id) \(indicator.name)”\(alert.message)"))
        }
        return findings
    }

    /// A typed score stands in for what the rule gives, if it has a reason, evidence and a value
    /// inside the points; what the rule gives is told beside it.
    func overridden(_ computed: LeafResult, by typed: TypedScore) -> LeafResult {
        let place: [FindingPlace] = [.indicator(indicator.id)]
        let name = "“\(indicator.id) \(indicator.name)”"
        guard typed.score >= .zero, typed.score <= indicator.points else {
            let message =
                "\(name)的人工评分\(typed.score.text)分不在0至\(indicator.points.shortText)分之内。请改正。"
            return computed.adding([Finding("SC-RANGE", .blocking, at: place, message)])
        }
        guard !typed.reason.isBlank, !typed.evidence.allSatisfy(\.isBlank) else {
            let message = "\(name)的人工评分没有理由或佐证，未予采用。请补齐理由和佐证。"
            return computed.adding([Finding("SC-DEDUCT-REASON", .blocking, at: place, message)])
        }
        var findings = computed.findings.filter { $0.ruleId != "SC-MISSING" }
        var told = ""
        if computed.state != .missingData, computed.score != typed.score {
            told = "（按规则计算为\(computed.score.text)分）"
            let message =
                "\(name)的人工评分\(typed.score.text)分与规则计算的\(computed.score.text)分不同。请复核并说明。"
            findings.append(Finding("SC-OVERRIDE", .answered, at: place, message))
        }
        let input = RuleInput(
            name: "人工评分", text: typed.score.text,
            origin: .judged(reason: typed.reason, evidence: typed.evidence))
        return LeafResult(
            value: computed.value, valueText: computed.valueText, score: typed.score,
            points: indicator.points,
            ruleId: ScoringPrimitive.manual.rawValue, inputs: computed.inputs + [input],
            explanation: "人工评定得\(typed.score.text)分\(told)，理由：\(typed.reason)",
            state: .manual, missing: [], findings: findings, gradeCap: computed.gradeCap)
    }
}

extension LeafResult {
    fileprivate func adding(_ more: [Finding]) -> LeafResult {
        LeafResult(
            value: value, valueText: valueText, score: score, points: points, ruleId: ruleId,
            inputs: inputs,
            explanation: explanation, state: state, missing: missing, findings: findings + more,
            gradeCap: gradeCap)
    }
}
