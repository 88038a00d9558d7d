import Performance

/// Which other number in one place would make a relation hold (笔误的还原).
extension RelationSearch {
    /// The numbers that may have been meant for `index`: in its own decimals, or with its point moved.
    func repairs(of index: Int32, in relation: Relation) -> [Replacement] {
        var found = mantissas(of: index, in: relation).map {
            Replacement(figure: index, mantissa: $0)
        }
        let own = figure(index)
        guard own.mantissa >= 10, own.decimals < 12 else { return found }
        for decimals in [own.decimals + 1, own.decimals &- 1] where decimals <= 12 {
            let moved = Replacement(figure: index, mantissa: own.mantissa, decimals: decimals)
            if holds(relation, moved) { found.append(moved) }
        }
        return found
    }

    private func mantissas(of index: Int32, in relation: Relation) -> [Int64] {
        guard let result = compute(relation) else { return [] }
        let own = figure(index)
        if index == relation.stated {
            return mantissa(result.computed, result.exponent, own).map { [$0] } ?? []
        }
        switch relation.shape {
        case .sum, .signedSum, .difference, .repeat:
            return linearRepair(of: index, in: relation, result).map { [$0] } ?? []
        default: return slips(of: index, in: relation)
        }
    }

    private func linearRepair(
        of index: Int32, in relation: Relation, _ result: Computation
    ) -> Int64? {
        var place = Int32(0)
        while place < relation.operandCount, operand(relation, place) != index { place += 1 }
        guard place < relation.operandCount else { return nil }
        var sign = sign(relation, place)
        if relation.shape == .difference, isReversed(relation, result.exponent) { sign = -sign }
        let steps = Arithmetic.steps(figure(index), result.exponent)
        return mantissa(
            steps + sign * (result.stated - result.computed), result.exponent, figure(index))
    }

    /// Whether the second figure of a difference is the greater one.
    private func isReversed(_ relation: Relation, _ exponent: Int) -> Bool {
        var sum = Int128(0)
        for place in 0..<relation.operandCount {
            sum +=
                sign(relation, place)
                * Arithmetic.steps(figure(operand(relation, place)), exponent)
        }
        return sum < 0
    }

    /// The steps as a number with the figure's own decimals; nil where it needs more.
    private func mantissa(_ steps: Int128, _ exponent: Int, _ figure: Figure) -> Int64? {
        let shift = figure.exponent - exponent
        guard steps > 0, shift >= 0, shift <= 20 else { return nil }
        let unit = Arithmetic.power(shift)
        guard steps % unit == 0 else { return nil }
        return Int64(exactly: steps / unit)
    }

    /// Every one-digit change, swap and shift of a figure that makes the relation hold.
    private func slips(of index: Int32, in relation: Relation) -> [Int64] {
        let value = figure(index).mantissa
        let count = Slip.digits(figure(index))
        guard count >= 2, count <= 16 else { return [] }
        var found: [Int64] = []
        func attempt(_ changed: Int64) {
            guard changed > 0, changed != value, found.count < 12,
                holds(relation, Replacement(figure: index, mantissa: changed))
            else { return }
            found.append(changed)
        }
        var unit: Int64 = 1
        for place in 0..<count {
            let digit = value / unit % 10
            for other in Int64(0)...9 where other != digit {
                attempt(value + (other - digit) * unit)
            }
            if place + 1 < count {
                let next = value / unit / 10 % 10
                attempt(value + (next - digit) * unit - (next - digit) * unit * 10)
            }
            unit *= 10
        }
        return found
    }

    /// Whether one wrong digit, two swapped ones or a moved point separate the two numbers.
    func isSlip(_ repair: Replacement) -> Bool {
        guard repair.decimals == nil else { return true }
        var own = figure(repair.figure)
        own.marks.remove(.negative)
        return repair.mantissa != own.mantissa
            && Slip.explains(own, becoming: Int128(repair.mantissa))
    }
}
