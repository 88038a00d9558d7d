import Documents
import Packs
import Performance

/// The self-evaluation forms of a report (自评表): F06 of each scheme and F05 of each project, filled in
/// as ``FormWorkbook`` writes any form, each with the sheet 数字溯源.
struct EvaluationForms {
    private let facts: ReportFacts
    private let forms: FormPack

    init(_ facts: ReportFacts, _ forms: FormPack) {
        self.facts = facts
        self.forms = forms
    }

    func files() throws -> [ReportBundle.File] {
        var files: [ReportBundle.File] = []
        if let form = forms.form(DepartmentEvaluationFilling.form) {
            // A report without a scheme has the department's basic facts all the same.
            let evaluations = facts.evaluations.isEmpty ? [nil] : facts.evaluations.map { $0 }
            for (index, evaluation) in evaluations.enumerated() {
                let scheme = index == 0 ? "" : evaluation.map { "（\($0.scheme.id)）" } ?? ""
                files.append(
                    try file(
                        "F06 \(form.name)\(scheme)", form,
                        DepartmentEvaluationFilling.content(facts, evaluation, form),
                        TraceSheet.sheet(of: facts)))
            }
        }
        guard let form = forms.form(ProjectEvaluationFilling.form) else { return files }
        for (index, project) in facts.projects.enumerated() {
            files.append(
                try file(
                    "F05-\(index + 1) \(form.name)（\(project.name.fileName)）", form,
                    ProjectEvaluationFilling.content(of: project, facts, form),
                    TraceSheet.sheet(Self.traces(of: project), facts: facts)))
        }
        return files
    }

    private static func traces(of project: ProjectFacts) -> [FigureTrace] {
        [project.budget, project.adjustedBudget, project.execution, project.executionRate]
            + project.indicators.compactMap(\.actual)
    }

    private func file(
        _ name: String, _ form: FormDefinition, _ content: FormContent, _ traces: Worksheet
    ) throws -> ReportBundle.File {
        let filled = FormWorkbook.compose(form, content)
        let subject = content.subject == FormContent.wholeDepartment ? "" : "（\(content.subject)）"
        // The hidden sheet that names the form stays the last.
        let sheets = filled.sheets.dropLast() + [traces] + filled.sheets.suffix(1)
        return ReportBundle.File(
            name: "\(name).xlsx",
            bytes: try Workbook(
                properties: facts.properties(title: form.name + subject), sheets: Array(sheets)
            ).bytes())
    }
}
