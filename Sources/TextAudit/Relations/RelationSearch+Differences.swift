import Performance

/// Changes in amounts (增减额).
extension RelationSearch {
    mutating func findDifference(_ index: Int32) {
        let statement = statement(index)
        guard statement.subject >= 0 else { return }
        var trials = RateTrials()
        let subject = statement.subject
        if let base = comparandLevel(before: index, kind: statement.comparand, than: subject) {
            // 433件，其中建议187件、提案246件，比上年408件增加25件: any level may be meant.
            for other in levels(before: index, like: index) where other != base {
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .difference, clarity: .guess, first: other, second: base))
            }
            attempt(
                &trials, stated: index,
                RateTrial(
                    shape: .difference,
                    clarity: self.statement(subject).sentence == statement.sentence
                        ? clarity(of: base, beside: index) : .likely,
                    first: subject, second: base))
        }
        if let pair = averagePair(before: index) {
            attempt(
                &trials, stated: index,
                RateTrial(shape: .difference, clarity: .stated, first: pair.0, second: pair.1))
        }
        if statement.comparand == .budget, trials.isOpen {
            var other = index - 1
            while other >= 0, other > index - 14 {
                if other != subject, self.statement(other).comparand == .budget,
                    self.statement(other).role == .level,
                    figure(other).adds(with: figure(index)), !areOtherSides(subject, other)
                {
                    attempt(
                        &trials, stated: index,
                        RateTrial(
                            shape: .difference, clarity: .likely, first: subject, second: other))
                    break
                }
                other -= 1
            }
        }
        if trials.isOpen, trials.first == nil, let earlier = levelOfYearBefore(subject) {
            attempt(
                &trials, stated: index,
                RateTrial(shape: .difference, clarity: .likely, first: subject, second: earlier),
                slipDigits: self.statement(earlier).sentence == statement.sentence ? 3 : 4)
        }
        if trials.isOpen, trials.first == nil, let pair = twoLevels(before: index) {
            attempt(
                &trials, stated: index,
                RateTrial(shape: .difference, clarity: .likely, first: pair.0, second: pair.1))
        }
        if trials.isOpen, trials.first == nil, let pair = namedPair(of: index) {
            attempt(
                &trials, stated: index,
                RateTrial(shape: .difference, clarity: .likely, first: pair.0, second: pair.1),
                slipDigits: 2)
        }
        settle(trials, stated: index)
    }

    /// 一、预算：接待11.8万元。二、决算：接待12.39万元。三、对比：接待少0.59万元: the last two levels of
    /// the name, or the last two totals where nothing is named.
    func namedPair(of change: Int32) -> (Int32, Int32)? {
        let name = subjectName(of: change)
        let isTotal = name.count < 6
        var found: ContiguousArray<Int32> = []
        var other = change - 1
        var count = 0
        while other >= farthest(before: change), found.count < 2, count < 40 {
            let own = statement(other)
            if own.role == .level, own.depth == 0, figure(other).adds(with: figure(change)) {
                count += 1
                guard own.sentence != statement(change).sentence else { return nil }
                let isMeant =
                    isTotal
                    ? own.marks.contains(.total)
                    : overlap(name, label(of: other)) >= name.count
                if isMeant, found.isEmpty || own.sentence != statement(found[0]).sentence {
                    found.append(other)
                }
            }
            other -= 1
        }
        return found.count == 2 ? (found[0], found[1]) : nil
    }

    /// 2013年投入3340万元。2014年投入4500万元，多1160万元: the same level a year before.
    private func levelOfYearBefore(_ subject: Int32) -> Int32? {
        guard statement(subject).year > 0 else { return nil }
        let name = label(of: subject)
        var other = subject - 1
        while other >= 0, other > subject - 12 {
            if statement(other).role == .level, figure(other).adds(with: figure(subject)),
                statement(other).year == statement(subject).year - 1,
                overlap(name, label(of: other)) >= 6
            {
                return other
            }
            other -= 1
        }
        return nil
    }

    /// The levels of the sentence before `index` that add with `like`, the nearest first.
    func levels(before index: Int32, like: Int32) -> ContiguousArray<Int32> {
        var found: ContiguousArray<Int32> = []
        var other = index - 1
        while other >= 0, found.count < 6, index - other < 24,
            statement(other).sentence == statement(index).sentence
        {
            if statement(other).role == .level, figure(other).adds(with: figure(like)) {
                found.append(other)
            }
            other -= 1
        }
        return found
    }

    /// 甲片区214.6万元，乙片区189.2万元，甲片区比乙片区多25.4万元: the only two levels before.
    private func twoLevels(before index: Int32) -> (Int32, Int32)? {
        let found = levels(before: index, like: index)
        return found.count == 2 ? (found[0], found[1]) : nil
    }

    /// 平均每辆2.74万元，比上年的2.81万元减少0.07万元: the average and the base right before the change.
    private func averagePair(before index: Int32) -> (Int32, Int32)? {
        let (base, average) = (index - 1, index - 2)
        guard average >= 0, statement(average).role == .average,
            statement(average).sentence == statement(index).sentence,
            statement(base).comparand == .prior, figure(base).adds(with: figure(average))
        else { return nil }
        return (average, base)
    }
}
