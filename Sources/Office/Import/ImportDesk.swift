package import Formulas
import Performance
import Quantities
import Storage

/// Imports files into one book (导入台账), as the user asks: look first, then take in.
package struct ImportDesk: Sendable {
    private let workplace: Workplace
    private let importer: LedgerImporter

    /// - Parameter memoryPath: where the answers about unnamed columns are remembered.
    package init(_ workplace: Workplace, memoryPath: String) {
        self.workplace = workplace
        importer = LedgerImporter(
            definitions: workplace.ledgers, memory: FileLayoutMemory(path: memoryPath))
    }

    /// The book that an import goes to; it is opened where it is new and its unit has a name.
    package func book(
        unit: String?, year: Int?, unitName: String?, actor: String, at: Int64
    ) throws -> BookID {
        if let unit, let year {
            guard let fiscalYear = FiscalYear(year) else {
                throw OfficeError.invalidYear("\(year)")
            }
            return try workplace.openBook(
                BookID(unitCode: unit, year: fiscalYear), unitName: unitName, actor: actor, at: at
            ).id
        }
        return try workplace.book(unit: unit, year: year).id
    }

    /// - Parameter commits: false leaves everything as it is.
    package func run(
        _ order: ImportOrder, commits: Bool, progress: (_ rows: Int64) -> Void
    ) throws -> ImportReport {
        commits
            ? try importer.commit(order, in: workplace.store) { progress($0.rows) }
            : try importer.preview(order, in: workplace.store) { progress($0.rows) }
    }
}
