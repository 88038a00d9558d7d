import Performance

/// What the operands of a relation give, beside what is stated (试算结果), in steps of 10^exponent.
struct Computation {
    var computed: Int128
    var stated: Int128
    var exponent: Int
    /// Twice the tolerance.
    var slack: Int128
    var verdict: FindingVerdict
}

/// A figure read as if another number stood there.
struct Replacement {
    var figure: Int32
    var mantissa: Int64
    /// The decimals of a number whose point was moved to the left; nil for those as written.
    var decimals: UInt8?

    static let none = Replacement(figure: -1, mantissa: 0)
}

extension RelationSearch {
    /// Computes a relation anew, with one of its figures replaced; nil where nothing is computed.
    func compute(_ relation: Relation, _ replacement: Replacement = .none) -> Computation? {
        switch relation.shape {
        case .sum, .signedSum, .difference, .repeat: computeSum(relation, replacement)
        case .ratio, .growth, .growthOnImpliedBase, .ratioToImpliedBase, .complement, .quotient:
            computeQuotient(relation, replacement)
        case .perPeriod: computePerPeriod(relation, replacement)
        case .product: computeProduct(relation, replacement)
        case .remainder: computeRemainder(relation, replacement)
        case .multiple: computeMultiple(relation, replacement)
        case .atMost, .listCount: nil
        }
    }

    private func value(_ index: Int32, _ replacement: Replacement) -> Figure {
        var value = figure(index)
        if index == replacement.figure {
            value.mantissa = replacement.mantissa
            value.decimals = replacement.decimals ?? value.decimals
        }
        return value
    }

    func operand(_ relation: Relation, _ place: Int32) -> Int32 {
        pool[Int(relation.firstOperand + place)]
    }

    /// 1 or −1: how an operand counts in what is stated.
    func sign(_ relation: Relation, _ place: Int32) -> Int128 {
        let operand = operand(relation, place)
        switch relation.shape {
        case .signedSum:
            guard statement(operand).role == .change else { return 1 }
            let own = statement(operand).direction < 0 ? -1 : 1
            let isFall =
                statement(relation.stated).role == .change
                && statement(relation.stated).direction < 0
            return Int128(isFall ? -own : own)
        case .difference: return place == 1 ? -1 : 1
        default: return 1
        }
    }

    private func computeSum(_ relation: Relation, _ replacement: Replacement) -> Computation? {
        let stated = value(relation.stated, replacement)
        var arithmetic = SumArithmetic(stated)
        for place in 0..<relation.operandCount {
            arithmetic.take(value(operand(relation, place), replacement))
        }
        let exponent = arithmetic.exponent
        var sum = Int128(0)
        for place in 0..<relation.operandCount {
            let part = value(operand(relation, place), replacement)
            sum += sign(relation, place) * Arithmetic.steps(part, exponent)
        }
        var target = Arithmetic.steps(stated, exponent)
        if relation.shape == .difference {
            sum = Arithmetic.magnitude(sum)
            target = Arithmetic.magnitude(target)
        }
        let count = Int(relation.operandCount)
        return Computation(
            computed: sum, stated: target, exponent: exponent,
            slack: relation.shape == .repeat || arithmetic.slack(count: 2) == 0
                ? 0 : Int128(count + 1),
            verdict: arithmetic.verdict(target - sum, total: stated, count: count))
    }

    private func computeMultiple(_ relation: Relation, _ replacement: Replacement) -> Computation? {
        let stated = value(relation.stated, replacement)
        let first = value(operand(relation, 0), replacement)
        let second = value(operand(relation, 1), replacement)
        let exponent = min(first.exponent, second.exponent)
        let (a, b) = (Arithmetic.steps(first, exponent), Arithmetic.steps(second, exponent))
        let quotient = RatioArithmetic(
            numerator: relation.direction > 0 ? a - b : a, denominator: b, numeratorHalf: 0,
            denominatorHalf: 0, factor: 1)
        guard quotient.numerator > 0, quotient.fits(stated),
            let computed = quotient.rounded(decimals: Int(stated.decimals))
        else { return nil }
        return Computation(
            computed: computed, stated: Int128(stated.mantissa), exponent: stated.exponent,
            slack: 1, verdict: quotient.verdict(stated))
    }

    private func computeRemainder(_ relation: Relation, _ replacement: Replacement) -> Computation?
    {
        let stated = value(relation.stated, replacement)
        let count = relation.operandCount
        var exponent = stated.exponent
        for place in 0..<count {
            exponent = min(exponent, value(operand(relation, place), replacement).exponent)
        }
        guard (-18...0).contains(exponent) else { return nil }
        var computed = 100 * Arithmetic.power(-exponent)
        for place in 0..<count {
            computed -= Arithmetic.steps(value(operand(relation, place), replacement), exponent)
        }
        let target = Arithmetic.steps(stated, exponent)
        let off = Arithmetic.magnitude(computed - target)
        // Each of the percentages may be rounded by half of its last digit.
        return Computation(
            computed: computed, stated: target, exponent: exponent, slack: Int128(count) + 1,
            verdict: off == 0 ? .exact : off <= Int128(count + 1) / 2 ? .rounding : .error)
    }

    private func computeQuotient(_ relation: Relation, _ replacement: Replacement) -> Computation? {
        let last = relation.operandCount - 1
        guard last == 1 || last > 1 && relation.shape == .ratio else { return nil }
        let stated = value(relation.stated, replacement)
        let first = value(operand(relation, 0), replacement)
        let second = value(operand(relation, last), replacement)
        var exponent = second.exponent
        for place in 0..<last {
            exponent = min(exponent, value(operand(relation, place), replacement).exponent)
        }
        var a = Int128(0)
        for place in 0..<last {
            a += Arithmetic.steps(value(operand(relation, place), replacement), exponent)
        }
        a = Arithmetic.magnitude(a)
        let b = Arithmetic.magnitude(Arithmetic.steps(second, exponent))
        let half: Int128 = Arithmetic.isRounded(first) || Arithmetic.isRounded(second) ? 1 : 0
        let direction = Int128(relation.direction)
        var quotient = RatioArithmetic(
            numerator: a, denominator: b, numeratorHalf: half, denominatorHalf: half,
            factor: relation.shape == .quotient ? 1 : 100)
        switch relation.shape {
        case .growthOnImpliedBase: quotient.denominator = b - direction * a
        case .ratioToImpliedBase: quotient.denominator = a - direction * b
        case .growth, .complement: quotient.numerator = Arithmetic.magnitude(a - b)
        case .quotient:
            guard stated.scale <= 12 else { return nil }
            quotient.denominator = b * Arithmetic.power(Int(stated.scale))
        default: break
        }
        guard let computed = quotient.rounded(decimals: Int(stated.decimals)) else { return nil }
        return Computation(
            computed: computed, stated: Int128(stated.mantissa), exponent: stated.exponent,
            slack: 1, verdict: quotient.verdict(stated))
    }

    private func computePerPeriod(_ relation: Relation, _ replacement: Replacement) -> Computation?
    {
        let stated = value(relation.stated, replacement)
        let first = value(operand(relation, 0), replacement)
        let shift = Int(first.decimals) + Int(stated.scale)
        guard shift <= 20 else { return nil }
        let quotient = RatioArithmetic(
            numerator: Int128(first.mantissa) * Arithmetic.power(Int(first.scale)),
            denominator: Int128(relation.divisor) * Arithmetic.power(shift),
            numeratorHalf: Arithmetic.isRounded(first) ? Arithmetic.power(Int(first.scale)) : 0,
            denominatorHalf: 0, factor: 1)
        guard quotient.fits(stated), let computed = quotient.rounded(decimals: Int(stated.decimals))
        else { return nil }
        return Computation(
            computed: computed, stated: Int128(stated.mantissa), exponent: stated.exponent,
            slack: 1, verdict: quotient.verdict(stated))
    }

    private func computeProduct(_ relation: Relation, _ replacement: Replacement) -> Computation? {
        guard (2...4).contains(relation.operandCount) else { return nil }
        let stated = value(relation.stated, replacement)
        var product = Int128(1)
        var exponent = 0
        for place in 0..<relation.operandCount {
            let factor = value(operand(relation, place), replacement)
            guard factor.mantissa <= Int64(Int32.max) || relation.operandCount == 2 else {
                return nil
            }
            product *= Int128(factor.mantissa)
            exponent += factor.exponent - (factor.kind == .percent ? 2 : 0)
        }
        let least = min(exponent, stated.exponent)
        guard exponent - least <= 12, stated.exponent - least <= 20,
            product < Int128(Arithmetic.smallPower(18)) * 1_000_000
        else { return nil }
        product *= Arithmetic.power(exponent - least)
        let step = Arithmetic.power(stated.exponent - least)
        let target = Int128(stated.mantissa) * step
        let off = Arithmetic.magnitude(target - product)
        return Computation(
            computed: product, stated: target, exponent: least, slack: step == 1 ? 0 : step,
            verdict: off == 0 ? .exact : 2 * off <= step ? .rounding : .error)
    }

    /// Whether the relation holds with one of its figures replaced.
    func holds(_ relation: Relation, _ replacement: Replacement) -> Bool {
        switch compute(relation, replacement)?.verdict {
        case .exact?, .rounding?: true
        default: false
        }
    }
}
