import Formulas
import GRDBSQLite
import Quantities

/// Ledger tables in an SQLite database in memory, made and filled as the store would.
final class SQLiteLedgers {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private var connection: OpaquePointer?
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ ledgers: [LedgerShape]) throws {
        guard sqlite3_open(":memory:", &connection) == SQLITE_OK else { throw failure() }
        for ledger in ledgers { try run(Self.table(ledger)) }
    }

    deinit { sqlite3_close(connection) }

    static func table(_ ledger: LedgerShape) -> SQLStatement {
        let columns = ledger.columns.map { column in
            switch column.type {
            case .money, .number, .truth: "\(column.sqlName) INTEGER"
            case .day, .text: "\(column.sqlName) TEXT"
            }
        }
        return SQLStatement(
            stringLiteral: """
                CREATE TABLE \(ledger.table) (
                unit_code TEXT NOT NULL, fiscal_year INTEGER NOT NULL, id INTEGER NOT NULL,
                journal_number INTEGER NOT NULL, row_kind INTEGER NOT NULL, reverses INTEGER,
                \(columns.joined(separator: ", ")), PRIMARY KEY (unit_code, fiscal_year, id)) STRICT
                """)
    }

    func insert(_ rows: [LedgerRow], into ledger: LedgerShape) throws {
        let names =
            ["unit_code", "fiscal_year", "id", "journal_number", "row_kind", "reverses"]
            + ledger.columns.map(\.sqlName)
        for row in rows {
            var values: [SQLStatement] = ["\(row.book.unitCode)", "\(row.book.year.number)"]
            values += ["\(row.id)", "\(row.journalNumber)", "\(row.kind.rawValue)"]
            values.append("\(row.reverses.map { SQLValue.integer($0) } ?? SQLValue.null)")
            for cell in row.cells {
                switch cell {
                case .integer(let integer): values.append("\(integer)")
                case .text(let text): values.append("\(text)")
                case .missing: values.append("\(SQLValue.null)")
                }
            }
            let list = SQLStatement(stringLiteral: names.joined(separator: ", "))
            try run(
                "INSERT INTO \(name: ledger.table) (\(list)) VALUES (\(SQLStatement(", ").joined(values)))"
            )
        }
    }

    /// Runs a plan's statements.
    func results(of plan: AggregatePlan) throws -> [[[SQLValue]]] {
        try plan.statements.map { try run($0.statement) }
    }

    @discardableResult
    func run(_ statement: SQLStatement) throws -> [[SQLValue]] {
        var prepared: OpaquePointer?
        guard
            sqlite3_prepare_v2(connection, statement.text(.questionMark), -1, &prepared, nil)
                == SQLITE_OK
        else { throw failure() }
        defer { sqlite3_finalize(prepared) }
        for (index, value) in statement.values.enumerated() {
            let place = Int32(index + 1)
            switch value {
            case .null: sqlite3_bind_null(prepared, place)
            case .integer(let integer): sqlite3_bind_int64(prepared, place, integer)
            case .text(let text):
                sqlite3_bind_text(prepared, place, text, -1, Self.transient)
            case .bytes: throw Failure(description: "no ledger holds bytes")
            }
        }
        var rows: [[SQLValue]] = []
        while true {
            switch sqlite3_step(prepared) {
            case SQLITE_ROW:
                rows.append((0..<sqlite3_column_count(prepared)).map { value(prepared, $0) })
            case SQLITE_DONE: return rows
            default: throw failure()
            }
        }
    }

    private func value(_ prepared: OpaquePointer?, _ column: Int32) -> SQLValue {
        switch sqlite3_column_type(prepared, column) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(prepared, column))
        default: .text(sqlite3_column_text(prepared, column).map { String(cString: $0) } ?? "")
        }
    }

    private func failure() -> Failure {
        Failure(description: String(cString: sqlite3_errmsg(connection)))
    }
}
