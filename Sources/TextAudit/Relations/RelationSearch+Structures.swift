import Performance

/// Ratios of parts that make up a hundred (构成比): 三次产业结构调整为7.4∶42.1∶50.5.
extension RelationSearch {
    mutating func findStructures() {
        var first = Int32(0)
        while first + 1 < figureCount {
            var last = first
            while last + 1 < figureCount, last - first < 6, isJoinedByColon(last, last + 1) {
                last += 1
            }
            if last - first >= 2 { settleStructure(first, last) } else { settleProportion(first) }
            first = max(last, first + 1)
        }
    }

    /// 人员55316.20万元，公用4426.67万元，两者之比约为12.5∶1; 医师1587人、护士1825人，医护比1∶1.15.
    private mutating func settleProportion(_ first: Int32) {
        let second = first + 1
        let isInverse = isOne(first)
        guard isInverse != isOne(second), isProportion(first) else { return }
        let stated = isInverse ? second : first
        guard Slip.digits(figure(stated)) >= 2, figure(stated).decimals > 0 else { return }
        let before = levelsBeside(first)
        guard before.count == 2 else { return }
        let (one, other) = (before[1], before[0])
        for (top, bottom) in [(one, other), (other, one)] {
            let trial = RateTrial(shape: .quotient, clarity: .likely, first: top, second: bottom)
            if verdict(stated, trial) != .error {
                note(.quotient, .likely, .exact, stated: stated, top, bottom)
                return
            }
        }
        let trial = RateTrial(
            shape: .quotient, clarity: .likely, first: isInverse ? other : one,
            second: isInverse ? one : other)
        // 约 leaves a proportion as exact as its digits.
        guard !isVague(one), !isVague(other),
            isSlip(stated, trial, digits: 2, onlyStated: false)
        else { return }
        note(
            .quotient, .likely, .error, stated: stated, trial.first, trial.second, isSlip: true)
    }

    private func isOne(_ index: Int32) -> Bool {
        figure(index).mantissa == 1 && figure(index).decimals == 0
    }

    private func isProportion(_ index: Int32) -> Bool {
        // A trimmed label has lost its last 比.
        let name = Int(statement(index).labelStart)..<Int(statement(index).labelEnd)
        return reading.text.holds("比", in: name) && isColon(index, index + 1)
    }

    private func isColon(_ first: Int32, _ second: Int32) -> Bool {
        let gap = Int(figure(first).end)..<max(Int(figure(second).start), Int(figure(first).end))
        return gap.count <= 5
            && (reading.text.holds("∶", in: gap) || reading.text.holds("：", in: gap)
                || reading.text.holds(":", in: gap))
    }

    /// The levels of one unit that the sentence tells right before.
    private func levelsBeside(_ index: Int32) -> ContiguousArray<Int32> {
        var found: ContiguousArray<Int32> = []
        var other = index - 1
        while other >= nearest(before: index), index - other <= 4, found.count < 2,
            statement(other).sentence == statement(index).sentence
        {
            if isTotalLike(other), found.isEmpty || figure(other).adds(with: figure(found[0])) {
                found.append(other)
            }
            other -= 1
        }
        return found
    }

    private func isJoinedByColon(_ first: Int32, _ second: Int32) -> Bool {
        guard figure(first).kind == .number, figure(second).kind == .number,
            figure(first).decimals > 0, figure(second).decimals == figure(first).decimals
        else { return false }
        return isColon(first, second)
    }

    /// The terms are shares of a hundred, each of the part told before in the same order.
    private mutating func settleStructure(_ first: Int32, _ last: Int32) {
        let count = last - first + 1
        let exponent = figure(first).exponent
        guard exponent < 0, exponent >= -4 else { return }
        var off = 100 * Arithmetic.power(-exponent)
        for index in first...last { off -= counted(index, exponent) }
        guard 10 * Arithmetic.magnitude(off) <= 200 * Arithmetic.power(-exponent) else { return }
        let slack = Int128(count)
        if 2 * Arithmetic.magnitude(off) > slack {
            for index in first...last
            where Slip.explains(figure(index), by: off, exponent: exponent, slack: slack / 2) {
                let start = Int32(pool.count)
                for other in first + 1...last { pool.append(other) }
                relations.append(
                    Relation(
                        shape: .remainder, clarity: .likely, verdict: .error, stated: first,
                        firstOperand: start, operandCount: count - 1, isSlip: true))
                return
            }
        }
    }
}
