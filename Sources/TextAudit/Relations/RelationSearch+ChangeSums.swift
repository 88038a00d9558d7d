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

    func change(_ level: Int32, of kind: Statement.Comparand) -> Int32 {
        kind == .prior ? priorChange[Int(level)] : budgetChange[Int(level)]
    }

    mutating func sumChanges(_ relation: Relation, of kind: Statement.Comparand) {
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

    /// 累计431万元，上年433万元：公车251万元，上年285万元；接待124万元，上年148万元.
    mutating func sumBases(_ relation: Relation) {
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
    func base(of level: Int32) -> Int32? {
        let next = level + 1
        guard next < figureCount, statement(next).role == .level,
            statement(next).comparand == .prior,
            statement(next).part == statement(level).part, figure(next).adds(with: figure(level))
        else { return nil }
        return next
    }

    func steps(_ index: Int32, _ exponent: Int) -> Int128 {
        let value = Arithmetic.steps(figure(index), exponent)
        return statement(index).direction < 0 ? -value : value
    }

    func verdict(_ total: Int32, _ changes: ContiguousArray<Int32>.SubSequence)
        -> FindingVerdict
    {
        var arithmetic = SumArithmetic(figure(total))
        for change in changes { arithmetic.take(figure(change)) }
        return arithmetic.verdict(
            missing(total, changes, arithmetic.exponent), total: figure(total),
            count: changes.count)
    }

    /// Total minus the sum of the changes, in steps.
    func missing(
        _ total: Int32, _ changes: ContiguousArray<Int32>.SubSequence, _ exponent: Int
    ) -> Int128 {
        var rest = steps(total, exponent)
        for change in changes { rest -= steps(change, exponent) }
        return rest
    }

    mutating func settleChanges(
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

    func isChangeSlip(
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
