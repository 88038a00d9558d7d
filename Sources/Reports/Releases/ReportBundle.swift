package import Documents
package import Packs
import Performance

/// Everything that is released for one book (出具的文件): report, forms, trace; same facts, same bytes.
package struct ReportBundle: Sendable {
    package struct File: Sendable {
        package let name: String
        package let bytes: [UInt8]
    }

    package let report: ComposedReport
    /// The report first, then F06 of each scheme, F05 of each project, and the trace.
    package let files: [File]

    /// - Parameter forms: the official forms, F05 and F06 among them.
    package static func compose(
        _ facts: ReportFacts, _ forms: FormPack
    ) throws -> ReportBundle {
        let report = SelfEvaluationReport.compose(facts)
        var files = [File(name: "\(report.title).docx", bytes: try report.document().bytes())]
        files += try EvaluationForms(facts, forms).files()
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
    /// The first characters of a text, for names and cells that a program limits.
    func cut(to count: Int) -> String { String(prefix(count)) }

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
