import Formulas
package import Performance

/// Makes and extends the tables; forward only.
///
/// On PostgreSQL it runs with a role that owns the tables, and hands the program's role no more
/// than it needs.
package struct SchemaSetup: Sendable {
    let database: any Database
    /// The role that the program signs in with, where it is another than the owner of the tables.
    let programRole: String?

    package init(_ database: any Database, grantingTo programRole: String? = nil) {
        self.database = database
        self.programRole = programRole
    }

    /// Names of migrations, in the order in which they run.
    static let migrations = ["0001 journal", "0002 books", "0003 ledgers", "0004 drafts"]

    /// Brings the database to this version and makes a table for each ledger that has none.
    ///
    /// - Throws: ``StorageError/ledgerChanged(ledger:change:)`` when a definition differs from its
    ///   table by more than further columns; nothing is changed then.
    package func prepare(ledgers: [LedgerDefinition]) throws {
        for ledger in ledgers { try Self.check(ledger) }
        try database.write { connection in
            if connection.dialect == .postgresql {
                // Two programs that start together wait for each other.
                try connection.execute("SELECT pg_advisory_xact_lock(7249360)")
            }
            try migrate(connection)
            for ledger in ledgers { try prepare(ledger, connection) }
            try grant(connection)
        }
    }

    // MARK: - Migrations

    private func migrate(_ connection: any DatabaseConnection) throws {
        let sql = SchemaSQL(dialect: connection.dialect)
        let guards = Guards(dialect: connection.dialect)
        if try !Self.tableExists("schema_migrations", connection) {
            try connection.run(
                script: sql.createTable(
                    "schema_migrations", ["name \(sql.text) NOT NULL PRIMARY KEY"]))
        }
        let applied = try Self.appliedMigrations(connection)
        for name in Self.migrations where !applied.contains(name) {
            let script =
                switch name {
                case "0001 journal":
                    sql.journal + guards.functions
                        + guards.appendOnly(
                            "journal", keys: [.init(columns: ["unit_code", "number"])])
                case "0002 books":
                    sql.books
                        + guards.appendOnly(
                            "books", keys: [.init(columns: ["unit_code", "fiscal_year", "id"])])
                case "0003 ledgers": sql.ledgerTables
                default: sql.drafts
                }
            try connection.run(script: script)
            try connection.execute("INSERT INTO schema_migrations (name) VALUES (\(name))")
        }
    }

    /// - Throws: ``StorageError/schemaFromNewerVersion(migration:)``
    static func appliedMigrations(_ connection: any DatabaseConnection) throws -> Set<String> {
        let names = try connection.rows("SELECT name FROM schema_migrations ORDER BY name")
            .map { try $0.text("name") }
        if let unknown = names.first(where: { !migrations.contains($0) }) {
            throw StorageError.schemaFromNewerVersion(migration: unknown)
        }
        return Set(names)
    }

    static func tableExists(_ name: String, _ connection: any DatabaseConnection) throws -> Bool {
        switch connection.dialect {
        case .sqlite:
            try !connection.rows(
                "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = \(name)"
            ).isEmpty
        case .postgresql:
            try !connection.rows(
                "SELECT 1 AS found WHERE to_regclass(\(name)) IS NOT NULL"
            ).isEmpty
        }
    }

    // MARK: - Ledgers

    private func prepare(
        _ ledger: LedgerDefinition, _ connection: any DatabaseConnection
    ) throws {
        let sql = SchemaSQL(dialect: connection.dialect)
        let guards = Guards(dialect: connection.dialect)
        guard let stored = try Self.table(ledger.table, connection) else {
            let table = LedgerTable(ledger)
            let book = ["unit_code", "fiscal_year"]
            try connection.run(
                script: sql.ledger(table)
                    + guards.appendOnly(
                        table.name,
                        keys: [
                            .init(columns: book + ["id"]), .init(columns: book + ["row_key"]),
                            .init(columns: ["unit_code", "reverses"], unlessNull: "reverses"),
                        ]) + guards.openBook(table.name))
            try connection.execute(
                """
                INSERT INTO ledger_tables (table_name, definition, digest)
                VALUES (\(table.name), \(table.json.text), \(.bytes(table.digest.bytes)))
                """)
            return
        }
        let extended = try stored.extended(by: ledger)
        guard extended != stored else { return }
        for column in extended.columns.dropFirst(stored.columns.count) {
            try connection.run(script: sql.addColumn(column, to: stored))
        }
        try connection.execute(
            """
            UPDATE ledger_tables SET definition = \(extended.json.text),
                digest = \(.bytes(extended.digest.bytes))
            WHERE table_name = \(stored.name)
            """)
    }

    /// The tables of all ledgers, by name.
    static func tables(_ connection: any DatabaseConnection) throws -> [LedgerTable] {
        try connection.rows("SELECT definition FROM ledger_tables ORDER BY table_name")
            .map { try table($0.text("definition")) }
    }

    private static func table(
        _ name: String, _ connection: any DatabaseConnection
    ) throws -> LedgerTable? {
        try connection.rows("SELECT definition FROM ledger_tables WHERE table_name = \(name)")
            .first.map { try table($0.text("definition")) }
    }

    private static func table(_ definition: String) throws -> LedgerTable {
        guard let table = LedgerTable(json: try CanonicalJSON(reading: definition))
        else { throw StorageError.unexpectedValue("ledger_tables.definition") }
        return table
    }

    /// Refuses names that would splice into SQL, and columns that every ledger has anyway.
    private static func check(_ ledger: LedgerDefinition) throws(StorageError) {
        func refuse(_ reason: String) -> StorageError {
            .ledgerDefinitionInvalid(ledger: ledger.name, reason: reason)
        }
        let common = Set(LedgerTable.commonColumns.map(\.rawValue) + [LedgerTable.digestColumn])
        var seen: Set<String> = []
        for name in [ledger.table] + ledger.columns.map(\.sqlName) {
            guard isPlainName(name) else { throw refuse("名称“\(name)”不是 1 至 40 位小写字母、数字或“_”") }
        }
        for column in ledger.columns {
            guard !common.contains(column.sqlName)
            else { throw refuse("列名“\(column.sqlName)”为每个台账所共有，不能再定义") }
            guard seen.insert(column.sqlName).inserted
            else { throw refuse("列名“\(column.sqlName)”重复") }
        }
        guard !storeTables.contains(ledger.table)
        else { throw refuse("表名“\(ledger.table)”为系统所用") }
    }

    static let storeTables = [
        "journal", "journal_heads", "books", "ledger_tables", "drafts", "schema_migrations",
    ]

    private static func isPlainName(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        let lower = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = bytes.first, lower.contains(first), bytes.count <= 40
        else { return false }
        return bytes.allSatisfy {
            lower.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_")
        }
    }

    // MARK: - Rights

    private func grant(_ connection: any DatabaseConnection) throws {
        guard connection.dialect == .postgresql, let programRole else { return }
        let schema = try connection.rows("SELECT current_schema() AS name").first?.text("name")
        let quoted = Self.quoted(programRole)
        let ledgers = try Self.tables(connection).map(\.name)
        let appendOnly = (["journal", "books"] + ledgers).joined(separator: ", ")
        try connection.run(
            script: """
                GRANT USAGE ON SCHEMA \(Self.quoted(schema ?? "public")) TO \(quoted);
                GRANT SELECT ON ledger_tables, schema_migrations TO \(quoted);
                GRANT SELECT, INSERT ON \(appendOnly) TO \(quoted);
                GRANT SELECT, INSERT, UPDATE ON journal_heads TO \(quoted);
                GRANT SELECT, INSERT, UPDATE, DELETE ON drafts TO \(quoted);
                """)
    }

    private static func quoted(_ name: String) -> String {
        let parts = name.split(separator: "\"", omittingEmptySubsequences: false)
        return "\"" + parts.joined(separator: "\"\"") + "\""
    }
}
