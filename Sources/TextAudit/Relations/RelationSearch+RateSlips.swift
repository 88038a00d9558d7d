import Performance

/// Which slip of the pen makes a reading hold (比率笔误).
extension RelationSearch {
    /// Whether one slip in one of the figures makes the reading hold.
    func isSlip(
        _ stated: Int32, _ trial: RateTrial, digits: Int, onlyStated: Bool
    ) -> Bool {
        let target = figure(stated)
        if trial.shape == .difference { return isDifferenceSlip(stated, trial, digits: digits) }
        guard Slip.digits(target) >= digits else { return false }
        guard let ratio = ratio(stated, trial, changing: -1, to: 0),
            let computed = ratio.rounded(decimals: Int(target.decimals))
        else { return !onlyStated && isOperandSlip(stated, trial, trial.first) }
        if Slip.explains(
            target, by: computed - Int128(target.mantissa), exponent: target.exponent, slack: 0)
        {
            return true
        }
        if hasMovedPoint(target, ratio) { return true }
        // Many texts cut percentages off instead of rounding them.
        if Slip.explains(
            target, by: computed - 1 - Int128(target.mantissa), exponent: target.exponent, slack: 0),
            ratio.isTruncated(to: computed - 1, decimals: Int(target.decimals))
        {
            return true
        }
        guard !onlyStated else { return false }
        return isOperandSlip(stated, trial, trial.first)
            || isOperandSlip(stated, trial, trial.second)
    }

    /// 7.989% for 79.89%: with one decimal less the figure would be right.
    private func hasMovedPoint(_ target: Figure, _ ratio: RatioArithmetic) -> Bool {
        guard target.decimals > 0, target.mantissa >= 10 else { return false }
        var moved = target
        moved.decimals -= 1
        return ratio.verdict(moved) == .exact || ratio.verdict(moved) == .rounding
    }

    func isDifferenceSlip(_ stated: Int32, _ trial: RateTrial, digits: Int) -> Bool {
        let figures = (figure(stated), figure(trial.first), figure(trial.second))
        guard Slip.digits(figures.0) >= digits else { return false }
        var sum = SumArithmetic(figures.0)
        sum.take(figures.1)
        sum.take(figures.2)
        let off = differenceSteps(figures, sum.exponent)
        let slack = sum.slack(count: 2)
        let isAbove =
            Arithmetic.steps(figures.1, sum.exponent) >= Arithmetic.steps(figures.2, sum.exponent)
        // A slip may turn them round: 预算20.46亿元 of 28.46, 实际26.83亿元, 节约1.63亿元.
        let turned = -2 * Arithmetic.magnitude(Arithmetic.steps(figures.0, sum.exponent)) + off
        return Slip.explains(figures.0, by: -off, exponent: sum.exponent, slack: slack)
            || Slip.explains(
                figures.1, by: isAbove ? turned : -turned, exponent: sum.exponent, slack: slack)
            || Slip.explains(
                figures.2, by: isAbove ? -turned : turned, exponent: sum.exponent, slack: slack)
            || Slip.explains(
                figures.1, by: isAbove ? off : -off, exponent: sum.exponent, slack: slack)
            || Slip.explains(
                figures.2, by: isAbove ? -off : off, exponent: sum.exponent, slack: slack)
    }

    /// Tries the one-digit changes, swaps and shifts of one operand that come near enough.
    func isOperandSlip(_ stated: Int32, _ trial: RateTrial, _ operand: Int32) -> Bool {
        let value = figure(operand)
        let count = Slip.digits(value)
        // One digit is changed into any other too easily, where no word states the relation.
        guard count >= (trial.clarity >= .stated ? 1 : 2), count <= 16 else { return false }
        for side in [Int128(1), -1] {
            guard let window = window(stated, trial, operand, side: side) else { continue }
            var unit: Int64 = 1
            var digit = value.mantissa % 10
            for place in 0..<count {
                let next = value.mantissa / unit / 10 % 10
                let nearest = max(window.lowerBound, value.mantissa - digit * unit)
                let farthest = min(window.upperBound, value.mantissa + (9 - digit) * unit)
                if nearest <= farthest {
                    for other in Int64(0)...9 where other != digit {
                        let changed = value.mantissa + (other - digit) * unit
                        if window.contains(changed), holds(stated, trial, operand, changed) {
                            return true
                        }
                    }
                }
                let swapped = value.mantissa - 9 * (next - digit) * unit
                if place + 1 < count, next != digit, window.contains(swapped),
                    holds(stated, trial, operand, swapped)
                {
                    return true
                }
                digit = next
                unit *= 10
            }
            for shifted in [value.mantissa * 10, value.mantissa / 10]
            where window.contains(shifted) && holds(stated, trial, operand, shifted) {
                return true
            }
            if value.mantissa >= 10, value.decimals < 12,
                holds(stated, trial, operand, value.mantissa, movedBy: 1)
            {
                return true
            }
            guard trial.shape == .growth || trial.shape == .complement else { break }
        }
        return false
    }

    /// The mantissas of one operand with which the reading may hold; nil for none.
    ///
    /// Numerator and denominator are linear in the operand, so each side of the rounding gives one
    /// bound; a growth has two sides, the operand above the base and below it.
    func window(
        _ stated: Int32, _ trial: RateTrial, _ operand: Int32, side: Int128
    ) -> ClosedRange<Int64>? {
        let all = Int64(0)...Int64.max
        guard trial.first != trial.second else { return all }
        let (first, second, target) = (figure(trial.first), figure(trial.second), figure(stated))
        let exponent = min(first.exponent, second.exponent)
        let isFirst = operand == trial.first
        let fixed = Arithmetic.magnitude(Arithmetic.steps(isFirst ? second : first, exponent))
        let direction = Int128(trial.direction)
        let half: Int128 =
            first.decimals > 0 || first.scale > 0 || second.decimals > 0 || second.scale > 0 ? 1 : 0
        let line: RatioLine
        switch trial.shape {
        case .ratio:
            line =
                isFirst
                ? RatioLine(top: (1, 0), bottom: (0, fixed), topHalf: half, bottomHalf: half)
                : RatioLine(top: (0, fixed), bottom: (1, 0), topHalf: half, bottomHalf: half)
        case .quotient:
            let unit = Arithmetic.power(Int(target.scale))
            line =
                isFirst
                ? RatioLine(top: (1, 0), bottom: (0, fixed * unit), topHalf: half, bottomHalf: 0)
                : RatioLine(top: (0, fixed), bottom: (unit, 0), topHalf: half, bottomHalf: 0)
        case .growthOnImpliedBase:
            line =
                isFirst
                ? RatioLine(
                    top: (1, 0), bottom: (-direction, fixed), topHalf: half, bottomHalf: 2 * half)
                : RatioLine(
                    top: (0, fixed), bottom: (1, -direction * fixed), topHalf: half,
                    bottomHalf: 2 * half)
        case .ratioToImpliedBase:
            line =
                isFirst
                ? RatioLine(
                    top: (1, 0), bottom: (1, -direction * fixed), topHalf: half,
                    bottomHalf: 2 * half)
                : RatioLine(
                    top: (0, fixed), bottom: (-direction, fixed), topHalf: half,
                    bottomHalf: 2 * half)
        case .growth, .complement:
            line =
                isFirst
                ? RatioLine(
                    top: (side, -side * fixed), bottom: (0, fixed), topHalf: 2 * half,
                    bottomHalf: half)
                : RatioLine(
                    top: (-side, side * fixed), bottom: (1, 0), topHalf: 2 * half, bottomHalf: half)
        default: return all
        }
        let factor: Int128 = target.kind == .percent && trial.shape != .quotient ? 100 : 1
        let shift = min(
            max((isFirst ? first : second).exponent - exponent, 0), Arithmetic.mostShift)
        return line.window(
            stated: Int128(target.mantissa), power: factor * Arithmetic.power(Int(target.decimals)),
            step: Arithmetic.power(shift))
    }
}
