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
            规则见 jixiao rules。有红色预警时退出码为 1。例：
              jixiao alerts --through 2021-08-31
            """)

    @OptionGroup var options: DeskOptions
    @OptionGroup var output: FormatOption

    func run() throws {
        let desk = MonitoringDesk(try options.desk(options.book.workplace()))
        let warnings = try desk.warnings(RulePack.book())
        if output.format == .json {
            Output.line(AlertsText.json(warnings).text)
        } else {
            Output.lines(AlertsText.lines(warnings, desk))
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
