import Performance

/// Arithmetic that the text writes out (列出的算式): 146人×1050元＝15.33万元.
extension RelationSearch {
    private enum Sign { case plus, minus, times, over, equals, none }

    mutating func findFormulas() {
        var index = Int32(0)
        while index + 1 < figureCount {
            guard figure(index).marks.contains(.operand) else {
                index += 1
                continue
            }
            let sign = sign(between: index, index + 1)
            guard sign == .times || sign == .over else {
                index += 1
                continue
            }
            index = settleFormula(from: index)
        }
    }

    /// Reads one formula up to its equals sign; returns the figure behind it.
    private mutating func settleFormula(from first: Int32) -> Int32 {
        var value = Rational(figure(first))
        var sum = Rational.zero
        var isMinus = false
        var index = first
        while index + 1 < figureCount, index - first < 8, value.isSmall, sum.isSmall {
            let next = Rational(figure(index + 1))
            guard next.isSmall else { return index + 1 }
            switch sign(between: index, index + 1) {
            case .times: value = value * next
            case .over: value = value / next
            case .plus, .minus:
                sum = isMinus ? sum - value : sum + value
                isMinus = sign(between: index, index + 1) == .minus
                value = next
            case .equals:
                settle(isMinus ? sum - value : sum + value, first, index, stated: index + 1)
                return index + 1
            case .none:
                // 100,000元（5辆×2万元）.
                let owner = statement(first).owner
                if index == first + 1, owner >= 0, statement(index).owner == owner,
                    figure(owner).kind == .amount
                {
                    settle(value, first, index, stated: owner)
                }
                return index + 1
            }
            index += 1
        }
        return index + 1
    }

    private mutating func settle(
        _ value: Rational, _ first: Int32, _ last: Int32, stated: Int32
    ) {
        guard value.isSmall, let verdict = value.verdict(figure(stated)) else { return }
        note(.product, .stated, verdict, stated: stated, first, first + 1)
        guard last > first + 1 else { return }
        for operand in first + 2...last { pool.append(operand) }
        relations[relations.count - 1].operandCount = last - first + 1
    }

    /// The one sign between two figures; words may stand around it.
    private func sign(between first: Int32, _ second: Int32) -> Sign {
        let gap = Int(figure(first).end)..<Int(figure(second).start)
        guard gap.count > 0, gap.count <= 45 else { return .none }
        // A bracket changes what is computed first.
        if reading.text.holds("(", in: gap) || reading.text.holds(")", in: gap)
            || reading.text.holds("）", in: gap)
        {
            return .none
        }
        if reading.text.holds("＝", in: gap) || reading.text.holds("=", in: gap) { return .equals }
        if reading.text.holds("×", in: gap) || reading.text.holds("*", in: gap) { return .times }
        if reading.text.holds("÷", in: gap) { return .over }
        if reading.text.holds("＋", in: gap) || reading.text.holds("+", in: gap) { return .plus }
        if reading.text.holds("－", in: gap) || reading.text.holds("−", in: gap) { return .minus }
        return .none
    }
}

/// A quotient of two whole numbers, as small as figures of a text are (有理数).
struct Rational {
    var top: Int128
    var bottom: Int128

    static let zero = Rational(top: 0, bottom: 1)

    init(top: Int128, bottom: Int128) {
        self.top = top
        self.bottom = bottom
    }

    init(_ figure: Figure) {
        var exponent = figure.exponent - (figure.kind == .percent ? 2 : 0)
        exponent = min(max(exponent, -12), 12)
        top = Int128(figure.mantissa) * (exponent > 0 ? Arithmetic.power(exponent) : 1)
        bottom = exponent < 0 ? Arithmetic.power(-exponent) : 1
    }

    /// Whether another factor still fits.
    var isSmall: Bool {
        Arithmetic.magnitude(top) < Arithmetic.power(18) && bottom < Arithmetic.power(18)
            && bottom > 0
    }

    static func * (lhs: Self, rhs: Self) -> Self {
        Self(top: lhs.top * rhs.top, bottom: lhs.bottom * rhs.bottom).reduced
    }

    static func / (lhs: Self, rhs: Self) -> Self {
        Self(top: lhs.top * rhs.bottom, bottom: lhs.bottom * max(rhs.top, 0)).reduced
    }

    static func + (lhs: Self, rhs: Self) -> Self {
        Self(top: lhs.top * rhs.bottom + rhs.top * lhs.bottom, bottom: lhs.bottom * rhs.bottom)
            .reduced
    }

    static func - (lhs: Self, rhs: Self) -> Self { lhs + Self(top: -rhs.top, bottom: rhs.bottom) }

    private var reduced: Self {
        var (a, b) = (Arithmetic.magnitude(top), bottom)
        while b != 0 { (a, b) = (b, a % b) }
        return a > 1 ? Self(top: top / a, bottom: bottom / a) : self
    }

    /// Whether a figure states this number; nil where the numbers are too large to tell.
    func verdict(_ figure: Figure) -> FindingVerdict? {
        guard figure.exponent >= -8, figure.exponent <= 12 else { return nil }
        let exponent = figure.exponent - (figure.kind == .percent ? 2 : 0)
        let up = exponent < 0 ? Arithmetic.power(-exponent) : 1
        let down = exponent > 0 ? Arithmetic.power(exponent) : 1
        let (claimed, isTooLarge) = (Int128(figure.mantissa) * bottom)
            .multipliedReportingOverflow(by: down)
        guard !isTooLarge, claimed < Arithmetic.power(36) else { return nil }
        let off = Arithmetic.magnitude(claimed - top * up)
        if off == 0 { return .exact }
        return 2 * off <= bottom * down ? .rounding : .error
    }
}
