import ArgumentParser
import Documents
import Formulas
import Office
import Packs
import Performance
import Quantities
import Reports

struct GoalsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "goals", abstract: "绩效目标：沿用上年的目标。",
        subcommands: [GoalsCopyCommand.self])
}

struct GoalsCopyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy", abstract: "沿用上年：把上年的 F01、F02 抄成今年的草稿，旁边写上年完成值，并按规则检查。",
        discussion: """
            指标值照抄，来源写“上年”；金额用今年批复的，没有批复的留空；填报日期、说明不抄。
            不写 --by 只看结果，不保存；--output 另写成 xlsx。检查不能通过时退出码为 1。例：
              jixiao goals copy --year 2022
              jixiao goals copy --year 2022 --by yewu
            """)

    @Option(help: ArgumentHelp("存入哪个事项；不写就是整体的绩效目标申报。", valueName: "事项"))
    var matter = "goal|整体|"

    @Option(help: ArgumentHelp("只抄这个项目（整体表写“整体”）。", valueName: "项目"))
    var subject: String?

    @Option(help: ArgumentHelp("填报人的账号；写了就保存为草稿。", valueName: "账号"))
    var by: String?

    @Flag(help: "今年已有草稿的，也另存一稿。")
    var replace = false

    @Option(
        name: [.short, .long], help: ArgumentHelp("表（xlsx）写入这个文件夹。", valueName: "文件夹"),
        completion: .directory)
    var output: String?

    @OptionGroup var people: PeopleOptions
    @OptionGroup var district: DistrictRulesOption
    @OptionGroup var format: FormatOption

    func run() throws {
        let desk = try people.desk()
        let pack = try FormPack.builtIn()
        let copies = try GoalCopy(desk, forms: pack).copies().filter {
            subject == nil || $0.content.subject == subject
        }
        let contents = copies.map(\.content)
        let context = try GoalContext(
            people.book.workplace().desk(
                unit: desk.book.unitCode, year: desk.book.year.number, through: nil))
        let lint = FormLint(try district.book())
        var isBlocked = false
        for copied in copies {
            let (content, definition) = (copied.content, pack.form(copied.content.form))
            if let output, let definition {
                try FileRelease.write(
                    try FormWorkbook.compose(definition, content).bytes(),
                    to: "\(output)/\(content.form)-\(content.subject).xlsx")
            }
            var known = context.context(of: content, among: contents)
            known.lastYear = copied.source
            let result = lint.result(for: content, definition: definition, context: known)
            isBlocked = isBlocked || result.isBlocked
            write(copied, result)
        }
        if let by { try save(copies, by, desk) }
        if isBlocked { throw ExitCode(1) }
    }

    private func save(_ copies: [GoalCopy.Copied], _ account: String, _ desk: CycleDesk) throws {
        guard let matter = Matter(id: matter) else { throw CycleError.noSuchMatter(self.matter) }
        let known = try desk.forms(of: matter)
        for content in copies.map(\.content) where !replace {
            let drafts = known.filter {
                $0.form == content.form && $0.subject == content.subject
            }
            if let last = drafts.last {
                throw CycleError.draftExists(
                    form: content.form, subject: content.subject, draft: last.draft)
            }
        }
        let allowed = desk.workflow.authorisation.roles(
            for: .editForm, .goal, in: try desk.history(of: matter).state ?? "")
        let performer = try desk.performer(
            account, among: allowed, on: Day(shanghaiMilliseconds: Clock.now))
        for content in copies.map(\.content) {
            let saved = try desk.save(content, of: matter, by: performer, at: Clock.now)
            guard format.format == .text else { continue }
            Output.line("\(saved.form) \(saved.subject)：存为第 \(saved.version) 版第 \(saved.draft) 稿。")
        }
    }

    private func write(_ copied: GoalCopy.Copied, _ result: LintResult) {
        guard format.format == .text else {
            return Output.line(
                CanonicalJSON.object([
                    "content": copied.content.json,
                    "lint": LintText.json(result, of: copied.content, id: .null),
                    "withoutActual": .array(copied.withoutActual.map { .string($0) }),
                ]).text)
        }
        let rows = copied.content.rows("绩效指标")
        var table = TextTable([
            ("三级指标", .left), ("指标值（沿用上年）", .left), ("上年完成值", .left),
        ])
        for row in rows {
            table.append([row["三级指标"] ?? "", row["指标值"] ?? "", row["上年完成值"] ?? "不详"])
        }
        Output.lines(
            LintText.lines(result, of: copied.content) + table.lines.map { "  " + $0 } + [""])
    }
}
