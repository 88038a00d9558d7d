import Performance

/// Rates that only their name explains (合格率、满意率).
extension RelationSearch {
    /// 立案率93.6%, 合格率97.91%: numerator and denominator are among the levels before.
    mutating func findNamedRate(_ index: Int32) {
        let name = rateName(of: index)
        guard name.count >= 6, figure(index).mantissa > 0,
            holdsAny(["率", "满意度", "比例", "密度", "之比"], in: name)
        else { return }
        // 办复率100% says nothing about any two figures.
        let isWhole =
            Int128(figure(index).mantissa)
            == Arithmetic.power(Int(figure(index).decimals)) * 100
        var trials = RateTrials()
        let line = statement(index).line
        let pair = lonePair(before: index)
        if tryOwnerChange(index, name, &trials) || tryNumeratorBehind(index, &trials)
            || tryCounterpart(index)
        {
            return
        }
        if !isWhole, let part = namedPart(of: index, name) { tryNamedPart(part, index, &trials) }
        let floor = rateBefore(index, name)
        var first = index - 1
        var tries = 0
        while first > max(floor, nearest(before: index) - 1), tries < 6, trials.isOpen,
            statement(first).line >= line - 1
        {
            if statement(first).role == .level, figure(first).kind != .number {
                tries += 1
                let isNamed = overlap(name, label(of: first)) >= 6
                var second = index - 1
                var count = 0
                while second >= nearest(before: index), count < 8, trials.isOpen,
                    statement(second).line >= line - 2
                {
                    if second != first, statement(second).role == .level,
                        figure(second).adds(with: figure(first)),
                        figure(second).mantissa > 0
                    {
                        count += 1
                        let isLone = pair.map { $0.0 == first && $0.1 == second } ?? false
                        let clarity: Relation.Clarity =
                            isWhole
                            ? .guess
                            : !isNamed
                                ? isTelling(index, isLone)
                                    || isLone
                                    ? .likely : .guess
                                : isLone ? .stated : .likely
                        attempt(
                            &trials, stated: index,
                            RateTrial(
                                shape: .ratio, clarity: clarity, first: first, second: second),
                            slipDigits: isNamed ? isLone ? 2 : 3 : isLone ? 3 : 4,
                            onlyStated: !isNamed && !isLone)
                        attempt(
                            &trials, stated: index,
                            RateTrial(
                                shape: .complement, clarity: .guess, first: first, second: second))
                    }
                    second -= 1
                }
            }
            first -= 1
        }
        if trials.isOpen, tryJoined(index) || findJointRate(index, name) { return }
        settle(trials, stated: index)
    }

    /// 支付资金与到位资金之比为90.03%: the rate names both figures.
    mutating func findNamedQuotient(_ index: Int32) -> Bool {
        guard let quotient = namedQuotient(index) else { return false }
        var trials = RateTrials()
        attempt(&trials, stated: index, quotient)
        settle(trials, stated: index)
        return true
    }

    func namedQuotient(_ index: Int32) -> RateTrial? {
        var place = Int(figure(index).token) - 1
        while place >= 0, token(place).kind == .word { place -= 1 }
        let start = place >= 0 ? Int(token(place).end) : 0
        let name = start..<Int(figure(index).start)
        guard name.count <= 90, let end = reading.text.find("之比", in: name),
            let middle = reading.text.findAny(["与", "和"], in: name.lowerBound..<end)
        else { return nil }
        let (first, second) = (name.lowerBound..<middle, middle + 3..<end)
        guard first.count >= 6, second.count >= 6 else { return nil }
        let part = namedLevel(first, before: index, like: index - 1)
        guard part >= 0 else { return nil }
        let whole = namedLevel(second, before: part, like: part)
        guard whole >= 0 else { return nil }
        return RateTrial(shape: .ratio, clarity: .likely, first: part, second: whole)
    }

    /// 送审2864.90万元，审定2751.36万元，审减113.54万元（审减率3.96%）: the change before the bracket in percent of
    /// the first of the two levels before it.
    private mutating func tryOwnerChange(
        _ index: Int32, _ name: Range<Int>, _ trials: inout RateTrials
    ) -> Bool {
        let owner = statement(index).owner
        guard owner == index - 1, owner >= 2, figure(owner).kind == .amount,
            holdsAny(["减率", "节率", "约率", "降率", "增率"], in: name)
        else { return false }
        let before = levels(before: owner, like: owner)
        guard before.count >= 2 else { return false }
        attempt(
            &trials, stated: index,
            RateTrial(shape: .ratio, clarity: .likely, first: owner, second: before[1]))
        settle(trials, stated: index)
        return true
    }

    /// 职工住院8.94万人次，住院率18.5%；居民住院42.61万人次，住院率19.9%: a rate of the same name before, whose
    /// numerator is not this one's; −1 for none.
    private func rateBefore(_ index: Int32, _ name: Range<Int>) -> Int32 {
        var other = index - 1
        while other >= nearest(before: index), index - other <= 12,
            statement(other).line == statement(index).line
        {
            if statement(other).role == .rate, statement(other).part != statement(index).part {
                let before = rateName(of: other)
                if before.count == name.count, overlap(before, name) == name.count { return other }
            }
            other -= 1
        }
        return -1
    }

    /// Whether the digits of a rate are enough to tell its pair without a name.
    private func isTelling(_ index: Int32, _ isLone: Bool) -> Bool {
        Slip.digits(figure(index)) >= 4 && Slip.significance(figure(index)) >= 3
    }

    /// 不合格率2.09%，合格率97.91%: two rates side by side that leave nothing out.
    private mutating func tryCounterpart(_ index: Int32) -> Bool {
        let other = index - 1
        guard other >= 0, statement(other).role == .rate,
            statement(other).sentence == statement(index).sentence
        else { return false }
        let (name, before) = (rateName(of: index), rateName(of: other))
        guard isNegation(before, of: name) || isNegation(name, of: before) else { return false }
        let exponent = min(figure(index).exponent, figure(other).exponent)
        guard exponent <= 0, exponent >= -6 else { return false }
        let whole = 100 * Arithmetic.power(-exponent)
        let off = whole - counted(index, exponent) - counted(other, exponent)
        if Arithmetic.magnitude(off) <= 1 {
            note(.remainder, .stated, off == 0 ? .exact : .rounding, stated: index, other)
            return true
        }
        let isSlip =
            Slip.explains(figure(index), by: off, exponent: exponent, slack: 0)
            || Slip.explains(figure(other), by: off, exponent: exponent, slack: 0)
        guard isSlip else { return false }
        note(.remainder, .stated, .error, stated: index, other, isSlip: true)
        return true
    }

    /// 不合格率 of 合格率: one more scalar in front.
    private func isNegation(_ name: Range<Int>, of other: Range<Int>) -> Bool {
        guard name.count == other.count + 3, other.count >= 9 else { return false }
        let head = name.lowerBound..<name.lowerBound + 3
        return overlap(name, other) == other.count && holdsAny(["不", "未"], in: head)
    }

    /// The label up to its last 率 or 度, without 其中, 达到 and 为.
    private func rateName(of index: Int32) -> Range<Int> {
        let label = label(of: index)
        var end = label.upperBound
        while end - label.lowerBound >= 3 {
            let last = end - 3..<end
            if reading.text.holds("率", in: last) || reading.text.holds("度", in: last) {
                return label.lowerBound..<end
            }
            end -= 3
        }
        return label
    }

    /// 满意度96.7%（满意232份）: the numerator stands in a bracket behind the rate.
    private mutating func tryNumeratorBehind(_ index: Int32, _ trials: inout RateTrials) -> Bool {
        let numerator = index + 1
        guard numerator < figureCount, statement(numerator).owner == index,
            statement(numerator).role == .level
        else { return false }
        var other = index - 1
        while other >= nearest(before: index), statement(other).line == statement(index).line {
            if statement(other).role == .level, figure(other).adds(with: figure(numerator)) {
                // The smaller one is the part: 建档28.92万人，建档率92.54%（常住人口31.25万人）.
                let exponent = min(figure(other).exponent, figure(numerator).exponent)
                let isPart =
                    !holdsAny(["总", "共", "应", "全"], in: label(of: numerator))
                    && Arithmetic.steps(figure(numerator), exponent)
                        <= Arithmetic.steps(figure(other), exponent)
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .ratio, clarity: .stated, first: isPart ? numerator : other,
                        second: isPart ? other : numerator))
                settle(trials, stated: index)
                return true
            }
            other -= 1
        }
        return false
    }

    /// 抽检156组，合格153组，合格率98.1%: the only two levels of their unit before the rate.
    private func lonePair(before index: Int32) -> (Int32, Int32)? {
        var found: ContiguousArray<Int32> = []
        var other = index - 1
        while other >= nearest(before: index),
            statement(other).sentence == statement(index).sentence,
            statement(other).part == statement(index).part
        {
            if statement(other).role == .level {
                if let first = found.first, !figure(other).adds(with: figure(first)) {
                    // 前十户企业纳税1.31亿元: what counts the names is no level of its own.
                    guard figure(other).marks.contains(.chinese) else { break }
                    other -= 1
                    continue
                }
                found.append(other)
            } else if figure(other).kind == .percent {
                break
            }
            other -= 1
        }
        guard found.count >= 2 else { return nil }
        let nearest = label(of: found[0])
        // 满意…、不满意1516件，满意率: the nearest level is no numerator.
        if reading.text.holds("不", in: nearest) || reading.text.holds("未", in: nearest) {
            return nil
        }
        return (found[0], found[1])
    }

    /// 回访58310件，满意54928件、基本满意1866件，满意率97.40%: several levels over one.
    private mutating func tryJoined(_ index: Int32) -> Bool {
        var levels: ContiguousArray<Int32> = []
        var other = index - 1
        while other >= nearest(before: index), levels.count < 6,
            statement(other).line == statement(index).line
        {
            if statement(other).role == .level,
                levels.isEmpty || figure(other).adds(with: figure(levels[0]))
            {
                levels.append(other)
            }
            other -= 1
        }
        guard levels.count >= 3 else { return false }
        for base in levels.indices.dropFirst(2) {
            for start in 0..<base - 1 {
                var sum = figure(levels[start])
                for next in start + 1..<base {
                    guard figure(levels[next]).exponent == sum.exponent else { break }
                    sum.mantissa += figure(levels[next]).mantissa
                    let divided = RatioArithmetic(
                        numerator: Arithmetic.steps(sum, sum.exponent),
                        denominator: Arithmetic.steps(
                            figure(levels[base]), min(sum.exponent, figure(levels[base]).exponent)),
                        numeratorHalf: 0, denominatorHalf: 0, factor: 100)
                    guard figure(levels[base]).exponent == sum.exponent else { continue }
                    if divided.verdict(figure(index)) != .error { return true }
                }
            }
        }
        return false
    }
}
