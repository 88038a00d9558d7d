import Documents
import Formulas
import Foundation
import Packs
import Performance
import Quantities
package import Reports
import Storage
import TextAudit

/// Releases the report of a book (出具报告): composes all files, writes each whole, journals what
/// was released.
package struct ReportRelease: Sendable {
    package let facts: ReportFacts
    package let report: ComposedReport
    package let files: [ReleasedFile]
    /// What the audit of the documents among them found.
    package let audits: [AuditReport]

    /// Audits what is to be released.
    package typealias Audit = (ReportBundle) throws -> [AuditReport]

    /// - Parameters:
    ///   - folder: where the files go; made where it is missing.
    ///   - reason: why files with errors are let out all the same; blank is no reason.
    /// - Throws: ``UnsoundRelease`` where the audit finds errors and there is no reason; nothing is
    ///   written then.
    package static func release(
        _ workplace: Workplace, _ desk: BookDesk, schemes: [String], to folder: String,
        actor: String, at: Int64, overridingAudit reason: String? = nil,
        audit: Audit = ReportRelease.audit
    ) throws -> ReportRelease {
        let facts = try ReportFactsReader(desk, schemes: schemes).facts()
        let bundle = try ReportBundle.compose(facts, FormPack.builtIn())
        let audits = try audit(bundle)
        let override = try AuditOverride.payload(audits, reason: reason)
        let files = try ReleasedFile.write(bundle.files, to: folder)
        let useCase = UseCase(
            unitCode: desk.book.id.unitCode, actor: actor, at: at, action: "出具报告",
            payload: .object(
                [
                    "fiscalYear": .integer(Int64(desk.book.id.year.number)),
                    "journalNumber": .integer(desk.snapshot.journalNumber),
                    "periodEnd": .string(desk.snapshot.periodEnd.iso),
                    "files": ReleasedFile.payload(files),
                ].merging(override) { own, _ in own }))
        _ = try workplace.store.accept(useCase) { _ in }
        return ReportRelease(facts: facts, report: bundle.report, files: files, audits: audits)
    }

    /// Audits the documents with the rules that any report is audited by.
    package static func audit(_ bundle: ReportBundle) throws -> [AuditReport] {
        var auditor = TextAuditor()
        return try ReleaseAudit.reports(bundle, with: &auditor)
    }
}
