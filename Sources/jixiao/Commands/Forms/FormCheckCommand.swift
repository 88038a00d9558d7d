import ArgumentParser
import Documents
import Office
import Packs
import Performance
import Reports

struct FormCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "检查填好的表：一次说出全部错误，可标回原表。",
        discussion: "有错误时退出码为 1。--marked 另存一份原表：错误列、红格、批注、顶上的合计，格式不变。")

    @Argument(help: ArgumentHelp("填好的表。", valueName: "文件"), completion: .file())
    var file: String

    @Option(
        help: ArgumentHelp("标了错误的原表写入这个文件。", valueName: "文件"),
        completion: .file(extensions: ["xlsx"]))
    var marked: String?

    @OptionGroup var district: DistrictRulesOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let input = InputFile(path: file)
        let reading = try FormReading(input, among: try FormPack.builtIn().forms)
        let lint = FormLint(try district.book()).result(
            for: reading.content, definition: reading.form)
        let check = FormCheck(
            reading, more: lint.findings.map { $0.finding.finding(at: $0.place) })
        if let marked {
            try FileRelease.write(try check.markedWorkbook(input), to: marked)
        }
        switch output.format {
        case .json: Output.line(CanonicalJSON.array(check.remarks.map(\.json)).text)
        case .text:
            Output.lines(
                reading.notices + check.remarks.map { "\($0.finding.ruleId) \($0.finding.message)" }
                    + [check.total])
        }
        if check.hasErrors { throw ExitCode(1) }
    }
}

extension FormCheck.Remark {
    fileprivate var json: CanonicalJSON {
        [
            "rule": .string(finding.ruleId.rawValue), "level": .string(finding.level.rawValue),
            "sheet": cell.map { .string($0.sheet) } ?? .null,
            "cell": cell.map { .string($0.place.a1) } ?? .null,
            "stated": finding.stated.map(CanonicalJSON.string) ?? .null,
            "message": .string(finding.message),
        ]
    }
}
