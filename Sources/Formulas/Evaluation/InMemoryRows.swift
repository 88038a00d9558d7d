package import Quantities

/// What an evaluation asks of books besides the rows of their ledgers.
package protocol BookFacts: Sendable {
    /// Whether the snapshot's book keeps the ledger for the snapshot's period, so that no rows mean 0.
    func keeps(ledger: String, in snapshot: Snapshot) -> Bool

    /// The typed figure (期初录入数) of a measure for a whole year that lies before the books.
    func typedFigure(of measure: String, for book: BookID) -> Quantity?
}

/// The rows of ledgers, for evaluation in memory.
package protocol InMemoryRows: BookFacts {
    /// All rows of a ledger of one unit, of all years, in any order.
    func rows(of ledger: String, unitCode: String) -> [LedgerRow]
}

/// Why an evaluation has no value at all, not even a missing one.
package enum EvaluationError: Error, Hashable, Sendable {
    /// The exact result does not fit; it is refused, never wrapped.
    case overflow(formula: String)
    /// A stored cell does not fit its column.
    case wrongCell(ledger: String, row: Int64, column: String)
    /// A typed figure has another unit than its measure.
    case typedFigureUnit(measure: String, expected: FormulaType, found: MeasureUnit)
    /// The database answered with other columns than the plan asked for.
    case unexpectedAnswer(ledger: String)
    /// The formula and its snapshot are not of the plan.
    case notPlanned(formula: String)

    package var message: String {
        switch self {
        case .overflow(let formula): "“\(formula)”的结果太大，无法精确表示。请核对台账里的数。"
        case .wrongCell(let ledger, let row, let column):
            "台账“\(ledger)”第 \(row) 号记录的“\(column)”与字段类型不符。请先校验数据库。"
        case .typedFigureUnit(let measure, let expected, let found):
            "录入的“\(measure)”单位是“\(found)”，应是\(expected.words)。请改正录入的数。"
        case .unexpectedAnswer(let ledger): "台账“\(ledger)”的汇总结果与所求不符。请先校验数据库。"
        case .notPlanned(let formula): "“\(formula)”不在这次汇总的计划里。"
        }
    }
}
