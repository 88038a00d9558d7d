import ArgumentParser
import Office
import Performance
import Quantities
import Reports

extension TimeProgress: ExpressibleByArgument {
    public init?(argument: String) {
        switch argument {
        case "months": self = .months
        case "days": self = .days
        default: return nil
        }
    }

    public var defaultValueDescription: String { self == .months ? "months" : "days" }
    public static var allValueStrings: [String] { ["months", "days"] }
}

struct MonitorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "monitor", abstract: "运行监控：截至某日的执行、指标、亮灯和全年预计。",
        discussion: """
            全年预计按本单位和库内其他单位往年的进度推算，给出低、中、高三个数；没有往年账套时只按序时推算。
            预计是估计数，不是账上的数。有红灯或年末预警时退出码为 1。例：
              jixiao monitor --through 2021-08-31
            """)

    @Option(
        help: ArgumentHelp("序时进度的算法：months 按月，days 按天。", valueName: "months|days"))
    var time = TimeProgress.months

    @Option(
        help: ArgumentHelp("冻结时的日志号；写了就列出那以后的变化。", valueName: "日志号"))
    var since: Int64?

    @OptionGroup var options: DepartmentDeskOptions
    @OptionGroup var output: FormatOption

    func run() throws {
        let desk = MonitoringDesk(try options.desk(), time: time)
        let snapshot = try desk.snapshot()
        let changes = try since.map { try desk.changes(sinceJournal: $0) }
        if output.format == .json {
            Output.line(MonitoringJSON.json(snapshot, changes).text)
        } else {
            Output.lines(MonitoringText.lines(snapshot) + MonitoringText.lines(changes))
            try options.scope(of: desk.desk).map { Output.line($0) }
        }
        if snapshot.asksForAction { throw ExitCode(1) }
    }
}

/// Monitoring on the terminal.
enum MonitoringText {
    static func lines(_ snapshot: MonitoringSnapshot) -> [String] {
        let title =
            "\(snapshot.unitName)（\(snapshot.unitCode)）绩效运行监控，截至\(snapshot.through.chinese)，"
            + "序时进度\(percent(snapshot.department.expected))，日志号 \(snapshot.journalNumber)"
        return [title, "", "一、资金（万元）"] + money(snapshot) + ["", "二、控制数（万元）"] + limits(snapshot)
            + ["", "三、指标"] + indicators(snapshot) + ["", "四、双监控"] + dual(snapshot)
            + AlarmLines.lines(snapshot) + note(snapshot)
    }

    static func lines(_ changes: [MonitoringChange]?) -> [String] {
        guard let changes else { return [] }
        return ["", "五、冻结后的变化"]
            + (changes.isEmpty ? ["没有变化。"] : [])
            + changes.map { "  \($0.name)：\($0.field) \($0.before) → \($0.after)" }
    }

    private static func money(_ snapshot: MonitoringSnapshot) -> [String] {
        var table = TextTable([
            ("", .left), ("年初预算", .right), ("全年预算", .right), ("已执行", .right), ("执行率", .right),
            ("相对进度", .right), ("灯", .left), ("全年预计 低", .right), ("中", .right), ("高", .right),
            ("可能低于80%", .right), ("建议", .left),
        ])
        func append(_ standing: MoneyStanding, _ indent: String) {
            table.append(
                [
                    indent + standing.name, amount(standing.initialBudget),
                    amount(standing.adjustedBudget), amount(standing.executed),
                    percent(standing.rate), percent(standing.progress.progress),
                    standing.progress.light.rawValue,
                ]
                    + estimates(standing)
                    + [
                        standing.forecast.map {
                            percent(
                                $0.outcomes.probability(below: YearEndAlarm.limit(of: .money)), 0)
                        } ?? "—",
                        likelihood(standing.suggestedLikelihood, standing.rings),
                    ])
        }
        append(snapshot.department, "")
        for line in snapshot.lines where !line.isEmpty { append(line, "  ") }
        for project in snapshot.projects { append(project.money, "    ") }
        return table.lines
    }

    /// An estimate is told no finer than 0.01 万元, and as no less than what is spent.
    private static func estimates(_ standing: MoneyStanding) -> [String] {
        guard let forecast = standing.forecast else { return ["—", "—", "—"] }
        return [forecast.low, forecast.middle, forecast.high].map { share in
            let fen = Rounding.halfUp.quotient(
                Int128(standing.adjustedBudget.fen) * Int128(share), by: Int128(YearShare.whole))
            return amount(max(Money(fen: Int64(clamping: fen)), standing.executed))
        }
    }

    private static func limits(_ snapshot: MonitoringSnapshot) -> [String] {
        guard !snapshot.limits.isEmpty else { return ["没有三公经费台账，也没有一般性支出压减。"] }
        var table = TextTable([
            ("", .left), ("要求", .left), ("控制数", .right), ("金额", .right), ("比例", .right),
            ("灯", .left),
        ])
        for limit in snapshot.limits {
            table.append([
                limit.name, limit.kind.rawValue, limit.limit.map(amount) ?? "没有登记",
                amount(limit.amount), percent(limit.share), limit.light?.rawValue ?? "—",
            ])
        }
        return table.lines
    }

    private static func indicators(_ snapshot: MonitoringSnapshot) -> [String] {
        guard !snapshot.allIndicators.isEmpty else { return ["没有登记绩效指标。"] }
        var table = TextTable([
            ("编号", .left), ("项目", .left), ("指标", .left), ("指标值", .right), ("完成值", .right),
            ("相对进度", .right), ("灯", .left), ("预计占指标值 低", .right), ("中", .right), ("高", .right),
            ("建议", .left), ("佐证", .left),
        ])
        for standing in snapshot.allIndicators {
            table.append(
                [
                    standing.id, DisplayWidth.cut(standing.project ?? "部门整体", to: 24),
                    DisplayWidth.cut(standing.name, to: 28), standing.targetText,
                    standing.actualText, percent(standing.progress?.progress),
                    standing.light?.rawValue ?? "—",
                ]
                    + [standing.forecast?.low, standing.forecast?.middle, standing.forecast?.high]
                    .map { share in
                        percent(
                            share.map { ExactDecimal(mantissa: Int128($0), scale: 4).fraction }, 0)
                    }
                    + [
                        likelihood(standing.suggestedLikelihood, standing.rings),
                        standing.proof.rawValue,
                    ]
            )
        }
        return table.lines
    }

    private static func dual(_ snapshot: MonitoringSnapshot) -> [String] {
        var table = TextTable([
            ("层级", .left), ("名称", .left), ("资金", .left), ("目标", .left), ("合计", .left),
        ])
        for light in snapshot.dualLights {
            table.append([
                light.level.rawValue, light.name, light.money.rawValue, light.goal?.rawValue ?? "—",
                light.together.rawValue,
            ])
        }
        return table.lines
    }

    private static func note(_ snapshot: MonitoringSnapshot) -> [String] {
        switch snapshot.department.forecast?.basis {
        case nil: []
        case .straightLine: ["", "全年预计：库内没有往年账套，只按序时推算，仅供参考；不是账上的数。"]
        case .earlierYears(let own, let others):
            ["", "全年预计：按往年进度推算（部门整体：本单位 \(own) 年，其他 \(others) 条）；是估计数，不是账上的数。"]
        }
    }

    private static func likelihood(_ likelihood: CompletionLikelihood?, _ rings: Bool) -> String {
        (likelihood?.rawValue ?? "—") + (rings ? "（预警）" : "")
    }

    static func amount(_ money: Money) -> String {
        (try? money.amount(in: .tenThousandYuan).fraction.rounded(to: 2).text) ?? "—"
    }

    static func percent(_ value: Fraction?, _ decimals: Int = 2) -> String {
        guard let value, let shown = try? value.multiplied(by: Fraction(100)).rounded(to: decimals)
        else { return "—" }
        return shown.text + "%"
    }
}
