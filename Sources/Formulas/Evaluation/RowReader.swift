import Quantities

/// Reads the cells of one row by the types of its ledger, and asks filters of it.
struct RowReader {
    let ledger: LedgerShape
    let row: LedgerRow

    /// The day that says when; nil where it is blank.
    var day: Day? {
        get throws(EvaluationError) {
            guard let column = ledger.columns.firstIndex(where: { $0.name == ledger.dayColumn }),
                case .day(let day) = try value(column)
            else { return nil }
            return day
        }
    }

    /// What names the thing of a register; blanks are alike.
    var key: [ExactCell] {
        get throws(EvaluationError) {
            var key: [ExactCell] = []
            for (index, column) in ledger.columns.enumerated()
            where ledger.keyColumns.contains(column.name) {
                key.append(ExactCell(try cell(index)))
            }
            return key
        }
    }

    /// The stored cell, once it is known to fit its column.
    func cell(_ column: Int) throws(EvaluationError) -> CellValue {
        guard row.cells.indices.contains(column) else { throw wrongCell(column) }
        let cell = row.cells[column]
        switch (cell, ledger.columns[column].type) {
        case (.missing, _), (.integer, .money), (.integer, .number), (.text, .text): return cell
        case (.integer(0), .truth), (.integer(1), .truth): return cell
        case (.text(let text), .day) where Day(iso: text) != nil: return cell
        default: throw wrongCell(column)
        }
    }

    /// The value in base units.
    func value(_ column: Int) throws(EvaluationError) -> FormulaValue {
        switch (try cell(column), ledger.columns[column].type) {
        case (.integer(let integer), .truth): return .truth(integer == 1)
        case (.text(let text), .text): return .text(text)
        case (let cell, let type): return cell.value(scale: type.scale)
        }
    }

    /// Whether the filter holds; nil where a blank leaves it open.
    func truth(
        of condition: Condition, at snapshot: Snapshot
    ) throws(EvaluationError) -> Bool? {
        switch condition {
        case .constant(let truth): return truth
        case .truth(let column): return try value(column).truth
        case .not(let inner): return try truth(of: inner, at: snapshot).map { !$0 }
        case .and(let left, let right):
            let sides = [try truth(of: left, at: snapshot), try truth(of: right, at: snapshot)]
            return sides.contains(false) ? false : sides.contains(nil) ? nil : true
        case .or(let left, let right):
            let sides = [try truth(of: left, at: snapshot), try truth(of: right, at: snapshot)]
            return sides.contains(true) ? true : sides.contains(nil) ? nil : false
        case .comparison(let left, let relation, let right):
            let sides = [try value(of: left, at: snapshot), try value(of: right, at: snapshot)]
            return sides.contains(.missing) ? nil : relation.holds(sides[0], sides[1])
        case .membership(let operand, let items, let isNegated):
            let value = try value(of: operand, at: snapshot)
            guard value != .missing else { return nil }
            return items.contains { Relation.equal.holds(value, $0.value) } != isNegated
        }
    }

    private func value(
        of operand: Condition.Operand, at snapshot: Snapshot
    ) throws(EvaluationError) -> FormulaValue {
        switch operand {
        case .column(let column): try value(column)
        case .constant(let constant): constant.value
        case .periodStart: .day(snapshot.periodStart)
        case .periodEnd: .day(snapshot.periodEnd)
        }
    }

    private func wrongCell(_ column: Int) -> EvaluationError {
        .wrongCell(ledger: ledger.name, row: row.id, column: ledger.columns[column].name)
    }
}

extension FormulaValue {
    /// The truth; nil for anything else.
    package var truth: Bool? {
        if case .truth(let truth) = self { truth } else { nil }
    }
}

extension Condition.Constant {
    var value: FormulaValue {
        switch self {
        case .number(let value): .number(value)
        case .truth(let truth): .truth(truth)
        case .text(let text): .text(text.text)
        case .day(let day): .day(day)
        }
    }
}
