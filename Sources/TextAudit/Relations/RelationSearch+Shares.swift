import Performance

/// Shares of a whole (占比).
extension RelationSearch {
    mutating func findShares() {
        for index in 0..<figureCount
        where statement(index).role == .share || statement(index).role == .rate {
            findShare(index, usingSiblings: false)
        }
        for index in 0..<figureCount where statement(index).role == .share && bases[Int(index)] < 0
        {
            findShare(index, usingSiblings: true)
        }
        for index in tentative { reconsider(index) }
        tentative.removeAll(keepingCapacity: true)
    }

    private mutating func findShare(_ index: Int32, usingSiblings: Bool) {
        let statement = statement(index)
        if statement.role == .share, isOneOfRun(index) { return }
        var trials = RateTrials()
        var isTentative = false
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
            guard named >= 0 else {
                tryNearName(&trials, index, own)
                return
            }
            subject = named
        }
        if subject < 0 {
            // 支出占到位资金90.99%, in a sentence without levels; a second share goes on about the first's.
            subject = own.isEmpty ? subjectOfShare(before: index) : namedAmount(own, before: index)
        }
        if subject < 0, !own.isEmpty { return tryNearName(&trials, index, own) }
        reading.statements[Int(index)].subject = subject
        guard subject >= 0, self.statement(subject).role == .level else { return }
        tryBases(&trials, index, subject)
        if !usingSiblings, trials.isOpen {
            tryNeighbours(&trials, index, subject)
            isTentative = trials.holds
        }
        if usingSiblings, trials.isOpen {
            trySiblings(&trials, index, subject)
            if trials.failed.isEmpty { tryNeighbours(&trials, index, subject) }
            if statement.comparand == .budget { tryAllBudgets(&trials, index, subject) }
            if trials.isOpen, trials.failed.isEmpty {
                tryAnyBase(&trials, index, subject)
            }
        }
        finishShare(trials, index, isLast: usingSiblings)
        if isTentative, isLeftToSiblings(index) { tentative.append(index) }
    }

    /// The nearest level of the line whose label begins with `name`, or holds it; −1 for none.
    private func shortNamed(_ name: Range<Int>, before index: Int32, like: Int32) -> Int32 {
        if name.count >= 6 {
            return namedLevel(name, before: index, like: like, without: .bareBudget)
        }
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

    /// 税收比重62.57% of 税务部门征收21334万元: the first scalar names the part, the digits tell the whole.
    private mutating func tryNearName(
        _ trials: inout RateTrials, _ index: Int32, _ name: Range<Int>
    ) {
        guard name.count >= 3, Slip.digits(figure(index)) >= 4,
            statement(index).comparand == .none
        else { return }
        let head = name.lowerBound..<name.lowerBound + 3
        var subject = index - 1
        while subject >= nearest(before: index),
            statement(subject).line == statement(index).line
        {
            let label = label(of: subject)
            if isTotalLike(subject), label.count >= 3,
                overlapsAll(head, label.lowerBound..<label.lowerBound + 3)
            {
                tryLargerLevels(&trials, index, subject)
                break
            }
            subject -= 1
        }
        settle(trials, stated: index)
    }

    private mutating func tryLargerLevels(
        _ trials: inout RateTrials, _ index: Int32, _ subject: Int32
    ) {
        var other = index - 1
        while other >= nearest(before: index), trials.isOpen,
            statement(other).line == statement(index).line
        {
            if other != subject, isTotalLike(other), figure(other).adds(with: figure(subject)),
                statement(other).comparand == .none
            {
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .ratio, clarity: .likely, first: subject, second: other),
                    slipDigits: 4, onlyStated: true)
            }
            other -= 1
        }
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
        if name.isEmpty, isWholly(subject, index) {
            attempt(
                &trials, stated: index,
                RateTrial(shape: .ratio, clarity: .stated, first: subject, second: subject),
                slipDigits: 2)
        }
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
                    } else if overlap >= 6, onlyLevel(before: subject) == other,
                        self.overlap(withoutKind(name), label(of: other)) >= 6
                    {
                        // 抽查28家，发现19家…，占抽查数的67.9%.
                        attempt(
                            &trials, stated: index,
                            RateTrial(
                                shape: .ratio, clarity: .likely, first: subject, second: other),
                            slipDigits: 2)
                    } else if overlap >= 6, count <= 8,
                        3 * overlap >= 2 * name.count || Slip.digits(figure(index)) >= 4
                    {
                        // 占全年支出 of 实际支出: the same word under another name.
                        attempt(
                            &trials, stated: index,
                            RateTrial(
                                shape: .ratio, clarity: .likely, first: subject, second: other),
                            onlyStated: overlap < 12)
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
                    first: subject, second: whole), slipDigits: name.count < 6 ? 2 : 3)
            let above = wholes[Int(whole)]
            if above >= 0 {
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .ratio, clarity: .guess, first: subject, second: above))
            }
        }
    }

    /// A percentage of three digits agrees with some pair or other: the shares beside it tell more.
    private func isLeftToSiblings(_ index: Int32) -> Bool {
        Slip.digits(figure(index)) <= 3 && nameAfterWord(of: index).isEmpty
            && statement(index).comparand != .budget
    }

    /// 占14.8%, where another pair agrees by chance: the shares beside it are of one whole.
    private mutating func reconsider(_ index: Int32) {
        let (base, subject) = (bases[Int(index)], statement(index).subject)
        guard base >= 0, subject >= 0, base > subject || base < subject - 1,
            base != wholes[Int(subject)], !isWhole(base)
        else {
            return
        }
        var whole = Int32(-1)
        for step in [Int32(-1), 1] {
            guard let other = shareBeside(index, step) else { continue }
            guard whole < 0 || whole == other else { return }
            whole = other
        }
        guard whole >= 0, whole != base, whole != subject,
            figure(whole).adds(with: figure(subject))
        else { return }
        var trials = RateTrials()
        attempt(
            &trials, stated: index,
            RateTrial(shape: .ratio, clarity: .likely, first: subject, second: whole))
        guard let (best, isSlip) = best(of: trials, stated: index), isSlip else { return }
        note(best.shape, .likely, .error, stated: index, best.first, best.second, isSlip: true)
    }

    /// The whole of the next share of the sentence, or of the line beside.
    private func shareBeside(_ index: Int32, _ step: Int32) -> Int32? {
        var other = index + step
        while other >= 0, other < figureCount, abs(other - index) <= 12,
            abs(statement(other).line - statement(index).line) <= 1
        {
            if statement(other).role == .share, bases[Int(other)] >= 0,
                Slip.digits(figure(other)) >= 3
            {
                return bases[Int(other)]
            }
            other += step
        }
        return nil
    }

    /// Whether a level is the total of some list.
    private func isWhole(_ level: Int32) -> Bool {
        relations.contains { $0.shape == .sum && $0.stated == level }
    }

    /// Tries the levels around, the nearest first.
    private mutating func tryNeighbours(
        _ trials: inout RateTrials, _ index: Int32, _ subject: Int32
    ) {
        let whole = wholes[Int(subject)]
        let name = nameAfterWord(of: index)
        let isOfBudget = statement(index).comparand == .budget
        // Two digits of a percentage match some pair or other; a whole that is known is enough.
        if whole >= 0, !isOfBudget, name.count < 6, Slip.digits(figure(index)) < 3 { return }
        var other = subject - 1
        var count = 0
        while other >= farthest(before: subject), count < 12, trials.isOpen {
            if statement(other).role == .level, figure(other).adds(with: figure(subject)) {
                if statement(other).depth <= statement(subject).depth { count += 1 }
                // 支出483亿元，民生411.6亿元，占85.2%: the level right before is the likeliest whole.
                let isNear =
                    count == 1 && statement(other).depth <= statement(subject).depth
                    && name.isEmpty && !isOfBudget
                    && statement(other).sentence == statement(subject).sentence
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .ratio, clarity: isNear ? .likely : .guess, first: subject,
                        second: other),
                    slipDigits: statement(subject).marks.contains(.ofWhich) ? 2 : 3)
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
        if name.count >= 12, trials.isOpen { tryTotalsBehind(&trials, index, subject, name) }
    }

    /// 同类支出 without 支出: what the name says beyond the kind of the figure.
    func withoutKind(_ name: Range<Int>) -> Range<Int> {
        let tail = max(name.lowerBound, name.upperBound - 6)..<name.upperBound
        let isKind = holdsAny(["支出", "收入", "资金", "经费", "金额", "总额", "总数"], in: tail)
        return isKind ? name.lowerBound..<tail.lowerBound : name
    }

    /// 405.43万元全部用于群众体育，占100%: all of it is meant.
    private func isWholly(_ subject: Int32, _ index: Int32) -> Bool {
        guard subject == index - 1, statement(subject).part == statement(index).part else {
            return false
        }
        // The label itself reaches back over a figure that stands in a bracket.
        let start = Int(figure(subject).end)
        let between = start..<max(Int(statement(index).labelStart), start)
        return between.count <= 90 && holdsAny(["全部", "全额"], in: between)
    }

    /// 占基本支出预算6.45%…基本支出合计1133753.33元: the whole is told behind its parts.
    private mutating func tryTotalsBehind(
        _ trials: inout RateTrials, _ index: Int32, _ subject: Int32, _ name: Range<Int>
    ) {
        var other = subject + 1
        while other < nearest(behind: subject), other < subject + 24, trials.isOpen {
            if isTotalLike(other), figure(other).adds(with: figure(subject)),
                statement(other).marks.contains(.total), overlap(name, label(of: other)) >= 12
            {
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .ratio, clarity: .likely, first: subject, second: other),
                    onlyStated: true)
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
                    first: subject, second: base), slipDigits: isAgreed ? 2 : 3)
        }
    }
}
