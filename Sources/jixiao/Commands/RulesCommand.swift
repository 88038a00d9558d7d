import ArgumentParser
import Office
import Packs
import Performance

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "规则：列出、查看、检查规则，或把新规则先在历史数据上试跑。",
        discussion: """
            规则都是数据（YAML），区县可以增加或改写：
              jixiao rules list
              jixiao rules show TQ-034
              jixiao rules check 区县规则.yaml
              jixiao rules check 区县规则.yaml --shadow 历年数据
            """,
        subcommands: [
            RulesListCommand.self, RulesShowCommand.self, RulesCheckCommand.self,
            RulesFactsCommand.self,
        ],
        defaultSubcommand: RulesListCommand.self)
}

/// Rules that a district adds to the built-in ones.
struct DistrictRulesOption: ParsableArguments {
    @Option(
        name: .customLong("rules"),
        help: ArgumentHelp("区县规则：一个文件，或放规则文件的文件夹。", valueName: "文件或文件夹"))
    var path: String?

    func texts() throws -> [PackText] { try path.map { try RuleFiles.texts(at: $0) } ?? [] }

    func book() throws -> RuleBook { try RulePack.book(district: texts()) }
}

struct RulesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出规则和条数。")

    @Option(help: ArgumentHelp("只列这个对象的规则，如 指标。", valueName: "对象"))
    var subject: String?

    @OptionGroup var district: DistrictRulesOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let book = try district.book()
        let rules = book.rules.filter { subject == nil || $0.subject.name == subject }
        if output.format == .json {
            Output.line(CanonicalJSON.array(rules.map(RuleText.json)).text)
        } else {
            Output.lines(RuleText.list(rules))
        }
        if rules.isEmpty { throw ExitCode(1) }
    }
}

struct RulesShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "查看一条规则：条件、参数、依据、样例。")

    @Argument(help: ArgumentHelp("规则编号，如 TQ-034。", valueName: "编号"))
    var id: String

    @OptionGroup var district: DistrictRulesOption

    func run() throws {
        let book = try district.book()
        guard let rule = book.rule(CheckID(rawValue: id)) else {
            throw InputProblem("没有规则“\(id)”。请用 jixiao rules list 查看编号。")
        }
        Output.lines(RuleText.details(rule))
    }
}

struct RulesFactsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts", abstract: "规则能用的事实：每个对象有哪些字段、类型和含义。")

    @Argument(help: ArgumentHelp("对象，如 指标；不写就列出全部对象。", valueName: "对象"))
    var subject: String?

    @OptionGroup var district: DistrictRulesOption

    func run() throws {
        let book = try district.book()
        guard let name = subject else {
            return Output.lines(RuleText.subjects(book))
        }
        guard let subject = book.subject(name) else {
            throw InputProblem(
                "没有规则对象“\(name)”。请改用：\(book.subjects.map(\.name).joined(separator: "、"))。")
        }
        Output.lines(RuleText.facts(subject))
    }
}

/// A message that needs no more than its words.
struct InputProblem: MessageError {
    let message: String

    init(_ message: String) { self.message = message }
}
