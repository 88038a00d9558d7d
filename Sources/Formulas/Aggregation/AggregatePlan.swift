/// What one pass over each ledger must sum up, so that many formulas have their values for many
/// books at once.
///
/// Cost: a ledger is read once for each 1,000 figures (or 30,000 bound texts) and each 10,000
/// units, however many formulas and books ask; nearly always that is one statement. The rows taken
/// back are found beside it by the reversals alone.
package struct AggregatePlan: Sendable {
    package enum Limit {
        /// SQLite gives 2,000 result columns at most, PostgreSQL 1,600.
        package static let columns = 1000
        /// SQLite binds 32,766 values at most.
        package static let values = 30_000
        /// Unit codes stand in the statement, which SQLite holds to 1,000,000 bytes.
        package static let units = 10_000
    }

    package let formulas: [CheckedFormula]
    package let snapshots: [Snapshot]
    /// The statements, in a fixed order; their answers go to ``evaluator(from:facts:)``.
    package let passes: [AggregatePass]
    let ledgers: [LedgerPlan]
    let journals: JournalSlots
    let numbers: AggregateNumbers
    /// The place in ``ledgers`` of each aggregate by its number.
    let ledgerPlaces: [Int]

    /// Plans all formulas for all snapshots.
    ///
    /// - Throws: ``EvaluationError`` where a filter's number does not fit at its column's scale.
    package init(
        formulas: [CheckedFormula], snapshots: [Snapshot]
    ) throws(EvaluationError) {
        var numbers = AggregateNumbers()
        for formula in formulas { numbers.add(formula.demands) }
        var wanted: [Want] = []
        var seen: Set<Want> = []
        for demand in Set(formulas.flatMap(\.demands).map { numbers.want($0) }).sorted() {
            for snapshot in snapshots {
                for period in demand.periods(from: EvaluationPeriod(snapshot)) {
                    let want = Want(number: demand.number, snapshot: period.snapshot)
                    if seen.insert(want).inserted { wanted.append(want) }
                }
            }
        }
        let journals = JournalSlots(wanted.map(\.snapshot))
        let shapes = numbers.aggregates.map(\.ledger).reduce(into: [LedgerShape]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        var ledgers = shapes.map { LedgerPlan(ledger: $0) }
        ledgerPlaces = numbers.aggregates.compactMap { shapes.firstIndex(of: $0.ledger) }
        for want in wanted {
            ledgers[ledgerPlaces[want.number]].add(
                numbers.aggregates[want.number], want, journals)
        }
        ledgers = ledgers.map { $0.sharingYears() }
        self.formulas = formulas
        self.snapshots = snapshots
        self.journals = journals
        self.ledgers = ledgers
        self.numbers = numbers
        var passes: [AggregatePass] = []
        for (place, ledger) in ledgers.enumerated() {
            passes += try ledger.passes(place: place, journals: journals)
        }
        self.passes = passes
    }

    /// The ledgers' names with their statements.
    package var statements: [(ledger: String, statement: SQLStatement)] {
        passes.map { ($0.ledger, $0.statement) }
    }

    /// An evaluator over what the database answered.
    ///
    /// - Parameter results: for each statement its rows, each an array in column order.
    package func evaluator(
        from results: [[[SQLValue]]], facts: some BookFacts
    ) throws(EvaluationError) -> Evaluator {
        Evaluator(source: try PlanAnswers(plan: self, results: results), facts: facts)
    }

    /// The values of each formula, in the order of ``formulas``, at each of ``snapshots``.
    package func values(
        from results: [[[SQLValue]]], facts: some BookFacts
    ) throws(EvaluationError) -> [[FormulaValue]] {
        let evaluator = try evaluator(from: results, facts: facts)
        var values = formulas.map { _ in [FormulaValue]() }
        for snapshot in snapshots {
            for (place, value) in try evaluator.values(of: formulas, at: snapshot).enumerated() {
                values[place].append(value)
            }
        }
        return values
    }
}

/// One statement of a plan.
package struct AggregatePass: Sendable {
    /// The ledger's Chinese name.
    package let ledger: String
    package let table: String
    package let statement: SQLStatement
    /// How many columns each row has: unit code, for entries the year, then the figures.
    package let columnCount: Int
    /// Which ledger of the plan, and which of its figures.
    let ledgerPlace: Int
    let figures: Range<Int>
}

/// An aggregate (by number) wanted at a snapshot.
struct Want: Hashable {
    let number: Int
    let snapshot: Snapshot
}

/// The distinct aggregates of a plan, numbered in the order in which they come.
struct AggregateNumbers: Sendable {
    private(set) var aggregates: [Aggregate] = []
    private var byNode: [ObjectIdentifier: Int] = [:]
    private var known: [Key: Int] = [:]

    /// What makes two aggregates the same, however their filters are written.
    private struct Key: Hashable, Sendable {
        let function: AggregateFunction
        let ledger: LedgerShape
        let column: Int?
        let filter: Condition?

        init(_ aggregate: Aggregate) {
            function = aggregate.function
            ledger = aggregate.ledger
            column = aggregate.column
            filter = aggregate.filter
        }
    }

    /// An aggregate and how its period follows from the snapshot's.
    struct Demand: Hashable, Comparable {
        let number: Int
        let path: [PeriodShift]

        static func < (lhs: Self, rhs: Self) -> Bool {
            lhs.number != rhs.number
                ? lhs.number < rhs.number
                : lhs.path.map(\.rawValue).lexicographicallyPrecedes(rhs.path.map(\.rawValue))
        }

        func periods(from period: EvaluationPeriod) -> [EvaluationPeriod] {
            path.reduce([period]) { periods, shift in periods.flatMap { $0.shifted(shift) } }
        }
    }

    mutating func add(_ demands: [CheckedFormula.Demand]) {
        for demand in demands where byNode[ObjectIdentifier(demand.node)] == nil {
            let key = Key(demand.aggregate)
            let number = known[key] ?? aggregates.count
            if number == aggregates.count {
                known[key] = number
                aggregates.append(demand.aggregate)
            }
            byNode[ObjectIdentifier(demand.node)] = number
        }
    }

    /// The number of an aggregate: quickly by its node, else by what it means, so that a formula
    /// checked once more has its values too.
    func number(of aggregate: Aggregate, node: Node) -> Int? {
        byNode[ObjectIdentifier(node)] ?? known[Key(aggregate)]
    }

    func want(_ demand: CheckedFormula.Demand) -> Demand {
        guard let number = byNode[ObjectIdentifier(demand.node)]
        else { preconditionFailure("every demand has been added") }
        return Demand(number: number, path: demand.path)
    }
}

/// The journal numbers that bound each unit's rows; nearly always one a unit.
struct JournalSlots: Sendable {
    /// Ascending, each once.
    let numbers: [String: [Int64]]
    /// The most that any unit has.
    let count: Int
    /// The numbers, where all units have the same.
    let shared: [Int64]?

    init(_ snapshots: [Snapshot]) {
        var sets: [String: Set<Int64>] = [:]
        for snapshot in snapshots {
            sets[snapshot.book.unitCode, default: []].insert(snapshot.journalNumber)
        }
        numbers = sets.mapValues { $0.sorted() }
        count = numbers.values.map(\.count).max() ?? 0
        let kinds = Set(numbers.values)
        shared = kinds.count == 1 ? kinds.first : nil
    }

    func slot(of snapshot: Snapshot) -> Int? {
        numbers[snapshot.book.unitCode]?.firstIndex(of: snapshot.journalNumber)
    }

    /// A unit with fewer numbers repeats its last.
    func number(_ slot: Int, of unitCode: String) -> Int64 {
        let own = numbers[unitCode, default: [0]]
        return own[min(slot, own.count - 1)]
    }
}
