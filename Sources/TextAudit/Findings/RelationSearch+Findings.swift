import Performance

extension RelationSearch {
    /// The findings of all relations that do not hold and of all other checks, by place.
    func findings() -> [TextFinding] {
        var result: [TextFinding] = []
        for mistake in mistakes(failing()) { result.append(finding(mistake)) }
        for relation in relations where relation.verdict == .truncated && isTruncationTold(relation)
        {
            result.append(truncation(relation))
        }
        check(into: &result)
        result.sort { start($0) < start($1) }
        return result
    }

    private func start(_ finding: TextFinding) -> Int { finding.spans.first?.lowerBound ?? 0 }

    private func failing() -> [Relation] {
        var failing: [Relation] = []
        for relation in relations where relation.verdict == .error { failing.append(relation) }
        guard !failing.isEmpty else { return [] }
        guard failing.contains(where: { $0.clarity == .likely }) else { return failing }
        let witnesses = witnesses(of: failing)
        failing.removeAll { $0.clarity == .likely && isBeyondDoubt($0, witnesses) }
        return failing
    }

    func operands(_ relation: Relation) -> [Int32] {
        Array(pool[Int(relation.firstOperand)..<Int(relation.firstOperand + relation.operandCount)])
    }

    // MARK: Findings of relations

    private func finding(_ mistake: Mistake) -> TextFinding {
        let relation = mistake.relation
        let result = compute(relation)
        let rule = AuditRule.named(rule(of: relation))
        var message = message(relation, result)
        if !mistake.others.isEmpty {
            message += "改正一个数后，另有 \(mistake.others.count) 处不符也随之消除。"
        }
        return finding(
            relation, result, rule.id, rule.level, rule.severity, .error, message,
            advice: advice(relation), candidates: candidates(mistake, result))
    }

    /// A percentage that the words state and that was cut off: a note in a foreign text.
    private func isTruncationTold(_ relation: Relation) -> Bool {
        relation.clarity >= .stated && !statement(relation.stated).marks.contains(.tabular)
            && figure(relation.stated).kind == .percent
            && figure(relation.stated).decimals > 0
    }

    private func truncation(_ relation: Relation) -> TextFinding {
        let result = compute(relation)
        return finding(
            relation, result, rule(of: relation), .shown, .note, .truncated,
            truncationMessage(relation, result), advice: "请按四舍五入填写。", candidates: [])
    }

    private func finding(
        _ relation: Relation, _ result: Computation?, _ rule: CheckID, _ level: FindingLevel,
        _ severity: FindingSeverity, _ verdict: FindingVerdict, _ message: String, advice: String,
        candidates: [String]
    ) -> TextFinding {
        TextFinding(
            ruleId: rule, kind: kind(relation.shape), level: level, severity: severity,
            verdict: verdict, spans: spans(relation), expression: expression(relation),
            computed: result.map { words($0.computed, $0.exponent, like: relation.stated) },
            stated: words(relation.stated),
            difference: result.map {
                distance(
                    Arithmetic.magnitude($0.computed - $0.stated), $0.exponent,
                    like: relation.stated)
            },
            tolerance: result.map {
                distance($0.slack * 5, $0.exponent - 1, like: relation.stated)
            },
            message: message, advice: advice, candidates: candidates)
    }

    /// The stated figure and its operands; of a long list the first and the last ones.
    private func spans(_ relation: Relation) -> [Range<Int>] {
        var spans = [span(of: relation.stated)]
        let count = relation.operandCount
        for place in 0..<count where count <= 40 || place < 20 || place >= count - 20 {
            spans.append(span(of: operand(relation, place)))
        }
        return spans
    }

    /// The bytes of a figure in the original text.
    func span(of index: Int32) -> Range<Int> {
        reading.text.original(Int(figure(index).start)..<Int(figure(index).end))
    }
}
