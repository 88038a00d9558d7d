import Formulas

/// What makes a table append-only in the database itself (只增不改), whoever writes to it.
///
/// SQLite: triggers refuse UPDATE and DELETE, and, before an INSERT, a key that exists already,
/// since `INSERT OR REPLACE` deletes without asking the DELETE trigger. PostgreSQL: triggers refuse
/// UPDATE, DELETE and TRUNCATE, and the program's role owns no table.
struct Guards {
    let dialect: Dialect

    /// Functions that the triggers of PostgreSQL call; nothing for SQLite.
    var functions: String {
        guard dialect == .postgresql else { return "" }
        return """
            CREATE FUNCTION jixiao_append_only() RETURNS trigger LANGUAGE plpgsql
                SET search_path FROM CURRENT AS $$
            BEGIN
                RAISE EXCEPTION '%', '\(Self.appendOnly)' USING ERRCODE = 'restrict_violation';
            END $$;
            CREATE FUNCTION jixiao_open_book() RETURNS trigger LANGUAGE plpgsql
                SET search_path FROM CURRENT AS $$
            BEGIN
                IF EXISTS (
                    SELECT 1 FROM (SELECT DISTINCT unit_code, fiscal_year FROM added) AS book
                    WHERE COALESCE((
                        SELECT state FROM books
                        WHERE books.unit_code = book.unit_code
                            AND books.fiscal_year = book.fiscal_year
                        ORDER BY id DESC LIMIT 1), '') <> 'open'
                ) THEN
                    RAISE EXCEPTION '%', '\(Self.openBook)' USING ERRCODE = 'restrict_violation';
                END IF;
                RETURN NULL;
            END $$;

            """
    }

    /// Guards of one table; each of `keys` is a set of columns that names one row.
    func appendOnly(_ table: String, keys: [Key]) -> String {
        switch dialect {
        case .sqlite:
            refuse("UPDATE", on: table) + refuse("DELETE", on: table)
                + refuseReplacement(on: table, keys: keys)
        case .postgresql:
            """
            CREATE TRIGGER \(table)_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON \(table)
                FOR EACH STATEMENT EXECUTE FUNCTION jixiao_append_only();

            """
        }
    }

    /// A closed book takes no rows.
    func openBook(_ table: String) -> String {
        switch dialect {
        case .sqlite:
            """
            CREATE TRIGGER \(table)_open_book BEFORE INSERT ON \(table)
            WHEN COALESCE((
                SELECT state FROM books
                WHERE unit_code = NEW.unit_code AND fiscal_year = NEW.fiscal_year
                ORDER BY id DESC LIMIT 1), '') <> 'open'
            BEGIN
                SELECT RAISE(ABORT, '\(Self.openBook)');
            END;

            """
        case .postgresql:
            """
            CREATE TRIGGER \(table)_open_book AFTER INSERT ON \(table)
                REFERENCING NEW TABLE AS added
                FOR EACH STATEMENT EXECUTE FUNCTION jixiao_open_book();

            """
        }
    }

    struct Key {
        let columns: [String]
        /// A column without which the key names no row.
        var unlessNull: String?
    }

    /// Names of the triggers that a table must have.
    func triggers(of table: String, isLedger: Bool) -> [String] {
        let appendOnly =
            switch dialect {
            case .sqlite: ["\(table)_no_delete", "\(table)_no_replace", "\(table)_no_update"]
            case .postgresql: ["\(table)_append_only"]
            }
        return appendOnly + (isLedger ? ["\(table)_open_book"] : [])
    }

    /// Asks for the names of all triggers that work.
    var triggerNames: SQLStatement {
        switch dialect {
        case .sqlite: "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
        case .postgresql:
            """
            SELECT tgname AS name FROM pg_trigger
            WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')
                AND tgrelid IN (
                    SELECT oid FROM pg_class
                    WHERE relnamespace = current_schema()::regnamespace)
            """
        }
    }

    static let appendOnly = "登记的内容只增不改；有误请红冲"
    static let openBook = "账套不存在或已关闭，不能登记"

    private func refuse(_ verb: String, on table: String) -> String {
        """
        CREATE TRIGGER \(table)_no_\(verb.lowercased()) BEFORE \(verb) ON \(table)
        BEGIN
            SELECT RAISE(ABORT, '\(Self.appendOnly)');
        END;

        """
    }

    private func refuseReplacement(on table: String, keys: [Key]) -> String {
        let exists = keys.map { key in
            let match = key.columns.map { "\($0) = NEW.\($0)" }.joined(separator: " AND ")
            let exists = "EXISTS (SELECT 1 FROM \(table) WHERE \(match))"
            return key.unlessNull.map { "(NEW.\($0) IS NOT NULL AND \(exists))" } ?? exists
        }
        return """
            CREATE TRIGGER \(table)_no_replace BEFORE INSERT ON \(table)
            WHEN \(exists.joined(separator: "\n    OR "))
            BEGIN
                SELECT RAISE(ABORT, '\(Self.appendOnly)');
            END;

            """
    }
}
