/// Shares of a whole (占比): whose share a percentage is.
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
        if !tentative.isEmpty {
            let totals = totals
            for index in tentative { reconsider(index, totals) }
        }
        tentative.removeAll(keepingCapacity: true)
    }

    mutating func findShare(_ index: Int32, usingSiblings: Bool) {
        let statement = statement(index)
        guard namedQuotient(index) == nil else { return }
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
    func shortNamed(_ name: Range<Int>, before index: Int32, like: Int32) -> Int32 {
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

    func subjectOfShare(before index: Int32) -> Int32 {
        let other = index - 1
        guard other >= 0, statement(other).role == .share,
            statement(other).sentence == statement(index).sentence
        else { return -1 }
        return statement(other).subject
    }

    func namedAmount(_ name: Range<Int>, before index: Int32) -> Int32 {
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

    func overlapsAll(_ name: Range<Int>, _ other: Range<Int>) -> Bool {
        guard name.count == other.count else { return false }
        for step in 0..<name.count
        where reading.text.bytes[name.lowerBound + step]
            != reading.text.bytes[other.lowerBound + step]
        {
            return false
        }
        return true
    }

    mutating func finishShare(_ trials: RateTrials, _ index: Int32, isLast: Bool) {
        if trials.holds, let last = relations.last {
            bases[Int(index)] = pool[Int(last.firstOperand) + 1]
        } else if isLast {
            settle(trials, stated: index)
        }
    }
}
