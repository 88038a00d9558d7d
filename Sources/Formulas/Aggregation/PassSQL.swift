import Quantities

/// Writes the statement of one pass over one ledger.
///
/// What all figures share (units, years, days, journal numbers, rows taken back) stands in WHERE;
/// the rest in the FILTER of each, which skips rows more cheaply than `CASE … END` does.
struct PassSQL {
    let ledger: LedgerShape
    let columns: ArraySlice<AggregateColumn>
    /// Sorted, as are the years.
    let units: ArraySlice<String>
    let years: [Int]
    /// The first and last day that any figure of a year wants; of the other passes too.
    let bounds: [Int: ClosedRange<Day>]
    let journals: JournalSlots
    /// The days as of which a register is wanted.
    private let ends: [Day]

    init(
        ledger: LedgerShape, columns: ArraySlice<AggregateColumn>, units: ArraySlice<String>,
        years: [Int], bounds: [Int: ClosedRange<Day>], journals: JournalSlots
    ) {
        self.ledger = ledger
        self.columns = columns
        self.units = units
        self.years = years
        self.bounds = bounds
        self.journals = journals
        ends = Set(columns.map(\.window.end)).sorted()
    }

    private var isRegister: Bool { ledger.kind == .register }
    private var hasOneSlot: Bool { journals.count <= 1 }

    func statement() throws(ArithmeticError) -> SQLStatement {
        var statement = SQLStatement.StringInterpolation(literalCapacity: 0, interpolationCount: 0)
        if journals.shared == nil { statement.appendInterpolation(scope) }
        statement.appendLiteral("SELECT e.unit_code")
        if !isRegister { statement.appendLiteral(", e.fiscal_year") }
        for column in columns {
            statement.appendLiteral(",\n")
            statement.appendInterpolation(try figure(column))
        }
        statement.appendInterpolation(isRegister ? versions : rows)
        statement.appendLiteral("\nGROUP BY e.unit_code")
        if !isRegister { statement.appendLiteral(", e.fiscal_year") }
        return SQLStatement(stringInterpolation: statement)
    }

    // MARK: Figures

    private func figure(_ column: AggregateColumn) throws(ArithmeticError) -> SQLStatement {
        var conditions = windowConditions(column.window)
        if !column.countsRefunds { conditions.append("e.row_kind = 0") }
        if let filter = column.filter {
            let writer = ConditionSQL(ledger: ledger, window: column.window)
            conditions.append(try writer.sql(filter))
        }
        let filter: SQLStatement =
            conditions.isEmpty ? "" : " FILTER (WHERE \(Self.all(conditions)))"
        switch column.figure {
        case .rows: return "COUNT(*)\(filter)"
        case .sum(let place): return "CAST(SUM(\(name(place)))\(filter) AS BIGINT)"
        case .distinct(let place): return "COUNT(DISTINCT \(name(place)))\(filter)"
        case .least(let place): return "MIN(\(name(place)))\(filter)"
        case .greatest(let place): return "MAX(\(name(place)))\(filter)"
        }
    }

    /// What the window asks beyond WHERE.
    private func windowConditions(_ window: AggregateColumn.Window) -> [SQLStatement] {
        let (day, slot) = (dayColumn, window.slot)
        var conditions: [SQLStatement] = []
        if isRegister {
            if !hasOneSlot { conditions.append("e.\(name: visibleName(slot)) = 1") }
            if ends.count > 1 || !hasOneSlot {
                conditions += current(on: window.end, slot: slot)
            }
            return conditions
        }
        if let year = window.year {
            if years.count > 1 {
                conditions.append("e.fiscal_year = \(ConditionSQL.integer(Int64(year)))")
            }
            let range = bounds[year]
            if let start = window.start, start != range?.lowerBound {
                conditions.append("\(day) >= \(ConditionSQL.day(start))")
            }
            if window.end != range?.upperBound {
                conditions.append("\(day) <= \(ConditionSQL.day(window.end))")
            }
        }
        if !hasOneSlot { conditions += visible(slot) }
        return conditions
    }

    // MARK: Rows

    private var rows: SQLStatement {
        var conditions = rowConditions
        let days = bounds.sorted { $0.key < $1.key }.map { year, days -> SQLStatement in
            let (first, last) = (
                ConditionSQL.day(days.lowerBound), ConditionSQL.day(days.upperBound)
            )
            let range: SQLStatement = "\(dayColumn) >= \(first) AND \(dayColumn) <= \(last)"
            guard years.count > 1 else { return range }
            return "(e.fiscal_year = \(ConditionSQL.integer(Int64(year))) AND \(range))"
        }
        let list = years.map { "\($0)" }.joined(separator: ", ")
        conditions.insert(SQLStatement(stringLiteral: "e.fiscal_year IN (\(list))"), at: 0)
        conditions.append(days.count == 1 ? days[0] : "(\(SQLStatement(" OR ").joined(days)))")
        return "\nFROM \(source)\nWHERE \(Self.all(conditions))"
    }

    /// The versions of a register with the day on which the next one takes over, so that many days
    /// are answered by one scan.
    private var versions: SQLStatement {
        let keys = ledger.keyColumns.compactMap { ledger.column(named: $0) }
            .map { SQLStatement("e.\(name: $0.sqlName)") }
        var selected: [SQLStatement] = ["e.unit_code", "e.row_kind"]
        selected += neededColumns.map { "e.\(name: ledger.columns[$0].sqlName)" }
        for slot in 0..<max(journals.count, 1) {
            var partition: [SQLStatement] = ["e.unit_code"] + keys
            if !hasOneSlot {
                let isVisible: SQLStatement =
                    "CASE WHEN \(Self.all(visible(slot))) THEN 1 ELSE 0 END"
                selected.append("\(isVisible) AS \(name: visibleName(slot))")
                partition.append(isVisible)
            }
            let over: SQLStatement =
                "PARTITION BY \(SQLStatement(", ").joined(partition)) ORDER BY \(dayColumn), e.id"
            selected.append("LEAD(\(dayColumn)) OVER (\(over)) AS \(name: nextDayName(slot))")
        }
        var conditions = rowConditions
        if let last = ends.last {
            conditions.append("\(dayColumn) <= \(ConditionSQL.day(last))")
        }
        let inner: SQLStatement =
            "SELECT \(SQLStatement(", ").joined(selected))\nFROM \(source)\nWHERE \(Self.all(conditions))"
        var result: SQLStatement = "\nFROM (\(inner)) e"
        if hasOneSlot, ends.count == 1 {
            result = result + "\nWHERE \(Self.all(current(on: ends[0], slot: 0)))"
        }
        return result
    }

    /// The version holds on the day: it has begun, and the next has not.
    private func current(on day: Day, slot: Int) -> [SQLStatement] {
        let next: SQLStatement = "e.\(name: nextDayName(slot))"
        let limit = ConditionSQL.day(day)
        return ["\(dayColumn) <= \(limit)", "(\(next) IS NULL OR \(next) > \(limit))"]
    }

    // MARK: Which rows exist

    /// Units, no 红冲 itself, and with one journal number a unit what it lets be seen.
    private var rowConditions: [SQLStatement] {
        var conditions: [SQLStatement] = []
        if journals.shared != nil { conditions.append("e.unit_code IN (\(unitList))") }
        conditions.append("e.row_kind <> 1")
        if hasOneSlot { conditions += visible(0) }
        return conditions
    }

    /// The row exists by the slot's journal number, and no 红冲 has struck it by then.
    private func visible(_ slot: Int) -> [SQLStatement] {
        let number: SQLStatement =
            journals.shared.map { ConditionSQL.integer($0[slot]) } ?? "s.\(name: slotName(slot))"
        return [
            "e.journal_number <= \(number)", "(v.struck_at IS NULL OR v.struck_at > \(number))",
        ]
    }

    /// The ledger `e` with the first strike `v` against each row, and where journal numbers
    /// differ by unit those, `s`.
    private var source: SQLStatement {
        let scope: SQLStatement =
            journals.shared == nil ? " JOIN scope s ON s.unit_code = e.unit_code" : ""
        return """
            \(name: ledger.table) e\(scope)
            LEFT JOIN (SELECT unit_code, reverses, MIN(journal_number) AS struck_at
            FROM \(name: ledger.table) WHERE row_kind = 1 AND reverses IS NOT NULL AND unit_code IN (\(unitList))
            GROUP BY unit_code, reverses) v ON v.unit_code = e.unit_code AND v.reverses = e.id
            """
    }

    /// The units with their own journal numbers.
    private var scope: SQLStatement {
        let slots = 0..<journals.count
        let names = slots.map { SQLStatement(stringLiteral: slotName($0)) }
        let rows = units.map { unit -> SQLStatement in
            let numbers = slots.map { ConditionSQL.integer(journals.number($0, of: unit)) }
            return "(\(SQLStatement(", ").joined([Self.unit(unit)] + numbers)))"
        }
        let columns = SQLStatement(", ").joined(["unit_code"] + names)
        return "WITH scope(\(columns)) AS (VALUES \(SQLStatement(", ").joined(rows)))\n"
    }

    // MARK: Pieces

    /// The columns that figures and filters read, and the day.
    private var neededColumns: [Int] {
        var needed = columns.reduce(into: Set<Int>()) { needed, column in
            needed.formUnion(column.filter?.columns ?? [])
            switch column.figure {
            case .rows: break
            case .sum(let place), .distinct(let place), .least(let place), .greatest(let place):
                needed.insert(place)
            }
        }
        if let day = ledger.columns.firstIndex(where: { $0.name == ledger.dayColumn }) {
            needed.insert(day)
        }
        return needed.sorted()
    }

    private var dayColumn: SQLStatement {
        guard let column = ledger.column(named: ledger.dayColumn)
        else { preconditionFailure("the day column of \(ledger.name) is one of its columns") }
        return "e.\(name: column.sqlName)"
    }

    private func name(_ place: Int) -> SQLStatement { "e.\(name: ledger.columns[place].sqlName)" }
    private func slotName(_ slot: Int) -> String { "journal_\(slot)" }
    private func visibleName(_ slot: Int) -> String { "is_visible_\(slot)_" }
    private func nextDayName(_ slot: Int) -> String { "next_day_\(slot)_" }

    private var unitList: SQLStatement { SQLStatement(", ").joined(units.map(Self.unit)) }

    /// A unit code stands in the statement where it is letters, digits, `-` and `_`, else is bound.
    private static func unit(_ code: String) -> SQLStatement {
        let isPlain = code.utf8.allSatisfy {
            $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
        }
        return isPlain ? SQLStatement(stringLiteral: "'\(code)'") : "\(code)"
    }

    private static func all(_ conditions: [SQLStatement]) -> SQLStatement {
        SQLStatement(" AND ").joined(conditions)
    }
}
