import Quantities

/// Evaluates checked formulas at snapshots.
///
/// With rows in memory it is the oracle; with the answers of an ``AggregatePlan`` it does the same
/// arithmetic over what a database has summed up.
package struct Evaluator: Sendable {
    private let source: any AggregateSource
    private let facts: any BookFacts

    /// Over rows in memory.
    package init(rows: some InMemoryRows) {
        source = LedgerRows(source: rows)
        facts = rows
    }

    init(source: some AggregateSource, facts: any BookFacts) {
        self.source = source
        self.facts = facts
    }

    package func value(
        of formula: CheckedFormula, at snapshot: Snapshot
    ) throws(EvaluationError) -> FormulaValue {
        var computation = Computation(source: source, facts: facts)
        return try computation.value(of: formula.root, in: EvaluationPeriod(snapshot))
    }

    /// The values of many formulas at one snapshot; what they share is computed once.
    package func values(
        of formulas: [CheckedFormula], at snapshot: Snapshot
    ) throws(EvaluationError) -> [FormulaValue] {
        var computation = Computation(source: source, facts: facts)
        var values: [FormulaValue] = []
        for formula in formulas {
            values.append(try computation.value(of: formula.root, in: EvaluationPeriod(snapshot)))
        }
        return values
    }

    /// How the value comes about; its root has the value of ``value(of:at:)``.
    package func explanation(
        of formula: CheckedFormula, at snapshot: Snapshot
    ) throws(EvaluationError) -> Explanation {
        var computation = Computation(source: source, facts: facts)
        return try computation.explanation(of: formula.root, in: EvaluationPeriod(snapshot))
    }
}

/// One evaluation; it remembers measures and aggregates, so that each is computed once a period.
struct Computation {
    private let source: any AggregateSource
    private let facts: any BookFacts
    private var known: [Place: FormulaValue] = [:]
    private var answers: [Place: AggregateAnswer] = [:]
    private var explained: Set<Place> = []

    private struct Place: Hashable {
        let node: ObjectIdentifier
        let period: EvaluationPeriod
    }

    init(source: any AggregateSource, facts: any BookFacts) {
        self.source = source
        self.facts = facts
    }

    mutating func value(
        of node: Node, in period: EvaluationPeriod
    ) throws(EvaluationError) -> FormulaValue {
        let place = Place(node: ObjectIdentifier(node), period: period)
        switch node.operation {
        case .periodStart: return .day(period.snapshot.periodStart)
        case .periodEnd: return .day(period.snapshot.periodEnd)
        case .constant(let value), .parameter(_, let value): return value
        case .aggregate(let aggregate):
            return try value(of: aggregate, node, in: period)
        case .measure(let name):
            if let value = known[place] { return value }
            let value = try value(of: node.operands[0], in: period)
            let settled = value == .missing ? try typedFigure(name, node, period) ?? value : value
            known[place] = settled
            return settled
        default:
            var values: [FormulaValue] = []
            for (operand, period) in operands(of: node, in: period) {
                values.append(try value(of: operand, in: period))
            }
            return try node.applied(to: values)
        }
    }

    /// The operands of a node, each with the period in which it is wanted.
    private func operands(
        of node: Node, in period: EvaluationPeriod
    ) -> [(Node, EvaluationPeriod)] {
        let shift: PeriodShift
        switch node.operation {
        case .priorYear: shift = .priorYear
        case .samePeriodOfPriorYear: shift = .samePeriodOfPriorYear
        case .monthEndMean: shift = .monthEnds
        default: return node.operands.map { ($0, period) }
        }
        return period.shifted(shift).map { (node.operands[0], $0) }
    }

    private mutating func value(
        of aggregate: Aggregate, _ node: Node, in period: EvaluationPeriod
    ) throws(EvaluationError) -> FormulaValue {
        let isKept = facts.keeps(ledger: aggregate.ledger.name, in: period.snapshot)
        return try answer(to: aggregate, node, in: period).value(of: aggregate, isKept: isKept)
    }

    private mutating func answer(
        to aggregate: Aggregate, _ node: Node, in period: EvaluationPeriod
    ) throws(EvaluationError) -> AggregateAnswer {
        let place = Place(node: ObjectIdentifier(node), period: period)
        if let answer = answers[place] { return answer }
        let answer = try source.answer(to: aggregate, node: node, at: period.snapshot)
        answers[place] = answer
        return answer
    }

    private func typedFigure(
        _ measure: String, _ node: Node, _ period: EvaluationPeriod
    ) throws(EvaluationError) -> FormulaValue? {
        guard period.takesTypedFigures,
            let figure = facts.typedFigure(of: measure, for: period.snapshot.book)
        else { return nil }
        guard node.type == .number(figure.unit) else {
            throw .typedFigureUnit(measure: measure, expected: node.type, found: figure.unit)
        }
        return .number(figure.value)
    }

    // MARK: Explaining

    /// A measure is explained where it comes first; after that only its value is told.
    mutating func explanation(
        of node: Node, in period: EvaluationPeriod
    ) throws(EvaluationError) -> Explanation {
        let value = try value(of: node, in: period)
        var children: [Explanation] = []
        var kind = Explanation.Kind(node.operation)
        switch node.operation {
        case .aggregate(let aggregate):
            let answer = try answer(to: aggregate, node, in: period)
            kind = .aggregate(
                AggregateTrace(aggregate, answer, snapshot: period.snapshot))
        case .measure(let name):
            let definition = try self.value(of: node.operands[0], in: period)
            if value != definition {
                kind = .typedFigure(measure: name, book: period.snapshot.book)
            } else if explained.insert(Place(node: ObjectIdentifier(node), period: period)).inserted
            {
                children = [try explanation(of: node.operands[0], in: period)]
            } else {
                kind = .measureToldBefore(name)
            }
        default:
            for (operand, period) in operands(of: node, in: period) {
                children.append(try explanation(of: operand, in: period))
            }
        }
        return Explanation(
            kind: kind, node: node, value: value, period: period, children: children)
    }
}
