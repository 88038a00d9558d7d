package import Documents
import Performance

/// Everything that is released for one book (出具的文件): report, forms, trace; same facts, same bytes.
package struct ReportBundle: Sendable {
    package struct File: Sendable {
        package let name: String
        package let bytes: [UInt8]
    }

    package let report: ComposedReport
    /// The report first, then F06, F05 of each project, and the trace.
    package let files: [File]

    package static func compose(_ facts: ReportFacts) throws -> ReportBundle {
        let report = SelfEvaluationReport.compose(facts)
        var files = [File(name: "\(report.title).docx", bytes: try report.document().bytes())]
        files.append(
            File(
                name: "F06 部门整体支出绩效自评表.xlsx",
                bytes: try DepartmentSelfEvaluationForm.compose(facts).bytes()))
        for (index, project) in facts.projects.enumerated() {
            files.append(
                File(
                    name: "F05-\(index + 1) 项目支出绩效自评表（\(project.name.fileName)）.xlsx",
                    bytes: try ProjectSelfEvaluationForm.compose(facts, project).bytes()))
        }
        files.append(
            File(
                name: "\(report.title) 溯源.json",
                bytes: TraceDocument.json(report.figures, facts: facts).bytes))
        return ReportBundle(report: report, files: files)
    }
}

extension ComposedReport {
    /// The report as a document that carries its own trace.
    package func document() -> WordDocument {
        WordDocument(
            properties: facts.properties(title: "部门整体支出绩效自评报告"), sections: sections,
            trace: TraceDocument.json(figures, facts: facts).text)
    }
}

extension String {
    /// The text without what file systems refuse; at most 40 characters.
    var fileName: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map {
                    "/\\:*?\"<>|\u{0}".unicodeScalars.contains($0) || $0.value < 0x20 ? "_" : $0
                })
        ).cut(to: 40)
    }
}
