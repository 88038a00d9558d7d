import Quantities

/// What one pass over each ledger must sum up for formulas over a group of books (汇总计划).
///
/// An aggregate of the group is that of all its members' rows but the internal ones. Formulas stay
/// as they are, so that a rate is the quotient of sums and not a sum of rates.
package struct GroupPlan: Sendable {
    package let group: BookGroup
    package let eliminations: [GroupElimination]
    private let plan: AggregatePlan

    /// - Parameters:
    ///   - snapshots: of the head's book.
    ///   - vocabulary: by which the formulas were checked.
    package init(
        formulas: [CheckedFormula], snapshots: [Snapshot], group: BookGroup,
        vocabulary: Vocabulary
    ) throws {
        self.group = group
        eliminations = try Self.eliminations(formulas, group, vocabulary)
        plan = try AggregatePlan(
            formulas: formulas + eliminations.map(\.formula),
            snapshots: snapshots.flatMap { snapshot in
                group.members.map { group.snapshot(snapshot, of: $0) }
            })
    }

    package var statements: [SQLStatement] { plan.passes.map(\.statement) }

    /// Evaluators over what the database answered: of the group, and of each member by itself.
    package func evaluators(
        from results: [[[SQLValue]]], facts: some BookFacts
    ) throws(EvaluationError) -> (whole: Evaluator, members: Evaluator) {
        let answers = try PlanAnswers(plan: plan, results: results)
        // An aggregate that is wanted in several periods is planned for each, and taken off once.
        var seen: Set<String> = []
        let taken = Dictionary(
            grouping: eliminations.filter { seen.insert("\($0.unitCode)|\($0.text)").inserted }
        ) { GroupAnswers.Key(unitCode: $0.unitCode, aggregate: $0.aggregateText) }
        let source = GroupAnswers(
            answers: answers, group: group, facts: facts,
            eliminations: taken)
        return (
            Evaluator(source: source, facts: GroupFacts(group: group, members: facts)),
            Evaluator(source: answers, facts: facts)
        )
    }

    private static func eliminations(
        _ formulas: [CheckedFormula], _ group: BookGroup, _ vocabulary: Vocabulary
    ) throws(FormulaError) -> [GroupElimination] {
        var eliminations: [GroupElimination] = []
        var seen: Set<String> = []
        for demand in formulas.flatMap(\.demands) where demand.aggregate.isAdditive {
            for member in group.members {
                for rows in member.internalRows[demand.aggregate.ledger.name] ?? [] {
                    let text = demand.aggregate.text(within: rows.filter, path: demand.path)
                    guard seen.insert("\(member.unitCode)|\(text)").inserted else { continue }
                    eliminations.append(
                        GroupElimination(
                            unitCode: member.unitCode, putsBack: rows.putsBack,
                            aggregateText: demand.aggregate.text,
                            formula: try vocabulary.check(text)))
                }
            }
        }
        return eliminations
    }
}

extension Aggregate {
    /// Whether that of two disjoint sets of rows is the sum of both.
    var isAdditive: Bool { function == .sum || function == .count }

    /// The same over rows that pass another filter too, in the same period.
    fileprivate func text(within other: String, path: [PeriodShift]) -> String {
        let column = columnShape.map { ".\($0.name)" } ?? ""
        let own = filterText.isEmpty ? "" : "(\(filterText)) and "
        let text = "\(function.rawValue)(\(ledger.name)\(column); \(own)(\(other)))"
        return path.reversed().reduce(text) { "\($1.functionName)(\($0))" }
    }
}

extension PeriodShift {
    fileprivate var functionName: String {
        switch self {
        case .priorYear: "上年"
        case .samePeriodOfPriorYear: "上年同期"
        case .monthEnds: "月末平均"
        }
    }
}
