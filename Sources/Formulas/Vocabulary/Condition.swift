import Quantities

/// A filter (筛选条件) over the rows of one ledger, its names resolved; it takes only what is true.
indirect enum Condition: Hashable, Sendable {
    case constant(Bool)
    /// A 是/否 column, by its place in the ledger.
    case truth(column: Int)
    case not(Condition)
    case and(Condition, Condition)
    case or(Condition, Condition)
    case comparison(Operand, Relation, Operand)
    case membership(Operand, [Constant], isNegated: Bool)

    enum Operand: Hashable, Sendable {
        case column(Int)
        case constant(Constant)
        /// 期初
        case periodStart
        /// 期末
        case periodEnd
    }

    /// A fixed value in base units.
    enum Constant: Hashable, Sendable {
        case number(Fraction)
        case truth(Bool)
        case text(ExactText)
        case day(Day)
    }
}

/// An aggregate (汇总) over the rows of one ledger, its names resolved.
struct Aggregate: Hashable, Sendable {
    let function: AggregateFunction
    let ledger: LedgerShape
    /// The column's place in the ledger; nil for `count`.
    let column: Int?
    let filter: Condition?
    /// As written; empty without a filter.
    let filterText: String

    var columnShape: ColumnShape? { column.map { ledger.columns[$0] } }
}

extension ColumnShape.ValueType {
    /// The type that a formula sees.
    var formulaType: FormulaType {
        switch self {
        case .money: .number(.yuan)
        case .number(_, let unit): .number(unit)
        case .day: .day
        case .text: .text
        case .truth: .truth
        }
    }

    /// How many decimals the stored integer has: 2 for money, counted in 分; nil for no number.
    var scale: Int? {
        switch self {
        case .money: 2
        case .number(let scale, _): scale
        case .day, .text, .truth: nil
        }
    }
}
