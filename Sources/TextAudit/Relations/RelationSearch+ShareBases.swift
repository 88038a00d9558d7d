/// The whole that a share is of (占比的基数).
extension RelationSearch {
    mutating func tryBases(_ trials: inout RateTrials, _ index: Int32, _ subject: Int32) {
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
                    if overlap >= name.count || isShortened(name, of: label(of: other))
                        || namesCounted(name, other)
                    {
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
        if whole < 0, name.isEmpty, trials.isOpen, let whole = wholeOfSentenceBefore(subject) {
            attempt(
                &trials, stated: index,
                RateTrial(shape: .ratio, clarity: .likely, first: subject, second: whole))
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

    /// 基金收入96.53亿元，…。其中土地出让收入84.75亿元，占87.8%: the first level of the sentence before.
    private func wholeOfSentenceBefore(_ part: Int32) -> Int32? {
        guard statement(part).marks.contains(.ofWhich), levels(before: part, like: part).isEmpty
        else { return nil }
        var whole: Int32?
        var other = part - 1
        while other >= nearest(before: part), statement(other).line == statement(part).line,
            statement(other).sentence >= statement(part).sentence - 1
        {
            if isTotalLike(other), figure(other).adds(with: figure(part)),
                statement(other).depth == 0, statement(other).comparand == .none
            {
                whole = other
            }
            other -= 1
        }
        return whole
    }

    /// 占在校学生 of 在校（园）学生: whether all scalars of a name stand in another, in order.
    private func isShortened(_ name: Range<Int>, of other: Range<Int>) -> Bool {
        guard name.count >= 9, other.count > name.count, other.count <= 2 * name.count else {
            return false
        }
        return reading.text.bytes.withUnsafeBufferPointer { bytes in
            var place = other.lowerBound
            var index = name.lowerBound
            while index < name.upperBound, place < other.upperBound {
                let width = bytes[index] >= 0xE0 ? 3 : 1
                guard place + width <= other.upperBound else { return false }
                if (0..<width).allSatisfy({ bytes[index + $0] == bytes[place + $0] }) {
                    index += width
                    place += width
                } else {
                    place += bytes[place] >= 0xE0 ? 3 : 1
                }
            }
            return index >= name.upperBound
        }
    }

    /// 134个项目: the words right behind a count, which name what is counted.
    func counted(behind index: Int32) -> Range<Int> {
        let start = Int(figure(index).end)
        let next = Int(figure(index).token) + 1
        guard figure(index).kind == .count, next < tokenCount else { return start..<start }
        return start..<min(max(Int(token(next).start), start), start + 24)
    }

    /// 占项目总数: the name without 总数 is what a count counts.
    private func namesCounted(_ name: Range<Int>, _ index: Int32) -> Bool {
        let bare = withoutKind(name)
        guard bare.count >= 6, bare.count < name.count else { return false }
        return overlap(bare, counted(behind: index)) >= bare.count
    }

    /// Tries the levels around, the nearest first.
    mutating func tryNeighbours(
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
                        shape: .ratio,
                        clarity: isNear ? isAmong(subject, other) ? .stated : .likely : .guess,
                        first: subject,
                        second: other),
                    slipDigits: statement(subject).marks.contains(.ofWhich)
                        || isNear && isAmong(subject, other) ? 2 : 3)
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

    /// 28项指标中有6项未量化，占21.4%: words between that make the one a part of the other.
    private func isAmong(_ part: Int32, _ whole: Int32) -> Bool {
        let between = Int(figure(whole).end)..<Int(figure(part).start)
        return between.count <= 60 && holdsAny(["中有", "中，", "中,"], in: between)
    }
}
