import Documents
import Formulas
import FoundationEssentials
import Packs
import Performance
import Quantities
import Storage
import Testing

@testable import Office

/// A book with an empty store on disk, and what imports into it.
final class ImportFixture: Sendable {
    static let book = BookID(unitCode: "440118-01", year: year)
    private static let year: FiscalYear = {
        guard let year = FiscalYear(2021) else { preconditionFailure("2021 is a fiscal year") }
        return year
    }()

    let definitions: [LedgerDefinition]
    let memory = VolatileLayoutMemory()
    let importer: LedgerImporter
    let store: LedgerStore
    private let folder: URL

    init() throws {
        definitions = try LedgerPack.builtIn().ledgers
        importer = LedgerImporter(definitions: definitions, memory: memory)
        folder = FileManager.default.temporaryDirectory.appending(
            path: "import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = try SQLiteDatabase(path: folder.appending(path: "jixiao.sqlite").path)
        store = try LedgerStore.prepared(database, ledgers: definitions)
        let record = BookRecord(
            id: Self.book, unitName: "示例单位", ledgers: definitions.map(\.table))
        _ = try store.accept(Self.useCase("建账")) { try $0.put(record) }
    }

    deinit {
        // What is left of a test in the temporary folder harms nobody.
        _ = Result { try FileManager.default.removeItem(at: folder) }
    }

    static func useCase(_ action: String) -> UseCase {
        UseCase(unitCode: book.unitCode, actor: "tester", at: 0, action: action)
    }

    func order(
        _ text: String, name: String = "支付.csv", ledger: String? = "支付", sheet: String? = nil,
        answers: [LayoutAnswer] = [], goodRowsOnly: Bool = false
    ) -> ImportOrder {
        order(
            Array(text.utf8), name: name, ledger: ledger, sheet: sheet, answers: answers,
            goodRowsOnly: goodRowsOnly)
    }

    func order(
        _ bytes: [UInt8], name: String, ledger: String? = "支付", sheet: String? = nil,
        answers: [LayoutAnswer] = [], goodRowsOnly: Bool = false
    ) -> ImportOrder {
        ImportOrder(
            file: ImportFile(bytes: bytes, name: name), book: Self.book, ledger: ledger,
            sheet: sheet, answers: answers, takesGoodRowsOnly: goodRowsOnly, actor: "tester", at: 0)
    }

    func commit(_ order: ImportOrder) throws -> ImportReport {
        try importer.commit(order, in: store)
    }

    func commit(_ text: String) throws -> ImportReport { try commit(order(text)) }

    func preview(_ order: ImportOrder) throws -> ImportReport {
        try importer.preview(order, in: store)
    }

    /// The rows of a ledger in the order of their ids, each as `日期 凭证号 …` of what is filled.
    func rows(_ ledger: String = "支付") throws -> [String] {
        guard let table = definitions.first(where: { $0.name == ledger })?.table else { return [] }
        let rows = try store.read {
            try $0.rows(of: table, .init(unitCode: Self.book.unitCode, year: Self.book.year))
        }
        return rows.map { row in
            let cells = row.cells.compactMap { cell -> String? in
                switch cell {
                case .integer(let number): String(number)
                case .text(let text): text
                case .missing: nil
                }
            }
            return (row.kind == .refund ? "退款 " : "") + cells.joined(separator: " ")
        }
    }

    func journalLength() throws -> Int {
        try store.read { try $0.journal(of: Self.book.unitCode).count }
    }
}

extension ImportReport {
    /// `新增 3，已有 0，不一致 0，退回 0`
    var counts: String { "新增 \(added)，已有 \(known)，不一致 \(changed)，退回 \(refused)" }
    var messages: [String] { refusals.map(\.message) }
}
