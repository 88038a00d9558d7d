package import Documents
import Formulas
import Performance
import Quantities

/// The 季度通报 (F10), composed from the facts of one review.
///
/// The wording is fixed here, each figure is a field bound to its trace; what people add stands in
/// their text file. The same facts give the same document.
///
/// - Source: forms.md F10; process.md §7.
package struct Bulletin {
    let facts: BulletinFacts
    let figures: BulletinFigures
    var register = FigureRegister()
    var blocks: [WordBlock] = []

    private init(_ facts: BulletinFacts) throws {
        self.facts = facts
        figures = try BulletinFigures(facts)
    }

    package static func compose(_ facts: BulletinFacts) throws -> ComposedBulletin {
        var bulletin = try Bulletin(facts)
        try bulletin.addHead()
        try bulletin.addOverall()
        try bulletin.addExecution()
        try bulletin.addGoals()
        try bulletin.addManagement()
        try bulletin.addRectification()
        try bulletin.addNextSteps()
        try bulletin.addFoot()
        return ComposedBulletin(
            title: facts.title, facts: facts, figures: bulletin.register.figures,
            sections: [WordSection(blocks: bulletin.blocks)])
    }

    private mutating func addHead() throws {
        for number in facts.texts[.issueNumber] {
            blocks.append(
                .paragraph(
                    WordParagraph(
                        .body, alignment: .center, register.runs(try number.figureText(figures)))))
        }
        blocks.append(.text(.title, facts.title))
        let addressees = facts.texts[.addressee]
        guard addressees.isEmpty else {
            for paragraph in addressees { addFlush(try paragraph.figureText(figures)) }
            return
        }
        addFlush("各\(facts.subject)：")
    }

    private mutating func addFoot() throws {
        paragraph("附件：1. 附表1 各\(facts.subject)预算执行进度表")
        paragraph("2. 附表2 绩效监控红黄灯清单")
        paragraph("3. 附表3 问题整改进度表")
        blocks.append(.text(.signature, facts.publisher.name))
        blocks.append(.text(.signature, facts.issuedOn?.chinese ?? "　　　　年　月　日"))
        for copies in facts.texts[.copies] {
            paragraph("抄送：" + (try copies.figureText(figures)))
        }
    }

    // MARK: - Writing

    mutating func heading(_ text: String) { blocks.append(.text(.heading1, text)) }

    mutating func paragraph(_ text: FigureText) {
        blocks.append(.text(.body, register.runs(text)))
    }

    mutating func caption(_ text: String) { blocks.append(.text(.caption, text)) }

    /// A paragraph that begins at the margin, such as 主送机关.
    private mutating func addFlush(_ text: FigureText) {
        blocks.append(.text(.addressee, register.runs(text)))
    }

    mutating func prose(_ block: BulletinTexts.Block) throws {
        for text in facts.texts[block] { paragraph(try text.figureText(figures)) }
    }

    /// A figure of the bulletin by its name.
    func figure(_ name: String) -> FigureText { figures.text(name) }

    mutating func cell(
        _ text: FigureText, _ alignment: WordAlignment = .leading
    ) -> WordTableCell {
        WordTableCell(register.runs(text), alignment)
    }

    mutating func table(_ titles: [String], shares: [Int], _ rows: [[WordTableCell]]) {
        let head = WordTableRow(titles.map { .header($0) })
        blocks.append(
            .table(WordTable(columnShares: shares, rows: [head] + rows.map { WordTableRow($0) })))
    }
}

/// A bulletin ready to be written.
package struct ComposedBulletin: Sendable {
    package let title: String
    package let facts: BulletinFacts
    package let figures: [PrintedFigure]
    package let sections: [WordSection]
}
