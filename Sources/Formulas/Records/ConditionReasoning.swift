import Quantities

/// Whether any record makes some conditions true and others false.
///
/// Each way in which they could be so is followed; a way is closed where two of its facts exclude each
/// other (an interval that is empty, a text that is two things, a field missing and used). What is
/// found closed is impossible; what is left open need not be possible. A condition that is to be false
/// is taken as false, not as missing: its fields are there.
package enum ConditionReasoning {
    package enum Verdict: Hashable, Sendable {
        /// Proved: no record does.
        case impossible
        /// Nothing speaks against it.
        case open
        /// Too many ways to follow.
        case undecided
    }

    static let ways = 20_000

    package static func verdict(
        true holding: [RecordFormula], false failing: [RecordFormula] = [], over shape: RecordShape
    ) -> Verdict {
        var search = Search(budget: ways)
        let goals =
            holding.map { Goal(node: $0.root, value: true) }
            + failing.map { Goal(node: $0.root, value: false) }
        return search.isOpen(goals, ConditionCase(shape: shape))
            ? (search.budget > 0 ? .open : .undecided) : .impossible
    }

    fileprivate struct Goal {
        let node: Node
        let value: Bool
    }
}

/// Follows the ways depth first.
private struct Search {
    var budget: Int

    mutating func isOpen(_ goals: [ConditionReasoning.Goal], _ known: ConditionCase) -> Bool {
        if known.isContradictory { return false }
        // What leaves no choice comes first, so that contradictions show early.
        guard let next = goals.lastIndex(where: { !$0.isChoice }) ?? goals.indices.last
        else { return true }
        budget -= 1
        guard budget > 0 else { return true }
        var rest = goals
        let goal = rest.remove(at: next)
        switch goal.node.operation {
        case .not:
            return isOpen(rest + [.init(node: goal.node.operands[0], value: !goal.value)], known)
        case .logic:
            let parts = goal.node.operands.map {
                ConditionReasoning.Goal(node: $0, value: goal.value)
            }
            if !goal.isChoice { return isOpen(rest + [parts[1], parts[0]], known) }
            return isOpen(rest + [parts[0]], known) || isOpen(rest + [parts[1]], known)
        default:
            return goal.alternatives.contains { facts in
                var next = known
                for fact in facts { next.add(fact) }
                return isOpen(rest, next)
            }
        }
    }
}

extension ConditionReasoning.Goal {
    /// Whether one of two parts will do: `or` that is to be true, `and` that is to be false.
    fileprivate var isChoice: Bool {
        if case .logic(let logic) = node.operation { (logic == .or) == value } else { false }
    }

    /// The ways in which a smallest condition has its value, each as facts that hold together.
    fileprivate var alternatives: [[ConditionFact]] {
        switch node.operation {
        case .constant(.truth(let truth)), .parameter(_, .truth(let truth)):
            return [[fact(truth == value ? .always : .never)]]
        case .comparison(let relation):
            let (left, right) = (node.operands[0], node.operands[1])
            let relation = value ? relation : relation.opposite
            guard left.type.unit != nil else { return [[otherComparison(left, relation, right)]] }
            return numberComparison(left, relation, right)
        case .membership(let items, let isNegated): return membership(items, isNegated != value)
        case .isMissing:
            if case .field(let index) = node.operands[0].operation {
                return [[ConditionFact(kind: .missing(index, value), fieldsInUse: [])]]
            }
            return [[ConditionFact(kind: .truth(node.source, value), fieldsInUse: [])]]
        case .ifMissing: return [[ConditionFact(kind: .truth(node.source, value), fieldsInUse: [])]]
        default: return [[fact(.truth(node.source, value))]]
        }
    }

    private func fact(_ kind: ConditionFact.Kind) -> ConditionFact {
        ConditionFact(kind: kind, fieldsInUse: node.fieldsInUse)
    }

    /// `abs(x) > 3` is `x > 3 or x < -3`.
    private func numberComparison(
        _ left: Node, _ relation: Relation, _ right: Node
    ) -> [[ConditionFact]] {
        if case .magnitude = right.operation {
            return numberComparison(right, relation.mirrored, left)
        }
        guard case .magnitude = left.operation else { return [[comparison(left, relation, right)]] }
        let inner = left.operands[0]
        let opposite = Node(.negate, [right], type: right.type, source: "-(\(right.source))")
        let (above, below) = (
            comparison(inner, relation, right), comparison(inner, relation.mirrored, opposite)
        )
        switch relation {
        case .less, .lessOrEqual, .unequal: return [[above, below]]
        case .greater, .greaterOrEqual, .equal: return [[above], [below]]
        }
    }

    private func comparison(_ left: Node, _ relation: Relation, _ right: Node) -> ConditionFact {
        fact(
            LinearSum.comparison(left, relation, right)
                ?? .truth("\(left.source) \(relation.rawValue) \(right.source)", true))
    }

    private func otherComparison(
        _ left: Node, _ relation: Relation, _ right: Node
    ) -> ConditionFact {
        if let mirrored = right.fixedValue == nil && left.fixedValue != nil
            ? relation.mirrored : nil
        {
            return fixedComparison(right, mirrored, left)
        }
        return fixedComparison(left, relation, right)
    }

    private func fixedComparison(
        _ left: Node, _ relation: Relation, _ right: Node
    ) -> ConditionFact {
        switch (right.fixedValue, relation) {
        case (.text(let text)?, .equal), (.text(let text)?, .unequal):
            return fact(.text(left.source, [ExactText(text)], isNegated: relation == .unequal))
        case (.day(let day)?, _):
            return fact(.number(left.source, relation, Fraction(Int64(day.daysSinceEpoch))))
        case (.truth(let truth)?, _):
            return fact(.truth(left.source, truth == (relation == .equal)))
        default:
            // `a = b` and `a <> b` exclude each other, whatever they are.
            let isOpposite = [.unequal, .less, .lessOrEqual].contains(relation)
            let key = isOpposite ? relation.opposite : relation
            return fact(
                .truth("\(left.source) \(key.rawValue) \(right.source)", !isOpposite))
        }
    }

    private func membership(_ items: [FormulaValue], _ isMember: Bool) -> [[ConditionFact]] {
        let operand = node.operands[0]
        if operand.type == .text {
            let texts = Set(items.map { ExactText($0.text) })
            return [[fact(.text(operand.source, texts, isNegated: !isMember))]]
        }
        let facts = items.map { item in
            comparison(
                operand, isMember ? .equal : .unequal,
                Node(.constant(item), type: operand.type, source: "\(item)"))
        }
        return isMember ? facts.map { [$0] } : [facts]
    }
}

extension Node {
    fileprivate var fixedValue: FormulaValue? {
        switch operation {
        case .constant(let value), .parameter(_, let value): value
        default: nil
        }
    }

    /// The fields that cannot be missing where the node has a value.
    fileprivate var fieldsInUse: [Int] {
        switch operation {
        case .field(let index): [index]
        case .ifMissing, .isMissing: []
        default: operands.flatMap(\.fieldsInUse)
        }
    }
}

extension Relation {
    /// The relation that holds where this one does not.
    fileprivate var opposite: Relation {
        switch self {
        case .equal: .unequal
        case .unequal: .equal
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        }
    }
}
