import Performance

/// Words of direction and comparison beside their figures (增减方向、比较用语).
extension RelationSearch {
    /// CC-033: a change that is right in size but goes the other way.
    func checkDirections(into result: inout [TextFinding]) {
        for relation in relations
        where (relation.shape == .difference || relation.shape == .growth)
            && relation.operandCount == 2
            && (relation.verdict == .exact
                || relation.verdict == .rounding && relation.clarity >= .likely)
            && (relation.clarity >= .likely || Slip.digits(figure(relation.stated)) >= 3)
        {
            checkDirection(relation, into: &result)
        }
    }

    private func checkDirection(_ relation: Relation, into result: inout [TextFinding]) {
        let own = statement(relation.stated)
        let (first, second) = (operand(relation, 0), operand(relation, 1))
        guard own.role == .change || own.role == .growth, own.direction != 0,
            own.comparand == .prior || own.comparand == .budget, own.subject == first,
            statement(first).comparand != own.comparand,
            statement(second).comparand == own.comparand,
            statement(first).sentence == statement(second).sentence,
            !figure(relation.stated).isNegative,
            !isLabelled(relation.stated, "增减")
        else { return }
        let gap = gap(first, second)
        guard gap.steps != 0, (gap.steps > 0) != (own.direction > 0) else { return }
        let (right, told) = gap.steps > 0 ? ("增加", "减少") : ("减少", "增加")
        result.append(
            remark(
                "CC-033", .difference,
                at: [place(relation.stated), place(first), place(second)],
                expression(relation), stated: words(relation.stated),
                "由 \(words(second))到 \(words(first))是\(right)，文中写成\(told) \(words(relation.stated))。",
                "请核对增减方向和两个数。"))
    }

    // MARK: Comparisons

    /// 未超过年初预算7.2万元, 低于60分: the words say which of two figures is greater.
    func checkComparisons(into result: inout [TextFinding]) {
        var index = Int32(0)
        while index + 1 < figureCount {
            if figure(index).adds(with: figure(index + 1)),
                statement(index).sentence == statement(index + 1).sentence,
                let claim = claim(between: index, index + 1)
            {
                checkClaim(index, index + 1, claim, into: &result)
            }
            checkExcess(index, into: &result)
            index += 1
        }
    }

    /// −1 where the first is said to be the smaller one (or equal), 1 the greater one.
    private struct Claim {
        var sign: Int128
        var mayBeEqual: Bool
        var words: String
    }

    /// What stands between two figures of one unit, if it compares them.
    private func claim(between first: Int32, _ second: Int32) -> Claim? {
        let start = Int(figure(first).token) + 1
        let end = Int(figure(second).token)
        guard end - start <= 3, start < end else { return nil }
        for place in start..<end {
            guard let word = token(place).word else { continue }
            let at = Int(token(place).start)
            if let start = negation(at: at, word) {
                guard isPlainBase(after: Int(token(place).end), second) else { return nil }
                return Claim(
                    sign: -1, mayBeEqual: true, words: reading.string(start, token(place).end))
            }
            // 低于60分: nothing but the word stands before the score.
            guard word == .above || word == .below, figure(second).kind == .score,
                figure(first).kind == .score,
                Int(figure(second).start) - Int(token(place).end) <= 1
            else { return nil }
            return Claim(
                sign: word == .above ? 1 : -1, mayBeEqual: false,
                words: reading.string(token(place).start, token(place).end))
        }
        return nil
    }

    /// Where 未超过 or 没有突破 begins; nil for other words.
    private func negation(at place: Int, _ word: Word) -> Int32? {
        if word == .limit { return reading.text.stands("未", at: place) ? Int32(place) : nil }
        guard word == .above || word == .about, !reading.text.stands("不", at: place) else {
            return nil
        }
        if reading.text.stands("未", at: place - 3) { return Int32(place) - 3 }
        return reading.text.stands("没有", at: place - 6) ? Int32(place) - 6 : nil
    }

    /// Whether only the name of a base stands between the word and the figure.
    private func isPlainBase(after start: Int, _ figure: Int32) -> Bool {
        let end = Int(self.figure(figure).start)
        guard end - start <= 30, end >= start else { return false }
        let gap = start..<end
        for word: StaticString in ["预算", "控制", "限额", "标准", "计划", "上年", "指标"]
        where reading.text.holds(word, in: gap) {
            return true
        }
        return gap.count <= 1
    }

    /// 9.6万元大于预算数7.5万元，超出2.1万元.
    private func checkExcess(_ index: Int32, into result: inout [TextFinding]) {
        let (base, excess) = (index + 1, index + 2)
        guard excess < figureCount, figure(excess).kind == .amount,
            figure(index).adds(with: figure(base)), figure(index).adds(with: figure(excess)),
            statement(index).role == .level, statement(base).marks.contains(.comparandNamed),
            statement(base).clause == statement(index).clause,
            statement(excess).clause == statement(base).clause + 1,
            statement(excess).sentence == statement(index).sentence,
            isLabelled(base, "大于") || isLabelled(base, "高于") || isLabelled(base, "超过"),
            isPlainBase(after: Int(statement(base).labelStart), base),
            label(of: excess).count <= 9, isLabelled(excess, "超") || isLabelled(excess, "多")
        else { return }
        let gap = gap(index, base)
        let exponent = min(gap.exponent, figure(excess).exponent)
        let off =
            gap.steps * Arithmetic.power(min(gap.exponent - exponent, 20))
            - counted(excess, exponent)
        guard off != 0, Arithmetic.magnitude(off) * 2 > 3 else { return }
        result.append(
            remark(
                "TA-CHANGE", .difference, at: [place(excess), place(index), place(base)],
                "\(words(excess)) = \(words(index)) − \(words(base))",
                computed: words(gap.steps, gap.exponent, like: excess), stated: words(excess),
                difference: words(Arithmetic.magnitude(off), exponent, like: excess),
                "超出额应为 \(words(gap.steps, gap.exponent, like: excess))（\(words(index)) − \(words(base))），文中为 \(words(excess))。",
                "请核对这几个数，改正写错的一处。"))
    }

    private func checkClaim(
        _ first: Int32, _ second: Int32, _ claim: Claim, into result: inout [TextFinding]
    ) {
        guard figure(first).marks.isDisjoint(with: [.range, .name, .operand]),
            figure(second).marks.isDisjoint(with: [.range, .name, .operand])
        else { return }
        let gap = gap(first, second)
        if gap.steps == 0, claim.mayBeEqual { return }
        guard gap.steps * claim.sign <= 0 else { return }
        let sign = claim.sign > 0 ? ">" : claim.mayBeEqual ? "≤" : "<"
        result.append(
            remark(
                "TA-COMPARE", .compare, at: [place(first), place(second)],
                "\(words(first)) \(sign) \(words(second))", stated: words(first),
                difference: distance(
                    Arithmetic.magnitude(gap.steps), gap.exponent, like: first),
                "文中说 \(words(first))\(claim.words) \(words(second))，与两个数的大小不符。",
                "请核对两个数和其间的比较用语。"))
    }
}
