/// One node of a parsed formula, before its names are known.
struct Expression: Hashable, Sendable {
    indirect enum Kind: Hashable, Sendable {
        case literal(Literal)
        case name(String)
        case negated(Expression)
        case not(Expression)
        case arithmetic(ArithmeticOperator, Expression, Expression)
        case logic(LogicOperator, Expression, Expression)
        case comparison(Relation, Expression, Expression)
        case membership(Expression, [PlacedLiteral], isNegated: Bool)
        case aggregate(AggregateCall)
        case call(FormulaFunction, [Expression])
        case tiers(Expression, [Tier], otherwise: PlacedLiteral)
    }

    struct AggregateCall: Hashable, Sendable {
        let function: AggregateFunction
        let ledger: PlacedName
        let column: PlacedName?
        let filter: Expression?
    }

    struct PlacedName: Hashable, Sendable {
        let name: String
        let range: Range<Int>
    }

    /// One step of `tiers`: `>= 95% : 1.0`.
    struct Tier: Hashable, Sendable {
        let relation: Relation
        let limit: PlacedLiteral
        let value: PlacedLiteral
    }

    let kind: Kind
    /// Where it stands, in Unicode scalars from the formula's start.
    let range: Range<Int>
    /// 1 for a leaf.
    let depth: Int
}

enum ArithmeticOperator: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "×"
    case divide = "÷"
}

enum LogicOperator: String, Hashable, Sendable {
    case and
    case or
}

enum Relation: String, Hashable, Sendable {
    case equal = "="
    case unequal = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// The relation that holds when both sides change places.
    var mirrored: Relation {
        switch self {
        case .equal, .unequal: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }

    func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .equal: left == right
        case .unequal: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }
}

/// The aggregates (汇总) over the rows of a ledger.
package enum AggregateFunction: String, CaseIterable, Hashable, Sendable {
    case sum
    case count
    case distinct
    case min
    case max

    /// A 退款 is a negative amount, not a happening of its own: only sums take it.
    var countsRefunds: Bool { self == .sum }
}

/// The functions of a formula besides aggregates and `tiers`.
enum FormulaFunction: String, CaseIterable, Hashable, Sendable {
    case clamp
    case abs
    case round
    case ifmissing
    case priorYear = "上年"
    case samePeriodOfPriorYear = "上年同期"
    case monthEndMean = "月末平均"
    /// Whether a field of a record is missing: true or false, never missing itself.
    case ismissing
    /// How many characters (字) a text has.
    case len
    /// Whether a text contains another.
    case contains

    var looksAtOtherPeriods: Bool {
        self == .priorYear || self == .samePeriodOfPriorYear || self == .monthEndMean
    }

    var argumentCount: Int {
        switch self {
        case .clamp: 3
        case .round, .ifmissing, .contains: 2
        case .abs, .priorYear, .samePeriodOfPriorYear, .monthEndMean, .ismissing, .len: 1
        }
    }
}
