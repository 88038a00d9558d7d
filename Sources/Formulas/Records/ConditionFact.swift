import Quantities

/// A smallest fact that a condition states, in a form that shows contradictions.
struct ConditionFact {
    enum Kind {
        case always
        case never
        /// A term, such as a field or `收入合计 - 各来源之和`, beside a number.
        case number(String, Relation, Fraction)
        case text(String, Set<ExactText>, isNegated: Bool)
        case truth(String, Bool)
        case missing(Int, Bool)
    }

    let kind: Kind
    /// The fields that cannot be missing where it holds.
    let fieldsInUse: [Int]
}

/// A sum of terms with factors, and a constant: what `收入合计 - 各来源之和 - 3元` is made of.
struct LinearSum {
    private(set) var factors: [String: Fraction] = [:]
    private(set) var constant = Fraction.zero

    /// What is no sum is one term, by its own words. nil where a number does not fit.
    init?(_ node: Node) {
        guard let sum = try? Self.sum(node) else { return nil }
        self = sum
    }

    private init(term: String) { factors = [term: .one] }
    private init(constant: Fraction) { self.constant = constant }

    private static func sum(_ node: Node) throws(ArithmeticError) -> LinearSum {
        switch node.operation {
        case .constant(.number(let value)), .parameter(_, .number(let value)):
            return LinearSum(constant: value)
        case .negate: return try sum(node.operands[0]).multiplied(by: Fraction(-1))
        case .arithmetic(.plus): return try sum(node.operands[0]).adding(sum(node.operands[1]))
        case .arithmetic(.minus):
            return try sum(node.operands[0])
                .adding(sum(node.operands[1]).multiplied(by: Fraction(-1)))
        case .arithmetic(.times):
            let (left, right) = (try sum(node.operands[0]), try sum(node.operands[1]))
            if left.factors.isEmpty { return try right.multiplied(by: left.constant) }
            if right.factors.isEmpty { return try left.multiplied(by: right.constant) }
        case .arithmetic(.divide):
            let right = try sum(node.operands[1])
            if right.factors.isEmpty, !right.constant.isZero {
                return try sum(node.operands[0])
                    .multiplied(by: Fraction.one.divided(by: right.constant))
            }
        default: break
        }
        return LinearSum(term: node.source)
    }

    private func adding(_ other: LinearSum) throws(ArithmeticError) -> LinearSum {
        var sum = self
        sum.constant = try constant.adding(other.constant)
        for (term, factor) in other.factors {
            let total = try (factors[term] ?? .zero).adding(factor)
            sum.factors[term] = total.isZero ? nil : total
        }
        return sum
    }

    private func multiplied(by factor: Fraction) throws(ArithmeticError) -> LinearSum {
        var product = LinearSum(constant: try constant.multiplied(by: factor))
        guard !factor.isZero else { return product }
        for (term, old) in factors { product.factors[term] = try old.multiplied(by: factor) }
        return product
    }

    /// `left relation right` as one term beside one number.
    static func comparison(
        _ left: Node, _ relation: Relation, _ right: Node
    ) -> ConditionFact.Kind? {
        guard let first = LinearSum(left), let second = LinearSum(right),
            let difference = try? first.adding(second.multiplied(by: Fraction(-1)))
        else { return nil }
        let terms = difference.factors.sorted { $0.key < $1.key }
        guard let lead = terms.first?.value else {
            return relation.holds(difference.constant, .zero) ? .always : .never
        }
        guard let limit = try? difference.constant.negated.divided(by: lead) else { return nil }
        var words: [String] = []
        for (term, factor) in terms {
            guard let share = try? factor.divided(by: lead) else { return nil }
            words.append(share == .one ? term : "\(share)*\(term)")
        }
        return .number(
            words.joined(separator: " + "), lead.isNegative ? relation.mirrored : relation, limit)
    }
}
