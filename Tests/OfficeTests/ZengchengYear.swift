import Formulas
import Foundation
import Office
import Performance
import Quantities
import Reports
import ZengchengExample

/// The example year in a folder of its own, imported as the demo does.
struct ZengchengYear {
    let folder: String
    let workplace: Workplace

    /// 2022-01-10 09:00 in Shanghai.
    static let start: Int64 = 1_641_776_400_000

    /// - Parameter isEmpty: whether nothing is imported.
    init(isEmpty: Bool = false) throws {
        folder = NSTemporaryDirectory() + "jixiao-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        workplace = try Workplace.open("\(folder)/jixiao.sqlite")
        if !isEmpty { _ = try importAll() }
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// The outcome of each file.
    func importAll() throws -> [ImportReport] {
        let importer = ImportDesk(workplace, memoryPath: "\(folder)/layouts.json")
        let book = try importer.book(
            unit: ZengchengExample.unitCode, year: ZengchengExample.year,
            unitName: ZengchengExample.unitName, actor: "测试", at: Self.start)
        return try ZengchengExample.files().enumerated().map { index, file in
            let order = ImportOrder(
                file: ImportFile(path: file.path), book: book, ledger: file.ledger,
                sheet: file.sheet, actor: "测试", at: Self.start + Int64(index + 1) * 60_000)
            return try importer.run(order, commits: true) { _ in }
        }
    }

    /// Imports one more csv, written on the spot.
    ///
    /// - Parameter book: nil takes the only one.
    @discardableResult
    func importRows(
        _ csv: String, into ledger: String, book: BookID? = nil
    ) throws -> ImportReport {
        let path = "\(folder)/\(ledger).csv"
        try Data(csv.utf8).write(to: URL(filePath: path))
        let importer = ImportDesk(workplace, memoryPath: "\(folder)/layouts.json")
        let book =
            try book
            ?? importer.book(
                unit: nil, year: nil, unitName: nil, actor: "测试", at: Self.start + 900_000)
        let order = ImportOrder(
            file: ImportFile(path: path), book: book, ledger: ledger, sheet: nil, actor: "测试",
            at: Self.start + 900_000)
        return try importer.run(order, commits: true) { _ in }
    }

    /// The example unit's book of a year, opened where it is missing.
    func open(_ year: Int) throws -> BookID {
        try ImportDesk(workplace, memoryPath: "\(folder)/layouts.json").book(
            unit: ZengchengExample.unitCode, year: year, unitName: ZengchengExample.unitName,
            actor: "测试", at: Self.start)
    }

    func desk() throws -> BookDesk { try workplace.desk(unit: nil, year: nil, through: nil) }

    /// - Parameter audit: what audits the files; the usual audit unless another is given.
    func release(
        to name: String = "out", overridingAudit reason: String? = nil,
        audit: ReportRelease.Audit = ReportRelease.audit
    ) throws -> ReportRelease {
        try ReportRelease.release(
            workplace, desk(), schemes: ReportFactsReader.usualSchemes, to: "\(folder)/\(name)",
            actor: "测试", at: Self.start + 1_000_000, overridingAudit: reason, audit: audit)
    }
}
