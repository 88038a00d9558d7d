import Documents
import Packs
import Performance
import Reports

/// Checks each row of a sheet by the built-in row rules; beside it, reads the same cells alone.
enum RowChecking {
    static func run(file: String) throws {
        let book = try RulePack.book()
        guard let set = book.set(of: "用款明细") else { throw UsageError() }
        let clock = ContinuousClock()
        let started = clock.now
        var cells = 0
        let reading = try TableFile.open(InputFile(path: file))
        try reading.forEachRow(in: reading.sheets[0]) { cells += $0.cells.count }
        let read = clock.now
        let source = try TableFile.open(InputFile(path: file))
        var findings = 0
        let summary = try SheetCheck(set).run(over: source, source.sheets[0]) { _ in findings += 1 }
        let checked = clock.now
        print(
            summary?.rowCount ?? 0, cells, set.rules.count, findings,
            (read - started).microseconds, (checked - read).microseconds)
    }
}
