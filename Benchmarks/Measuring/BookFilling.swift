import Formulas
import Foundation
import Office
import Quantities
import Storage

/// Fills many books through the import, as users do: `UNIT_YEAR_PART.csv` each. Of each book a few
/// rows are taken back.
enum BookFilling {
    private static let ledger = "支付"
    private static let table = "payment"

    static func run(database: String, folder: String) throws {
        let workplace = try Workplace.open(database)
        let desk = ImportDesk(workplace, memoryPath: "\(database).layouts.json")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        var rows: Int64 = 0
        for name in names {
            let parts = name.prefix { $0 != "." }.split(separator: "_").map(String.init)
            guard parts.count == 3, let year = Int(parts[1]) else { throw UsageError() }
            let book = try desk.book(
                unit: parts[0], year: year, unitName: "基准单位\(parts[0])", actor: "基准", at: 0)
            let order = ImportOrder(
                file: ImportFile(path: "\(folder)/\(name)"), book: book, ledger: ledger,
                actor: "基准", at: 0)
            let report = try desk.run(order, commits: true) { _ in }
            guard report.isAccepted else { throw RefusedFile(name: name) }
            rows += report.added
            if parts[2] == "1" { try takeBack(workplace, book) }
        }
        print(rows)
    }

    private static func takeBack(_ workplace: Workplace, _ book: BookID) throws {
        let ids = try workplace.store.read { reader in
            try reader.rows(
                of: table, .init(unitCode: book.unitCode, year: book.year, limit: 5)
            ).map(\.id)
        }
        let useCase = UseCase(unitCode: book.unitCode, actor: "基准", at: 0, action: "红冲")
        _ = try workplace.store.accept(useCase) { acceptance in
            for id in ids {
                try acceptance.reverse(
                    id, in: table, of: book, source: Storage.RowSource(file: "基准"))
            }
        }
    }
}

struct RefusedFile: Error {
    let name: String
}
