import Documents
import Testing

/// The samples of the writing tests, handed back marked.
enum SampleMarks {
    static let words = ["938.31", "89.46%", "2.3065"]

    /// The report with a comment on three of its figures.
    static func report() throws -> (original: [UInt8], marked: [UInt8]) {
        let report = try SampleDocuments.report().bytes()
        let document = try ReadableDocument(report, "自评.docx")
        let marks = try words.map { words -> WordMark in
            let place = try #require(document.origin(of: words))
            guard case .paragraph(let index) = place.origin else { throw NoParagraph() }
            return WordMark(
                paragraph: index, range: place.offset..<(place.offset + words.utf8.count),
                text: "“\(words)”与别处不一致。\n请核对。", severity: .error)
        }
        let marked = try MarkedWordDocument.bytes(
            of: InputFile(bytes: report, name: "自评.docx"), marks: marks)
        return (report, marked)
    }

    /// The form with a comment on two of its cells, one of which had one.
    static func form() throws -> [UInt8] {
        let sheet = "项目支出绩效自评表"
        return try MarkedWorkbook.bytes(
            of: InputFile(bytes: SampleWorkbooks.form().bytes(), name: "自评表.xlsx"),
            marks: [
                CellMark(sheet: sheet, place: "F5", text: "应为 0.4785。", severity: .error),
                CellMark(sheet: sheet, place: "F7", text: "请附名单。", severity: .note),
            ])
    }

    private struct NoParagraph: Error {}
}
