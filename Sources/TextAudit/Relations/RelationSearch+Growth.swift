import Performance

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
                        first: change, second: subject, direction: direction))
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
        }
        if trials.first == nil { tryLevelBehind(&trials, index, direction) }
        settle(trials, stated: index)
    }

    /// 与2022年的24.90亿元比较，规模扩大7.75%: the base right before, in a sentence without a level.
    private func baseRightBefore(_ index: Int32) -> Int32? {
        let base = index - 1
        guard base >= 0, statement(base).role == .level, statement(base).comparand == .prior,
            statement(base).part == statement(index).part
        else { return nil }
        return base
    }

    private mutating func tryLevelsOfLine(
        _ trials: inout RateTrials, _ index: Int32, _ base: Int32, _ direction: Int8
    ) {
        var level = base - 1
        var count = 0
        while level >= nearest(before: base), statement(level).line == statement(base).line,
            count < 6, trials.isOpen
        {
            if statement(level).role == .level, figure(level).adds(with: figure(base)),
                statement(level).comparand == .none
            {
                count += 1
                let isTold =
                    !statement(level).marks.isDisjoint(with: [.actual, .total])
                    || count == 1 && statement(level).sentence == statement(base).sentence - 1
                        && isFirstOfSentence(level)
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .growth, clarity: isTold ? .likely : .guess, first: level,
                        second: base, direction: direction))
            }
            level -= 1
        }
    }

    /// 中标价较控制价（7460万元）下浮4.89%，中标价为7095万元: the base before, what came of it behind.
    private mutating func tryLevelBehind(
        _ trials: inout RateTrials, _ index: Int32, _ direction: Int8
    ) {
        let (base, level) = (index - 1, index + 1)
        guard base >= 0, level < figureCount, statement(base).role == .level,
            statement(level).role == .level, figure(base).adds(with: figure(level)),
            statement(base).part == statement(index).part,
            statement(level).part == statement(index).part,
            isAloneInBracket(base) || statement(base).comparand != .none
        else { return }
        attempt(
            &trials, stated: index,
            RateTrial(
                shape: .growth, clarity: .likely, first: level, second: base, direction: direction))
    }

    /// 1516.64万元，同比少58.49万元，降3.71%: level, change and growth side by side mean each other.
    private func isChain(_ subject: Int32, _ change: Int32, _ index: Int32) -> Bool {
        subject >= 0 && subject == index - 2 && change == index - 1
            && statement(subject).part == statement(index).part
            && statement(subject).depth == statement(index).depth
            && statement(subject).comparand == .none
            && statement(change).marks.contains(.comparandNamed)
            && figure(subject).adds(with: figure(change))
    }

    /// Other levels of the sentence that the change may belong to: 减少4.65万元，为16.55万元.
    private mutating func tryLevels(
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
    private func changeBefore(_ index: Int32) -> Int32 {
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
    private func changeAfter(_ index: Int32) -> Int32 {
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

    /// The level that grows: the nearest one before that is no base itself.
    private func growthSubject(_ index: Int32) -> Int32? {
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

    /// The level of last year, or of the budget, that the sentence tells before `index`.
    func comparandLevel(
        before index: Int32, kind: Statement.Comparand, than subject: Int32
    ) -> Int32? {
        let statement = statement(index)
        guard kind == .prior || kind == .budget || kind == .none, subject >= 0 else { return nil }
        var other = index - 1
        while other >= nearest(before: index), self.statement(other).sentence == statement.sentence,
            other > subject - 8
        {
            let candidate = self.statement(other)
            if other != subject, candidate.role == .level,
                candidate.depth <= statement.depth || candidate.owner == subject
                    || candidate.owner >= 0 && figure(candidate.owner).kind == .year
                    || isAloneInBracket(other) && candidate.part == statement.part
                        && candidate.clause + 1 >= statement.clause,
                figure(other).adds(with: figure(subject)),
                candidate.comparand == (kind == .none ? .prior : kind),
                other > subject || !isOwned(other)
            {
                return other
            }
            if candidate.role == .level, candidate.comparand == .none, other < subject { break }
            other -= 1
        }
        return nil
    }

    /// 与2020年支出（4683.5万元）相比: a bracket that holds nothing else.
    private func isAloneInBracket(_ index: Int32) -> Bool {
        let place = Int(figure(index).token)
        return place > 0 && place + 1 < tokenCount && token(place - 1).kind == .open
            && token(place + 1).kind == .close
    }

    /// A251万元，上年285万元，减少34万元: the base in the same clauses leaves no doubt.
    func clarity(of base: Int32, beside index: Int32) -> Relation.Clarity {
        statement(base).part == statement(index).part
            && statement(base).clause + 2 >= statement(index).clause ? .certain : .stated
    }

    /// Whether a base stands behind a level of its own: 接待124万元，上年148万元.
    private func isOwned(_ base: Int32) -> Bool {
        var other = base - 1
        while other >= nearest(before: base), statement(other).sentence == statement(base).sentence
        {
            if statement(other).role == .level { return statement(other).comparand == .none }
            other -= 1
        }
        return false
    }
}
