import Performance

/// Tries the readings of a rate and settles on one (试算与取舍).
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
    func isNear(_ stated: Int32, _ trial: RateTrial) -> Bool {
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
}
