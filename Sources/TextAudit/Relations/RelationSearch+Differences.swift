import Performance

/// Changes in amounts (增减额).
extension RelationSearch {
    mutating func findDifference(_ index: Int32) {
        let statement = statement(index)
        guard statement.subject >= 0 else { return }
        var trials = RateTrials()
        var subject = statement.subject
        if subject == index - 1, self.statement(subject).comparand == .prior,
            let level = levelHeld(against: subject) ?? levelNamed(before: subject)
        {
            // 自评总分91.3分：…。与2021年的89.8分相比，提高1.5分.
            attempt(
                &trials, stated: index,
                RateTrial(shape: .difference, clarity: .likely, first: level, second: subject),
                slipDigits: figure(index).kind == .score ? 2 : 3)
            subject = level
        }
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
                    first: subject, second: base),
                slipDigits: figure(index).kind == .score ? 2 : 3)
        }
        if let base = baseBehind(index) {
            attempt(
                &trials, stated: index,
                RateTrial(shape: .difference, clarity: .certain, first: subject, second: base))
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
        if trials.isOpen, trials.first == nil,
            let pair = twoLevels(before: index) ?? levelsBeside(index)
        {
            attempt(
                &trials, stated: index,
                RateTrial(shape: .difference, clarity: .likely, first: pair.0, second: pair.1))
        }
        if trials.isOpen, trials.first == nil, self.statement(subject).role == .level,
            let pair = namedPair(of: index)
        {
            attempt(
                &trials, stated: index,
                RateTrial(shape: .difference, clarity: .likely, first: pair.0, second: pair.1),
                slipDigits: 2)
        }
        settle(trials, stated: index)
    }

    /// 同比减少1.32万元（上年9.15万元）: the base stands in a bracket behind the change.
    func baseBehind(_ change: Int32) -> Int32? {
        var base = change + 1
        // 总计各增加111.75万元，增长9.51%，上年总计均为1174.60万元.
        if base < figureCount, statement(base).role == .growth { base += 1 }
        guard base < figureCount,
            statement(base).owner == change
                || statement(base).comparand == .prior && endsSentence(behind: base)
                    && statement(base).sentence == statement(change).sentence,
            statement(base).role == .level, statement(base).comparand != .none,
            figure(base).adds(with: figure(change))
        else { return nil }
        return base
    }

    /// The total of the line that a base alone in its sentence is compared with; nil for none.
    private func levelHeld(against base: Int32) -> Int32? {
        var first = Int32(-1)
        var other = base - 1
        while other >= nearest(before: base), statement(other).line == statement(base).line {
            if statement(other).role == .level, figure(other).adds(with: figure(base)),
                statement(other).depth == 0
            {
                guard statement(other).sentence != statement(base).sentence else { return nil }
                if statement(other).marks.contains(.total) { return other }
                if statement(other).comparand != .prior { first = other }
            }
            other -= 1
        }
        // 2024年收入预算72979.99万元，其中：…。较2023年（69127.83万元）增加3852.16万元: what the line tells first.
        return first >= 0 && statement(first).sentence + 1 == statement(base).sentence
            && wholes[Int(first)] < 0 && subjectName(of: base).count < 6 ? first : nil
    }

    /// 本年支出较上年3127.80万元增加327.79万元: the level of an earlier sentence that the clause names.
    private func levelNamed(before base: Int32) -> Int32? {
        let label = Int(statement(base).labelStart)..<Int(figure(base).start)
        guard let end = reading.text.findAny(["较", "比", "与"], in: label) else { return nil }
        let name = label.lowerBound..<end
        guard name.count >= 9 else { return nil }
        let level = namedLevel(name, before: base, like: base)
        guard level >= 0, overlap(name, self.label(of: level)) >= min(name.count, 12),
            statement(level).sentence != statement(base).sentence,
            statement(level).comparand == .none
        else { return nil }
        return level
    }

    /// Whether nothing but the end of the sentence follows.
    private func endsSentence(behind index: Int32) -> Bool {
        let next = Int(figure(index).token) + 1
        return next >= tokenCount || token(next).endsSentence
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
                // 合计到位3.72亿元 and 累计支出3.47亿元 are no two years of one thing.
                let isMeant =
                    isTotal
                    ? own.marks.contains(.total)
                        && (found.isEmpty || overlap(label(of: other), label(of: found[0])) >= 6)
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
        guard found.count == 2, !areBases(found[0], found[1]) else { return nil }
        return (found[0], found[1])
    }

    /// 与年初预算…相比，…；与上年决算…相比: two bases say nothing of each other.
    private func areBases(_ first: Int32, _ second: Int32) -> Bool {
        let (one, other) = (statement(first).comparand, statement(second).comparand)
        return one != .none && other != .none && one != other
    }

    /// 送审23916.54万元，审定22483.10万元，核减1433.44万元: the two levels right before.
    private func levelsBeside(_ index: Int32) -> (Int32, Int32)? {
        let (second, first) = (index - 1, index - 2)
        guard first >= 0 else { return nil }
        for other in [first, second] {
            guard statement(other).role == .level, figure(other).adds(with: figure(index)),
                statement(other).part == statement(index).part,
                statement(other).depth == statement(index).depth
            else { return nil }
        }
        return areBases(first, second) ? nil : (first, second)
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
