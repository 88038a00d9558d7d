import Foundation
import Performance
import Reports
import TextAudit

/// Letting files out that the audit stopped (审核未通过仍出具), with a reason.
enum AuditOverride {
    /// What the journal keeps of an override: the reason, and the rules that were broken; empty where
    /// there was nothing to override.
    ///
    /// - Throws: ``UnsoundRelease`` where the audit found errors and there is no reason.
    static func payload(
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
