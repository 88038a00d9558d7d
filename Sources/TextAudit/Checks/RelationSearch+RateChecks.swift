import Performance

/// Rates that need words beside them (比率的说明).
extension RelationSearch {
    func checkRates(_ overview: Overview, into result: inout [TextFinding]) {
        var isBasisTold = !(overview.hasInitialBudget && overview.hasAdjustedBudget)
        for index in 0..<figureCount {
            let own = statement(index)
            if own.role == .completion {
                checkAboveWhole(index, into: &result)
                checkZeroBudget(index, into: &result)
                if !isBasisTold { isBasisTold = checkBasis(index, into: &result) }
            } else if own.role == .share {
                checkShareAboveWhole(index, into: &result)
            } else if figure(index).kind == .number {
                checkPercentSign(index, into: &result)
            }
        }
    }

    /// CC-022, and CC-052 for 三公经费.
    private func checkAboveWhole(_ index: Int32, into result: inout [TextFinding]) {
        let own = statement(index)
        let value = figure(index)
        guard value.kind == .percent, own.comparand == .budget, own.subject >= 0,
            Int128(value.mantissa) > 100 * Arithmetic.power(Int(value.decimals))
        else { return }
        let facts = sentenceFacts(before: index)
        let isThreePublic = facts.contains(.threePublic)
        guard isThreePublic || facts.contains(.expenditure), !facts.contains(.fiscal),
            !tellsCause(index)
        else { return }
        let name = name(of: own.subject)
        let subject = name.isEmpty ? "" : name
        result.append(
            remark(
                isThreePublic ? "CC-052" : "CC-022", .compare, at: [place(index)],
                "\(words(index)) ≤ 100%", stated: words(index),
                "\(subject)完成预算的 \(words(index))，超过 100%，文中未说明原因。", "请说明超出预算的原因和资金来源。"))
    }

    /// 采购872.31万元，占比140%: no part is more than its whole.
    private func checkShareAboveWhole(_ index: Int32, into result: inout [TextFinding]) {
        let value = figure(index)
        // A share with a subject is not the only figure: its base was looked for.
        guard value.kind == .percent, statement(index).subject >= 0,
            statement(index).comparand == .none, bases[Int(index)] < 0,
            statement(index).marks.isDisjoint(with: [.explicitBase, .tabular]),
            nameAfterWord(of: index).isEmpty,
            Int128(value.mantissa) > 100 * Arithmetic.power(Int(value.decimals)),
            !relations.contains(where: { $0.stated == index && $0.verdict == .error })
        else { return }
        result.append(
            remark(
                "TA-SHARE", .ratio, at: [place(index)], "\(words(index)) ≤ 100%",
                stated: words(index), "占比 \(words(index)) 超过 100%，部分不会多于整体。", "请核对分子、分母和占比。"))
    }

    /// What the subject of a rate and the levels right before it name.
    private func sentenceFacts(before index: Int32) -> LabelFacts {
        var facts = facts(statement(index).subject)
        for other in max(index - 3, 0)..<index
        where statement(other).sentence == statement(index).sentence
            && statement(other).role == .level
        {
            facts.formUnion(self.facts(other))
        }
        return facts
    }

    /// Whether the figure's line or the next one says why.
    private func tellsCause(_ index: Int32) -> Bool {
        let line = line(of: index)
        let range = line.lowerBound..<min(line.upperBound + 400, reading.text.bytes.count)
        for word: StaticString in ["原因", "主要是", "由于", "因", "系", "追加"]
        where reading.text.holds(word, in: range) {
            return true
        }
        return false
    }

    /// CC-023.
    private func checkZeroBudget(_ index: Int32, into result: inout [TextFinding]) {
        guard figure(index).kind == .percent, figure(index).mantissa > 0 else { return }
        var other = index - 1
        var budget = Int32(-1)
        while other >= 0, other >= index - 3, statement(other).sentence == statement(index).sentence
        {
            if isLevel(other, .amount), statement(other).comparand == .budget {
                budget = other
                break
            }
            other -= 1
        }
        guard budget >= 0, figure(budget).mantissa == 0 else { return }
        let subject = statement(index).subject
        let isSpent = subject >= 0 && figure(subject).mantissa > 0
        result.append(
            remark(
                "CC-023", .ratio, at: [place(index), place(budget)],
                "\(words(index)) = … ÷ \(words(budget))", stated: words(index),
                severity: isSpent ? .error : .note,
                "预算为 \(words(budget))，不能计算完成率，文中写了 \(words(index))。", "请删去完成率，或核对预算数。"))
    }

    /// CC-024; returns whether it was told.
    private func checkBasis(_ index: Int32, into result: inout [TextFinding]) -> Bool {
        let name = label(of: index)
        guard reading.text.holds("率", in: name), !reading.text.holds("预算", in: name) else {
            return false
        }
        let line = line(of: index)
        for word: StaticString in ["年初预算", "调整预算", "调整后预算", "全年预算"]
        where reading.text.holds(word, in: line) {
            return false
        }
        result.append(
            remark(
                "CC-024", .style, at: [place(index)], words(index),
                "\(self.name(of: index)) \(words(index)) 未注明是对年初预算还是调整预算。", "请注明完成率的分母。"))
        return true
    }

    /// CC-031.
    private func checkPercentSign(_ index: Int32, into result: inout [TextFinding]) {
        let value = figure(index)
        guard statement(index).role == .level, value.marks.isEmpty, value.decimals > 0,
            Int(value.token) > 0, token(Int(value.token) - 1).word == .share,
            value.start - token(Int(value.token) - 1).end <= 1,
            Int128(value.mantissa) <= 100 * Arithmetic.power(Int(value.decimals))
        else { return }
        let next = reading.text.skipBlanks(Int(value.end))
        guard
            reading.text.first(of: ["，", "。", "；", ",", ";", "、", "\n", "）"], at: next) != nil
        else { return }
        result.append(
            remark(
                "CC-031", .style, at: [place(index)], words(index),
                "占比 \(words(index)) 后面缺少百分号。", "请补上百分号。"))
    }
}
