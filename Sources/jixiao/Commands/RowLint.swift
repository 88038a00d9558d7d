import ArgumentParser
import Documents
import Office
import Performance
import Reports

/// Checks the rows of sheets by the rules of a subject and lists what they say.
struct RowLint {
    private let set: RuleSet
    private let format: OutputFormat

    init(_ book: RuleBook, subject: String, _ format: OutputFormat) throws(InputProblem) {
        guard let set = book.set(of: subject) else {
            throw InputProblem(
                "没有规则对象“\(subject)”。请改用：\(book.subjects.map(\.name).joined(separator: "、"))。")
        }
        self.set = set
        self.format = format
    }

    func run(_ files: [String]) throws {
        var isBlocked = false
        for file in files {
            let source = try TableFile.open(InputFile(path: file))
            for sheet in source.sheets where !sheet.isHidden {
                isBlocked = try check(source, sheet) || isBlocked
            }
        }
        if isBlocked { throw ExitCode(1) }
    }

    /// Writes the workbook back with every finding on its row.
    func mark(_ files: [String], to output: String) throws {
        guard files.count == 1, let file = files.first
        else { throw InputProblem("--marked 一次只标一个文件。请一个一个地检查。") }
        guard let marked = try SheetCheck(set).marked(InputFile(path: file))
        else { throw InputProblem("\(file) 里没有“\(set.subject.name)”的表头。请核对列名。") }
        try FileRelease.write(marked.bytes, to: output)
        Output.line(
            "\(file)：\(marked.summary.rowCount) 行 × \(set.rules.count) 条规则，"
                + "发现 \(marked.counts.values.reduce(0, +)) 处，已标在 \(output)。")
        if marked.counts[.blocking] != nil { throw ExitCode(1) }
    }

    /// Whether a row has to be put right.
    private func check(_ source: any TableSource, _ sheet: TableSheet) throws -> Bool {
        var counts: [FindingLevel: Int] = [:]
        let place = sheet.name.isEmpty ? source.file : "\(source.file) “\(sheet.name)”"
        let summary = try SheetCheck(set).run(over: source, sheet) { found in
            counts[found.finding.level, default: 0] += 1
            write(found)
        }
        guard let summary else {
            throw InputProblem("\(place) 里没有“\(set.subject.name)”的表头。请核对列名。")
        }
        guard format == .text else { return counts[.blocking] != nil }
        if !summary.missingColumns.isEmpty {
            Output.error(
                "\(place) 没有这些列，有关的规则没有检查：\(summary.missingColumns.joined(separator: "、"))。")
        }
        if summary.undecided > 0 {
            Output.error("\(place) 有 \(summary.undecided) 处数字太大，规则不能判断。")
        }
        let words = FindingLevel.allCases.map { "\($0.rawValue) \(counts[$0] ?? 0)" }
        Output.line(
            "\(place)：\(summary.rowCount) 行 × \(set.rules.count) 条规则，发现 \(words.joined(separator: "、"))。"
        )
        return counts[.blocking] != nil
    }

    private func write(_ found: RowFinding) {
        let column = found.column.map(CellPlace.letters(ofColumn:)) ?? ""
        if format == .text {
            Output.line(
                "\(found.finding.level.rawValue) \(found.finding.ruleId) \(column)\(found.row)：\(found.finding.message)"
            )
            return
        }
        let json: CanonicalJSON = [
            "row": .integer(Int64(found.row)),
            "column": found.column.map { .integer(Int64($0)) } ?? .null,
            "rule": .string(found.finding.ruleId.rawValue),
            "level": .string(found.finding.level.rawValue),
            "message": .string(found.finding.message),
        ]
        Output.line(json.text)
    }
}
