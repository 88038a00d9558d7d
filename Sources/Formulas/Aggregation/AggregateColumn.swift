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
    var window: Window

    /// The period of a column; books of one year and one unit's journal share it.
    struct Window: Hashable, Sendable {
        /// nil for a register, which knows no years, and for all rows within each year's bounds.
        let year: Int?
        /// nil where nothing depends on it.
        let start: Day?
        let end: Day
        /// Which of its unit's journal numbers bounds the rows.
        let slot: Int
    }

    /// Whether the window is the bounds of its year, and the filter names neither end of it.
    func wantsAllRows(within bounds: ClosedRange<Day>) -> Bool {
        window.start == bounds.lowerBound && window.end == bounds.upperBound
            && filter?.names { $0 == .periodStart || $0 == .periodEnd } != true
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
    var usesPeriodStart: Bool { names { $0 == .periodStart } }

    /// Whether any compared operand is one that `isMeant`.
    func names(_ isMeant: (Operand) -> Bool) -> Bool {
        switch self {
        case .constant, .truth: false
        case .not(let inner): inner.names(isMeant)
        case .and(let left, let right), .or(let left, let right):
            left.names(isMeant) || right.names(isMeant)
        case .comparison(let left, _, let right): isMeant(left) || isMeant(right)
        case .membership(let operand, _, _): isMeant(operand)
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
