/// What a growth or a change is against (增长的基数).
extension RelationSearch {
    /// 与2022年的24.90亿元比较，规模扩大7.75%: the base right before, in a sentence without a level.
    func baseRightBefore(_ index: Int32) -> Int32? {
        let base = index - 1
        guard base >= 0, statement(base).role == .level, statement(base).comparand == .prior,
            statement(base).part == statement(index).part
        else { return nil }
        return base
    }

    /// 增长5.1%（上年11.96万头）, 增长9.73%，上年提取额为18.92亿元: the base in a bracket right behind the
    /// growth, or alone in the next clause.
    func baseBehindGrowth(_ index: Int32, of subject: Int32) -> Int32? {
        let own = statement(index)
        var base = index + 1
        while base < min(index + 5, figureCount), statement(base).sentence == own.sentence {
            let other = statement(base)
            if other.role == .level {
                let isInBracket = other.depth > own.depth && self.isInBracket(base, behind: index)
                if other.comparand == .prior, figure(base).adds(with: figure(subject)),
                    isInBracket
                        || other.depth == own.depth && other.part == own.part
                            && other.clause == own.clause + 1
                            && subjectName(of: index).count < 6 && isAloneInClause(base)
                {
                    return base
                }
                guard isInBracket else { return nil }
            } else if other.depth == own.depth, figure(base).kind != .year {
                return nil
            }
            base += 1
        }
        return nil
    }

    /// Whether the bracket that opens right behind a figure holds another.
    private func isInBracket(_ index: Int32, behind owner: Int32) -> Bool {
        let place = Int(figure(owner).token) + 1
        return place < tokenCount && token(place).kind == .open
            && statement(index).depth == statement(owner).depth + 1
            && figure(index).start - figure(owner).end < 200
    }

    /// Whether the figure is the last of its clause, and what it stands behind has no rate of its own.
    private func isAloneInClause(_ index: Int32) -> Bool {
        let next = Int(figure(index).token) + 1
        guard next >= tokenCount || token(next).endsClause else { return false }
        let other = index + 1
        return other >= figureCount || statement(other).part != statement(index).part
            || statement(other).clause > statement(index).clause + 1
            || statement(other).role != .growth && statement(other).role != .change
    }

    mutating func tryLevelsOfLine(
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
    mutating func tryLevelBehind(
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
    func isAloneInBracket(_ index: Int32) -> Bool {
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
    func isOwned(_ base: Int32) -> Bool {
        var other = base - 1
        while other >= nearest(before: base), statement(other).sentence == statement(base).sentence
        {
            if statement(other).role == .level { return statement(other).comparand == .none }
            other -= 1
        }
        return false
    }
}
