/// Rates of completion (完成率、执行率).
extension RelationSearch {
    mutating func findCompletion(_ index: Int32) {
        guard !isOneOfRun(index) else { return }
        let statement = statement(index)
        var trials = RateTrials()
        var base = Int32(-1)
        if statement.marks.contains(.explicitBase) {
            base = index - 1
            let subject = explicitSubject(of: index, base: base)
            if subject >= 0 {
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .ratio, clarity: .stated, first: subject, second: base))
            }
        }
        let subject = completionSubject(index)
        if subject < 0, base < 0 { tryLevelsBehind(&trials, index) }
        if subject >= 0, trials.isOpen, base < 0 {
            tryBudgets(&trials, index, subject)
        }
        if trials.holds, let last = relations.last {
            bases[Int(index)] = pool[Int(last.firstOperand) + 1]
        }
        if subject >= 0, trials.isOpen, base < 0 { tryAnyBase(&trials, index, subject) }
        settle(trials, stated: index)
    }

    /// 执行率96.00%，即实际支出463.2万元，对应预算482.5万元: the figures follow the rate.
    mutating func tryLevelsBehind(_ trials: inout RateTrials, _ index: Int32) {
        var levels: ContiguousArray<Int32> = []
        var other = index + 1
        while other < nearest(behind: index), statement(other).sentence == statement(index).sentence
        {
            if statement(other).role == .level { levels.append(other) }
            other += 1
        }
        guard levels.count == 2, figure(levels[0]).adds(with: figure(levels[1])) else { return }
        attempt(
            &trials, stated: index,
            RateTrial(shape: .ratio, clarity: .guess, first: levels[1], second: levels[0]))
        attempt(
            &trials, stated: index,
            RateTrial(shape: .ratio, clarity: .stated, first: levels[0], second: levels[1]))
    }

    /// 资金使用率95.32%, with the money received told a paragraph before: only the rate may be wrong.
    mutating func tryAnyBase(_ trials: inout RateTrials, _ index: Int32, _ subject: Int32) {
        var other = subject - 1
        var count = 0
        while other >= farthest(before: subject), count < 5, trials.isOpen {
            if isTotalLike(other), figure(other).adds(with: figure(subject)) {
                count += 1
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .ratio, clarity: .likely, first: subject, second: other),
                    slipDigits: 4, onlyStated: true)
            }
            other -= 1
        }
    }

    /// The level that was carried out: the nearest before that is not the budget itself.
    func completionSubject(_ index: Int32) -> Int32 {
        let sentence = statement(index).sentence
        var other = index - 1
        var budget = Int32(-1)
        while other >= nearest(before: index), statement(other).sentence == sentence {
            if statement(other).role == .level, statement(other).comparand != .prior {
                let isPartOnly =
                    budget >= 0 && statement(other).marks.contains(.ofWhich)
                    && statement(other).part != statement(budget).part
                if statement(other).comparand != .budget, !isPartOnly { return other }
                if budget < 0 { budget = other }
            }
            other -= 1
        }
        return budget
    }

    mutating func tryBudgets(_ trials: inout RateTrials, _ index: Int32, _ subject: Int32) {
        let sentence = statement(index).sentence
        // 年初预算30万元，支出决算28.5万元，完成95%.
        var other = index - 1
        while other >= nearest(before: index), statement(other).sentence == sentence, trials.isOpen
        {
            if other != subject, statement(other).role == .level,
                figure(other).adds(with: figure(subject))
            {
                let isBudget = statement(other).comparand == .budget
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .ratio,
                        clarity: !isBudget
                            ? .guess : isBeside(subject, other, index) ? .certain : .stated,
                        first: subject, second: other))
            }
            other -= 1
        }
        // 收到直达资金47.52亿元，分配45.19亿元，分配进度95.1%: the only other level is the whole.
        if trials.isOpen, let whole = onlyLevel(before: subject), whole < subject {
            attempt(
                &trials, stated: index,
                RateTrial(shape: .ratio, clarity: .likely, first: subject, second: whole))
        }
        if trials.isOpen { trySiblingBase(&trials, index, subject) }
        // 完成预算的35.5%…；预算数为88.00亿元: the budget is told behind.
        other = index + 1
        while other < nearest(behind: index), statement(other).sentence == sentence,
            trials.isOpen
        {
            if statement(other).role == .level, statement(other).comparand == .budget,
                figure(other).adds(with: figure(subject))
            {
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .ratio, clarity: .stated, first: subject, second: other))
            }
            other += 1
        }
        // 完成收入预算87.83%: the budget is named.
        let named = namedBudget(of: index, like: subject)
        if named >= 0 {
            attempt(
                &trials, stated: index,
                RateTrial(shape: .ratio, clarity: .stated, first: subject, second: named))
        }
        // 完成年初预算100%，决算数大于预算数55.93万元.
        for change in [budgetChange[Int(subject)], index + 1] where change >= 0 {
            guard change < figureCount, statement(subject).comparand != .budget,
                statement(change).role == .change,
                statement(change).sentence == sentence, statement(change).comparand == .budget
            else { continue }
            attempt(
                &trials, stated: index,
                RateTrial(
                    shape: .ratioToImpliedBase, clarity: .stated, first: subject, second: change,
                    direction: statement(change).direction))
        }
        // 执行率98%: the budget is the other level nearby.
        other = subject - 1
        var count = 0
        let name = nameAfterWord(of: index)
        while other >= nearest(before: subject), count < 4, trials.isOpen,
            statement(other).sentence >= sentence - 2
        {
            if statement(other).role == .level, figure(other).adds(with: figure(subject)) {
                count += 1
                let isBudget =
                    statement(other).comparand == .budget && !areOtherSides(subject, other)
                    && statement(other).line == statement(index).line
                    && (name.count < 6 || overlap(name, label(of: other)) >= name.count)
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .ratio,
                        clarity: isBudget || isOneMatter(subject, other) ? .likely : .guess,
                        first: subject, second: other))
            }
            other -= 1
        }
    }

    /// 立行立改问题95个…，立行立改问题已完成91个，完成率95.8%: both levels bear one name.
    private func isOneMatter(_ subject: Int32, _ other: Int32) -> Bool {
        let (one, two) = (label(of: subject), label(of: other))
        return min(one.count, two.count) >= 12 && overlap(one, two) >= 12
            && statement(other).comparand != .prior
    }

    /// 分配45.19亿元，分配进度95.1%，支出31.08亿元，支出进度65.4%: both of one base.
    private mutating func trySiblingBase(
        _ trials: inout RateTrials, _ index: Int32, _ subject: Int32
    ) {
        var other = index - 1
        while other >= nearest(before: index),
            statement(other).sentence == statement(index).sentence
        {
            if statement(other).role == .completion, bases[Int(other)] >= 0 {
                let base = bases[Int(other)]
                guard base != subject, figure(base).adds(with: figure(subject)) else { return }
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .ratio, clarity: .likely, first: subject, second: base))
                return
            }
            other -= 1
        }
    }

    /// 收入2236万元，年初预算25200万元，完成8.9%: the three figures stand side by side.
    func isBeside(_ subject: Int32, _ budget: Int32, _ index: Int32) -> Bool {
        max(subject, budget) == index - 1 && min(subject, budget) == index - 2
            && !holdsAny(["预计", "力争"], in: label(of: subject))
            && statement(subject).part == statement(index).part
            && statement(budget).part == statement(index).part
            && statement(subject).depth == statement(budget).depth
            && nameAfterWord(of: index).count < 6
    }
}
