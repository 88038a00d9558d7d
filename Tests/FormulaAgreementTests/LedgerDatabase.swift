import FormulaSamples
import Formulas
import Foundation
import Performance
import Quantities
import Storage

/// The sample ledgers as the store makes them, in one database.
struct LedgerDatabase {
    let name: String
    private let database: any Database

    /// Hands out SQLite, and PostgreSQL where `scripts/with-postgres` runs the tests; both are gone
    /// afterwards.
    static func withEach(
        _ number: UInt64, _ body: ([LedgerDatabase]) throws -> Void
    ) throws {
        let process = ProcessInfo.processInfo
        let place = "agreement_\(process.processIdentifier)_\(number)"
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(place)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do {
                try FileManager.default.removeItem(at: folder)
            } catch {
                print("\(folder.path) stays: \(error)")
            }
        }
        let file = folder.appendingPathComponent("ledgers.db").path
        var databases = [try LedgerDatabase("SQLite", file)]
        if let server = process.environment["JIXIAO_TEST_POSTGRES"] {
            // The schema goes with its cluster.
            try openDatabase(server).write { try $0.run(script: "CREATE SCHEMA \(place)") }
            databases.append(
                try LedgerDatabase(
                    "PostgreSQL", "\(server)?options=-csearch_path%3D\(place)"))
        }
        try body(databases)
    }

    private init(_ name: String, _ location: String) throws {
        self.name = name
        database = try openDatabase(location)
        try SchemaSetup(database, grantingTo: nil)
            .prepare(ledgers: SampleLedgers.all.map(LedgerDefinition.init(sample:)))
    }

    func answers(to plan: AggregatePlan) throws -> [[[SQLValue]]] {
        try database.read { connection in
            try plan.statements.map { try connection.values($0.statement) }
        }
    }

    /// Adds the rows as they are, past the rules by which the store accepts them.
    func insert(_ books: SampleBooks) throws {
        let rows = books.rowsByLedger.values.flatMap { $0 }
        try database.write { connection in
            for book in Set(rows.map(\.book)).sorted() {
                try connection.execute(
                    """
                    INSERT INTO books (unit_code, fiscal_year, id, journal_number, unit_name, state,
                    details, row_digest) VALUES (\(book.unitCode), \(book.year.number), 10000001, 1,
                    'x', 'open', '', 0)
                    """)
            }
            for ledger in SampleLedgers.all {
                for row in books.rowsByLedger[ledger.name, default: []] {
                    try connection.execute(Self.insertion(of: row, into: ledger))
                }
            }
        }
    }

    private static func insertion(of row: LedgerRow, into ledger: LedgerShape) -> SQLStatement {
        let names =
            [
                "unit_code", "fiscal_year", "id", "row_key", "journal_number", "row_kind",
                "reverses", "source_file", "source_sheet", "row_digest",
            ] + ledger.columns.map(\.sqlName)
        var values: [SQLValue] = [
            .text(row.book.unitCode), .integer(Int64(row.book.year.number)), .integer(row.id),
            .text("k\(row.id)"), .integer(row.journalNumber), .integer(row.kind.rawValue),
        ]
        values.append(row.reverses.map { .integer($0) } ?? .null)
        values += [.text("随机.csv"), .text(""), .integer(0)]
        for cell in row.cells {
            switch cell {
            case .integer(let integer): values.append(.integer(integer))
            case .text(let text): values.append(.text(text))
            case .missing: values.append(.null)
            }
        }
        let columns = SQLStatement(stringLiteral: names.joined(separator: ", "))
        let list = SQLStatement(", ").joined(values.map { "\($0)" })
        return "INSERT INTO \(name: ledger.table) (\(columns)) VALUES (\(list))"
    }
}

extension LedgerDefinition {
    init(sample shape: LedgerShape) {
        self.init(
            name: shape.name, table: shape.table, kind: shape.kind, rowUnit: shape.rowUnit,
            dayColumn: shape.dayColumn, naturalKey: shape.keyColumns,
            columns: shape.columns.map {
                LedgerColumn(
                    name: $0.name, sqlName: $0.sqlName, type: $0.type, isRequired: false,
                    distinctUnit: $0.distinctUnit)
            }, allowsNegativeMoney: true, source: "测试")
    }
}
