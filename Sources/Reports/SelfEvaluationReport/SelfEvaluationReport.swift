package import Documents
import Formulas
import Performance
import Quantities

/// The 部门整体支出绩效自评报告, composed from the facts of one book.
///
/// The outline is that of forms.md F08; the wording is fixed here, each figure comes from a trace,
/// and words such as 减少 follow the figures. The same facts give the same document.
package struct SelfEvaluationReport {
    let facts: ReportFacts
    var register = FigureRegister()
    var blocks: [WordBlock] = []

    private init(facts: ReportFacts) { self.facts = facts }

    package static func compose(_ facts: ReportFacts) -> ComposedReport {
        var report = SelfEvaluationReport(facts: facts)
        report.addTitle()
        report.addBasicSituation()
        report.addAnalysis()
        report.addProblemsAndMeasures()
        let body = report.blocks
        report.blocks = []
        report.addScoreAppendix()
        report.addMissingAppendix()
        report.addTraceAppendix()
        return ComposedReport(
            title: report.title, facts: facts, figures: report.register.figures,
            sections: [WordSection(blocks: body), WordSection(.landscape, blocks: report.blocks)])
    }

    var title: String { "\(facts.year)年度\(facts.unitName)部门整体支出绩效自评报告" }

    private mutating func addTitle() {
        blocks.append(.text(.body, "附件3"))
        blocks.append(.text(.title, title))
    }

    // MARK: Writing

    mutating func heading(_ style: WordStyle, _ text: String) {
        blocks.append(.text(style, text))
    }

    mutating func paragraph(_ text: FigureText) {
        blocks.append(.text(.body, register.runs(text)))
    }

    mutating func caption(_ text: String) {
        blocks.append(.text(.caption, text))
    }

    mutating func note(_ text: FigureText) {
        blocks.append(.text(.note, register.runs(text)))
    }

    mutating func cell(
        _ text: FigureText, _ alignment: WordAlignment = .leading, isBold: Bool = false
    ) -> WordTableCell {
        WordTableCell(register.runs(text, isBold: isBold), alignment)
    }

    /// What a person wrote for a section; where nothing was written, that is said.
    mutating func narrative(_ section: NarrativeText.Section) {
        let texts = facts.texts(section)
        if texts.isEmpty {
            paragraph("（“\(section.rawValue)”尚未填写。）")
        }
        for text in texts { paragraph(FigureText(text)) }
    }
}

/// A report ready to be written: its document's content, and the figures it prints.
package struct ComposedReport: Sendable {
    package let title: String
    package let facts: ReportFacts
    package let figures: [PrintedFigure]
    package let sections: [WordSection]
}
