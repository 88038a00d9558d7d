import Quantities

/// Looks up the names of one formula and checks its types and units.
struct Checker {
    let text: String
    let ledgers: [LedgerShape]
    let parameters: [String: Parameter]
    /// The measures that this formula names outside filters, and perhaps more.
    let measures: [String: CheckedFormula]
    /// The names of all measures.
    let measureNames: Set<String>
    /// The record whose fields the formula may name; nil for a formula over ledgers.
    let record: RecordShape?
    private let scalars: [Unicode.Scalar]

    /// A named constant (参数) in base units.
    struct Parameter: Sendable {
        let literal: Literal
        let isPercentage: Bool
    }

    init(
        text: String, ledgers: [LedgerShape], parameters: [String: Parameter],
        measures: [String: CheckedFormula], measureNames: Set<String>, record: RecordShape? = nil
    ) {
        self.text = text
        self.ledgers = ledgers
        self.parameters = parameters
        self.measures = measures
        self.measureNames = measureNames
        self.record = record
        scalars = Array(text.unicodeScalars)
    }

    func check(_ expression: Expression) throws(FormulaError) -> Node {
        switch expression.kind {
        case .literal(let literal): return constant(literal, at: expression.range)
        case .name(let name): return try named(name, expression)
        case .negated(let operand): return try negated(operand, expression)
        case .not(let operand):
            let node = try check(operand, as: .truth)
            return self.node(.not, [node], .truth, expression)
        case .arithmetic(let sign, let left, let right):
            return try arithmetic(sign, left, right, expression)
        case .logic(let logic, let left, let right):
            let nodes = [try check(left, as: .truth), try check(right, as: .truth)]
            return node(.logic(logic), nodes, .truth, expression)
        case .comparison(let relation, let left, let right):
            let nodes = [try check(left), try check(right)]
            try requireComparable(
                side(nodes[0], left.range), side(nodes[1], right.range), relation, expression.range)
            return node(.comparison(relation), nodes, .truth, expression)
        case .membership(let operand, let items, let isNegated):
            return try membership(operand, items, isNegated: isNegated, expression)
        case .aggregate(let call):
            if let record { throw error(.aggregateInRecord(record: record.name), expression.range) }
            return try aggregate(call, expression)
        case .call(let function, let arguments):
            return try self.call(function, arguments, expression)
        case .tiers(let value, let steps, let otherwise):
            return try tiers(value, steps, otherwise, expression)
        }
    }

    // MARK: Operators

    private func negated(
        _ operand: Expression, _ whole: Expression
    ) throws(FormulaError) -> Node {
        let inner = try number(operand)
        return node(.negate, [inner], inner.type, whole, isPercentage: inner.isPercentage)
    }

    private func arithmetic(
        _ sign: ArithmeticOperator, _ left: Expression, _ right: Expression, _ whole: Expression
    ) throws(FormulaError) -> Node {
        let nodes = [try number(left), try number(right)]
        let (first, second) = (nodes[0].type.unit ?? .one, nodes[1].type.unit ?? .one)
        switch sign {
        case .plus, .minus:
            let unit = try commonUnit(nodes, sign == .plus ? "相加" : "相减", whole.range)
            return node(
                .arithmetic(sign), nodes, .number(unit), whole,
                isPercentage: nodes.contains(where: \.isPercentage))
        case .times:
            return node(
                .arithmetic(sign), nodes, .number(first * second), whole,
                isPercentage: nodes.allSatisfy(\.isPercentage))
        case .divide:
            return node(
                .arithmetic(sign), nodes, .number(first / second), whole, isPercentage: true)
        }
    }

    private func membership(
        _ operand: Expression, _ items: [PlacedLiteral], isNegated: Bool, _ whole: Expression
    ) throws(FormulaError) -> Node {
        let value = try check(operand)
        for item in items {
            try requireComparable(side(value, operand.range), side(item), .equal, item.range)
        }
        return node(
            .membership(items.map { $0.literal.value }, isNegated: isNegated), [value], .truth,
            whole)
    }

    private func call(
        _ function: FormulaFunction, _ arguments: [Expression], _ whole: Expression
    ) throws(FormulaError) -> Node {
        if record != nil, function.looksAtOtherPeriods {
            throw error(.yearsInRecord(function.rawValue), whole.range)
        }
        switch function {
        case .abs:
            let value = try number(arguments[0])
            return node(.magnitude, [value], value.type, whole, isPercentage: value.isPercentage)
        case .clamp:
            let nodes = [
                try number(arguments[0]), try number(arguments[1]), try number(arguments[2]),
            ]
            let unit = try commonUnit(nodes, "比较", whole.range)
            return node(
                .clamp, nodes, .number(unit), whole, isPercentage: nodes[0].isPercentage)
        case .round:
            let value = try number(arguments[0])
            guard case .literal(.number(let digits, .one, isBare: true)) = arguments[1].kind,
                digits.isWhole, (0...9).contains(digits.numerator)
            else { throw error(.roundingDigits, arguments[1].range) }
            return node(
                .round(Int(digits.numerator)), [value], value.type, whole,
                isPercentage: value.isPercentage)
        case .ifmissing:
            let nodes = [try check(arguments[0]), try check(arguments[1])]
            guard nodes[0].type.unit != nil, nodes[1].type.unit != nil else {
                try require(nodes[1].type, as: nodes[0].type, arguments[1].range)
                return node(.ifMissing, nodes, nodes[0].type, whole)
            }
            let common = try commonUnit(nodes, "互相代替", whole.range)
            return node(
                .ifMissing, nodes, .number(common), whole, isPercentage: nodes[0].isPercentage)
        case .priorYear: return try shifted(.priorYear, arguments[0], whole)
        case .samePeriodOfPriorYear:
            return try shifted(.samePeriodOfPriorYear, arguments[0], whole)
        case .monthEndMean:
            let value = try number(arguments[0])
            return node(.monthEndMean, [value], value.type, whole, isPercentage: value.isPercentage)
        case .ismissing, .len, .contains: return try recordCall(function, arguments, whole)
        }
    }

    private func shifted(
        _ operation: Node.Operation, _ argument: Expression, _ whole: Expression
    ) throws(FormulaError) -> Node {
        let value = try check(argument)
        return node(operation, [value], value.type, whole, isPercentage: value.isPercentage)
    }

    private func tiers(
        _ value: Expression, _ steps: [Expression.Tier], _ otherwise: PlacedLiteral,
        _ whole: Expression
    ) throws(FormulaError) -> Node {
        let operand = try check(value)
        for step in steps {
            try requireComparable(
                side(operand, value.range), side(step.limit), step.relation, step.limit.range)
        }
        // The first value that is not a bare 0 says what all of them are.
        let results = steps.map(\.value) + [otherwise]
        let nodes = results.map { constant($0.literal, at: $0.range) }
        let model = nodes.first { !$0.isBareZero } ?? nodes[0]
        for (result, node) in zip(results, nodes) where !(node.isBareZero && model.type.unit != nil)
        {
            if let unit = model.type.unit, let other = node.type.unit, unit != other {
                throw error(.mixedUnits(unit, other, operation: "同为各档的结果"), result.range)
            }
            try require(node.type, as: model.type, result.range)
        }
        let operation = Node.Operation.tiers(
            steps.map {
                .init(
                    relation: $0.relation, limit: $0.limit.literal.value,
                    value: $0.value.literal.value)
            }, otherwise: otherwise.literal.value)
        return node(operation, [operand], model.type, whole, isPercentage: model.isPercentage)
    }

    // MARK: Pieces

    func check(_ expression: Expression, as type: FormulaType) throws(FormulaError) -> Node {
        let node = try check(expression)
        try require(node.type, as: type, expression.range)
        return node
    }

    private func number(_ expression: Expression) throws(FormulaError) -> Node {
        let node = try check(expression)
        guard node.type.unit != nil else {
            throw error(.wrongType(expected: .number(.one), found: node.type), expression.range)
        }
        return node
    }

    /// The one unit of all nodes that are not a bare 0.
    private func commonUnit(
        _ nodes: [Node], _ operation: String, _ range: Range<Int>
    ) throws(FormulaError) -> MeasureUnit {
        let units = nodes.filter { !$0.isBareZero }.compactMap(\.type.unit)
        guard let first = units.first else { return .one }
        if let other = units.first(where: { $0 != first }) {
            throw error(.mixedUnits(first, other, operation: operation), range)
        }
        return first
    }

    func constant(_ literal: Literal, at range: Range<Int>) -> Node {
        let source = source(range)
        return Node(
            .constant(literal.value), type: literal.type, source: source,
            isPercentage: source.last == "%" || source.last == "％")
    }

    private func side(_ node: Node, _ range: Range<Int>) -> Side {
        let isBare =
            if case .constant = node.operation { node.type == .number(.one) } else { false }
        return Side(
            type: node.type, isBareNumber: isBare && !node.isPercentage,
            isBareZero: node.isBareZero, range: range)
    }

    func node(
        _ operation: Node.Operation, _ operands: [Node], _ type: FormulaType, _ whole: Expression,
        isPercentage: Bool = false
    ) -> Node {
        Node(
            operation, operands, type: type, source: source(whole.range), isPercentage: isPercentage
        )
    }

    func source(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    func error(_ problem: FormulaError.Problem, _ range: Range<Int>) -> FormulaError {
        FormulaError(problem, in: text, at: range)
    }
}

extension Literal {
    /// In base units.
    var value: FormulaValue {
        switch self {
        case .number(let value, _, _): .number(value)
        case .day(let day): .day(day)
        case .text(let text): .text(text)
        case .truth(let truth): .truth(truth)
        }
    }

    var type: FormulaType {
        switch self {
        case .number(_, let unit, _): .number(unit)
        case .day: .day
        case .text: .text
        case .truth: .truth
        }
    }
}
