import Performance

/// Changes of a total and of its parts (增减额合计).
extension RelationSearch {
    /// 总额多6517万元：地方多6455万元，中央少282万元，省级多344万元.
    mutating func findChangeSums() {
        let known = relations.count
        for place in 0..<known where relations[place].shape == .sum {
            let relation = relations[place]
            sumChanges(relation, of: .prior)
            sumChanges(relation, of: .budget)
            sumBases(relation)
        }
        findListedChanges()
    }

    private func change(_ level: Int32, of kind: Statement.Comparand) -> Int32 {
        kind == .prior ? priorChange[Int(level)] : budgetChange[Int(level)]
    }

    private mutating func sumChanges(_ relation: Relation, of kind: Statement.Comparand) {
        let total = change(relation.stated, of: kind)
        guard total >= 0 else { return }
        var changes: ContiguousArray<Int32> = []
        var isWhole = true
        for place in relation.firstOperand..<relation.firstOperand + relation.operandCount {
            let part = pool[Int(place)]
            let change = change(part, of: kind)
            if change >= 0 {
                changes.append(change)
            } else if !isUnchanged[Int(part)], figure(part).mantissa != 0 {
                isWhole = false
            }
        }
        guard changes.count >= 1 else { return }
        let clarity = isWhole ? Relation.Clarity.stated : changes.count == 1 ? .likely : .guess
        settleChanges(total, changes[...], clarity: clarity, weight: 3)
    }

    /// 同上年相比减少15.29万元…其中公车减少2.90万元，接待减少12.39万元: changes without their levels.
    private mutating func findListedChanges() {
        for index in 0..<figureCount where statement(index).role == .change {
            let own = statement(index)
            guard !isSummed(index) else { continue }
            var changes: ContiguousArray<Int32> = []
            var other = index + 1
            var isIntroduced = false
            while other < nearest(behind: index), changes.count < 12 {
                let next = statement(other)
                guard next.line <= own.line + 1, next.sentence <= own.sentence + 3 else { break }
                if next.role == .change, next.comparand == own.comparand,
                    figure(other).adds(with: figure(index))
                {
                    if isNested(index, other) { isIntroduced = true }
                    changes.append(other)
                }
                other += 1
            }
            guard changes.count >= 2 else { continue }
            var end = changes.count
            var isSettled = false
            while end >= 2, !isSettled {
                let verdict = verdict(index, changes[..<end])
                if verdict == .exact || verdict == .rounding {
                    settleChanges(index, changes[..<end], clarity: .guess, weight: 3)
                    isSettled = true
                }
                end -= 1
            }
            if !isSettled, !isIntroduced, let run = changeRun(after: index) {
                settleChanges(index, run[...], clarity: .likely, weight: 4)
                continue
            }
            if !isSettled, isIntroduced {
                let nested = changes.prefix { isNested(index, $0) }
                if let last = nested.last, holdsLevel(from: index, to: last) {
                    if settleMixed(index) { continue }
                }
                if nested.count >= 2, let last = nested.last {
                    let isPure = !holdsLevel(from: index, to: last)
                    settleChanges(
                        index, nested, clarity: isPure ? .stated : .likely,
                        weight: isPure ? 2 : 4)
                }
            }
        }
    }

    /// 增加24960万元，其中：新增债券12600万元，补助增加9815万元: not only changes are listed.
    private func holdsLevel(from first: Int32, to last: Int32) -> Bool {
        for index in first + 1..<last
        where statement(index).role == .level && figure(index).adds(with: figure(first))
            && statement(index).comparand == .none && !isFollowedByChange(index)
        { return true }
        return false
    }

    /// 增加24960万元，其中：新增债券12600万元，补助增加9815万元，其他2545万元: up to the semicolon.
    private mutating func settleMixed(_ total: Int32) -> Bool {
        let next = Int(figure(total).token) + 2
        guard next < tokenCount, token(next).word == .ofWhich || token(next).word == .parts,
            statement(total).direction != 0
        else { return false }
        parts.start(total, figure(total))
        var index = total + 1
        while index < nearest(behind: total), statement(index).part == statement(total).part {
            let own = statement(index)
            if own.depth == statement(total).depth, figure(index).adds(with: figure(total)),
                own.role == .level || own.role == .change
            {
                guard own.role == .level || own.direction == statement(total).direction else {
                    return false
                }
                parts.add(index, figure(index), opensGroup: false, isNested: false)
            }
            index += 1
        }
        return parts.count >= 2 && settle(total, .likely, weight: 4)
    }

    /// 公车10万元，增加2.9万元: the change names nothing of its own.
    private func isFollowedByChange(_ level: Int32) -> Bool {
        let next = level + 1
        return next < figureCount && statement(next).role == .change
            && subjectName(of: next).isEmpty
    }

    /// The changes that fill the next sentence, in one run: 人员经费增加…、公用经费减少…、项目支出增加….
    private func changeRun(after index: Int32) -> ContiguousArray<Int32>? {
        var run: ContiguousArray<Int32> = []
        var other = index + 1
        while other < nearest(behind: index),
            statement(other).sentence <= statement(index).sentence + 1
        {
            if statement(other).sentence == statement(index).sentence + 1 {
                guard statement(other).role == .change, figure(other).adds(with: figure(index))
                else {
                    break
                }
                run.append(other)
            }
            other += 1
        }
        return run.count >= 2 ? run : nil
    }

    /// 累计431万元，上年433万元：公车251万元，上年285万元；接待124万元，上年148万元.
    private mutating func sumBases(_ relation: Relation) {
        guard let total = base(of: relation.stated) else { return }
        var bases: ContiguousArray<Int32> = []
        for place in relation.firstOperand..<relation.firstOperand + relation.operandCount {
            if let base = base(of: pool[Int(place)]) { bases.append(base) }
        }
        guard bases.count >= 2 else { return }
        parts.start(total, figure(total))
        for base in bases { parts.add(base, figure(base), opensGroup: false, isNested: false) }
        _ = settle(total, .likely, weight: 3)
    }

    /// The level of last year that is told right behind a level.
    private func base(of level: Int32) -> Int32? {
        let next = level + 1
        guard next < figureCount, statement(next).role == .level,
            statement(next).comparand == .prior,
            statement(next).part == statement(level).part, figure(next).adds(with: figure(level))
        else { return nil }
        return next
    }

    private func isSummed(_ index: Int32) -> Bool {
        isChangeSum[Int(index)]
    }

    /// Whether a 其中 stands between two changes of neighbouring sentences.
    private func isNested(_ first: Int32, _ second: Int32) -> Bool {
        guard statement(second).sentence <= statement(first).sentence + 1 else { return false }
        var place = Int(figure(first).token)
        let end = min(Int(figure(second).token), tokenEnd(behind: place))
        while place < end {
            if token(place).word == .ofWhich || token(place).kind == .colon { return true }
            place += 1
        }
        return false
    }

    // MARK: Signed sums

    private func steps(_ index: Int32, _ exponent: Int) -> Int128 {
        let value = Arithmetic.steps(figure(index), exponent)
        return statement(index).direction < 0 ? -value : value
    }

    private func verdict(_ total: Int32, _ changes: ContiguousArray<Int32>.SubSequence)
        -> FindingVerdict
    {
        var arithmetic = SumArithmetic(figure(total))
        for change in changes { arithmetic.take(figure(change)) }
        return arithmetic.verdict(
            missing(total, changes, arithmetic.exponent), total: figure(total),
            count: changes.count)
    }

    /// Total minus the sum of the changes, in steps.
    private func missing(
        _ total: Int32, _ changes: ContiguousArray<Int32>.SubSequence, _ exponent: Int
    ) -> Int128 {
        var rest = steps(total, exponent)
        for change in changes { rest -= steps(change, exponent) }
        return rest
    }

    private mutating func settleChanges(
        _ total: Int32, _ changes: ContiguousArray<Int32>.SubSequence, clarity: Relation.Clarity,
        weight: Int
    ) {
        guard statement(total).direction != 0 else { return }
        for change in changes where statement(change).direction == 0 { return }
        let verdict = verdict(total, changes)
        let isSlip = verdict == .error && isChangeSlip(total, changes, weight: weight)
        guard verdict != .error || clarity >= .stated || clarity == .likely && isSlip else {
            return
        }
        isChangeSum[Int(total)] = true
        let start = Int32(pool.count)
        pool.append(contentsOf: changes)
        relations.append(
            Relation(
                shape: .signedSum, clarity: clarity, verdict: verdict, stated: total,
                firstOperand: start, operandCount: Int32(changes.count), isSlip: isSlip))
    }

    private func isChangeSlip(
        _ total: Int32, _ changes: ContiguousArray<Int32>.SubSequence, weight: Int
    ) -> Bool {
        var arithmetic = SumArithmetic(figure(total))
        for change in changes { arithmetic.take(figure(change)) }
        let off = missing(total, changes, arithmetic.exponent)
        let slack = arithmetic.slack(count: changes.count)
        let sign = Int128(statement(total).direction)
        if Slip.digits(figure(total)) >= weight,
            Slip.explains(
                figure(total), by: -off * sign, exponent: arithmetic.exponent, slack: slack)
        {
            return true
        }
        for change in changes {
            let sign = Int128(statement(change).direction)
            if Slip.digits(figure(change)) >= weight,
                Slip.explains(
                    figure(change), by: off * sign, exponent: arithmetic.exponent, slack: slack)
            {
                return true
            }
        }
        return false
    }
}
