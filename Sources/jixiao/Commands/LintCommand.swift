import ArgumentParser
import Documents
import Foundation
import Office
import Packs
import Performance
import Quantities
import Reports

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "填报检查：按规则检查目标申报表等表，给出目标质量分。",
        discussion: """
            文件是填好的表（xlsx），或 JSON 行，每行一张表；- 为标准输入，一行进、一行出，坏行不影响其他行。
            写了 --database，就对照账套：批复预算、批复项目、其他项目的目标、上年的表和完成值、预算调整、分值。
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

    @Option(
        help: ArgumentHelp("对照哪个数据库里的账套；不写就只看表本身。", valueName: "数据库"))
    var database: String?

    @Option(help: ArgumentHelp("账套的单位代码；只有一个账套时可以不写。", valueName: "代码"))
    var unit: String?

    @Option(help: ArgumentHelp("账套的年度；只有一个账套时可以不写。", valueName: "年度"))
    var year: Int?

    @OptionGroup var district: DistrictRulesOption
    @OptionGroup var output: FormatOption

    func run() throws {
        if let rows {
            let lint = try RowLint(try district.book(), subject: rows, output.format)
            return try marked.map { try lint.mark(files, to: $0) } ?? lint.run(files)
        }
        let lint = FormLint(try district.book())
        let forms = try FormPack.builtIn()
        let goals = try goalContext()
        var isBlocked = false
        func judge(_ input: LintLine, among contents: [FormContent]) {
            let known = goals?.context(of: input.content, among: contents) ?? LintContext()
            let result = lint.result(
                for: input.content, definition: forms.form(input.content.form),
                context: input.context(over: known), answers: input.answers)
            isBlocked = isBlocked || result.isBlocked
            write(result, of: input)
        }
        for file in files where !FilledForms.isWorkbook(file) {
            let together = try goals == nil || file == "-" ? [] : Self.contents(of: file)
            try JSONLines.read(file) { place, line in
                do throws(InputProblem) {
                    let input = try LintLine(line)
                    judge(input, among: together)
                } catch {
                    isBlocked = true
                    refuse(error, at: place)
                }
            }
        }
        let workbooks = try files.filter(FilledForms.isWorkbook).map {
            let reading = try FormReading(InputFile(path: $0), among: forms.forms)
            if output.format == .text { Output.lines(reading.notices) }
            return reading.content
        }
        for content in workbooks { judge(LintLine(content), among: workbooks) }
        if isBlocked { throw ExitCode(1) }
    }

    /// The forms of a file, which are declared together; lines that are none are told later.
    private static func contents(of file: String) throws -> [FormContent] {
        var contents: [FormContent] = []
        try JSONLines.read(file) { _, line in
            guard let json = try? CanonicalJSON(reading: line),
                let content = FormContent(json: json)
            else { return }
            contents.append(content)
        }
        return contents
    }

    private func goalContext() throws -> GoalContext? {
        try database.map { path in
            try GoalContext(
                Workplace.open(path).desk(unit: unit, year: year, through: nil))
        }
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
    let answers: [CheckID: String]
    private let own: LintContext

    init(_ content: FormContent) {
        id = .null
        self.content = content
        answers = [:]
        own = LintContext()
    }

    /// What the line itself says wins over what a book knows.
    func context(over known: LintContext) -> LintContext {
        var context = known
        if let budget = own.approvedBudget { context.approvedBudget = budget }
        if let form = own.lastYear { context.lastYear = form }
        if let form = own.approvedGoals { context.approvedGoals = form }
        context.otherGoals.merge(own.otherGoals) { $1 }
        return context
    }

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
        own = context
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
