package import Quantities

/// One aggregate of a formula in one period, asked row by row (分录检验): which entries it has read.
///
/// The trace of a figure counts and digests them as they stream by, without holding them.
package struct EntryTest: Sendable {
    package let ledger: LedgerShape
    /// `sum(支付.金额; 类别 = "公用经费")`.
    package let text: String
    package let snapshot: Snapshot
    private let aggregate: Aggregate

    /// The tests of all aggregates of a formula, each once, in reading order.
    package static func tests(of formula: CheckedFormula, at snapshot: Snapshot) -> [EntryTest] {
        var tests: [EntryTest] = []
        for demand in formula.demands {
            var periods = [EvaluationPeriod(snapshot)]
            for shift in demand.path { periods = periods.flatMap { $0.shifted(shift) } }
            for period in periods {
                let test = EntryTest(
                    ledger: demand.aggregate.ledger, text: demand.aggregate.text,
                    snapshot: period.snapshot, aggregate: demand.aggregate)
                if !tests.contains(where: { $0.key == test.key }) { tests.append(test) }
            }
        }
        return tests
    }

    /// What tells one test from another.
    package struct Key: Hashable, Sendable {
        let text: String
        let snapshot: Snapshot
    }

    package var key: Key { Key(text: text, snapshot: snapshot) }

    /// Whether a row counts that the snapshot sees and nothing has taken back; of a register, that
    /// is current on the snapshot's last day.
    package func admits(_ row: LedgerRow) throws(EvaluationError) -> Bool {
        guard row.kind == .normal || (row.kind == .refund && aggregate.function.countsRefunds)
        else { return false }
        let reader = RowReader(ledger: ledger, row: row)
        if ledger.kind == .entries {
            guard row.book == snapshot.book, let day = try reader.day,
                day >= snapshot.periodStart, day <= snapshot.periodEnd
            else { return false }
        }
        guard let filter = aggregate.filter else { return true }
        return try reader.truth(of: filter, at: snapshot) == true
    }
}

extension AggregateTrace {
    /// `sum(支付.金额; 类别 = "公用经费")`, as ``EntryTest/text`` has it.
    package var text: String {
        let column = column.map { ".\($0)" } ?? ""
        let filter = filter.isEmpty ? "" : "; \(filter)"
        return "\(function.rawValue)(\(ledger)\(column)\(filter))"
    }
}

extension LedgerShape {
    /// The versions of a register that are current on a day (现行版本), of rows that are visible and
    /// not taken back, in id order.
    package func currentVersions(
        of rows: [LedgerRow], on day: Day
    ) throws(EvaluationError) -> [LedgerRow] {
        var current: [[ExactCell]: (row: LedgerRow, day: Day)] = [:]
        for row in rows where row.kind != .reversal {
            let reader = RowReader(ledger: self, row: row)
            guard let validFrom = try reader.day, validFrom <= day else { continue }
            let key = try reader.key
            if let known = current[key], (known.day, known.row.id) > (validFrom, row.id) {
                continue
            }
            current[key] = (row, validFrom)
        }
        return current.values.map(\.row).sorted { $0.id < $1.id }
    }
}
