import Documents
package import TextAudit

/// The audit of what Jixiao itself wrote (出具前审核), read back from the bytes as anybody would.
package enum ReleaseAudit {
    /// The reports of all documents of a bundle; those for programs alone are no documents.
    package static func reports(
        _ bundle: ReportBundle, with auditor: inout TextAuditor
    ) throws -> [AuditReport] {
        try bundle.files.filter { !$0.name.hasSuffix(".json") }.map { file in
            let document = try AuditedDocument(
                reading: InputFile(bytes: file.bytes, name: file.name))
            return AuditReport(auditing: document, with: &auditor)
        }
    }
}
