import Performance

/// A level that went from one value to another (由…到…): 由4820万元增至5254万元，增长9.0%.
extension RelationSearch {
    mutating func findFromTo() {
        for to in 1..<max(figureCount, 1) {
            guard let from = origin(of: to) else { continue }
            var index = to + 1
            while index < nearest(behind: to), index <= to + 3,
                statement(index).sentence == statement(to).sentence,
                statement(index).part == statement(to).part
            {
                guard statement(index).role != .level || isMultiple(index) else { break }
                compareRate(index, from, to)
                index += 1
            }
        }
    }

    /// The level right before `to` from which it came, with at most a year between; nil for none.
    private func origin(of to: Int32) -> Int32? {
        guard statement(to).role == .level || statement(to).role == .standard, !isMultiple(to)
        else { return nil }
        var from = to - 1
        if from > 0, figure(from).kind == .year { from -= 1 }
        guard from >= 0, [.level, .average, .standard].contains(statement(from).role),
            figure(from).adds(with: figure(to)),
            statement(from).clause == statement(to).clause,
            figure(from).mantissa > 0, figure(to).mantissa > 0
        else { return nil }
        let between = Int(figure(from).end)..<Int(figure(to).start)
        guard between.count <= 60,
            holdsAny(
                [
                    "增至", "增加到", "增加至", "增长到", "增长至", "升至", "上升到", "上升至", "提高到", "提高至", "扩大到",
                    "扩大至",
                    "追加到", "追加至", "降至", "下降到", "下降至", "降低到", "减至", "减少到", "减少至", "压减到", "压减至",
                    "压缩到", "压缩至", "缩减到", "缩短到", "缩短至", "回落至", "提升到", "提升至", "提至", "调至", "升为", "提高为",
                    "降为", "减为", "增为", "上调到", "上调至", "下调到",
                    "下调至", "压降到", "压降至",
                ], in: between)
        else { return nil }
        return from
    }

    private mutating func compareRate(_ index: Int32, _ from: Int32, _ to: Int32) {
        let label = label(of: index)
        if statement(index).role == .change, figure(index).adds(with: figure(to)) {
            settleRate(index, .difference, to, from)
        } else if statement(index).role == .growth, figure(index).kind == .percent {
            // 比年初增长3%: against something else.
            guard !holdsAny(["年均", "同口径", "平均", "较", "同"], in: label),
                !reading.text.holds("比", in: label)
                    || holdsAny(["比例", "比率", "幅度"], in: label)
            else { return }
            settleRate(index, .growth, to, from)
        } else if statement(index).role == .rate,
            holdsAny(["压缩", "缩短", "增长", "下降", "降低", "提高"], in: label),
            !holdsAny(["年均", "平均", "月均"], in: label)
        {
            settleRate(index, .growth, to, from)
        } else if figure(index).kind == .percent, holdsAny(["原来的", "上年的", "原来"], in: label) {
            settleRate(index, .ratio, to, from)
        } else if isMultiple(index) {
            settleMultiple(index, from, to, isGrowth: statement(index).role == .change)
        }
    }

    private mutating func settleRate(
        _ index: Int32, _ shape: Relation.Shape, _ first: Int32, _ second: Int32
    ) {
        guard !isStated(index) else { return }
        var trials = RateTrials()
        attempt(
            &trials, stated: index,
            RateTrial(
                shape: shape, clarity: .certain, first: first, second: second,
                direction: statement(index).direction), slipDigits: 1)
        settle(trials, stated: index)
    }

    /// Whether a relation with this stated figure was noted already.
    private func isStated(_ index: Int32) -> Bool {
        for relation in relations.suffix(200) where relation.stated == index { return true }
        return false
    }

    /// 是年初的2.8倍 is the quotient; 增长2.5倍 the quotient less one.
    private mutating func settleMultiple(
        _ index: Int32, _ from: Int32, _ to: Int32, isGrowth: Bool
    ) {
        guard !isGrowth || figure(from).exponent == figure(to).exponent else { return }
        let exponent = min(figure(from).exponent, figure(to).exponent)
        let base = counted(from, exponent)
        let target = isGrowth ? counted(to, exponent) - base : counted(to, exponent)
        guard base > 0, target > 0, target < RatioArithmetic.most, base < RatioArithmetic.most
        else {
            return
        }
        let quotient = RatioArithmetic(
            numerator: target, denominator: base, numeratorHalf: 0, denominatorHalf: 0, factor: 1)
        guard quotient.fits(figure(index)) else { return }
        let verdict = quotient.verdict(figure(index))
        if isGrowth {
            guard verdict == .error, target < base * 1000 else { return }
            note(.multiple, .stated, .error, stated: index, to, from, direction: 1)
        } else {
            note(.multiple, .stated, verdict, stated: index, to, from)
        }
    }
}
