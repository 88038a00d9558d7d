import Documents
import Packs
import Performance
import Reports

/// Checks every row of a sheet by the built-in row rules and writes it back with its errors.
enum SheetMarking {
    static func run(file: String, output: String) throws {
        let book = try RulePack.book()
        guard let set = book.set(of: "用款明细") else { throw UsageError() }
        guard let marked = try SheetCheck(set).marked(InputFile(path: file))
        else { throw UsageError() }
        try FileRelease.write(marked.bytes, to: output)
        print(marked.summary.rowCount, set.rules.count, marked.counts.values.reduce(0, +))
    }
}
