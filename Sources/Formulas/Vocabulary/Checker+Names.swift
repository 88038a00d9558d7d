import Quantities

extension Checker {
    /// 期初 and 期末 are days of the snapshot, wherever they stand.
    static let periodStart = "期初"
    static let periodEnd = "期末"

    func named(_ name: String, _ whole: Expression) throws(FormulaError) -> Node {
        if let record { return try field(name, of: record, whole) }
        if name == Self.periodStart { return node(.periodStart, [], .day, whole) }
        if name == Self.periodEnd { return node(.periodEnd, [], .day, whole) }
        if let measure = measures[name] { return measure.root }
        if let parameter = parameters[name] { return constant(parameter, name, whole) }
        if ledgers.contains(where: { $0.name == name }) {
            throw error(.ledgerAsName(name), whole.range)
        }
        if let ledger = ledgers.first(where: { $0.column(named: name) != nil }) {
            throw error(.columnOutsideFilter(name, ledger: ledger.name), whole.range)
        }
        if UnitSymbol.named(name) != nil { throw error(.unitAsName(name), whole.range) }
        let known = Array(measureNames) + Array(parameters.keys)
        throw error(
            .unknownName(name, nearest: Spelling.nearest(to: name, among: known)), whole.range)
    }

    func constant(_ parameter: Parameter, _ name: String, _ whole: Expression) -> Node {
        node(
            .parameter(name, parameter.literal.value), [], parameter.literal.type, whole,
            isPercentage: parameter.isPercentage)
    }

    func aggregate(
        _ call: Expression.AggregateCall, _ whole: Expression
    ) throws(FormulaError) -> Node {
        guard let ledger = ledgers.first(where: { $0.name == call.ledger.name }) else {
            let nearest = Spelling.nearest(to: call.ledger.name, among: ledgers.map(\.name))
            throw error(.unknownLedger(call.ledger.name, nearest: nearest), call.ledger.range)
        }
        let column = try call.column.map { name throws(FormulaError) in
            try self.column(name, of: ledger)
        }
        let type = try aggregateType(call, ledger, column, whole.range)
        let filter = try call.filter.map { filter throws(FormulaError) in
            try condition(filter, on: ledger)
        }
        let aggregate = Aggregate(
            function: call.function, ledger: ledger, column: column, filter: filter,
            filterText: call.filter.map { source($0.range) } ?? "")
        return node(.aggregate(aggregate), [], type, whole)
    }

    private func column(
        _ name: Expression.PlacedName, of ledger: LedgerShape
    ) throws(FormulaError) -> Int {
        if let index = ledger.columns.firstIndex(where: { $0.name == name.name }) { return index }
        let nearest = Spelling.nearest(to: name.name, among: ledger.columns.map(\.name))
        throw error(.unknownColumn(name.name, ledger: ledger.name, nearest: nearest), name.range)
    }

    private func aggregateType(
        _ call: Expression.AggregateCall, _ ledger: LedgerShape, _ column: Int?,
        _ range: Range<Int>
    ) throws(FormulaError) -> FormulaType {
        guard let column, let name = call.column else {
            guard call.function == .count else {
                throw error(
                    .aggregateWithoutColumn(call.function, ledger: ledger.name), range)
            }
            return .number(ledger.rowUnit)
        }
        let shape = ledger.columns[column]
        switch (call.function, shape.type) {
        case (.count, _):
            throw error(.countOfColumn(ledger: ledger.name, column: shape.name), name.range)
        case (.distinct, _): return .number(shape.distinctUnit ?? MeasureUnit("个"))
        case (_, .money), (_, .number): return shape.type.formulaType
        case (.min, .day), (.max, .day): return .day
        default:
            throw error(.columnOfWrongType(call.function, column: shape.name), name.range)
        }
    }
}
