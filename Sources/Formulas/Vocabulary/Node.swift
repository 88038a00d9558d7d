import Quantities

/// One node of a checked formula. Measures are shared, so formulas form a graph without rings.
final class Node: Sendable {
    enum Operation: Sendable {
        case constant(FormulaValue)
        /// A named constant (参数).
        case parameter(String, FormulaValue)
        case periodStart
        case periodEnd
        /// A measure by its name; its one operand is the definition.
        case measure(String)
        case negate
        case not
        case arithmetic(ArithmeticOperator)
        case logic(LogicOperator)
        case comparison(Relation)
        case membership([FormulaValue], isNegated: Bool)
        case aggregate(Aggregate)
        case clamp
        case magnitude
        case round(Int)
        case ifMissing
        case priorYear
        case samePeriodOfPriorYear
        case monthEndMean
        case tiers([Step], otherwise: FormulaValue)
        /// A field of a record, by its place in the shape.
        case field(Int)
        case isMissing
        case length
        case contains
    }

    struct Step: Sendable {
        let relation: Relation
        let limit: FormulaValue
        let value: FormulaValue
    }

    let operation: Operation
    let operands: [Node]
    let type: FormulaType
    /// As written in the formula.
    let source: String
    /// Whether a plain number is shown as a percentage: a quotient of like units, `95%`.
    let isPercentage: Bool
    /// 1 for a leaf, measures written out.
    let depth: Int

    init(
        _ operation: Operation, _ operands: [Node] = [], type: FormulaType, source: String,
        isPercentage: Bool = false
    ) {
        self.operation = operation
        self.operands = operands
        self.type = type
        self.source = source
        self.isPercentage = isPercentage && type == .number(.one)
        depth = (operands.map(\.depth).max() ?? 0) + 1
    }

    /// A `0` without a unit, which is as much in every unit.
    var isBareZero: Bool {
        if case .constant(.number(let value)) = operation {
            value.isZero && type == .number(.one)
        } else {
            false
        }
    }
}
