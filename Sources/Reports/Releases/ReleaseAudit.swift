import Documents
package import TextAudit

/// The audit of what Jixiao itself wrote (出具前审核), read back from the bytes as anybody would.
package enum ReleaseAudit {
    /// The report of each document of a bundle.
    package static func reports(
        _ bundle: ReportBundle, with auditor: inout TextAuditor
    ) throws -> [AuditReport] {
        try reports(bundle.files, with: &auditor)
    }

    package static func reports(
        _ files: [ReportBundle.File], with auditor: inout TextAuditor
    ) throws -> [AuditReport] {
        var reports: [AuditReport] = []
        for document in try documents(files) {
            reports.append(AuditReport(auditing: document, with: &auditor))
        }
        return reports
    }

    /// What people read of a bundle; the traces for programs are no document.
    package static func documents(_ files: [ReportBundle.File]) throws -> [AuditedDocument] {
        try files.filter { !$0.name.hasSuffix(".json") }.map {
            try AuditedDocument(reading: InputFile(bytes: $0.bytes, name: $0.name))
        }
    }
}
