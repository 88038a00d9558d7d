import Documents
import Formulas
import Foundation
import Performance
import Quantities
package import Reports
import Storage
import TextAudit

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
        let bundle = try ReportBundle.compose(facts)
        let audits = try audit(bundle)
        let override = try Self.override(audits, reason: reason)
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
            payload: .object(
                [
                    "fiscalYear": .integer(Int64(desk.book.id.year.number)),
                    "journalNumber": .integer(desk.snapshot.journalNumber),
                    "periodEnd": .string(desk.snapshot.periodEnd.iso),
                    "files": .array(
                        files.map { ["name": .string($0.name), "sha256": .string($0.digest)] }),
                ].merging(override) { own, _ in own }))
        _ = try workplace.store.accept(useCase) { _ in }
        return ReportRelease(facts: facts, report: bundle.report, files: files, audits: audits)
    }

    /// Audits the documents with the rules that any report is audited by.
    package static func audit(_ bundle: ReportBundle) throws -> [AuditReport] {
        var auditor = TextAuditor()
        return try ReleaseAudit.reports(bundle, with: &auditor)
    }

    /// What the journal keeps of an override: the reason, and the rules that were broken; empty where
    /// there was nothing to override.
    private static func override(
        _ audits: [AuditReport], reason: String?
    ) throws -> [String: CanonicalJSON] {
        let unsound = audits.filter(\.hasErrors)
        guard !unsound.isEmpty else { return [:] }
        guard let reason = reason?.trimmingCharacters(in: .whitespacesAndNewlines), !reason.isEmpty
        else { throw UnsoundRelease(audits: unsound) }
        let errors = unsound.flatMap(\.findings).filter { $0.severity == .error }
        let rules = Set(errors.map(\.ruleId)).sorted()
        return [
            "auditOverride": [
                "reason": .string(reason), "errors": .integer(Int64(errors.count)),
                "rules": .array(rules.map { .string($0.rawValue) }),
            ]
        ]
    }
}
