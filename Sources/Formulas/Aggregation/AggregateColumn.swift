import Quantities

/// One result column of a pass: one figure over the rows of one ledger in one period.
struct AggregateColumn: Hashable, Sendable {
    enum Figure: Hashable, Sendable {
        /// How many rows pass.
        case rows
        /// A column of the ledger, by its place.
        case sum(Int)
        case distinct(Int)
        case least(Int)
        case greatest(Int)
    }

    let figure: Figure
    let countsRefunds: Bool
    let filter: Condition?
    let window: Window

    /// The period of a column; books of one year and one unit's journal share it.
    struct Window: Hashable, Sendable {
        /// nil for a register, which knows no years.
        let year: Int?
        /// nil where nothing depends on it.
        let start: Day?
        let end: Day
        /// Which of its unit's journal numbers bounds the rows.
        let slot: Int
    }

    /// The columns that answer an aggregate: the rows that pass, and the result but for `count`.
    static func columns(of aggregate: Aggregate, in window: Window) -> [AggregateColumn] {
        let refunds = aggregate.function.countsRefunds
        func column(_ figure: Figure) -> AggregateColumn {
            AggregateColumn(
                figure: figure, countsRefunds: refunds, filter: aggregate.filter, window: window)
        }
        guard let place = aggregate.column else { return [column(.rows)] }
        switch aggregate.function {
        case .count: return [column(.rows)]
        case .sum: return [column(.rows), column(.sum(place))]
        case .distinct: return [column(.rows), column(.distinct(place))]
        case .min: return [column(.rows), column(.least(place))]
        case .max: return [column(.rows), column(.greatest(place))]
        }
    }
}

extension Condition {
    /// Whether the condition names 期初.
    var usesPeriodStart: Bool {
        switch self {
        case .constant, .truth: false
        case .not(let inner): inner.usesPeriodStart
        case .and(let left, let right), .or(let left, let right):
            left.usesPeriodStart || right.usesPeriodStart
        case .comparison(let left, _, let right): left == .periodStart || right == .periodStart
        case .membership(let operand, _, _): operand == .periodStart
        }
    }

    /// The places of the columns that it reads.
    var columns: Set<Int> {
        func place(_ operand: Operand) -> Set<Int> {
            if case .column(let column) = operand { [column] } else { [] }
        }
        switch self {
        case .constant: return []
        case .truth(let column): return [column]
        case .not(let inner): return inner.columns
        case .and(let left, let right), .or(let left, let right):
            return left.columns.union(right.columns)
        case .comparison(let left, _, let right): return place(left).union(place(right))
        case .membership(let operand, _, _): return place(operand)
        }
    }
}
