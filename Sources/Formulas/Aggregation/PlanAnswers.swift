import Quantities

/// What a database answered to a plan, as a source of aggregates.
struct PlanAnswers: AggregateSource {
    private let plan: AggregatePlan
    /// For each pass its rows by book.
    private let tables: [[Group: [SQLValue]]]

    private struct Group: Hashable {
        let unitCode: String
        /// nil for a register.
        let year: Int64?
    }

    /// - Throws: ``EvaluationError/unexpectedAnswer(ledger:)`` where rows are not of the plan.
    init(plan: AggregatePlan, results: [[[SQLValue]]]) throws(EvaluationError) {
        guard results.count == plan.passes.count
        else { throw .unexpectedAnswer(ledger: plan.passes.first?.ledger ?? "") }
        var tables: [[Group: [SQLValue]]] = []
        for (pass, rows) in zip(plan.passes, results) {
            let hasYear = plan.ledgers[pass.ledgerPlace].ledger.kind == .entries
            var table: [Group: [SQLValue]] = [:]
            for row in rows {
                guard row.count == pass.columnCount, case .text(let unitCode) = row[0]
                else { throw .unexpectedAnswer(ledger: pass.ledger) }
                var year: Int64?
                if hasYear {
                    guard case .integer(let number) = row[1]
                    else { throw .unexpectedAnswer(ledger: pass.ledger) }
                    year = number
                }
                let group = Group(unitCode: unitCode, year: year)
                guard table.updateValue(row, forKey: group) == nil
                else { throw .unexpectedAnswer(ledger: pass.ledger) }
            }
            tables.append(table)
        }
        self.plan = plan
        self.tables = tables
    }

    func answer(
        to aggregate: Aggregate, node: Node, at snapshot: Snapshot
    ) throws(EvaluationError) -> AggregateAnswer {
        guard let number = plan.numbers.number(of: aggregate, node: node),
            case let place = plan.ledgerPlaces[number],
            let figures = plan.ledgers[place].places(
                of: aggregate, number: number, at: snapshot, plan.journals)
        else { throw .notPlanned(formula: aggregate.text) }
        let isRegister = aggregate.ledger.kind == .register
        let group = Group(
            unitCode: snapshot.book.unitCode,
            year: isRegister ? nil : Int64(snapshot.book.year.number))
        var values: [SQLValue] = []
        for figure in figures {
            guard let value = value(of: figure, ledgerPlace: place, in: group)
            else { return .none }
            values.append(value)
        }
        return try answer(from: values, to: aggregate)
    }

    /// nil where no row of the ledger stands in the group.
    private func value(of figure: Int, ledgerPlace: Int, in group: Group) -> SQLValue? {
        for (pass, table) in zip(plan.passes, tables)
        where pass.ledgerPlace == ledgerPlace && pass.figures.contains(figure) {
            guard let row = table[group] else { continue }
            let offset = pass.columnCount - pass.figures.count
            return row[offset + figure - pass.figures.lowerBound]
        }
        return nil
    }

    private func answer(
        from values: [SQLValue], to aggregate: Aggregate
    ) throws(EvaluationError) -> AggregateAnswer {
        guard case .integer(let rows) = values[0]
        else { throw .unexpectedAnswer(ledger: aggregate.ledger.name) }
        guard rows > 0, values.count > 1 else {
            return AggregateAnswer(passingRows: rows, result: .missing)
        }
        switch values[1] {
        // Rows pass, but none tells apart: their cells are all blank.
        case .integer(0) where aggregate.function == .distinct:
            return AggregateAnswer(passingRows: rows, result: .missing)
        case .integer(let integer):
            return AggregateAnswer(passingRows: rows, result: .integer(integer))
        case .text(let text): return AggregateAnswer(passingRows: rows, result: .text(text))
        case .null: return AggregateAnswer(passingRows: rows, result: .missing)
        case .bytes: throw .unexpectedAnswer(ledger: aggregate.ledger.name)
        }
    }
}
