import ArgumentParser
import Documents
import Office
import Packs
import Performance
import Reports

struct FormReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "读入填好的表，输出填报内容。",
        discussion: "按栏目名称找，不按固定格子：插行、插列、合并、改名都认得。读不出的内容原样留下，写在标准错误上。")

    @Argument(help: ArgumentHelp("填好的表。", valueName: "文件"), completion: .file())
    var file: String

    @OptionGroup var output: FormatOption

    func run() throws {
        let reading = try FormReading(
            InputFile(path: file), among: try FormPack.builtIn().forms)
        for notice in reading.notices { Output.error(notice) }
        for finding in reading.findings { Output.error("\(finding.ruleId) \(finding.message)") }
        switch output.format {
        case .json: Output.line(reading.content.json.text)
        case .text: Output.lines(FormListing.lines(reading))
        }
        if !reading.findings.isEmpty { throw ExitCode(1) }
    }
}

/// Answers of a form on the terminal.
enum FormListing {
    static func lines(_ reading: FormReading) -> [String] {
        let content = reading.content
        var lines = [
            "\(content.form) \(reading.form.name)　\(content.fiscalYear)年度　\(content.subject)"
        ]
        var fields = TextTable([("填报项", .left), ("内容", .left)])
        for field in reading.form.fields {
            if let answer = content[field.name] {
                fields.append([field.name, DisplayWidth.shown(answer)])
            }
        }
        lines += fields.lines
        for table in reading.form.tables where !content.rows(table.name).isEmpty {
            let columns = table.columns.filter { column in
                content.rows(table.name).contains { $0[column.name] != nil }
            }
            var listing = TextTable(columns.map { ($0.name, .left) })
            for row in content.rows(table.name) {
                listing.append(columns.map { DisplayWidth.shown(row[$0.name] ?? "") })
            }
            lines += ["", table.name] + listing.lines
        }
        return lines
    }
}
