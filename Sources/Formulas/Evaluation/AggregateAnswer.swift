import Quantities

/// What a ledger answers to one aggregate (汇总) in one period.
struct AggregateAnswer: Hashable, Sendable {
    /// The rows that pass the filter and that the aggregate counts: a 退款 only in sums.
    let passingRows: Int64
    /// The stored sum, number of different values, least or greatest; missing where all passing
    /// rows are blank, or none passes. `count` has none.
    let result: CellValue

    static let none = AggregateAnswer(passingRows: 0, result: .missing)

    /// The value in base units.
    ///
    /// - Parameter isKept: whether no rows mean 0.
    func value(of aggregate: Aggregate, isKept: Bool) -> FormulaValue {
        if passingRows == 0 {
            switch aggregate.function {
            case .sum, .count, .distinct: return isKept ? .number(.zero) : .missing
            case .min, .max: return .missing
            }
        }
        if aggregate.function == .count { return .number(Fraction(passingRows)) }
        guard aggregate.function != .distinct else { return result.value(scale: 0) }
        return result.value(scale: aggregate.columnShape?.type.scale)
    }
}

/// Who answers aggregates: rows in memory, or a database by a plan.
protocol AggregateSource: Sendable {
    func answer(
        to aggregate: Aggregate, node: Node, at snapshot: Snapshot
    ) throws(EvaluationError) -> AggregateAnswer
}

extension CellValue {
    /// The value of a stored integer with `scale` decimals, or of a stored day where it has none.
    func value(scale: Int?) -> FormulaValue {
        switch self {
        case .missing: .missing
        case .integer(let integer):
            .number(ExactDecimal(mantissa: Int128(integer), scale: scale ?? 0).fraction)
        case .text(let text): Day(iso: text).map { .day($0) } ?? .missing
        }
    }
}
