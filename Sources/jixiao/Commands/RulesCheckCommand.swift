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
            历史数据是 JSON 行文件（或放这些文件的文件夹，- 为标准输入），每行一张表或一条记录：
              {"subject":"指标","facts":{"三级指标":"慰问人次","指标值":"295人次"}}
            """)

    @Argument(help: ArgumentHelp("规则文件；可以有几个。", valueName: "文件"), completion: .file())
    var files: [String] = []

    @Option(help: ArgumentHelp("在这些历史数据上试跑。", valueName: "文件、文件夹或-"))
    var shadow: String?

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
        if let shadow { try ShadowRun(book, rules).report(over: shadow) }
        if refused { throw ExitCode(1) }
    }
}

/// Tries rules on history and blocks nobody.
struct ShadowRun {
    private let book: RuleBook
    private let rules: [Rule]
    private var tallies: [CheckID: Tally] = [:]

    private struct Tally {
        var judged = 0
        var fired = 0
        var places: [String] = []
    }

    init(_ book: RuleBook, _ rules: [Rule]) {
        self.book = book
        self.rules = rules
    }

    func report(over path: String) throws {
        var run = self
        var bad = 0
        try JSONLines.read(path) { place, line in
            do throws(InputProblem) {
                let record = try HistoryLine(line, book)
                for (subject, facts) in record.records { run.judge(subject, facts, at: place) }
            } catch {
                bad += 1
                Output.error("\(place)：\(error.message)")
            }
        }
        Output.lines(run.lines)
        if bad > 0 { Output.line("有 \(bad) 行不能读，已跳过。") }
    }

    private mutating func judge(_ subject: RuleSubject, _ facts: Facts, at place: String) {
        let own = rules.filter { $0.subject.name == subject.name }
        guard !own.isEmpty else { return }
        let findings = RuleSet(own, of: subject).findings(
            of: [book.lexicon.completed(facts, of: subject)])
        for rule in own { tallies[rule.id, default: Tally()].judged += 1 }
        for finding in findings {
            tallies[finding.ruleId]?.fired += 1
            if tallies[finding.ruleId]?.places.count ?? 0 < 3 {
                tallies[finding.ruleId]?.places.append("\(place)：\(finding.message)")
            }
        }
    }

    private var lines: [String] {
        var table = TextTable([("编号", .left), ("看了", .right), ("提示", .right), ("占比", .right)])
        for rule in rules {
            let tally = tallies[rule.id] ?? Tally()
            let share = tally.judged == 0 ? "—" : "\(tally.fired * 100 / tally.judged)%"
            table.append([rule.id.rawValue, "\(tally.judged)", "\(tally.fired)", share])
        }
        return ["试跑（不拦任何人）："] + table.lines
            + rules.flatMap { tallies[$0.id]?.places ?? [] }.map { "  " + $0 }
    }
}
