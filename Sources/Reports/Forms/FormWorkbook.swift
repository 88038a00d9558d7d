package import Documents
package import Performance
import Quantities

/// An official form as a workbook that a clerk fills in: laid out, protected, explained.
///
/// Labels and computed cells are locked, answers are not; choices drop down; what each cell asks
/// for stands in its comment and on a sheet of instructions.
///
/// - Source: 表样 §0.1.
package enum FormWorkbook {
    /// The form with these answers; a content without answers gives the empty template.
    package static func compose(_ form: FormDefinition, _ content: FormContent) -> Workbook {
        let plan = FormPlan(form, content)
        let subject = content.subject.isEmpty ? "" : "（\(content.subject)）"
        var sheets: [Worksheet] = []
        for index in plan.pages.indices {
            var writer = FormPageWriter(plan, index)
            sheets.append(writer.sheet())
        }
        sheets.append(FormInstructions.sheet(form))
        sheets.append(FormStamp(form, content).sheet)
        return Workbook(
            properties: DocumentProperties(
                title: "\(content.fiscalYear)年度\(form.name)\(subject)", creator: "绩效",
                day: firstDay(of: content.fiscalYear)),
            sheets: sheets)
    }

    /// No clock dates a form: it is of the first day of its year.
    private static func firstDay(of year: Int) -> Day {
        guard let day = Day(year: min(max(year, 1900), 2999), month: 1, day: 1)
        else { preconditionFailure("every year has a first of January") }
        return day
    }
}
