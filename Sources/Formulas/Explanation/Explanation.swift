import Quantities

/// How a value comes about (溯源): a tree whose root has the evaluator's value.
package struct Explanation: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case constant
        /// A named constant (参数).
        case parameter(String)
        /// 期初 or 期末.
        case dayOfPeriod
        /// A measure (口径); its one child is the definition.
        case measure(String)
        /// A measure that this explanation has already told, in the same period; without children.
        case measureToldBefore(String)
        /// A figure that somebody typed (录入), since the ledgers do not reach that far back.
        case typedFigure(measure: String, book: BookID)
        case aggregate(AggregateTrace)
        /// An operator or a function of its children.
        case operation
    }

    package let kind: Kind
    /// As written in the formula; the name of a measure.
    package let text: String
    package let type: FormulaType
    package let value: FormulaValue
    /// The book, the days and the journal number that count here.
    package let snapshot: Snapshot
    package let children: [Explanation]
    private let sign: Sign?
    private let isPercentage: Bool

    /// What is written between its children's figures.
    private enum Sign: Hashable, Sendable {
        case between(ArithmeticOperator)
        case minus
    }

    init(
        kind: Kind, node: Node, value: FormulaValue, period: EvaluationPeriod,
        children: [Explanation]
    ) {
        self.kind = kind
        text = node.source
        type = node.type
        self.value = value
        snapshot = period.snapshot
        self.children = children
        isPercentage = node.isPercentage
        switch node.operation {
        case .arithmetic(let arithmetic): sign = .between(arithmetic)
        case .negate: sign = .minus
        default: sign = nil
        }
    }

    /// Whether this or a part of it was typed, not proved by a ledger.
    package var hasTypedFigure: Bool {
        if case .typedFigure = kind { true } else { children.contains(where: \.hasTypedFigure) }
    }

    /// The aggregates that prove it, in reading order, each once.
    package var aggregates: [AggregateTrace] {
        var found: [AggregateTrace] = []
        collectAggregates(into: &found)
        return found
    }

    private func collectAggregates(into found: inout [AggregateTrace]) {
        if case .aggregate(let trace) = kind, !found.contains(trace) { found.append(trace) }
        for child in children { child.collectAggregates(into: &found) }
    }

    // MARK: Words

    /// The value as people write it: `8393800.00元`, `295人次`, `89.46%`, `缺数据`.
    package var valueText: String {
        if case .constant = kind { return text }
        let words = value.text(as: type, isPercentage: isPercentage)
        if case .typedFigure = kind { return words + "（录入）" }
        return words
    }

    /// One line: `支出决算 ÷ 支出预算 = 8393800.00元 ÷ 9383100.00元 = 89.46%`.
    package var arithmetic: String {
        if case .measure = kind, let definition = children.first { return definition.arithmetic }
        let symbols = written(with: \.text)
        guard sign != nil else { return kind == .constant ? text : "\(symbols) = \(valueText)" }
        return "\(symbols) = \(written(with: \.valueText)) = \(valueText)"
    }

    private func written(with leaf: (Explanation) -> String) -> String {
        switch sign {
        case nil: return leaf(self)
        case .minus: return "-" + children[0].written(with: leaf, insideOf: .minus)
        case .between(let arithmetic):
            let left = children[0].written(with: leaf, leftOf: arithmetic)
            let right = children[1].written(with: leaf, insideOf: .between(arithmetic))
            return "\(left) \(arithmetic.rawValue) \(right)"
        }
    }

    /// On the left, brackets are needed around a looser operator alone.
    private func written(
        with leaf: (Explanation) -> String, leftOf outer: ArithmeticOperator
    ) -> String {
        let words = written(with: leaf)
        guard case .between(let inner) = sign, inner.isLooser(than: outer) else { return words }
        return "(\(words))"
    }

    /// On the right, `a - (b - c)` and `a ÷ (b ÷ c)` need theirs too.
    private func written(with leaf: (Explanation) -> String, insideOf outer: Sign) -> String {
        let words = written(with: leaf)
        switch (sign, outer) {
        case (nil, _): return words
        case (.between(let inner), .between(let outer)) where outer == .plus || outer == .times:
            return inner.isLooser(than: outer) ? "(\(words))" : words
        case (.between(let inner), .between(.minus)) where !inner.isLooser(than: .times):
            return words
        default: return "(\(words))"
        }
    }
}

extension ArithmeticOperator {
    fileprivate func isLooser(than other: ArithmeticOperator) -> Bool {
        (self == .plus || self == .minus) && (other == .times || other == .divide)
    }
}

extension Explanation.Kind {
    /// The kind of a node that asks no ledger.
    init(_ operation: Node.Operation) {
        switch operation {
        case .constant: self = .constant
        case .parameter(let name, _): self = .parameter(name)
        case .periodStart, .periodEnd: self = .dayOfPeriod
        case .measure(let name): self = .measure(name)
        default: self = .operation
        }
    }
}

/// What a ledger answered to one aggregate (汇总), for the trace.
package struct AggregateTrace: Hashable, Sendable {
    package let function: AggregateFunction
    package let ledger: String
    /// nil for `count`.
    package let column: String?
    /// The filter as written; empty where all rows count.
    package let filter: String
    package let snapshot: Snapshot
    /// The rows that pass and count; a 退款 counts in sums alone.
    package let passingRows: Int64
    /// As stored: a sum in 分 or in the column's scale, a day; missing where there is none.
    package let result: CellValue

    init(_ aggregate: Aggregate, _ answer: AggregateAnswer, snapshot: Snapshot) {
        function = aggregate.function
        ledger = aggregate.ledger.name
        column = aggregate.columnShape?.name
        filter = aggregate.filterText
        self.snapshot = snapshot
        passingRows = answer.passingRows
        result = answer.result
    }
}
