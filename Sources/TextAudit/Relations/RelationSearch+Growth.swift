/// Growth in percent (增长率).
extension RelationSearch {
    mutating func findGrowth(_ index: Int32) {
        guard !isOneOfRun(index) else { return }
        let statement = statement(index)
        var change = changeBefore(index)
        if change < 0 { change = changeAfter(index) }
        var trials = RateTrials()
        let direction = statement.direction
        if change >= 0 {
            let subject = self.statement(change).subject
            let isBesides = subject >= 0 && self.statement(subject).sentence == statement.sentence
            if let base = comparandLevel(before: index, kind: statement.comparand, than: subject) {
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .ratio, clarity: clarity(of: base, beside: index), first: change,
                        second: base))
            }
            if let base = baseBehind(change) {
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .ratio, clarity: .certain, first: change, second: base))
            }
            if subject >= 0, figure(subject).adds(with: figure(change)) {
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .growthOnImpliedBase, clarity: isBesides ? .stated : .likely,
                        first: change, second: subject, direction: direction),
                    slipDigits: isChangeOfTotal(change, subject) ? 2 : 3)
            }
            if !isChain(subject, change, index) { tryLevels(&trials, index, change, direction) }
            if trials.isOpen, let pair = namedPair(of: change) {
                for base in [pair.0, pair.1] {
                    attempt(
                        &trials, stated: index,
                        RateTrial(shape: .ratio, clarity: .likely, first: change, second: base),
                        onlyStated: true)
                }
            }
        } else if let average = averageBefore(index) {
            attempt(
                &trials, stated: index,
                RateTrial(
                    shape: .growth, clarity: .likely, first: average, second: index - 1,
                    direction: direction), slipDigits: 2)
        } else if let base = baseRightBefore(index), growthSubject(index) == nil {
            tryLevelsOfLine(&trials, index, base, direction)
        } else if let subject = growthSubject(index) {
            let isSurplus = reading.text.holds("超额", in: label(of: index))
            if let base = comparandLevel(
                before: index, kind: isSurplus ? .budget : statement.comparand, than: subject)
            {
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .growth, clarity: clarity(of: base, beside: index), first: subject,
                        second: base, direction: direction))
            }
            if trials.isOpen, let base = baseBehindGrowth(index, of: subject) {
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .growth,
                        clarity: self.statement(base).owner == index ? .certain : .stated,
                        first: subject, second: base, direction: direction), slipDigits: 2)
            }
        }
        if trials.first == nil { tryLevelBehind(&trials, index, direction) }
        settle(trials, stated: index)
    }

    /// 收、支总计各增加589.02万元，增长8.8%, with the total told in the sentence before.
    private func isChangeOfTotal(_ change: Int32, _ total: Int32) -> Bool {
        holdsAny(["总计", "合计", "总额"], in: label(of: change))
            && holdsAny(["总计", "合计", "总额"], in: label(of: total))
    }

    /// 1516.64万元，同比少58.49万元，降3.71%: level, change and growth side by side mean each other.
    func isChain(_ subject: Int32, _ change: Int32, _ index: Int32) -> Bool {
        subject >= 0 && subject == index - 2 && change == index - 1
            && statement(subject).part == statement(index).part
            && statement(subject).depth == statement(index).depth
            && statement(subject).comparand == .none
            && statement(change).marks.contains(.comparandNamed)
            && figure(subject).adds(with: figure(change))
    }

    /// Other levels of the sentence that the change may belong to: 减少4.65万元，为16.55万元.
    mutating func tryLevels(
        _ trials: inout RateTrials, _ index: Int32, _ change: Int32, _ direction: Int8
    ) {
        let sentence = statement(index).sentence
        var other = index - 1
        var count = 0
        while other >= nearest(before: index), count < 6, trials.isOpen,
            statement(other).sentence >= sentence - 1
        {
            if statement(other).role == .level, figure(other).adds(with: figure(change)) {
                count += 1
                // A base of its own kind is divided by; any other level is what came of it.
                let isBase = statement(other).comparand != .none
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: isBase ? .ratio : .growthOnImpliedBase, clarity: .guess,
                        first: change, second: other, direction: direction))
            }
            other -= 1
        }
        other = index + 1
        while other < nearest(behind: index), trials.isOpen, statement(other).sentence == sentence {
            if statement(other).role == .level, figure(other).adds(with: figure(change)) {
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .growthOnImpliedBase, clarity: .guess, first: change, second: other,
                        direction: direction))
                break
            }
            other += 1
        }
    }

    /// The change that the growth puts in percent: right before it, with at most a level between.
    func changeBefore(_ index: Int32) -> Int32 {
        let statement = statement(index)
        var other = index - 1
        var levels = 0
        while other >= nearest(before: index), self.statement(other).sentence == statement.sentence,
            self.statement(other).depth >= statement.depth
        {
            // 减少1.32万元（上年9.15万元），减少14.4%.
            guard self.statement(other).depth == statement.depth else {
                guard other > 0, self.statement(other).owner == other - 1,
                    self.statement(other - 1).role == .change
                else { return -1 }
                other -= 1
                continue
            }
            switch self.statement(other).role {
            case .change:
                let comparand = self.statement(other).comparand
                if comparand == statement.comparand { return other }
                return statement.marks.contains(.comparandNamed) ? -1 : other
            case .level:
                levels += 1
                if levels > 1 || self.statement(other).comparand == .none { return -1 }
            case .growth, .completion, .share: return -1
            default: break
            }
            other -= 1
        }
        return -1
    }

    /// 同比增10.85%，多收2798万元: the change in the next clause, if it has no percentage of its own.
    func changeAfter(_ index: Int32) -> Int32 {
        let other = index + 1
        guard other < figureCount, statement(other).role == .change,
            statement(other).sentence == statement(index).sentence,
            statement(other).direction == statement(index).direction,
            statement(other).clause == statement(index).clause + 1,
            statement(other).part == statement(index).part,
            statement(index).subject < 0
                || isSameLevel(statement(other).subject, statement(index).subject)
        else { return -1 }
        let next = other + 1
        if next < figureCount, statement(next).role == .growth,
            statement(next).part == statement(other).part
        {
            return -1
        }
        return other
    }

    /// 平均每公里38.6万元，低于控制价41.0万元，节约5.9%: an average and what it is held against.
    private func averageBefore(_ index: Int32) -> Int32? {
        let (base, average) = (index - 1, index - 2)
        guard average >= 0, statement(average).role == .average,
            statement(average).part == statement(index).part,
            figure(average).adds(with: figure(base)),
            statement(base).comparand != .none
                || holdsAny(["低于", "高于", "超过"], in: label(of: base)),
            statement(base).role == .level || statement(base).role == .change
        else { return nil }
        return average
    }

    /// The level that grows: the nearest one before that is no base itself.
    func growthSubject(_ index: Int32) -> Int32? {
        let statement = statement(index)
        var other = index - 1
        while other >= nearest(before: index), self.statement(other).sentence == statement.sentence
        {
            if self.statement(other).role == .level, self.statement(other).depth <= statement.depth,
                self.statement(other).comparand != .prior,
                !self.statement(other).marks.contains(.bareBudget),
                statement.comparand != .budget || self.statement(other).comparand != .budget
            {
                return other
            }
            other -= 1
        }
        return nil
    }
}
