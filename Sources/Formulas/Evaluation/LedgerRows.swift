import Quantities

/// Answers aggregates from rows in memory: slow, plain, and the judge of what databases answer.
struct LedgerRows: AggregateSource {
    let source: any InMemoryRows

    func answer(
        to aggregate: Aggregate, node: Node, at snapshot: Snapshot
    ) throws(EvaluationError) -> AggregateAnswer {
        let rows = try rows(of: aggregate.ledger, at: snapshot)
        var passing: [LedgerRow] = []
        for row in rows where row.kind == .normal || aggregate.function.countsRefunds {
            let reader = RowReader(ledger: aggregate.ledger, row: row)
            if let filter = aggregate.filter {
                guard try reader.truth(of: filter, at: snapshot) == true else { continue }
            }
            passing.append(row)
        }
        return AggregateAnswer(
            passingRows: Int64(passing.count), result: try result(of: aggregate, over: passing))
    }

    /// The rows that count: those of the book whose day lies in the period, or the versions of a
    /// register that are current on the last day.
    private func rows(
        of ledger: LedgerShape, at snapshot: Snapshot
    ) throws(EvaluationError) -> [LedgerRow] {
        let visible = source.rows(of: ledger.name, unitCode: snapshot.book.unitCode)
            .filter { $0.journalNumber <= snapshot.journalNumber }
        let struck = Set(visible.filter { $0.kind == .reversal }.compactMap(\.reverses))
        var dated: [(row: LedgerRow, day: Day)] = []
        for row in visible where row.kind != .reversal && !struck.contains(row.id) {
            let reader = RowReader(ledger: ledger, row: row)
            if let day = try reader.day, day <= snapshot.periodEnd { dated.append((row, day)) }
        }
        switch ledger.kind {
        case .entries:
            return dated.filter { $0.row.book == snapshot.book && $0.day >= snapshot.periodStart }
                .map(\.row)
        case .register:
            return try ledger.currentVersions(of: dated.map(\.row), on: snapshot.periodEnd)
        }
    }

    private func result(
        of aggregate: Aggregate, over rows: [LedgerRow]
    ) throws(EvaluationError) -> CellValue {
        guard let column = aggregate.column else { return .missing }
        var cells: [CellValue] = []
        for row in rows {
            let cell = try RowReader(ledger: aggregate.ledger, row: row).cell(column)
            if cell != .missing { cells.append(cell) }
        }
        guard !cells.isEmpty else { return .missing }
        switch aggregate.function {
        case .count: return .missing
        case .distinct: return .integer(Int64(Set(cells.map(ExactCell.init)).count))
        case .min: return cells.min { ExactCell($0) < ExactCell($1) } ?? .missing
        case .max: return cells.max { ExactCell($0) < ExactCell($1) } ?? .missing
        case .sum:
            let sum = cells.reduce(Int128(0)) {
                if case .integer(let integer) = $1 { $0 + Int128(integer) } else { $0 }
            }
            guard let total = Int64(exactly: sum)
            else { throw .overflow(formula: aggregate.text) }
            return .integer(total)
        }
    }
}

/// A stored cell that equals another only byte by byte; blanks first, integers before texts.
enum ExactCell: Hashable, Comparable, Sendable {
    case missing
    case integer(Int64)
    case text(ExactText)

    init(_ cell: CellValue) {
        switch cell {
        case .integer(let integer): self = .integer(integer)
        case .text(let text): self = .text(ExactText(text))
        case .missing: self = .missing
        }
    }
}

extension Aggregate {
    /// `sum(支付.金额; 类别 = "公用经费")`.
    var text: String {
        let column = columnShape.map { ".\($0.name)" } ?? ""
        let filter = filterText.isEmpty ? "" : "; \(filterText)"
        return "\(function.rawValue)(\(ledger.name)\(column)\(filter))"
    }
}
