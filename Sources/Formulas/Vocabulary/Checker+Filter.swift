import Quantities

/// Filters see the columns of their row, fixed values, 期初 and 期末, and nothing else.
extension Checker {
    func condition(
        _ expression: Expression, on ledger: LedgerShape
    ) throws(FormulaError) -> Condition {
        switch expression.kind {
        case .logic(let logic, let left, let right):
            let (first, second) = (
                try condition(left, on: ledger), try condition(right, on: ledger)
            )
            return logic == .and ? .and(first, second) : .or(first, second)
        case .not(let operand): return .not(try condition(operand, on: ledger))
        case .comparison(let relation, let left, let right):
            let (first, second) = (try operand(left, on: ledger), try operand(right, on: ledger))
            try requireComparable(first.side, second.side, relation, expression.range)
            try requireOneScale(first.operand, second.operand, of: ledger, expression.range)
            return .comparison(first.operand, relation, second.operand)
        case .membership(let operand, let items, let isNegated):
            let value = try self.operand(operand, on: ledger)
            for item in items {
                try requireComparable(value.side, side(item), .equal, item.range)
            }
            return .membership(
                value.operand, items.map { $0.literal.constant }, isNegated: isNegated)
        case .literal(.truth(let truth)): return .constant(truth)
        default:
            let value = try operand(expression, on: ledger)
            try require(value.side.type, as: .truth, expression.range)
            if case .column(let column) = value.operand { return .truth(column: column) }
            return .constant(value.operand == .constant(.truth(true)))
        }
    }

    private func operand(
        _ expression: Expression, on ledger: LedgerShape
    ) throws(FormulaError) -> (operand: Condition.Operand, side: Side) {
        switch expression.kind {
        case .literal(let literal):
            let placed = PlacedLiteral(literal: literal, range: expression.range)
            return (.constant(literal.constant), side(placed))
        case .negated(let inner):
            guard case .literal(.number(let value, let unit, let isBare)) = inner.kind
            else { throw error(.arithmeticInFilter, expression.range) }
            let literal = Literal.number(value.negated, unit, isBare: isBare)
            let placed = PlacedLiteral(literal: literal, range: expression.range)
            return (.constant(literal.constant), side(placed))
        case .name(let name): return try namedOperand(name, expression.range, on: ledger)
        case .arithmetic: throw error(.arithmeticInFilter, expression.range)
        case .aggregate: throw error(.aggregateInFilter, expression.range)
        case .call(let function, _): throw error(.callInFilter(function.rawValue), expression.range)
        case .tiers: throw error(.callInFilter("tiers"), expression.range)
        case .not, .logic, .comparison, .membership:
            throw error(.nestedComparisonInFilter, expression.range)
        }
    }

    private func namedOperand(
        _ name: String, _ range: Range<Int>, on ledger: LedgerShape
    ) throws(FormulaError) -> (operand: Condition.Operand, side: Side) {
        func side(_ type: FormulaType) -> Side {
            Side(type: type, isBareNumber: false, isBareZero: false, range: range)
        }
        if name == Self.periodStart { return (.periodStart, side(.day)) }
        if name == Self.periodEnd { return (.periodEnd, side(.day)) }
        if let index = ledger.columns.firstIndex(where: { $0.name == name }) {
            return (.column(index), side(ledger.columns[index].type.formulaType))
        }
        if let parameter = parameters[name] {
            return (.constant(parameter.literal.constant), side(parameter.literal.type))
        }
        if measureNames.contains(name) { throw error(.measureInFilter(name), range) }
        let known = ledger.columns.map(\.name) + parameters.keys
        throw error(
            .unknownColumn(
                name, ledger: ledger.name, nearest: Spelling.nearest(to: name, among: known)), range
        )
    }

    /// A database would have to multiply to compare 1.5 with 1.50, and could overflow.
    private func requireOneScale(
        _ left: Condition.Operand, _ right: Condition.Operand, of ledger: LedgerShape,
        _ range: Range<Int>
    ) throws(FormulaError) {
        guard case .column(let first) = left, case .column(let second) = right else { return }
        let (one, other) = (ledger.columns[first], ledger.columns[second])
        guard one.type.scale == other.type.scale
        else { throw error(.differentScales(one.name, other.name), range) }
    }
}

extension Literal {
    var constant: Condition.Constant {
        switch self {
        case .number(let value, _, _): .number(value)
        case .truth(let truth): .truth(truth)
        case .text(let text): .text(ExactText(text))
        case .day(let day): .day(day)
        }
    }
}
