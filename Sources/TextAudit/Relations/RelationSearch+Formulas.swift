import Performance

/// Arithmetic that the text writes out (列出的算式): 146人×1050元＝15.33万元.
extension RelationSearch {
    mutating func findFormulas() {
        var index = Int32(0)
        while index + 1 < figureCount {
            guard figure(index).marks.contains(.operand),
                sign(between: index, index + 1) == .times
            else {
                index += 1
                continue
            }
            guard index + 2 < figureCount, sign(between: index + 1, index + 2) == .equals else {
                // 100,000元（5辆×2万元）.
                let owner = statement(index).owner
                if owner >= 0, statement(index + 1).owner == owner, figure(owner).kind == .amount {
                    settleProduct(index, index + 1, stated: owner)
                }
                index += 2
                continue
            }
            settleProduct(index, index + 1, stated: index + 2)
            index += 3
        }
    }

    private enum Sign { case times, equals, none }

    /// The one sign between two figures, blanks and unit words aside.
    private func sign(between first: Int32, _ second: Int32) -> Sign {
        let start = Int(figure(first).end)
        let end = Int(figure(second).start)
        guard end > start, end - start <= 12 else { return .none }
        let gap = start..<end
        if reading.text.holds("×", in: gap) || reading.text.holds("*", in: gap) { return .times }
        if reading.text.holds("＝", in: gap) || reading.text.holds("=", in: gap) { return .equals }
        return .none
    }

    private mutating func settleProduct(_ first: Int32, _ second: Int32, stated: Int32) {
        let (a, b, c) = (figure(first), figure(second), figure(stated))
        guard a.exponent >= -6, b.exponent >= -6, c.exponent >= -8 else { return }
        let isPercent = a.kind == .percent || b.kind == .percent
        let exponent = min(a.exponent + b.exponent - (isPercent ? 2 : 0), c.exponent)
        let shift = a.exponent + b.exponent - (isPercent ? 2 : 0) - exponent
        guard shift <= 12, c.exponent - exponent <= 20 else { return }
        let product = Int128(a.mantissa) * Int128(b.mantissa) * Arithmetic.power(shift)
        let step = Arithmetic.power(c.exponent - exponent)
        let off = Arithmetic.magnitude(Int128(c.mantissa) * step - product)
        let verdict: FindingVerdict = off == 0 ? .exact : 2 * off <= step ? .rounding : .error
        note(.product, .stated, verdict, stated: stated, first, second)
    }
}
