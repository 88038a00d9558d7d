import Formulas

/// The statements that make tables and their guards, for one of the two databases.
///
/// Identifiers come from packs whose loader has checked them, and are checked here again.
struct SchemaSQL {
    let dialect: Dialect

    var integer: String { dialect == .sqlite ? "INTEGER" : "BIGINT" }
    var text: String { dialect == .sqlite ? "TEXT" : "TEXT COLLATE \"C\"" }
    var bytes: String { dialect == .sqlite ? "BLOB" : "BYTEA" }
    private var strict: String { dialect == .sqlite ? " STRICT, WITHOUT ROWID" : "" }

    func createTable(_ name: String, _ parts: [String]) -> String {
        "CREATE TABLE \(name) (\n    \(parts.joined(separator: ",\n    "))\n)\(strict);\n"
    }

    // MARK: - Tables of the store

    var journal: String {
        createTable(
            "journal",
            [
                "unit_code \(text) NOT NULL", "number \(integer) NOT NULL CHECK (number > 0)",
                "at_ms \(integer) NOT NULL", "actor \(text) NOT NULL", "action \(text) NOT NULL",
                "payload \(text) NOT NULL", "additions \(text) NOT NULL",
                "previous_hash \(bytes) NOT NULL CHECK (length(previous_hash) = 32)",
                "hash \(bytes) NOT NULL CHECK (length(hash) = 32)",
                "PRIMARY KEY (unit_code, number)",
            ])
            + createTable(
                "journal_heads",
                [
                    "unit_code \(text) NOT NULL PRIMARY KEY CHECK (length(unit_code) <= 40)",
                    "number \(integer) NOT NULL CHECK (number >= 0)",
                    "hash \(bytes) NOT NULL CHECK (length(hash) = 32)",
                ])
    }

    var books: String {
        createTable(
            "books",
            [
                "unit_code \(text) NOT NULL", yearColumn,
                "id \(integer) NOT NULL CHECK (\(idRange))",
                "journal_number \(integer) NOT NULL CHECK (journal_number > 0)",
                "unit_name \(text) NOT NULL",
                "state \(text) NOT NULL CHECK (state IN ('open', 'closed'))",
                "details \(text) NOT NULL", "row_digest \(integer) NOT NULL",
                "PRIMARY KEY (unit_code, fiscal_year, id)",
            ])
    }

    var ledgerTables: String {
        createTable(
            "ledger_tables",
            [
                "table_name \(text) NOT NULL PRIMARY KEY", "definition \(text) NOT NULL",
                "digest \(bytes) NOT NULL",
            ])
    }

    var drafts: String {
        createTable(
            "drafts",
            [
                "unit_code \(text) NOT NULL", "kind \(text) NOT NULL", "name \(text) NOT NULL",
                "version \(integer) NOT NULL CHECK (version > 0)", "content \(text) NOT NULL",
                "PRIMARY KEY (unit_code, kind, name)",
            ])
    }

    // MARK: - Ledgers

    func ledger(_ table: LedgerTable) -> String {
        let name = table.name
        let common = [
            "unit_code \(text) NOT NULL CHECK (length(unit_code) BETWEEN 1 AND 40)", yearColumn,
            "id \(integer) NOT NULL CHECK (\(idRange))",
            "row_key \(text) NOT NULL CHECK (length(row_key) > 0)",
            "journal_number \(integer) NOT NULL CHECK (journal_number > 0)",
            "row_kind \(integer) NOT NULL CHECK (row_kind IN (0, 1, 2))",
            "reverses \(integer)", "source_file \(text) NOT NULL",
            "source_sheet \(text) NOT NULL", "source_row \(integer)",
            "row_digest \(integer) NOT NULL",
        ]
        let rules = [
            "PRIMARY KEY (unit_code, fiscal_year, id)",
            "UNIQUE (unit_code, fiscal_year, row_key)",
            "CHECK ((row_kind = 1) = (reverses IS NOT NULL))",
        ]
        return createTable(name, common + table.columns.map(definition) + rules)
            + """
            CREATE UNIQUE INDEX \(name)_reverses ON \(name) (unit_code, reverses)
                WHERE reverses IS NOT NULL;

            """
    }

    func addColumn(_ column: LedgerTable.Column, to table: LedgerTable) -> String {
        "ALTER TABLE \(table.name) ADD COLUMN \(definition(column));\n"
    }

    private var yearColumn: String {
        "fiscal_year \(integer) NOT NULL CHECK (fiscal_year BETWEEN 2000 AND 2100)"
    }

    private var idRange: String {
        "id BETWEEN journal_number * 10000000 + 1 AND journal_number * 10000000 + 9999999"
    }

    private func definition(_ column: LedgerTable.Column) -> String {
        let name = column.sqlName
        let type = column.isText ? text : integer
        let null = column.isRequired ? " NOT NULL" : ""
        let check =
            switch column.kind {
            case .truth: " CHECK (\(name) IN (0, 1))"
            case .day:
                " CHECK (length(\(name)) = 10 AND \(name) BETWEEN '1900-01-01' AND '2199-12-31'"
                    + " AND substr(\(name), 5, 1) = '-' AND substr(\(name), 8, 1) = '-')"
            case .money, .number, .text: ""
            }
        return "\(name) \(type)\(null)\(check)"
    }
}
