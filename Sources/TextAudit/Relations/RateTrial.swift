import Performance

/// One way to read a percentage, a change or an average, and how it comes out (试算).
struct RateTrial {
    var shape: Relation.Shape
    var clarity: Relation.Clarity
    var first: Int32
    var second: Int32
    var direction: Int8 = 0
}

/// The readings of one stated figure: the first that holds wins (候选算式).
///
/// Where none holds, the clearest one is the finding: if the words state it, or if one slip of the
/// pen in one of its figures explains it.
struct RateTrials {
    /// The first reading that failed.
    private(set) var first: RateTrial?
    /// The failed readings that some word suggests: their slips are looked for only at the end.
    private(set) var failed: ContiguousArray<Failure> = []
    var holds = false

    struct Failure {
        var trial: RateTrial
        /// The least digits of the stated figure that let a slip count.
        var digits: Int
        /// Whether only the stated figure may have the slip.
        var onlyStated: Bool
    }

    /// Whether to go on looking.
    var isOpen: Bool { !holds }

    mutating func fail(_ trial: RateTrial, digits: Int, onlyStated: Bool) {
        if first == nil { first = trial }
        guard trial.clarity > .guess else { return }
        failed.append(Failure(trial: trial, digits: digits, onlyStated: onlyStated))
    }
}

extension RelationSearch {
    /// Tries one reading; notes the relation at once where it holds.
    mutating func attempt(
        _ trials: inout RateTrials, stated: Int32, _ trial: RateTrial, slipDigits: Int = 3,
        onlyStated: Bool = false
    ) {
        guard trials.isOpen, trial.first >= 0, trial.first != stated else { return }
        var trial = trial
        if isVague(stated) || isVague(trial.first) || trial.second >= 0 && isVague(trial.second) {
            trial.clarity = .guess
        }
        var verdict = verdict(stated, trial)
        // A whole percentage cut off matches too much to tell anything.
        if verdict == .truncated, trial.clarity < .stated, figure(stated).decimals == 0 {
            verdict = .error
        }
        switch verdict {
        case .exact, .rounding, .truncated:
            trials.holds = true
            note(
                trial.shape, trial.clarity, verdict, stated: stated, trial.first, trial.second,
                direction: trial.direction)
        case .error: trials.fail(trial, digits: slipDigits, onlyStated: onlyStated)
        case .unverifiable where trial.shape == .growthOnImpliedBase && trial.direction > 0:
            // 7716万元，同比多8417万元: nothing grows by more than there is.
            trials.fail(trial, digits: slipDigits, onlyStated: onlyStated)
        default: break
        }
    }

    /// The failed reading that is the likeliest, and whether one slip explains it; nil for none.
    func best(of trials: RateTrials, stated: Int32) -> (trial: RateTrial, isSlip: Bool)? {
        var best: (trial: RateTrial, isSlip: Bool)?
        for failure in trials.failed {
            let trial = failure.trial
            if let best, best.isSlip, trial.clarity <= best.trial.clarity { continue }
            let isSlip = isSlip(
                stated, trial, digits: failure.digits, onlyStated: failure.onlyStated)
            let isBetter =
                best.map {
                    (trial.clarity, isSlip ? 1 : 0) > ($0.trial.clarity, $0.isSlip ? 1 : 0)
                        || isSlip && !$0.isSlip && $0.trial.clarity < .certain
                } ?? true
            if isBetter { best = (trial, isSlip) }
        }
        return best
    }

    /// Whether the stated figure is not far from the computed one: a far one belongs elsewhere.
    ///
    /// A change told right beside its level and its percentage needs no such doubt.
    private func isNear(_ stated: Int32, _ trial: RateTrial) -> Bool {
        if trial.clarity == .certain || trial.shape == .growthOnImpliedBase { return true }
        let target = figure(stated)
        if trial.shape == .difference {
            let figures = (target, figure(trial.first), figure(trial.second))
            let exponent = min(figures.0.exponent, figures.1.exponent, figures.2.exponent)
            let off = Arithmetic.magnitude(differenceSteps(figures, exponent))
            return 10 * off <= 3 * Arithmetic.magnitude(Arithmetic.steps(target, exponent))
        }
        guard
            let computed = ratio(stated, trial, changing: -1, to: 0)?
                .rounded(decimals: Int(target.decimals))
        else { return false }
        let off = Arithmetic.magnitude(computed - Int128(target.mantissa))
        return 10 * off <= 3 * max(Int128(target.mantissa), computed)
    }

    /// 近、约、余: close is close enough.
    func isVague(_ index: Int32) -> Bool {
        !figure(index).marks.isDisjoint(with: [.about, .over])
    }

    /// Tries every pair of levels of the sentence: what any of them explains is no mistake.
    mutating func tryPairs(_ trials: inout RateTrials, stated: Int32) {
        var levels: ContiguousArray<Int32> = []
        var other = stated - 1
        while other >= nearest(before: stated), levels.count < 6,
            statement(other).sentence == statement(stated).sentence
        {
            if statement(other).role == .level { levels.append(other) }
            other -= 1
        }
        // A share is a quotient and nothing else: the fewer shapes, the fewer chance agreements.
        let shapes: [Relation.Shape] =
            switch statement(stated).role {
            case .share, .completion: [.ratio]
            case .growth: [.growth, .ratio]
            default: [.ratio, .growth, .complement]
            }
        for first in levels where trials.isOpen {
            for second in levels
            where second != first && trials.isOpen && figure(first).adds(with: figure(second)) {
                for shape in shapes {
                    attempt(
                        &trials, stated: stated,
                        RateTrial(shape: shape, clarity: .guess, first: first, second: second))
                }
            }
        }
    }

    /// Notes the failure of the best reading, if it counts.
    mutating func settle(_ trials: RateTrials, stated: Int32) {
        guard !trials.holds, let (best, isSlip) = best(of: trials, stated: stated),
            isSlip || best.clarity >= .stated && isNear(stated, best)
        else { return }
        if figure(stated).kind == .percent, best.shape != .difference {
            var others = RateTrials()
            tryPairs(&others, stated: stated)
            if others.holds { return }
        }
        note(
            best.shape, best.clarity, .error, stated: stated, best.first, best.second,
            direction: best.direction, isSlip: isSlip)
    }

    // MARK: Arithmetic

    func verdict(_ stated: Int32, _ trial: RateTrial) -> FindingVerdict {
        if trial.shape == .difference { return differenceVerdict(stated, trial) }
        guard let ratio = ratio(stated, trial, changing: -1, to: 0) else { return .unverifiable }
        return ratio.verdict(figure(stated))
    }

    private func differenceVerdict(_ stated: Int32, _ trial: RateTrial) -> FindingVerdict {
        let figures = (figure(stated), figure(trial.first), figure(trial.second))
        var sum = SumArithmetic(figures.0)
        sum.take(figures.1)
        sum.take(figures.2)
        return sum.verdict(
            differenceSteps(figures, sum.exponent), total: figures.0, count: 2)
    }

    /// Stated − |first − second| in steps.
    private func differenceSteps(_ figures: (Figure, Figure, Figure), _ exponent: Int) -> Int128 {
        Arithmetic.magnitude(Arithmetic.steps(figures.0, exponent))
            - Arithmetic.magnitude(
                Arithmetic.steps(figures.1, exponent) - Arithmetic.steps(figures.2, exponent))
    }

    /// The quotient of a reading, with one of its figures replaced by another mantissa.
    private func ratio(
        _ stated: Int32, _ trial: RateTrial, changing changed: Int32, to mantissa: Int64
    ) -> RatioArithmetic? {
        var first = figure(trial.first)
        guard trial.second >= 0 else { return nil }
        var second = figure(trial.second)
        if changed == trial.first { first.mantissa = mantissa }
        if changed == trial.second { second.mantissa = mantissa }
        let exponent = min(first.exponent, second.exponent)
        let a = Arithmetic.magnitude(Arithmetic.steps(first, exponent))
        let b = Arithmetic.magnitude(Arithmetic.steps(second, exponent))
        guard a < RatioArithmetic.most, b < RatioArithmetic.most else { return nil }
        let half: Int128 = Arithmetic.isRounded(first) || Arithmetic.isRounded(second) ? 1 : 0
        let target = figure(stated)
        var factor: Int128 = target.kind == .percent ? 100 : 1
        if target.kind != .percent {
            // The quotient is counted in the stated figure's own unit.
            guard target.scale <= 12 else { return nil }
        }
        var result: RatioArithmetic
        let direction = Int128(trial.direction)
        switch trial.shape {
        case .ratio, .quotient:
            result = RatioArithmetic(
                numerator: a, denominator: b, numeratorHalf: half, denominatorHalf: half,
                factor: factor)
        case .growthOnImpliedBase:
            let base = b - direction * a
            result = RatioArithmetic(
                numerator: a, denominator: base, numeratorHalf: half, denominatorHalf: 2 * half,
                factor: factor)
        case .ratioToImpliedBase:
            result = RatioArithmetic(
                numerator: a, denominator: a - direction * b, numeratorHalf: half,
                denominatorHalf: 2 * half, factor: factor)
        case .growth:
            result = RatioArithmetic(
                numerator: Arithmetic.magnitude(a - b), denominator: b, numeratorHalf: 2 * half,
                denominatorHalf: half, factor: factor)
        case .complement:
            result = RatioArithmetic(
                numerator: Arithmetic.magnitude(b - a), denominator: b, numeratorHalf: 2 * half,
                denominatorHalf: half, factor: factor)
        default: return nil
        }
        if trial.shape == .quotient {
            // first in its unit ÷ second in its unit, told in the stated unit.
            let shift = Int(target.scale)
            factor = 1
            result = RatioArithmetic(
                numerator: a, denominator: b * Arithmetic.power(shift), numeratorHalf: half,
                denominatorHalf: 0, factor: factor)
        }
        return result.fits(target) ? result : nil
    }

    // MARK: Slips

    /// Whether one slip in one of the figures makes the reading hold.
    private func isSlip(
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

    private func isDifferenceSlip(_ stated: Int32, _ trial: RateTrial, digits: Int) -> Bool {
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
    private func isOperandSlip(_ stated: Int32, _ trial: RateTrial, _ operand: Int32) -> Bool {
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
            guard trial.shape == .growth || trial.shape == .complement else { break }
        }
        return false
    }

    /// The mantissas of one operand with which the reading may hold; nil for none.
    ///
    /// Numerator and denominator are linear in the operand, so each side of the rounding gives one
    /// bound; a growth has two sides, the operand above the base and below it.
    private func window(
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

    private func holds(
        _ stated: Int32, _ trial: RateTrial, _ operand: Int32, _ mantissa: Int64
    ) -> Bool {
        guard mantissa > 0,
            let ratio = ratio(stated, trial, changing: operand, to: mantissa)
        else { return false }
        switch ratio.verdict(figure(stated)) {
        case .exact, .rounding: return true
        default: return false
        }
    }
}
