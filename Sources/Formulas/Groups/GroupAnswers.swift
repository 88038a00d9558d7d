import Quantities

/// Answers aggregates for a group of books: the members' answers together, internal rows taken off.
///
/// Where one member neither keeps a ledger nor states to have nothing for it, the whole is missing.
struct GroupAnswers: AggregateSource {
    let answers: PlanAnswers
    let group: BookGroup
    /// Of the members' own books.
    let facts: any BookFacts
    let eliminations: [Key: [GroupElimination]]

    struct Key: Hashable, Sendable {
        let unitCode: String
        let aggregate: String
    }

    func answer(
        to aggregate: Aggregate, node: Node, at snapshot: Snapshot
    ) throws(EvaluationError) -> AggregateAnswer {
        precondition(snapshot.book.unitCode == group.head, "a group is asked at its head's book")
        var parts: [AggregateAnswer] = []
        for member in group.members {
            let own = group.snapshot(snapshot, of: member)
            let all = try answers.answer(to: aggregate, node: node, at: own)
            guard
                all.passingRows > 0 || facts.keeps(ledger: aggregate.ledger.name, in: own)
                    || member.without.contains(aggregate.ledger.name)
            else { return .none }
            parts.append(all)
            let key = Key(unitCode: member.unitCode, aggregate: aggregate.text)
            for elimination in eliminations[key] ?? [] {
                guard let taken = elimination.formula.demands.first else { continue }
                let inner = try answers.answer(to: taken.aggregate, node: taken.node, at: own)
                parts.append(elimination.putsBack ? inner : try inner.negated(of: aggregate))
            }
        }
        return try aggregate.combined(parts)
    }
}

/// What a group of books says to an evaluation.
struct GroupFacts: BookFacts {
    let group: BookGroup
    let members: any BookFacts

    func keeps(ledger: String, in snapshot: Snapshot) -> Bool {
        group.members.allSatisfy {
            members.keeps(ledger: ledger, in: group.snapshot(snapshot, of: $0))
                || $0.without.contains(ledger)
        }
    }

    /// The sum of what was typed for each member's own book; nil where one has nothing.
    func typedFigure(of measure: String, for book: BookID) -> Quantity? {
        var sum: Quantity?
        for member in group.members {
            let own = BookID(unitCode: member.unitCode, year: book.year)
            guard let figure = members.typedFigure(of: measure, for: own) else { return nil }
            guard let known = sum else {
                sum = figure
                continue
            }
            guard known.unit == figure.unit, let both = try? known.value.adding(figure.value)
            else { return nil }
            sum = Quantity(both, known.unit)
        }
        return sum
    }
}

extension AggregateAnswer {
    fileprivate func negated(of aggregate: Aggregate) throws(EvaluationError) -> AggregateAnswer {
        switch result {
        case .integer(let sum):
            guard sum > .min else { throw .overflow(formula: aggregate.text) }
            return AggregateAnswer(passingRows: -passingRows, result: .integer(-sum))
        case .missing, .text: return AggregateAnswer(passingRows: -passingRows, result: result)
        }
    }
}

extension Aggregate {
    /// The answer over all rows that the parts were given over.
    fileprivate func combined(
        _ parts: [AggregateAnswer]
    ) throws(EvaluationError) -> AggregateAnswer {
        let rows = parts.reduce(0) { $0 + $1.passingRows }
        let results = parts.map(\.result).filter { $0 != .missing }
        let result: CellValue
        switch function {
        case .count: result = .missing
        case .sum: result = results.isEmpty ? .missing : try sum(results)
        // Who stands in two books would count twice.
        case .distinct: result = results.count == 1 ? results[0] : .missing
        case .min: result = results.min { ExactCell($0) < ExactCell($1) } ?? .missing
        case .max: result = results.max { ExactCell($0) < ExactCell($1) } ?? .missing
        }
        return AggregateAnswer(passingRows: rows, result: result)
    }

    private func sum(_ results: [CellValue]) throws(EvaluationError) -> CellValue {
        let sum = results.reduce(Int128(0)) {
            if case .integer(let integer) = $1 { $0 + Int128(integer) } else { $0 }
        }
        guard let total = Int64(exactly: sum) else { throw .overflow(formula: text) }
        return .integer(total)
    }
}
