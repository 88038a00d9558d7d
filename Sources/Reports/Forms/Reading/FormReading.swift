package import Documents
package import Performance
import Quantities

/// A form as somebody handed it in: its answers, what is wrong with them, and the cell of each.
package struct FormReading: Sendable {
    package let form: FormDefinition
    package let content: FormContent
    /// By rule FRM-*, each with the place of its answer.
    package let findings: [Finding]
    /// How the form was recognised, where that needs saying: renamed, doctored, of another version.
    package let notices: [String]
    /// The cell of each answer that has one.
    package let cells: [FormPlace: Cell]
    /// Findings about labels, which are no answers, by their index in ``findings``.
    package let labelCells: [Int: Cell]

    package struct Cell: Hashable, Sendable {
        package let sheet: String
        package let place: CellPlace
    }

    /// Reads a workbook by the labels of the form that it says it is, or that it looks like.
    ///
    /// - Throws: ``DocumentError``, and ``FormReadingError`` where it is none of the forms.
    package init(_ input: InputFile, among forms: [FormDefinition]) throws {
        let reader = try WorkbookReader(input, limits: .document)
        var recognition = try FormRecognition(reader, among: forms)
        let sheet = recognition.scan()
        var assembly = FormAssembly(recognition, sheet, file: input.name)
        assembly.assemble()
        form = recognition.form
        content = assembly.content
        findings = assembly.findings
        notices = recognition.notices + assembly.notices
        cells = assembly.cells
        labelCells = assembly.labelCells
    }

    /// Where a finding stands in the workbook; nil where it means no cell.
    package func cell(of finding: Finding, at index: Int? = nil) -> Cell? {
        if let index, let cell = labelCells[index] { return cell }
        for case .form(let place) in finding.places {
            let own = FormPlace(form: form.id, field: place.field, cell: place.cell)
            if let cell = cells[own] { return cell }
        }
        return nil
    }
}

/// Why a workbook is no form.
package enum FormReadingError: Error, Hashable, Sendable {
    case noForm(file: String, known: [String])

    package var message: String {
        switch self {
        case .noForm(let file, let known):
            "\(file) 不像任何一张表样（\(known.joined(separator: "、"))）：没有找到表中的栏目。"
                + "请用 jixiao form template 导出空表，填好后再交。"
        }
    }
}
