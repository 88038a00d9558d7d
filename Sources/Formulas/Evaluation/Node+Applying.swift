import Quantities

extension Node {
    /// The value of this node from those of its operands, in the order of its periods.
    ///
    /// Aggregates, measures and the days of the period are not asked here.
    func applied(to values: [FormulaValue]) throws(EvaluationError) -> FormulaValue {
        switch operation {
        case .constant(let value), .parameter(_, let value): return value
        case .priorYear, .samePeriodOfPriorYear: return values.first ?? .missing
        case .measure: return values[0]
        case .logic(let logic): return Self.logic(logic, values[0], values[1])
        case .ifMissing: return values[0] == .missing ? values[1] : values[0]
        case .isMissing: return .truth(values[0] == .missing)
        case .arithmetic(.divide) where values[1] == .number(.zero):
            // Whatever a missing dividend would be, nothing can be divided by 0.
            return .undefined
        default: break
        }
        if let gap = FormulaValue.gap(among: values) { return gap }
        do throws(ArithmeticError) {
            return try appliedToDefined(values)
        } catch {
            throw .overflow(formula: source)
        }
    }

    private func appliedToDefined(
        _ values: [FormulaValue]
    ) throws(ArithmeticError) -> FormulaValue {
        switch operation {
        case .not: return .truth(values[0] != .truth(true))
        case .comparison(let relation): return .truth(relation.holds(values[0], values[1]))
        case .membership(let items, let isNegated):
            let isMember = items.contains { Relation.equal.holds(values[0], $0) }
            return .truth(isMember != isNegated)
        case .length: return .number(Fraction(Int64(values[0].text.unicodeScalars.count)))
        case .contains:
            return .truth(values[0].text.utf8.contains(sequence: values[1].text.utf8))
        case .tiers(let steps, let otherwise):
            return steps.first { $0.relation.holds(values[0], $0.limit) }?.value ?? otherwise
        default: break
        }
        let numbers = values.compactMap(\.number)
        switch operation {
        case .negate: return .number(numbers[0].negated)
        case .magnitude: return .number(numbers[0].magnitude)
        case .clamp: return .number(min(max(numbers[0], numbers[1]), numbers[2]))
        case .round(let digits): return .number(try numbers[0].rounded(to: digits).fraction)
        case .monthEndMean: return try Self.mean(numbers)
        case .arithmetic(let sign): return .number(try sign.applied(numbers[0], numbers[1]))
        default: preconditionFailure("the evaluator answers this operation itself")
        }
    }

    private static func mean(_ numbers: [Fraction]) throws(ArithmeticError) -> FormulaValue {
        guard !numbers.isEmpty else { return .missing }
        var sum = Fraction.zero
        for number in numbers { sum = try sum.adding(number) }
        return .number(try sum.divided(by: Fraction(Int64(numbers.count))))
    }

    /// Three-valued: `false and missing` is false, `true or undefined` is true.
    private static func logic(
        _ logic: LogicOperator, _ left: FormulaValue, _ right: FormulaValue
    ) -> FormulaValue {
        let settling = FormulaValue.truth(logic == .or)
        if left == settling || right == settling { return settling }
        return FormulaValue.gap(among: [left, right]) ?? .truth(logic == .and)
    }
}

extension ArithmeticOperator {
    func applied(_ left: Fraction, _ right: Fraction) throws(ArithmeticError) -> Fraction {
        switch self {
        case .plus: try left.adding(right)
        case .minus: try left.subtracting(right)
        case .times: try left.multiplied(by: right)
        case .divide: try left.divided(by: right)
        }
    }
}

extension Relation {
    /// Compares two defined values of one type; texts byte by byte, as databases do.
    func holds(_ left: FormulaValue, _ right: FormulaValue) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)): holds(left, right)
        case (.day(let left), .day(let right)): holds(left, right)
        case (.text(let left), .text(let right)): holds(ExactText(left), ExactText(right))
        case (.truth(let left), .truth(let right)): holds(left ? 1 : 0, right ? 1 : 0)
        default: false
        }
    }
}
