import Performance

/// Budgets that were changed during the year (预算调整): 年初预算 + 追加 − 追减 = 调整预算.
extension RelationSearch {
    mutating func findAdjustments() {
        for index in 0..<figureCount
        where statement(index).role == .level && statement(index).comparand == .budget {
            let name = label(of: index)
            guard reading.text.holds("调整", in: name) || reading.text.holds("全年预算", in: name)
                || reading.text.holds("变动预算", in: name)
            else { continue }
            findAdjustment(index)
        }
    }

    private mutating func findAdjustment(_ adjusted: Int32) {
        var change = Int32(-1)
        var other = adjusted - 1
        while other >= 0, other >= adjusted - 10, statement(other).line >= statement(adjusted).line - 1 {
            if change < 0 {
                if statement(other).role == .change, statement(other).direction != 0,
                    figure(other).adds(with: figure(adjusted))
                {
                    change = other
                }
            } else if statement(other).role == .level, figure(other).adds(with: figure(adjusted)) {
                if tryAdjustment(adjusted, other, change, .guess) { return }
            }
            other -= 1
        }
        guard change >= 0 else { return }
        other = change - 1
        while other >= 0, other >= adjusted - 10 {
            if statement(other).role == .level, statement(other).comparand == .budget,
                figure(other).adds(with: figure(adjusted)),
                tryAdjustment(adjusted, other, change, .likely)
            {
                return
            }
            other -= 1
        }
    }

    private mutating func tryAdjustment(
        _ adjusted: Int32, _ initial: Int32, _ change: Int32, _ clarity: Relation.Clarity
    ) -> Bool {
        var arithmetic = SumArithmetic(figure(adjusted))
        arithmetic.take(figure(initial))
        arithmetic.take(figure(change))
        let exponent = arithmetic.exponent
        let sign = Int128(statement(change).direction)
        let off = Arithmetic.steps(figure(adjusted), exponent)
            - Arithmetic.steps(figure(initial), exponent)
            - sign * Arithmetic.steps(figure(change), exponent)
        let verdict = arithmetic.verdict(off, total: figure(adjusted), count: 2)
        if verdict == .exact || verdict == .rounding {
            note(.sum, .likely, verdict, stated: adjusted, initial, change, direction: statement(change).direction)
            return true
        }
        guard clarity > .guess, Slip.digits(figure(adjusted)) >= 4 else { return false }
        let slack = arithmetic.slack(count: 2)
        let isSlip =
            Slip.explains(figure(adjusted), by: -off, exponent: exponent, slack: slack)
            || Slip.explains(figure(initial), by: off, exponent: exponent, slack: slack)
            || Slip.explains(figure(change), by: off * sign, exponent: exponent, slack: slack)
        guard isSlip else { return false }
        note(
            .sum, .likely, .error, stated: adjusted, initial, change,
            direction: statement(change).direction, isSlip: true)
        return true
    }
}
