package import Formulas
package import Packs
package import Performance
import Quantities
package import Storage

/// Where the work is done (工作区): one store with the definitions that it is kept by.
package struct Workplace: Sendable {
    package let store: LedgerStore
    package let packs: BuiltInPacks
    /// The connection string, as the user gave it.
    package let location: String
    /// The beginning of the paths of what is kept beside the database, such as `….evidence`; nil
    /// where there is no place for files.
    package let filesPath: String?

    /// Opens a database and makes its tables where they are missing.
    ///
    /// - Parameters:
    ///   - location: the path of a file, or `postgresql://…`.
    ///   - anchorPath: where heads are kept; nil puts the file beside a SQLite database, and keeps
    ///     none for PostgreSQL.
    ///   - filesPath: nil takes the database's own path for SQLite, and none for PostgreSQL. Files
    ///     `<filesPath>.calendar/holidays-2027.yaml` replace or add years of the built-in calendar.
    package static func open(
        _ location: String, anchorPath: String? = nil, filesPath: String? = nil
    ) throws -> Workplace {
        let database = try openDatabase(location)
        let filesPath = filesPath ?? (database.dialect == .sqlite ? location : nil)
        let packs = try BuiltInPacks.load(
            calendar: filesPath.map { try DistrictCalendar.files(in: $0 + ".calendar") } ?? [])
        let anchors =
            anchorPath.map { AnchorFile(path: $0, keyPath: $0 + ".key") }
            ?? (database.dialect == .sqlite ? AnchorFile(besideDatabase: location) : nil)
        let store = try LedgerStore.prepared(
            database, ledgers: packs.ledgers.ledgers, anchors: anchors)
        return Workplace(
            store: store, packs: packs, location: location, filesPath: filesPath)
    }

    /// Whether the data are one file.
    package var isFile: Bool { store.database.dialect == .sqlite }

    package var ledgers: [LedgerDefinition] { packs.ledgers.ledgers }

    /// The book that is meant: the one named, or the only one there is.
    package func book(unit: String?, year: Int?) throws -> BookRecord {
        let known = try store.read { try $0.books(unitCode: unit) }
        let books = known.filter { year == nil || $0.id.year.number == year }
        guard let book = books.first else {
            guard let unit, let year, let fiscalYear = FiscalYear(year) else {
                guard let year, !known.isEmpty
                else { throw OfficeError.noBook(database: location) }
                throw OfficeError.noBookOfYear(year, known: known.map(\.id))
            }
            throw OfficeError.unknownBook(BookID(unitCode: unit, year: fiscalYear))
        }
        guard books.count == 1 else { throw OfficeError.severalBooks(books.map(\.id)) }
        return book
    }

    /// Opens a book (建立账套); one that is there already stays.
    ///
    /// It keeps a ledger from its first rows on, so that what nobody has kept is missing, not 0.
    package func openBook(
        _ id: BookID, unitName: String?, actor: String, at: Int64
    ) throws -> BookRecord {
        if let book = try store.read({ try $0.book(id) }) { return book }
        guard let unitName, !unitName.isEmpty else { throw OfficeError.unitNameMissing(id) }
        let book = BookRecord(id: id, unitName: unitName, ledgers: [])
        let useCase = UseCase(
            unitCode: id.unitCode, actor: actor, at: at, action: "建立账套",
            payload: [
                "fiscalYear": .integer(Int64(id.year.number)), "unitName": .string(unitName),
            ])
        _ = try store.accept(useCase) { try $0.put(book) }
        return book
    }
}

/// The definitions that travel with the program.
package struct BuiltInPacks: Sendable {
    package let ledgers: LedgerPack
    package let measures: MeasurePack
    package let schemes: SchemePack
    package let workflow: WorkflowPack
    package let calendar: CalendarPack

    /// - Parameter calendar: a district's own holiday files.
    package static func load(calendar: [PackText] = []) throws -> BuiltInPacks {
        let ledgers = try LedgerPack.builtIn()
        let measures = try MeasurePack.builtIn()
        return BuiltInPacks(
            ledgers: ledgers, measures: measures,
            schemes: try SchemePack.builtIn(measures.vocabulary(of: ledgers)),
            workflow: try WorkflowPack.builtIn(),
            calendar: try CalendarPack.builtIn(district: calendar))
    }
}
