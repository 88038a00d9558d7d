import ArgumentParser
import Foundation
import Packs
import Performance
import Quantities
import Reports

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "填报检查：按规则检查目标申报表等表，给出目标质量分。",
        discussion: """
            文件是 JSON 行，每行一张表；- 为标准输入，一行进、一行出，坏行不影响其他行。
            行里可以另带 approvedBudget（批复预算，万元）、otherGoals（其他项目的目标）、lastYear（上年的表）、
            approvedGoals（自评所依据的批复目标表）、
            answers（按规则编号写的理由，不少于10字）。
            --rows 逐行检查一张表格（.xlsx、.csv），如用款明细；发现按行列出。
            退出码：0 可以提交；1 有必须改正或必须说明的发现。
            """)

    @Argument(help: ArgumentHelp("文件；- 表示标准输入。", valueName: "文件"), completion: .file())
    var files: [String]

    @Option(help: ArgumentHelp("逐行检查表格，按这个对象的规则，如 用款明细。", valueName: "对象"))
    var rows: String?

    @Option(
        help: ArgumentHelp("与 --rows 同用：标了错误的原表（xlsx）写入这个文件。", valueName: "文件"),
        completion: .file(extensions: ["xlsx"]))
    var marked: String?

    @OptionGroup var district: DistrictRulesOption
    @OptionGroup var output: FormatOption

    func run() throws {
        if let rows {
            let lint = try RowLint(try district.book(), subject: rows, output.format)
            return try marked.map { try lint.mark(files, to: $0) } ?? lint.run(files)
        }
        let lint = FormLint(try district.book())
        let forms = try FormPack.builtIn()
        var isBlocked = false
        for file in files {
            try JSONLines.read(file) { place, line in
                do throws(InputProblem) {
                    let input = try LintLine(line)
                    let result = lint.result(
                        for: input.content, definition: forms.form(input.content.form),
                        context: input.context, answers: input.answers)
                    isBlocked = isBlocked || result.isBlocked
                    write(result, of: input)
                } catch {
                    isBlocked = true
                    refuse(error, at: place)
                }
            }
        }
        if isBlocked { throw ExitCode(1) }
    }

    private func write(_ result: LintResult, of input: LintLine) {
        if output.format == .json {
            Output.line(LintText.json(result, of: input.content, id: input.id).text)
        } else {
            Output.lines(LintText.lines(result, of: input.content))
        }
    }

    private func refuse(_ problem: InputProblem, at place: String) {
        if output.format == .json {
            Output.line(CanonicalJSON.object(["error": .string(problem.message)]).text)
        } else {
            Output.error("\(place)：\(problem.message)")
        }
    }
}

/// One line of `lint`: a form with what it is held against.
struct LintLine {
    let id: CanonicalJSON
    let content: FormContent
    let context: LintContext
    let answers: [CheckID: String]

    init(_ line: String) throws(InputProblem) {
        guard let json = try? CanonicalJSON(reading: line) else { throw InputProblem("不是 JSON。") }
        guard let content = FormContent(json: json) else {
            throw InputProblem("不是一张表：要有form、version、unitCode、fiscalYear、subject、fields、tables。")
        }
        id = json["id"] ?? .null
        self.content = content
        var context = LintContext()
        if let text = json["approvedBudget"]?.string {
            guard let amount = ExactDecimal(text),
                let fen = try? amount.fraction.multiplied(by: Fraction(1_000_000)), fen.isWhole,
                let fen = Int64(exactly: fen.numerator)
            else { throw InputProblem("approvedBudget“\(text)”不是万元金额。") }
            context.approvedBudget = Money(fen: fen)
        }
        context.lastYear = json["lastYear"].flatMap { FormContent(json: $0) }
        context.approvedGoals = json["approvedGoals"].flatMap { FormContent(json: $0) }
        context.otherGoals = json["otherGoals"]?.object?.compactMapValues(\.string) ?? [:]
        self.context = context
        let given = json["answers"]?.object?.compactMapValues(\.string) ?? [:]
        answers = Dictionary(
            uniqueKeysWithValues: given.map { (CheckID(rawValue: $0.key), $0.value) })
    }
}

/// What the lint found, on the terminal and for programs.
enum LintText {
    static func lines(_ result: LintResult, of content: FormContent) -> [String] {
        let head = "\(content.form) \(content.subject)（\(content.fiscalYear)年度）"
        let findings = result.findings.map { found in
            let mark = found.isAnswered && found.finding.level == .answered ? "（已说明）" : ""
            return "  \(found.finding.level.rawValue) \(found.finding.ruleId)\(mark) "
                + "\(place(found.place))：\(found.finding.message)"
        }
        let count =
            "  必须改正 \(count(result, .blocking)) 处，须说明 \(count(result, .answered)) 处，提示 \(count(result, .shown)) 处。"
        let quality = result.quality.map { ["  目标质量分：\($0.text)"] } ?? []
        let verdict = result.isBlocked ? "  不能提交。" : "  可以提交。"
        return [head] + findings + [count] + quality + [verdict]
    }

    private static func count(_ result: LintResult, _ level: FindingLevel) -> Int {
        result.findings.count { $0.finding.level == level }
    }

    private static func place(_ place: FormPlace) -> String {
        guard let cell = place.cell else { return place.field }
        return "\(cell.table)第\(cell.row + 1)行\(place.field)"
    }

    static func json(
        _ result: LintResult, of content: FormContent, id: CanonicalJSON
    ) -> CanonicalJSON {
        [
            "id": id, "form": .string(content.form), "subject": .string(content.subject),
            "blocked": .bool(result.isBlocked),
            "quality": result.quality.map { .string($0.text) } ?? .null,
            "findings": .array(result.findings.map(json)),
        ]
    }

    private static func json(_ found: LintFinding) -> CanonicalJSON {
        [
            "rule": .string(found.finding.ruleId.rawValue),
            "level": .string(found.finding.level.rawValue),
            "answered": .bool(found.isAnswered),
            "field": .string(found.place.field),
            "table": found.place.cell.map { .string($0.table) } ?? .null,
            "row": found.place.cell.map { .integer(Int64($0.row)) } ?? .null,
            "stated": found.finding.stated.map(CanonicalJSON.string) ?? .null,
            "message": .string(found.finding.message),
            "fix": found.finding.fix.map(CanonicalJSON.string) ?? .null,
        ]
    }
}
