import Performance

/// Checks that are no plain arithmetic (判断性检查): each goes over the figures or signs once.
extension RelationSearch {
    func check(into result: inout [TextFinding]) {
        if figureCount > 0 {
            let overview = overview()
            checkTotals(overview, into: &result)
            checkStaff(overview, into: &result)
            checkRates(overview, into: &result)
            checkCauses(into: &result)
            checkDirections(into: &result)
            checkComparisons(into: &result)
            checkLists(into: &result)
            checkProjectNames(into: &result)
            checkTimes(overview, into: &result)
            checkGroups(into: &result)
            checkDecimals(into: &result)
            checkGrades(into: &result)
            checkExecution(into: &result)
        }
        checkSigns(into: &result)
        checkOrdinals(into: &result)
        checkConclusions(into: &result)
    }

    /// A finding of a rule at some bytes of the mended text.
    func remark(
        _ id: CheckID, _ kind: TextFinding.Kind, at places: [Range<Int>], _ expression: String,
        computed: String? = nil, stated: String? = nil, difference: String? = nil,
        severity: FindingSeverity? = nil, _ message: String, _ advice: String,
        candidates: [String] = []
    ) -> TextFinding {
        let rule = AuditRule.named(id)
        let severity = severity ?? rule.severity
        var spans: [Range<Int>] = []
        for place in places where !place.isEmpty { spans.append(reading.text.original(place)) }
        return TextFinding(
            ruleId: id, kind: kind, level: rule.level, severity: severity,
            verdict: severity == .error ? .error : .ambiguous, spans: spans,
            expression: expression, computed: computed, stated: stated, difference: difference,
            tolerance: nil, message: message, advice: advice, candidates: candidates)
    }

    /// The mended bytes of a figure.
    func place(_ index: Int32) -> Range<Int> {
        Int(figure(index).start)..<Int(figure(index).end)
    }

    func isLevel(_ index: Int32, _ kind: Figure.Kind) -> Bool {
        figure(index).kind == kind && statement(index).role == .level
    }

    /// The mended bytes from the start of a figure's line to its end, at most 200 tokens each way.
    func line(of index: Int32) -> Range<Int> {
        let own = Int(figure(index).token)
        var first = own
        var last = own
        while first > 0, own - first < 200, token(first - 1).kind != .line { first -= 1 }
        while last < tokenCount, last - own < 200, token(last).kind != .line { last += 1 }
        let start = first > 0 ? Int(token(first - 1).end) : 0
        return start..<(last < tokenCount ? Int(token(last).start) : reading.text.bytes.count)
    }

    var wholeText: Range<Int> { 0..<reading.text.bytes.count }

    func counted(_ index: Int32, _ exponent: Int) -> Int128 {
        Arithmetic.steps(figure(index), exponent)
    }

    /// First minus second, in steps of the finer one.
    func gap(_ first: Int32, _ second: Int32) -> (steps: Int128, exponent: Int) {
        let exponent = min(figure(first).exponent, figure(second).exponent)
        return (counted(first, exponent) - counted(second, exponent), exponent)
    }
}
