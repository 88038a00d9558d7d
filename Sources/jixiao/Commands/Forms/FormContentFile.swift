import ArgumentParser
import Foundation
import Office
import Performance

/// Contents of forms in JSON files.
enum FormContentFile {
    /// - Throws: ``ValidationError`` where the file is no content of this form.
    static func content(_ path: String, of form: FormDefinition) throws -> FormContent {
        guard let data = FileManager.default.contents(atPath: path)
        else { throw OfficeError.fileUnreadable(path, reason: "打不开") }
        let json: CanonicalJSON
        do {
            json = try CanonicalJSON(reading: Array(data))
        } catch {
            throw ValidationError("\(path) 不是有效的 JSON。请按 jixiao form read --format json 的输出来写。")
        }
        guard let content = FormContent(json: json)
        else {
            throw ValidationError(
                "\(path) 缺少 form、version、unitCode、fiscalYear、subject、fields 或 tables，或类型不对。")
        }
        guard content.form == form.id
        else { throw ValidationError("\(path) 是\(content.form)的内容，不是\(form.id)的。") }
        for name in content.fields.keys.sorted() where form.field(name) == nil {
            throw ValidationError("\(form.id) 没有填报项“\(name)”。")
        }
        for (table, rows) in content.tables.sorted(by: { $0.key < $1.key }) {
            guard let known = form.table(table)
            else { throw ValidationError("\(form.id) 没有表“\(table)”。") }
            for name in Set(rows.flatMap(\.values.keys)).sorted() where known.column(name) == nil {
                throw ValidationError("\(form.id) 的表“\(table)”没有“\(name)”一列。")
            }
        }
        return form.canonical(content)
    }
}
