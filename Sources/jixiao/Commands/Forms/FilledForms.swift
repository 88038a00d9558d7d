import ArgumentParser
import Documents
import Formulas
import Foundation
import Office
import Packs
import Performance
import Quantities
import Reports

/// Forms as people hand them in: workbooks, or JSON as `form read` writes it.
enum FilledForms {
    static func isWorkbook(_ path: String) -> Bool { path.lowercased().hasSuffix(".xlsx") }

    /// The forms of one file, in order; JSON lines (.jsonl) hold one a line.
    ///
    /// - Parameter book: takes the place of a unit or year that a workbook does not say.
    /// - Throws: ``InputProblem`` where a file is none.
    static func contents(
        of path: String, _ pack: FormPack, book: BookID
    ) throws -> [FormContent] {
        if isWorkbook(path) { return [try workbook(path, pack, book)] }
        guard path.lowercased().hasSuffix(".jsonl") else { return [try document(path)] }
        var contents: [FormContent] = []
        try JSONLines.read(path) { place, line in
            guard let json = try? CanonicalJSON(reading: line),
                let content = FormContent(json: json), let form = pack.form(content.form)
            else { throw InputProblem("\(place)：不是一张表的填报内容。") }
            contents.append(form.canonical(content))
        }
        return contents
    }

    private static func workbook(
        _ path: String, _ pack: FormPack, _ book: BookID
    ) throws -> FormContent {
        var content = try FormReading(InputFile(path: path), among: pack.forms).content
        if content.unitCode.isEmpty { content.unitCode = book.unitCode }
        if content.fiscalYear == 0 { content.fiscalYear = book.year.number }
        return content
    }

    private static func document(_ path: String) throws -> FormContent {
        guard let data = FileManager.default.contents(atPath: path)
        else { throw OfficeError.fileUnreadable(path, reason: "打不开") }
        guard let json = try? CanonicalJSON(reading: Array(data)), let id = json["form"]?.string
        else { throw InputProblem("\(path) 既不是 xlsx，也不是填报内容的 JSON。") }
        return try FormContentFile.content(path, of: KnownForms.form(id))
    }
}
