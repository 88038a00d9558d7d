import Quantities

/// What is wanted of one ledger: the figures, the units and the years.
struct LedgerPlan: Sendable {
    let ledger: LedgerShape
    private(set) var columns: [AggregateColumn] = []
    private(set) var units: Set<String> = []
    private(set) var years: Set<Int> = []
    /// The first and last day that any figure of a year wants.
    private(set) var bounds: [Int: ClosedRange<Day>] = [:]
    private var columnPlaces: [AggregateColumn: Int] = [:]
    private var answers: [AnswerKey: [Int]] = [:]

    private struct AnswerKey: Hashable, Sendable {
        let number: Int
        let window: AggregateColumn.Window
    }

    init(ledger: LedgerShape) { self.ledger = ledger }

    mutating func add(_ aggregate: Aggregate, _ want: Want, _ journals: JournalSlots) {
        units.insert(want.snapshot.book.unitCode)
        years.insert(want.snapshot.book.year.number)
        guard let window = window(of: aggregate, at: want.snapshot, journals) else { return }
        let key = AnswerKey(number: want.number, window: window)
        guard answers[key] == nil else { return }
        answers[key] = AggregateColumn.columns(of: aggregate, in: window).map { column in
            if let place = columnPlaces[column] { return place }
            columnPlaces[column] = columns.count
            columns.append(column)
            return columns.count - 1
        }
        guard let year = window.year else { return }
        let start = min(window.start ?? window.end, window.end)
        let known = bounds[year] ?? start...window.end
        bounds[year] = min(known.lowerBound, start)...max(known.upperBound, window.end)
    }

    /// The same plan in which the figures of several years that want all rows of their year's bounds
    /// share one column: the grouping by year tells them apart.
    func sharingYears() -> LedgerPlan {
        guard years.count > 1, let last = bounds.values.map(\.upperBound).max() else { return self }
        var plan = self
        plan.columns = []
        plan.columnPlaces = [:]
        let places = columns.map { column in
            var column = column
            if let bounds = column.window.year.flatMap({ bounds[$0] }),
                column.wantsAllRows(within: bounds)
            {
                column.window = .init(year: nil, start: nil, end: last, slot: column.window.slot)
            }
            if let place = plan.columnPlaces[column] { return place }
            plan.columnPlaces[column] = plan.columns.count
            plan.columns.append(column)
            return plan.columns.count - 1
        }
        plan.answers = answers.mapValues { $0.map { places[$0] } }
        return plan
    }

    /// The places of the figures that answer an aggregate; nil where the plan has none.
    func places(
        of aggregate: Aggregate, number: Int, at snapshot: Snapshot, _ journals: JournalSlots
    ) -> [Int]? {
        window(of: aggregate, at: snapshot, journals)
            .flatMap { answers[AnswerKey(number: number, window: $0)] }
    }

    private func window(
        of aggregate: Aggregate, at snapshot: Snapshot, _ journals: JournalSlots
    ) -> AggregateColumn.Window? {
        guard let slot = journals.slot(of: snapshot) else { return nil }
        let isRegister = ledger.kind == .register
        let needsStart = !isRegister || aggregate.filter?.usesPeriodStart == true
        return AggregateColumn.Window(
            year: isRegister ? nil : snapshot.book.year.number,
            start: needsStart ? snapshot.periodStart : nil, end: snapshot.periodEnd, slot: slot)
    }

    /// The statements: one, but for very many figures or units.
    func passes(place: Int, journals: JournalSlots) throws(EvaluationError) -> [AggregatePass] {
        let sortedUnits = units.sorted()
        var passes: [AggregatePass] = []
        for figures in figureRanges {
            for start in stride(from: 0, to: sortedUnits.count, by: AggregatePlan.Limit.units) {
                let end = min(start + AggregatePlan.Limit.units, sortedUnits.count)
                let writer = PassSQL(
                    ledger: ledger, columns: columns[figures], units: sortedUnits[start..<end],
                    years: years.sorted(), bounds: bounds, journals: journals)
                do throws(ArithmeticError) {
                    passes.append(
                        AggregatePass(
                            ledger: ledger.name, table: ledger.table,
                            statement: try writer.statement(),
                            columnCount: figures.count + (ledger.kind == .register ? 1 : 2),
                            ledgerPlace: place, figures: figures))
                } catch {
                    throw .overflow(formula: ledger.name)
                }
            }
        }
        return passes
    }

    /// The figures cut into passes by their number and that of their bound texts.
    private var figureRanges: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var values = 0
        for (place, column) in columns.enumerated() {
            let more = column.filter?.textCount ?? 0
            let isFull =
                place - start == AggregatePlan.Limit.columns
                || values + more > AggregatePlan.Limit.values
            if isFull, place > start {
                ranges.append(start..<place)
                (start, values) = (place, 0)
            }
            values += more
        }
        if start < columns.count { ranges.append(start..<columns.count) }
        return ranges
    }
}

extension Condition {
    /// How many values it binds.
    fileprivate var textCount: Int {
        func texts(_ operand: Operand) -> Int {
            if case .constant(.text) = operand { 1 } else { 0 }
        }
        switch self {
        case .constant, .truth: return 0
        case .not(let inner): return inner.textCount
        case .and(let left, let right), .or(let left, let right):
            return left.textCount + right.textCount
        case .comparison(let left, _, let right): return texts(left) + texts(right)
        case .membership(let operand, let items, _):
            return items.reduce(texts(operand)) { $0 + texts(.constant($1)) }
        }
    }
}
