import ArgumentParser
import Foundation
import Packs
import Performance
import Reports

struct RulesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "检查规则：写法、样例、会不会提示、有没有互相矛盾。",
        discussion: """
            不写文件就检查内置规则。拒绝：样例不符、永远不提示、总是提示、用不上、互相矛盾的规则；退出码为 1。
            --shadow 在历史数据上试跑文件里的规则，只报告会提示多少次、提示在哪里，不拦任何人。
            历史数据是数据库（jixiao.sqlite 或 postgresql://…）：试跑全部账套里各表的各版各稿、账套的数、
            各季度末的进度和期限；或者 JSON 行文件（或放这些文件的文件夹，- 为标准输入），每行一张表或一条记录：
              {"subject":"指标","facts":{"三级指标":"慰问人次","指标值":"295人次"}}
            例：
              jixiao rules check 本区规则.yaml --shadow jixiao.sqlite
            """)

    @Argument(help: ArgumentHelp("规则文件；可以有几个。", valueName: "文件"), completion: .file())
    var files: [String] = []

    @Option(help: ArgumentHelp("在这些历史数据上试跑。", valueName: "数据库、文件、文件夹或-"))
    var shadow: String?

    @Option(help: ArgumentHelp("试跑时每条规则最多列几处。", valueName: "处数"))
    var places = 10

    func run() throws {
        let book = try RulePack.book(
            district: try files.flatMap { try RuleFiles.texts(at: $0) })
        let own = try files.flatMap { try RuleFiles.paths(at: $0) }
        let rules = book.rules.filter { own.isEmpty || own.contains($0.file) }
        let problems = book.problems().filter { problem in
            rules.contains { $0.id == problem.ruleId || problem.kind == .contradicts($0.id) }
        }
        Output.lines(problems.map(\.message))
        let refused = problems.contains(where: \.isRefusal)
        let examples = rules.reduce(0) { $0 + $1.examples.count }
        let verdict = refused ? "有问题，请改正后再用。" : "没有问题。"
        Output.line("检查了 \(rules.count) 条规则、\(examples) 个样例：\(verdict)")
        if let shadow { try ShadowRun(book, rules, places: places).report(over: shadow) }
        if refused { throw ExitCode(1) }
    }
}
