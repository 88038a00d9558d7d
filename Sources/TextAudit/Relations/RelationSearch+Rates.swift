import Performance

/// Percentages, changes and averages (比率、增减与平均).
extension RelationSearch {
    mutating func findRates() {
        bases.removeAll(keepingCapacity: true)
        bases.append(contentsOf: repeatElement(-1, count: reading.lexer.figures.count))
        for index in 0..<figureCount {
            switch statement(index).role {
            case .growth: findGrowth(index)
            case .change: findDifference(index)
            case .completion: findCompletion(index)
            case .average: findAverage(index)
            case .points: findPoints(index)
            default: break
            }
        }
        findShares()
    }

    // MARK: Growth

    private mutating func findGrowth(_ index: Int32) {
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
            if subject >= 0, figure(subject).adds(with: figure(change)) {
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .growthOnImpliedBase, clarity: isBesides ? .stated : .likely,
                        first: change, second: subject, direction: direction))
            }
            tryLevels(&trials, index, change, direction)
        } else if let subject = growthSubject(index) {
            if let base = comparandLevel(before: index, kind: statement.comparand, than: subject) {
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .growth, clarity: clarity(of: base, beside: index), first: subject,
                        second: base, direction: direction))
            }
        }
        settle(trials, stated: index)
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
            self.statement(other).depth == statement.depth
        {
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
            statement(other).subject == statement(index).subject
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
    private func comparandLevel(
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
                candidate.depth <= statement.depth || candidate.owner == subject,
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

    /// A251万元，上年285万元，减少34万元: the base in the same clauses leaves no doubt.
    private func clarity(of base: Int32, beside index: Int32) -> Relation.Clarity {
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

    // MARK: Differences

    private mutating func findDifference(_ index: Int32) {
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
                slipDigits: 4)
        }
        if trials.isOpen, trials.first == nil, let pair = twoLevels(before: index) {
            attempt(
                &trials, stated: index,
                RateTrial(shape: .difference, clarity: .likely, first: pair.0, second: pair.1))
        }
        settle(trials, stated: index)
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
    private func levels(before index: Int32, like: Int32) -> ContiguousArray<Int32> {
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
        var found: ContiguousArray<Int32> = []
        var other = index - 1
        while other >= nearest(before: index),
            statement(other).sentence == statement(index).sentence
        {
            if statement(other).role == .level, figure(other).adds(with: figure(index)) {
                found.append(other)
            }
            other -= 1
        }
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

    // MARK: Completion

    private mutating func findCompletion(_ index: Int32) {
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
    private mutating func tryLevelsBehind(_ trials: inout RateTrials, _ index: Int32) {
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
    private mutating func tryAnyBase(_ trials: inout RateTrials, _ index: Int32, _ subject: Int32) {
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
    private func completionSubject(_ index: Int32) -> Int32 {
        let sentence = statement(index).sentence
        var other = index - 1
        var budget = Int32(-1)
        while other >= nearest(before: index), statement(other).sentence == sentence {
            if statement(other).role == .level, statement(other).comparand != .prior {
                if statement(other).comparand != .budget { return other }
                if budget < 0 { budget = other }
            }
            other -= 1
        }
        return budget
    }

    private mutating func tryBudgets(_ trials: inout RateTrials, _ index: Int32, _ subject: Int32) {
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
                        shape: .ratio, clarity: isBudget ? .stated : .guess, first: subject,
                        second: other))
            }
            other -= 1
        }
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
            guard change < figureCount, statement(change).role == .change,
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
                        shape: .ratio, clarity: isBudget ? .likely : .guess, first: subject,
                        second: other))
            }
            other -= 1
        }
    }

    /// The earlier budget whose label holds the words after 完成; −1 where they name none.
    private func namedBudget(of index: Int32, like subject: Int32) -> Int32 {
        let name = nameAfterWord(of: index)
        guard name.count >= 12 else { return -1 }
        var other = subject - 1
        while other >= 0, other > subject - 60 {
            if statement(other).role == .level, figure(other).adds(with: figure(subject)),
                statement(other).comparand == .budget,
                !statement(other).marks.contains(.bareBudget),
                overlap(name, label(of: other)) >= name.count
            {
                return other
            }
            other -= 1
        }
        return -1
    }

    /// The label of a rate without 完成 or 占 before it and 的 behind it.
    private func nameAfterWord(of index: Int32) -> Range<Int> {
        let statement = statement(index)
        var place = Int(figure(index).token) - 1
        var start = Int(statement.labelStart)
        var stop = Int(statement.labelEnd)
        var lastStart = 0
        while place >= 0, token(place).start >= statement.labelStart {
            let token = token(place)
            if token.kind == .word, token.word == .completion || token.word == .share {
                // 占能源消费总量比重: what stands between the two words is the whole.
                if lastStart > 0 { stop = lastStart }
                start = Int(token.end)
                lastStart = Int(token.start)
            }
            place -= 1
        }
        return reading.text.bytes.withUnsafeBufferPointer { bytes in
            var end = stop
            while end > start, bytes[end - 1] == 0x20 { end -= 1 }
            while end - start >= 3, bytes[end - 3] >= 0xE0 {
                switch Lexer.scalar(bytes, end - 3) {
                case 0x7684, 0x4E3A, 0x8FBE: end -= 3  // 的 为 达
                default: return start..<end
                }
            }
            return start..<end
        }
    }

    /// The level that is put in percent of the base right before: named in the clause, or the nearest.
    private func explicitSubject(of index: Int32, base: Int32) -> Int32 {
        let name = subjectName(of: base)
        if name.count >= 6 {
            let named = namedLevel(name, before: base, like: base)
            if named >= 0 { return named }
        }
        var other = base - 1
        let sentence = statement(index).sentence
        while other >= nearest(before: base), statement(other).sentence == sentence {
            if statement(other).role == .level, figure(other).adds(with: figure(base)),
                !statement(other).marks.contains(.bareBudget)
            {
                return other
            }
            other -= 1
        }
        return -1
    }

    /// The nearest level before whose label holds most of `name`; −1 for none.
    func namedLevel(_ name: Range<Int>, before index: Int32, like: Int32) -> Int32 {
        var best = Int32(-1)
        var bestLength = 5
        var other = index - 1
        var seen = 0
        while other >= farthest(before: index), seen < 40 {
            if statement(other).role == .level, figure(other).adds(with: figure(like)),
                !statement(other).marks.contains(.bareBudget)
            {
                seen += 1
                let length = overlap(name, label(of: other))
                if length > bestLength {
                    best = other
                    bestLength = length
                }
            }
            other -= 1
        }
        return best
    }

    // MARK: Shares

    private mutating func findShares() {
        for index in 0..<figureCount
        where statement(index).role == .share || statement(index).role == .rate {
            findShare(index, usingSiblings: false)
        }
        for index in 0..<figureCount where statement(index).role == .share && bases[Int(index)] < 0
        {
            findShare(index, usingSiblings: true)
        }
    }

    private mutating func findShare(_ index: Int32, usingSiblings: Bool) {
        let statement = statement(index)
        var trials = RateTrials()
        if statement.role == .rate {
            if !usingSiblings { findNamedRate(index) }
            return
        }
        if statement.marks.contains(.explicitBase) {
            let base = index - 1
            let subject = explicitSubject(of: index, base: base)
            if subject >= 0 {
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .ratio, clarity: .stated, first: subject, second: base))
            }
            finishShare(trials, index, isLast: true)
            return
        }
        var subject = statement.marks.contains(.bracketed) ? statement.owner : statement.subject
        let own = subjectName(of: index)
        if !own.isEmpty, !statement.marks.contains(.bracketed), subject >= 0 {
            // 税占比83.99%: the share says whose it is.
            let named = shortNamed(own, before: index, like: subject)
            guard named >= 0 else { return }
            subject = named
        }
        if subject < 0 {
            // 支出占到位资金90.99%, in a sentence without levels; a second share goes on about the first's.
            subject = own.isEmpty ? subjectOfShare(before: index) : namedAmount(own, before: index)
        }
        reading.statements[Int(index)].subject = subject
        guard subject >= 0, self.statement(subject).role == .level else { return }
        tryBases(&trials, index, subject)
        if usingSiblings, trials.isOpen {
            trySiblings(&trials, index, subject)
            if statement.comparand == .budget { tryAllBudgets(&trials, index, subject) }
            if trials.isOpen, trials.failed.isEmpty {
                tryAnyBase(&trials, index, subject)
            }
        }
        finishShare(trials, index, isLast: usingSiblings)
    }

    /// The nearest level of the line whose label begins with `name`, or holds it; −1 for none.
    private func shortNamed(_ name: Range<Int>, before index: Int32, like: Int32) -> Int32 {
        if name.count >= 6 { return namedLevel(name, before: index, like: like) }
        var other = index - 1
        while other >= nearest(before: index), statement(other).line == statement(index).line {
            if statement(other).role == .level, figure(other).adds(with: figure(like)) {
                let label = label(of: other)
                let head = label.lowerBound..<min(label.upperBound, label.lowerBound + name.count)
                if overlapsAll(name, head) { return other }
            }
            other -= 1
        }
        return -1
    }

    private func subjectOfShare(before index: Int32) -> Int32 {
        let other = index - 1
        guard other >= 0, statement(other).role == .share,
            statement(other).sentence == statement(index).sentence
        else { return -1 }
        return statement(other).subject
    }

    private func namedAmount(_ name: Range<Int>, before index: Int32) -> Int32 {
        var other = index - 1
        while other >= farthest(before: index), statement(other).line >= statement(index).line - 3 {
            if isTotalLike(other), figure(other).kind == .amount,
                overlap(name, label(of: other)) >= min(name.count, 6)
            {
                return other
            }
            other -= 1
        }
        return -1
    }

    private func overlapsAll(_ name: Range<Int>, _ other: Range<Int>) -> Bool {
        guard name.count == other.count else { return false }
        for step in 0..<name.count
        where reading.text.bytes[name.lowerBound + step]
            != reading.text.bytes[other.lowerBound + step]
        {
            return false
        }
        return true
    }

    private mutating func finishShare(_ trials: RateTrials, _ index: Int32, isLast: Bool) {
        if trials.holds, let last = relations.last {
            bases[Int(index)] = pool[Int(last.firstOperand) + 1]
        } else if isLast {
            settle(trials, stated: index)
        }
    }

    private mutating func tryBases(_ trials: inout RateTrials, _ index: Int32, _ subject: Int32) {
        let whole = wholes[Int(subject)]
        let name = nameAfterWord(of: index)
        // 占年初预算27.7%: the whole of its own list is not the budget.
        let isOfBudget = statement(index).comparand == .budget
        if name.count >= 6 {
            var other = subject - 1
            var count = 0
            while other >= farthest(before: subject), count < 30, trials.isOpen {
                if statement(other).role == .level, figure(other).adds(with: figure(subject)),
                    !statement(other).marks.contains(.bareBudget)
                        || statement(other).sentence == statement(index).sentence
                {
                    count += 1
                    let overlap = overlap(name, label(of: other))
                    if overlap >= name.count {
                        attempt(
                            &trials, stated: index,
                            RateTrial(
                                shape: .ratio, clarity: overlap >= 12 ? .stated : .likely,
                                first: subject, second: other))
                    } else if overlap >= 6, count <= 8,
                        3 * overlap >= 2 * name.count || Slip.digits(figure(index)) >= 4
                    {
                        // 占全年支出 of 实际支出: the same word under another name.
                        attempt(
                            &trials, stated: index,
                            RateTrial(
                                shape: .ratio, clarity: .likely, first: subject, second: other),
                            onlyStated: true)
                    }
                }
                other -= 1
            }
        }
        if whole >= 0 {
            attempt(
                &trials, stated: index,
                RateTrial(
                    shape: .ratio,
                    clarity: isOfBudget
                        ? .guess
                        : name.count < 6
                            ? .stated
                            : 3 * overlap(name, label(of: whole)) >= 2 * name.count
                                ? .likely : .guess,
                    first: subject, second: whole))
            let above = wholes[Int(whole)]
            if above >= 0 {
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .ratio, clarity: .guess, first: subject, second: above))
            }
        }
        var other = subject - 1
        var count = 0
        while other >= farthest(before: subject), count < 12, trials.isOpen {
            if statement(other).role == .level, figure(other).adds(with: figure(subject)) {
                count += 1
                // 支出483亿元，民生411.6亿元，占85.2%: the level right before is the likeliest whole.
                let isNear =
                    count == 1 && name.isEmpty && !isOfBudget
                    && statement(other).sentence == statement(subject).sentence
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .ratio, clarity: isNear ? .likely : .guess, first: subject,
                        second: other))
            }
            other -= 1
        }
        other = subject + 1
        while other < nearest(behind: subject), trials.isOpen,
            statement(other).line <= statement(subject).line + 1
        {
            if statement(other).role == .level, figure(other).adds(with: figure(subject)) {
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .ratio, clarity: .guess, first: subject, second: other))
            }
            other += 1
        }
    }

    /// 占年初预算数的109.17%, with the budget told under another name: only the percentage may be wrong.
    private mutating func tryAllBudgets(
        _ trials: inout RateTrials, _ index: Int32, _ subject: Int32
    ) {
        var other = subject - 1
        var count = 0
        while other >= farthest(before: subject), count < 6, trials.isOpen {
            if statement(other).role == .level, statement(other).comparand == .budget,
                figure(other).adds(with: figure(subject)), !areOtherSides(subject, other)
            {
                count += 1
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .ratio, clarity: .likely, first: subject, second: other),
                    slipDigits: 4, onlyStated: true)
            }
            other -= 1
        }
    }

    /// The shares before and behind are shares of one whole: so is this one.
    private mutating func trySiblings(_ trials: inout RateTrials, _ index: Int32, _ subject: Int32)
    {
        var found: [Int32] = []
        var isNear = false
        for step in [Int32(-1), 1] {
            var other = index + step
            var count = 0
            while other >= 0, other < figureCount, count < 12 {
                if statement(other).role == .share, bases[Int(other)] >= 0,
                    statement(other).comparand == statement(index).comparand
                {
                    found.append(bases[Int(other)])
                    if statement(other).sentence == statement(index).sentence { isNear = true }
                    let name = nameAfterWord(of: index)
                    if name.count >= 9, overlap(name, nameAfterWord(of: other)) >= name.count {
                        isNear = true
                    }
                    break
                }
                count += 1
                other += step
            }
        }
        for base in found where base != subject && figure(base).adds(with: figure(subject)) {
            let isAgreed = found.count == 2 && found[0] == found[1]
            attempt(
                &trials, stated: index,
                RateTrial(
                    shape: .ratio, clarity: isAgreed ? .stated : isNear ? .likely : .guess,
                    first: subject, second: base))
        }
    }

    /// 立案率93.6%, 合格率97.91%: numerator and denominator are among the levels before.
    private mutating func findNamedRate(_ index: Int32) {
        let name = rateName(of: index)
        guard name.count >= 6, figure(index).mantissa > 0,
            reading.text.holds("率", in: name) || reading.text.holds("满意度", in: name)
        else { return }
        // 办复率100% says nothing about any two figures.
        let isWhole =
            Int128(figure(index).mantissa)
            == Arithmetic.power(Int(figure(index).decimals)) * 100
        var trials = RateTrials()
        let line = statement(index).line
        let pair = lonePair(before: index)
        if tryNumeratorBehind(index, &trials) { return }
        var first = index - 1
        var tries = 0
        while first >= nearest(before: index), tries < 6, trials.isOpen,
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
                            isWhole || !isNamed ? .guess : isLone ? .stated : .likely
                        attempt(
                            &trials, stated: index,
                            RateTrial(
                                shape: .ratio, clarity: clarity, first: first, second: second),
                            slipDigits: isNamed ? 3 : 4)
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
        if trials.isOpen, tryJoined(index) { return }
        settle(trials, stated: index)
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
                    Arithmetic.steps(figure(numerator), exponent)
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
                if let first = found.first, !figure(other).adds(with: figure(first)) { break }
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

    // MARK: Averages and points

    /// 平均每辆1.76万元, 日均10169件, （268名代表，人均2400元）.
    private mutating func findAverage(_ index: Int32) {
        let own = statement(index)
        var trials = RateTrials()
        var counts: ContiguousArray<Int32> = []
        var sums: ContiguousArray<Int32> = []
        if own.owner >= 0, figure(own.owner).adds(with: figure(index)) { sums.append(own.owner) }
        var other = index - 1
        while other >= nearest(before: index), statement(other).line == own.line,
            statement(other).sentence >= own.sentence - 1
        {
            if statement(other).role == .level {
                if figure(other).adds(with: figure(index)) {
                    sums.append(other)
                } else if figure(other).kind == .count, statement(other).sentence == own.sentence {
                    counts.append(other)
                }
            }
            other -= 1
        }
        if sums.isEmpty { sums = amountsBehind(index) }
        // 每人2000元 in a list of several has its sum elsewhere.
        // 大学生282名、每人5000元: the count right before is the one.
        if let nearest = counts.first, nearest == index - 1,
            statement(nearest).marks.contains(.ofWhich),
            own.owner < 0
        {
            return
        }
        let counted = counts.filter { isCounted($0, in: index, counts) }
        let isLone = counts.count == 1 || counted.count == 1 && isOnlyAverage(index)
        for sum in sums.prefix(3)
        where isLone || sum == own.owner || statement(sum).sentence == own.sentence {
            for count in counts.prefix(3) {
                let isFirst =
                    sum == sums[0] && !isPerPeriod(index)
                    && isCounted(count, in: index, counts)
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .quotient, clarity: isFirst ? .stated : .likely, first: sum,
                        second: count))
            }
        }
        settle(trials, stated: index)
    }

    /// 决算3.31万元…。共249人次…。人均133元: sum and count stand sentences before.
    private mutating func tryAverageOfLine(_ trials: inout RateTrials, _ index: Int32) {
        let own = statement(index)
        var sums: ContiguousArray<Int32> = []
        var counts: ContiguousArray<Int32> = []
        var other = index - 1
        while other >= 0, statement(other).line == own.line, sums.count < 4, index - other < 24 {
            if statement(other).role == .level, statement(other).comparand == .none {
                if figure(other).adds(with: figure(index)) {
                    sums.append(other)
                } else if figure(other).kind == .count, counts.count < 4,
                    wholes[Int(other)] < 0
                {
                    counts.append(other)
                }
            }
            other -= 1
        }
        for count in counts where isCounted(count, in: index, counts) {
            for sum in sums {
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .quotient, clarity: .likely, first: sum, second: count),
                    onlyStated: true)
            }
        }
    }

    /// 每人每月…: how many months were paid is not told.
    private func isPerPeriod(_ index: Int32) -> Bool {
        let label = label(of: index)
        return reading.text.holds("每月", in: label) || reading.text.holds("月人均", in: label)
            || reading.text.holds("每季", in: label) || reading.text.holds("每天", in: label)
            || reading.text.holds("月均", in: label) || reading.text.holds("每日", in: label)
    }

    /// 奖励36名，每名2000元，合计72000元: the one amount behind the average.
    private func amountsBehind(_ index: Int32) -> ContiguousArray<Int32> {
        var sums: ContiguousArray<Int32> = []
        var other = index + 1
        while other < nearest(behind: index), statement(other).part == statement(index).part {
            if statement(other).role == .average { return [] }
            if statement(other).role == .level, figure(other).adds(with: figure(index)) {
                sums.append(other)
            }
            other += 1
        }
        return sums.count == 1 ? sums : []
    }

    private func isOnlyAverage(_ index: Int32) -> Bool {
        for other in max(0, index - 12)..<min(figureCount, index + 12)
        where other != index && statement(other).sentence == statement(index).sentence
            && statement(other).role == .average
        {
            return false
        }
        return true
    }

    /// 户均 divides by 户, 平均每辆 by 辆: whether `count` is the nearest level of that unit.
    private func isCounted(
        _ count: Int32, in average: Int32, _ counts: ContiguousArray<Int32>
    ) -> Bool {
        let unit = figure(count).unit
        // 培训48期，其中区级6期、乡镇级32期: the whole counts, not its parts.
        guard
            counts.first(where: {
                figure($0).unit == unit && wholes[Int($0)] < 0
                    && !statement($0).marks.contains(.ofWhich)
            }) == count
        else { return false }
        let label = label(of: average)
        if reading.text.holds("单价", in: label) { return counts.count == 1 }
        return reading.text.bytes.withUnsafeBufferPointer { bytes in
            CountUnit.isNamed(unit, in: UnsafeBufferPointer(rebasing: bytes[label]))
        }
    }

    /// 比上一个十年的0.57%低0.04个百分点.
    private mutating func findPoints(_ index: Int32) {
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
        if base == index - 1, subject == index - 2,
            statement(base).clause == statement(subject).clause,
            statement(base).clause == own.clause - 1
        {
            return (base, subject)
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
