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
    var best: RateTrial?
    var bestIsSlip = false
    var holds = false

    /// Whether to go on looking.
    var isOpen: Bool { !holds }
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
        case .error:
            let isSlip =
                trial.clarity > .guess
                && isSlip(stated, trial, digits: slipDigits, onlyStated: onlyStated)
            let isBetter =
                trials.best.map {
                    (trial.clarity, isSlip ? 1 : 0) > ($0.clarity, trials.bestIsSlip ? 1 : 0)
                        || isSlip && !trials.bestIsSlip && trial.clarity >= .likely
                            && $0.clarity < .stated
                } ?? true
            if isBetter {
                trials.best = trial
                trials.bestIsSlip = isSlip
            }
        default: break
        }
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
        while other >= 0, levels.count < 6, statement(other).sentence == statement(stated).sentence
        {
            if statement(other).role == .level { levels.append(other) }
            other -= 1
        }
        for first in levels where trials.isOpen {
            for second in levels
            where second != first && trials.isOpen && figure(first).adds(with: figure(second)) {
                for shape in [Relation.Shape.ratio, .growth, .complement] {
                    attempt(
                        &trials, stated: stated,
                        RateTrial(shape: shape, clarity: .guess, first: first, second: second))
                }
            }
        }
    }

    /// Notes the failure of the best reading, if it counts.
    mutating func settle(_ trials: RateTrials, stated: Int32) {
        guard !trials.holds, let best = trials.best else { return }
        if figure(stated).kind == .percent, best.shape != .difference, best.clarity > .guess {
            var others = RateTrials()
            tryPairs(&others, stated: stated)
            if others.holds { return }
        }
        guard trials.bestIsSlip || best.clarity >= .stated && isNear(stated, best) else { return }
        note(
            best.shape, best.clarity, .error, stated: stated, best.first, best.second,
            direction: best.direction, isSlip: trials.bestIsSlip)
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
        return result
    }

    // MARK: Slips

    /// Whether one slip in one of the figures makes the reading hold.
    private func isSlip(
        _ stated: Int32, _ trial: RateTrial, digits: Int, onlyStated: Bool
    ) -> Bool {
        let target = figure(stated)
        if trial.shape == .difference { return isDifferenceSlip(stated, trial, digits: digits) }
        guard Slip.digits(target) >= digits,
            let ratio = ratio(stated, trial, changing: -1, to: 0),
            let computed = ratio.rounded(decimals: Int(target.decimals))
        else { return false }
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
        return Slip.explains(figures.0, by: -off, exponent: sum.exponent, slack: slack)
            || Slip.explains(
                figures.1, by: isAbove ? off : -off, exponent: sum.exponent, slack: slack)
            || Slip.explains(
                figures.2, by: isAbove ? -off : off, exponent: sum.exponent, slack: slack)
    }

    /// Tries every one-digit change, swap and shift of one operand.
    private func isOperandSlip(_ stated: Int32, _ trial: RateTrial, _ operand: Int32) -> Bool {
        let value = figure(operand)
        let count = Slip.digits(value)
        guard count >= 2, count <= 16 else { return false }
        var unit: Int64 = 1
        for place in 0..<count {
            let digit = value.mantissa / unit % 10
            for other in Int64(0)...9 where other != digit {
                let changed = value.mantissa + (other - digit) * unit
                if holds(stated, trial, operand, changed) { return true }
            }
            if place + 1 < count {
                let next = value.mantissa / unit / 10 % 10
                let changed = value.mantissa + (next - digit) * unit - (next - digit) * unit * 10
                if next != digit, holds(stated, trial, operand, changed) { return true }
            }
            unit *= 10
        }
        return holds(stated, trial, operand, value.mantissa * 10)
            || holds(stated, trial, operand, value.mantissa / 10)
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
