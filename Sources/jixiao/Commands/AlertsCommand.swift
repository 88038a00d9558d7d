import ArgumentParser
import Formulas
import Office
import Packs
import Performance
import Quantities

struct AlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts", abstract: "预警：截至某日按规则判断出的全部预警，按责任科室列出，写明怎么办。",
        discussion: """
            规则见 jixiao rules。有红色预警时退出码为 1。期限（报送、救助发放、合同、公开、整改）看 --on 那天，
            可以晚于年末。--raise 把这些预警登记下来（已登记的不重复），由责任人处置。例：
              jixiao alerts --through 2021-08-31
              jixiao alerts --on 2022-04-13
            """)

    @Option(help: ArgumentHelp("期限看哪一天；不写就是截至日期。", valueName: "日期"))
    var on: String?

    @Flag(help: "登记这些预警，期次为截至日期所在的季度。")
    var raise = false

    @OptionGroup var options: DepartmentDeskOptions
    @OptionGroup var output: FormatOption

    func run() throws {
        let desk = MonitoringDesk(try options.desk())
        let warnings = try desk.warnings(RulePack.book(), on: RoleName.day(on))
        let raised = raise ? try desk.raise(warnings, at: Clock.now) : nil
        if output.format == .json {
            Output.line(AlertsText.json(warnings).text)
        } else {
            Output.lines(AlertsText.lines(warnings, desk))
            if let raised { Output.line("新登记 \(raised) 条预警。") }
            try options.scope(of: desk.desk).map { Output.line($0) }
        }
        if warnings.contains(where: { $0.light == .red }) { throw ExitCode(1) }
    }
}

/// Warnings on the terminal: a digest, then each owner's own.
enum AlertsText {
    static func lines(_ warnings: [EarlyWarning], _ desk: MonitoringDesk) -> [String] {
        let book = desk.desk
        let title = "\(book.unitName) 预警，截至\(book.snapshot.periodEnd.chinese)："
        guard !warnings.isEmpty else { return [title + "没有预警。"] }
        let owners = Set(warnings.map(\.owner)).sorted()
        return [title + counts(warnings)]
            + owners.flatMap { owner in
                let own = warnings.filter { $0.owner == owner }
                return ["", "\(owner)：\(counts(own))"]
                    + own.map { "  \($0.rule) \($0.message)" }
            }
    }

    /// `红灯 3 条，黄灯 2 条`
    private static func counts(_ warnings: [EarlyWarning]) -> String {
        MonitoringLight.allCases.compactMap { light in
            let count = warnings.count { $0.light == light }
            return count == 0 ? nil : "\(light.rawValue) \(count) 条"
        }
        .joined(separator: "，")
    }

    static func json(_ warnings: [EarlyWarning]) -> CanonicalJSON {
        .array(
            warnings.map {
                [
                    "rule": .string($0.rule.rawValue), "light": .string($0.light.rawValue),
                    "object": .string($0.object), "owner": .string($0.owner),
                    "message": .string($0.message), "remedy": .string($0.remedy),
                ]
            })
    }
}
