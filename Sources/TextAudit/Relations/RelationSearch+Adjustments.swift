import Performance

/// Budgets that were changed during the year (预算调整): 年初预算 + 追加 − 追减 = 调整预算.
extension RelationSearch {
    mutating func findAdjustments() {
        for index in 0..<figureCount
        where statement(index).role == .level && statement(index).comparand != .prior {
            let name = label(of: index)
            guard
                statement(index).comparand == .budget && reading.text.holds("调整", in: name)
                    || reading.text.holds("调整后", in: name) || reading.text.holds("全年预算", in: name)
                    || reading.text.holds("变动预算", in: name)
            else { continue }
            findAdjustment(index)
        }
    }

    /// Takes the changes right before, back to a level that may be the initial budget.
    private mutating func findAdjustment(_ adjusted: Int32) {
        var changes: ContiguousArray<Int32> = []
        var other = adjusted - 1
        var candidates: ContiguousArray<Int32> = []
        while other >= 0, other >= adjusted - 12, candidates.count < 4,
            statement(other).line >= statement(adjusted).line - 1
        {
            if figure(other).adds(with: figure(adjusted)) {
                if statement(other).role == .change, statement(other).direction != 0,
                    candidates.isEmpty
                {
                    changes.append(other)
                } else if statement(other).role == .level, !changes.isEmpty {
                    if tryAdjustment(adjusted, other, changes, .guess)
                        || changes.count > 1
                            && tryAdjustment(adjusted, other, [changes[0]], .guess)
                    {
                        return
                    }
                    candidates.append(other)
                }
            }
            other -= 1
        }
        for candidate in candidates
        where
            (statement(candidate).comparand == .budget
            || holdsAny(["预算", "年初", "批准", "批复", "核定"], in: label(of: candidate)))
            && tryAdjustment(adjusted, candidate, changes, .likely)
        {
            return
        }
    }

    private mutating func tryAdjustment(
        _ adjusted: Int32, _ initial: Int32, _ changes: ContiguousArray<Int32>,
        _ clarity: Relation.Clarity
    ) -> Bool {
        var arithmetic = SumArithmetic(figure(adjusted))
        arithmetic.take(figure(initial))
        for change in changes { arithmetic.take(figure(change)) }
        let exponent = arithmetic.exponent
        var off =
            Arithmetic.steps(figure(adjusted), exponent)
            - Arithmetic.steps(figure(initial), exponent)
        for change in changes {
            off -= Int128(statement(change).direction) * Arithmetic.steps(figure(change), exponent)
        }
        let count = changes.count + 1
        let verdict = arithmetic.verdict(off, total: figure(adjusted), count: count)
        if verdict == .exact || verdict == .rounding {
            noteAdjustment(adjusted, initial, changes, verdict, isSlip: false)
            return true
        }
        guard clarity > .guess, Slip.digits(figure(adjusted)) >= 4 else { return false }
        let slack = arithmetic.slack(count: count)
        var isSlip =
            Slip.explains(figure(adjusted), by: -off, exponent: exponent, slack: slack)
            || Slip.explains(figure(initial), by: off, exponent: exponent, slack: slack)
        for change in changes {
            let delta = off * Int128(statement(change).direction)
            if Slip.explains(figure(change), by: delta, exponent: exponent, slack: slack) {
                isSlip = true
            }
        }
        guard isSlip else { return false }
        noteAdjustment(adjusted, initial, changes, .error, isSlip: true)
        return true
    }

    private mutating func noteAdjustment(
        _ adjusted: Int32, _ initial: Int32, _ changes: ContiguousArray<Int32>,
        _ verdict: FindingVerdict, isSlip: Bool
    ) {
        note(.signedSum, .likely, verdict, stated: adjusted, initial, isSlip: isSlip)
        pool.append(contentsOf: changes)
        relations[relations.count - 1].operandCount += Int32(changes.count)
    }
}
