import Performance

/// Differences of percentages (百分点).
extension RelationSearch {
    /// 比上一个十年的0.57%低0.04个百分点.
    mutating func findPoints(_ index: Int32) {
        var trials = RateTrials()
        let sentence = statement(index).sentence
        var percents: ContiguousArray<Int32> = []
        var other = index - 1
        while other >= nearest(before: index), percents.count < 5,
            statement(other).sentence == sentence
        {
            if figure(other).kind == .percent { percents.append(other) }
            other -= 1
        }
        guard percents.count >= 2 else { return }
        if let pair = pointsPair(index, percents) {
            attempt(
                &trials, stated: index,
                RateTrial(shape: .difference, clarity: .certain, first: pair.0, second: pair.1))
        }
        for first in percents.indices {
            for second in percents.indices.dropFirst(first + 1) {
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .difference, clarity: .guess, first: percents[first],
                        second: percents[second]))
            }
        }
        settle(trials, stated: index)
    }

    /// The two percentages that the words set apart.
    private func pointsPair(
        _ index: Int32, _ percents: ContiguousArray<Int32>
    ) -> (Int32, Int32)? {
        let own = statement(index)
        let (base, subject) = (percents[0], percents[1])
        // 比序时进度（50%）慢0.8个百分点, 比一季度的96.85%上升0.55个百分点: the base stands right before.
        if base == index - 1, statement(base).clause == own.clause, isComparedWith(base, index),
            let subject = percents.dropFirst().first(where: { statement($0).depth == own.depth })
        {
            return (subject, base)
        }
        // 由13.6%上升到15.9%，上升2.3个百分点.
        let isFromTo =
            subject == index - 2 || subject == index - 3 && figure(index - 2).kind == .year
        if base == index - 1, isFromTo,
            statement(base).clause == statement(subject).clause,
            statement(base).clause == own.clause - 1,
            holdsAny(
                ["到", "至", "降为", "升为"], in: Int(figure(subject).end)..<Int(figure(base).start))
        {
            return (base, subject)
        }
        // 支出进度53.1%，序时进度为58.3%，低于序时进度5.2个百分点.
        if percents.count == 2, own.comparand == .pace,
            let pace = percents.first(where: {
                holdsAny(["序时", "时间进度"], in: label(of: $0))
            }), let other = percents.first(where: { $0 != pace }),
            statement(base).clause >= own.clause - 1
        {
            return (other, pace)
        }
        // 参保率98.2%，全市平均为96.7%，高于全市1.5个百分点.
        if percents.count == 2, own.comparand != .prior, own.comparand != .pace,
            own.direction != 0, statement(base).clause >= own.clause - 1,
            statement(subject).clause >= own.clause - 2,
            isAboveOrBelow(index), overlap(label(of: index), label(of: base)) >= 6
        {
            return (base, subject)
        }
        return nil
    }

    /// 比一季度的96.85%, 比序时进度（50%）: the percentage right before is what is compared with.
    private func isComparedWith(_ base: Int32, _ index: Int32) -> Bool {
        var place = Int(figure(base).token) + 1
        while place < Int(figure(index).token) {
            guard token(place).kind == .word || token(place).kind == .close else { return false }
            place += 1
        }
        if statement(base).depth > statement(index).depth { return true }
        // 比2022年的91.8%.
        if base > 0, figure(base - 1).kind == .year,
            figure(base).start - figure(base - 1).end <= 3
        {
            return true
        }
        let name = label(of: base)
        return reading.text.holds("比", in: name) || reading.text.holds("较", in: name)
            || reading.text.holds("同", in: name) || reading.text.holds("上年", in: name)
            || reading.text.holds("进度", in: name) || reading.text.holds("于", in: name)
    }

    /// 高于、低于、快、慢 before the figure.
    private func isAboveOrBelow(_ index: Int32) -> Bool {
        var place = Int(figure(index).token) - 1
        while place >= 0, !token(place).endsClause, token(place).kind != .figure {
            if token(place).word == .above || token(place).word == .below { return true }
            place -= 1
        }
        return false
    }
}
