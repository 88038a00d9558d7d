import Quantities

/// A formula whose names, types and units are known to fit; it carries the measures that it uses.
package struct CheckedFormula: Sendable {
    /// The measure (口径) that it defines; nil for a formula of no name.
    package let name: String?
    package let text: String
    package let type: FormulaType
    /// The measures it uses, itself included, through whatever depth; sorted.
    package let measures: [String]
    /// The ledgers it sums up, through whatever depth; sorted.
    package let ledgers: [String]
    let root: Node
    /// Each aggregate with the periods in which it is wanted.
    let demands: [Demand]

    /// An aggregate (汇总) and how its period follows from the snapshot's.
    struct Demand: Sendable {
        let node: Node
        let aggregate: Aggregate
        let path: [PeriodShift]
    }

    /// - Throws: ``FormulaError`` where the formula written out would cost too much.
    init(name: String?, text: String, root: Node, measures: Set<String>) throws(FormulaError) {
        var expansion = Expansion(text: text)
        try expansion.visit(root, path: [])
        self.name = name
        self.text = text
        self.root = root
        type = root.type
        demands = expansion.demands
        ledgers = Set(expansion.demands.map(\.aggregate.ledger.name)).sorted()
        self.measures = measures.sorted()
    }
}

/// How a part of a formula looks at another period than the whole.
enum PeriodShift: Int, Hashable, Sendable {
    case priorYear
    case samePeriodOfPriorYear
    case monthEnds
}

/// Walks a formula with its measures written out, each node once for each period, within bounds.
private struct Expansion {
    let text: String
    var demands: [CheckedFormula.Demand] = []
    private var visited: Set<Visit> = []

    private struct Visit: Hashable {
        let node: ObjectIdentifier
        let path: [PeriodShift]
    }

    init(text: String) { self.text = text }

    mutating func visit(_ node: Node, path: [PeriodShift]) throws(FormulaError) {
        guard node.depth <= Formula.Limit.expandedDepth else { throw error(.expandedTooLarge) }
        guard visited.insert(Visit(node: ObjectIdentifier(node), path: path)).inserted
        else { return }
        guard visited.count <= Formula.Limit.expandedNodes else { throw error(.expandedTooLarge) }
        var inner = path
        switch node.operation {
        case .aggregate(let aggregate):
            demands.append(.init(node: node, aggregate: aggregate, path: path))
        case .priorYear: inner.append(.priorYear)
        case .samePeriodOfPriorYear: inner.append(.samePeriodOfPriorYear)
        case .monthEndMean: inner.append(.monthEnds)
        default: break
        }
        let years = inner.count { $0 != .monthEnds }
        guard years <= Formula.Limit.yearShifts else { throw error(.yearsNestedTooDeep) }
        guard inner.count - years <= 1 else { throw error(.monthsNested) }
        for operand in node.operands { try visit(operand, path: inner) }
    }

    private func error(_ problem: FormulaError.Problem) -> FormulaError {
        FormulaError(problem, in: text, at: 0..<0)
    }
}
