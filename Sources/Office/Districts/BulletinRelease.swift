import Formulas
import Performance
package import Reports
import Storage
import TextAudit

/// Releases a bulletin (发布通报): composes its files, audits their figures, writes each whole, and
/// journals how everybody stood, so that the next bulletin compares with what was published.
package struct BulletinRelease: Sendable {
    package let facts: BulletinFacts
    package let bulletin: ComposedBulletin
    package let files: [ReleasedFile]
    /// What the audit of the documents among them found.
    package let audits: [AuditReport]

    /// - Parameters:
    ///   - folder: where the files go; made where it is missing.
    ///   - reason: why files with errors are let out all the same; blank is no reason.
    /// - Throws: ``CycleError/openWarnings(_:)`` where a department has not disposed of its warnings of
    ///   the quarter; ``UnsoundRelease`` where the audit finds errors and there is no reason. Nothing is
    ///   written then.
    package static func release(
        _ workplace: Workplace, _ order: BulletinOrder, to folder: String, actor: String,
        at: Int64, overridingAudit reason: String? = nil
    ) throws -> BulletinRelease {
        try QuarterEnd(workplace, order).check()
        let facts = try BulletinDesk(workplace, order).facts()
        let bundle: BulletinBundle
        do {
            bundle = try BulletinBundle.compose(facts)
        } catch let error as BulletinTextError {
            throw OfficeError.wrongBulletinText(error)
        }
        var auditor = TextAuditor()
        let audits = try ReleaseAudit.reports(bundle.files, with: &auditor)
        let override = try AuditOverride.payload(audits, reason: reason)
        let files = try ReleasedFile.write(bundle.files, to: folder)
        let payload = PublishedBulletins.payload(facts, order)
            .merging(["files": ReleasedFile.payload(files)]) { own, _ in own }
            .merging(override) { own, _ in own }
        let useCase = UseCase(
            unitCode: facts.unitCode, actor: actor, at: at, action: PublishedBulletins.action,
            payload: .object(payload))
        _ = try workplace.store.accept(useCase) { _ in }
        return BulletinRelease(
            facts: facts, bulletin: bundle.bulletin, files: files, audits: audits)
    }
}
