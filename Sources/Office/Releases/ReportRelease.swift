import Documents
import Formulas
import Foundation
import Performance
import Quantities
package import Reports
import Storage

/// Releases the report of a book (出具报告): composes all files, writes each whole, journals what
/// was released.
package struct ReportRelease: Sendable {
    package struct File: Sendable {
        package let name: String
        package let path: String
        /// SHA-256 in hexadecimal.
        package let digest: String
    }

    package let facts: ReportFacts
    package let report: ComposedReport
    package let files: [File]

    /// - Parameters:
    ///   - folder: where the files go; made where it is missing.
    ///   - through: 期末; nil takes the last day of the year.
    package static func release(
        _ workplace: Workplace, _ desk: BookDesk, schemes: [String], to folder: String,
        actor: String, at: Int64
    ) throws -> ReportRelease {
        let facts = try ReportFactsReader(desk, schemes: schemes).facts()
        let bundle = try ReportBundle.compose(facts)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        var files: [File] = []
        for file in bundle.files {
            let path = folder == "." ? file.name : "\(folder)/\(file.name)"
            try FileRelease.write(file.bytes, to: path)
            files.append(
                File(name: file.name, path: path, digest: ContentDigest(of: file.bytes).hexadecimal)
            )
        }
        let useCase = UseCase(
            unitCode: desk.book.id.unitCode, actor: actor, at: at, action: "出具报告",
            payload: [
                "fiscalYear": .integer(Int64(desk.book.id.year.number)),
                "journalNumber": .integer(desk.snapshot.journalNumber),
                "periodEnd": .string(desk.snapshot.periodEnd.iso),
                "files": .array(
                    files.map { ["name": .string($0.name), "sha256": .string($0.digest)] }),
            ])
        _ = try workplace.store.accept(useCase) { _ in }
        return ReportRelease(facts: facts, report: bundle.report, files: files)
    }
}
