import Performance

/// What is left of one figure when others are taken off (余数): 编制40名，实有37名，空编3名.
extension RelationSearch {
    mutating func findRemainders() {
        for index in 2..<max(figureCount, 2)
        where statement(index).role == .level || statement(index).role == .change {
            guard figure(index).mantissa > 0, figure(index).kind != .percent,
                figure(index).kind != .points
            else { continue }
            if findDeducted(index) || findExcess(index) || findTradeBalance(index) { continue }
            if namesRest(index) { findRest(index) }
        }
    }

    /// 出口33.82亿元，进口7.54亿元，顺差26.28亿元.
    private mutating func findTradeBalance(_ index: Int32) -> Bool {
        guard holdsAny(["顺差", "逆差"], in: label(of: index)) else { return false }
        let before = levels(before: index, like: index)
        guard let sold = before.first(where: { holdsAny(["出口"], in: label(of: $0)) }),
            let bought = before.first(where: {
                holdsAny(["进口"], in: label(of: $0)) && !holdsAny(["出口"], in: label(of: $0))
            })
        else { return false }
        var trials = RateTrials()
        attempt(
            &trials, stated: index,
            RateTrial(shape: .difference, clarity: .likely, first: sold, second: bought))
        settle(trials, stated: index)
        return true
    }

    private func namesRest(_ index: Int32) -> Bool {
        let name = label(of: index)
        guard name.count <= 45 else { return false }
        if reading.text.holds("未", in: name.lowerBound..<min(name.upperBound, name.lowerBound + 6))
        {
            return true
        }
        return holdsAny(
            [
                "空编", "空缺", "缺编", "空余", "尚余", "剩余", "留存", "节约", "节支", "超支", "本期用", "还剩", "欠收",
                "超期", "逾期", "缺口", "差额", "闲置", "短缺", "余下", "结余", "节余", "提前", "盈余", "相差", "超额",
                "净收益", "净收入", "净额", "净利", "尚有", "仍有", "净增", "净减", "净值",
            ],
            in: name)
    }

    /// 本级预算68.5万元，实际支付65.5万元，节约3万元: of the two levels right before in the sentence.
    private mutating func findRest(_ index: Int32) {
        var before = levels(before: index, like: index).filter {
            wholes[Int($0)] < 0 || $0 == index - 1
        }
        let next = index + 1
        if before.count == 1, next < figureCount, isTotalLike(next),
            statement(next).sentence == statement(index).sentence,
            figure(next).adds(with: figure(index)),
            holdsAny(["额度", "预算", "核定", "计划"], in: label(of: next))
        {
            // 支出8.9万元，超支1.4万元，核定额度为7.5万元.
            before.insert(next, at: 0)
        }
        if before.count == 1 { return findRestOfRate(index, before[0]) }
        guard before.count >= 2, before[0] >= index - 5, before[1] >= index - 7,
            wholes[Int(index)] < 0, statement(before[0]).depth == statement(index).depth,
            statement(before[1]).depth == statement(index).depth
        else { return }
        var trials = RateTrials()
        for first in before.prefix(4) {
            for second in before.prefix(4) where second != first {
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .difference, clarity: .guess, first: first, second: second))
            }
        }
        let isBeside =
            before[0] >= index - 3 && before[1] >= index - 5
            && statement(before[1]).part == statement(index).part
        guard trials.isOpen, !isRestOfFar(index, before[0]) else { return }
        attempt(
            &trials, stated: index,
            RateTrial(shape: .difference, clarity: .likely, first: before[1], second: before[0]),
            slipDigits: isBeside ? 1 : statement(before[1]).part == statement(index).part ? 2 : 3)
        settle(trials, stated: index)
    }

    /// 累计到位5347.18万元，到位率85.09%，缺口937.32万元: of what the rate between is of.
    private mutating func findRestOfRate(_ index: Int32, _ taken: Int32) {
        guard taken >= index - 3, !isRestOfFar(index, taken) else { return }
        for rate in taken + 1..<index {
            guard statement(rate).subject == taken, bases[Int(rate)] >= 0, bases[Int(rate)] != taken
            else { continue }
            var trials = RateTrials()
            attempt(
                &trials, stated: index,
                RateTrial(
                    shape: .difference, clarity: .likely, first: bases[Int(rate)], second: taken))
            settle(trials, stated: index)
            return
        }
    }

    /// 累计到位3943.58万元，…，缺口342.92万元: of a whole that was told pages before.
    private mutating func isRestOfFar(_ index: Int32, _ taken: Int32) -> Bool {
        guard Slip.digits(figure(index)) >= 3 else { return false }
        var whole = taken - 1
        var count = 0
        while whole >= farthest(before: taken), count < 40 {
            if isTotalLike(whole), figure(whole).adds(with: figure(index)) {
                count += 1
                let trial = RateTrial(
                    shape: .difference, clarity: .likely, first: whole, second: taken)
                if verdict(index, trial) == .exact {
                    note(.difference, .likely, .exact, stated: index, whole, taken)
                    return true
                }
            }
            whole -= 1
        }
        return false
    }

    /// 收入8.6万元，扣除评估费0.7万元和清运费1.1万元后，净收入6.8万元.
    private mutating func findDeducted(_ index: Int32) -> Bool {
        var taken: ContiguousArray<Int32> = []
        var other = index - 1
        var isBehind = false
        while other >= nearest(before: index), taken.count < 6,
            statement(other).sentence == statement(index).sentence
        {
            let isAmount = statement(other).role == .level || statement(other).role == .change
            guard isAmount, figure(other).adds(with: figure(index)) else { return false }
            if !isBehind {
                let gap = Int(figure(other).end)..<Int(figure(index).start)
                guard gap.count <= 60,
                    reading.text.holds(
                        "后", in: gap.lowerBound..<min(gap.upperBound, gap.lowerBound + 12))
                else { return false }
                isBehind = true
            }
            taken.append(other)
            if holdsAny(["扣除", "剔除", "减去", "减除"], in: label(of: other)) { break }
            other -= 1
        }
        guard isBehind, let last = taken.last,
            holdsAny(["扣除", "剔除", "减去", "减除"], in: label(of: last)), last > 0
        else { return false }
        let whole = last - 1
        guard statement(whole).sentence == statement(index).sentence,
            statement(whole).role == .level || statement(whole).role == .change,
            figure(whole).adds(with: figure(index))
        else { return false }
        noteDeducted(index, whole, taken)
        return true
    }

    /// Told as a sum: what there was is what was taken off and what is left.
    private mutating func noteDeducted(
        _ rest: Int32, _ whole: Int32, _ taken: ContiguousArray<Int32>
    ) {
        parts.start(whole, figure(whole))
        for part in taken + [rest] {
            parts.add(part, figure(part), opensGroup: false, isNested: false)
        }
        parts.align(reading.lexer.figures)
        let verdict = parts.fit(.all, upTo: parts.count)
        let isSlip = verdict == .error && parts.isSlip(reading.lexer.figures)
        guard verdict != .error || isSlip else { return }
        noteSum(whole, .likely, verdict, isSlip: isSlip)
    }
}
