import Performance

/// Changes of the parts of an unchanged total (此增彼减): what one part gains another loses.
extension RelationSearch {
    /// 520万元，和上年一样多：出国170万元，多170万元；运行费少170万元.
    mutating func findOffsets() {
        let known = relations.count
        for place in 0..<known where relations[place].shape == .sum {
            let relation = relations[place]
            guard isUnchanged[Int(relation.stated)], relation.verdict != .error,
                relation.operandCount >= 2,
                priorChange[Int(relation.stated)] < 0
            else { continue }
            let last = operand(relation, relation.operandCount - 1)
            findOffset(from: relation.stated, to: last)
        }
    }

    private mutating func findOffset(from total: Int32, to last: Int32) {
        var changes: ContiguousArray<Int32> = []
        var index = total + 1
        while index < nearest(behind: total), statement(index).sentence <= statement(last).sentence
        {
            if statement(index).role == .change {
                guard figure(index).adds(with: figure(total)),
                    statement(index).comparand != .budget
                else { return }
                changes.append(index)
            }
            index += 1
        }
        guard changes.count == 2,
            statement(changes[0]).direction * statement(changes[1]).direction == -1
        else { return }
        _ = noteTwice(changes[0], changes[1], digits: 2)
    }

    /// Notes two figures as one fact told twice, where they are equal or one slip apart.
    mutating func noteTwice(_ first: Int32, _ second: Int32, digits: Int) -> Bool {
        let (a, b) = (figure(first), figure(second))
        let exponent = min(a.exponent, b.exponent)
        let delta = Arithmetic.steps(b, exponent) - Arithmetic.steps(a, exponent)
        // 184.637万元 is told as 184.64万元.
        let half = Arithmetic.power(min(max(a.exponent, b.exponent) - exponent, 18)) / 2
        if Arithmetic.magnitude(delta) <= half {
            note(.repeat, .likely, delta == 0 ? .exact : .rounding, stated: second, first)
            return true
        }
        guard min(Slip.digits(a), Slip.digits(b)) >= digits,
            Slip.explains(a, by: delta, exponent: exponent, slack: half)
                || Slip.explains(b, by: -delta, exponent: exponent, slack: half)
        else { return false }
        note(.repeat, .likely, .error, stated: second, first, isSlip: true)
        return true
    }
}
