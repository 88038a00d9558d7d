import Performance

/// What a reading of a rate comes to (试算的算术).
extension RelationSearch {
    func verdict(_ stated: Int32, _ trial: RateTrial) -> FindingVerdict {
        if trial.shape == .difference { return differenceVerdict(stated, trial) }
        guard let ratio = ratio(stated, trial, changing: -1, to: 0) else { return .unverifiable }
        return ratio.verdict(figure(stated))
    }

    func differenceVerdict(_ stated: Int32, _ trial: RateTrial) -> FindingVerdict {
        let figures = (figure(stated), figure(trial.first), figure(trial.second))
        var sum = SumArithmetic(figures.0)
        sum.take(figures.1)
        sum.take(figures.2)
        return sum.verdict(
            differenceSteps(figures, sum.exponent), total: figures.0, count: 2)
    }

    /// Stated − |first − second| in steps.
    func differenceSteps(_ figures: (Figure, Figure, Figure), _ exponent: Int) -> Int128 {
        Arithmetic.magnitude(Arithmetic.steps(figures.0, exponent))
            - Arithmetic.magnitude(
                Arithmetic.steps(figures.1, exponent) - Arithmetic.steps(figures.2, exponent))
    }

    /// The quotient of a reading, with one of its figures replaced by another mantissa and its point
    /// moved to the left.
    func ratio(
        _ stated: Int32, _ trial: RateTrial, changing changed: Int32, to mantissa: Int64,
        movedBy places: UInt8 = 0
    ) -> RatioArithmetic? {
        var first = figure(trial.first)
        guard trial.second >= 0 else { return nil }
        var second = figure(trial.second)
        if changed == trial.first {
            first.mantissa = mantissa
            first.decimals += places
        }
        if changed == trial.second {
            second.mantissa = mantissa
            second.decimals += places
        }
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

    func holds(
        _ stated: Int32, _ trial: RateTrial, _ operand: Int32, _ mantissa: Int64,
        movedBy places: UInt8 = 0
    ) -> Bool {
        guard mantissa > 0,
            let ratio = ratio(
                stated, trial, changing: operand, to: mantissa, movedBy: places)
        else { return false }
        switch ratio.verdict(figure(stated)) {
        case .exact, .rounding: return true
        default: return false
        }
    }
}
