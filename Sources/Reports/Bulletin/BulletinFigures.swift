import Formulas
import Performance
import Quantities

/// The figures that a bulletin may print, by name (通报口径): each with its way back.
struct BulletinFigures {
    struct Figure {
        let trace: FigureTrace
        let format: FigureFormat
    }

    private var byName: [String: Figure] = [:]
    private(set) var names: [String] = []

    init(_ facts: BulletinFacts) throws {
        addExecution(facts)
        addLights(facts)
        addManagement(facts)
        addRectification(facts)
    }

    subscript(name: String) -> Figure? { byName[name] }

    /// `“调整预算合计”` as a piece of text; a name that nobody defined is a bug of ours.
    func text(_ name: String) -> FigureText {
        guard let figure = byName[name] else { preconditionFailure("no figure \(name)") }
        return FigureText([.figure(figure.trace, figure.format)])
    }

    // MARK: - Groups

    private mutating func addExecution(_ facts: BulletinFacts) {
        let (lines, total) = (facts.summary.lines, facts.summary.execution)
        count("\(facts.subject)数", lines.count, "附表1的行数")
        count("项目数", facts.summary.projectCount, "各\(facts.subject)项目数之和")
        amount("调整预算合计", total.budget, "附表1“调整预算数”列之和，\(lines.count)行")
        amount("累计执行合计", total.executed, "附表1“累计执行数”列之和，\(lines.count)行")
        rate("执行率", total.rate, "累计执行合计 ÷ 调整预算合计")
        let progress = facts.quarter.timeProgress
        let months = facts.quarter.month
        rate(
            "序时进度", Ratio(Fraction(Int64(months)), of: Fraction(12)), "\(months) ÷ 12")
        let gap = try? total.gap(to: progress)
        points("与序时差", gap?.magnitude, "执行率 − 序时进度，取绝对值")
    }

    private mutating func addLights(_ facts: BulletinFacts) {
        for light in [MonitoringLight.red, .yellow, .green] {
            count(
                "\(light.rawValue)\(facts.subject)数", facts.summary.count(light),
                "附表1“预警等级”为\(light.rawValue)的行数")
        }
        let goals = facts.summary.goals.counts
        count("指标数", goals.all, "各项目三级指标数之和")
        count("亮灯指标数", goals.lit, "有预警灯的指标数")
        count("未亮灯指标数", goals.unlit, "未填报、不适用或未到期的指标数")
        for light in MonitoringLight.allCases {
            let lit = goals[light]
            count("\(light.rawValue)指标数", lit, "预警灯为\(light.rawValue)的指标数")
            rate(
                "\(light.rawValue)指标占比",
                Ratio(Fraction(Int64(lit)), of: Fraction(Int64(goals.lit))),
                "\(light.rawValue)指标数 ÷ 亮灯指标数")
        }
        for suggestion in BulletinSuggestion.allCases {
            count(
                "\(suggestion.rawValue)建议\(facts.subject)数",
                facts.summary.lines.count { $0.suggestion == suggestion },
                "附表1连续红灯\(suggestion == .interview ? "两个" : "三个以上")季度的行数")
        }
        count("书面说明期限", BulletinFacts.answerTerm, "流程 §7 第6步：收到通报后的工作日数")
    }

    private mutating func addManagement(_ facts: BulletinFacts) {
        let tally = facts.summary.tally
        count("目标质量问题数", tally.count(of: "TQ-"), "绩效目标质量规则（TQ-）的发现数")
        count("勾稽错误数", tally.count(of: "CC-"), "勾稽关系规则（CC-）的发现数")
        count("缺数据问题数", tally["SC-MISSING"], "缺完成值的指标数（SC-MISSING）")
        count("必填未填问题数", tally["FRM-E-REQ"], "必填未填（FRM-E-REQ）的发现数")
        count("逾期报送\(facts.subject)数", facts.summary.count(.late), "报送情况为逾期的行数")
        count("未报送\(facts.subject)数", facts.summary.count(.missing), "报送情况为未报送的行数")
    }

    private mutating func addRectification(_ facts: BulletinFacts) {
        let counts = facts.keepsRectification ? facts.summary.rectification : nil
        let source = "台账“整改”在期末的状态"
        count("新增整改数", counts?.new, "\(source)：本季下达")
        count("应整改数", counts?.due, "\(source)：已下达且未撤销")
        count("已销号数", counts?.closed, "\(source)：已销号")
        count("整改中数", counts?.inProgress, "\(source)：未销号且未逾期")
        count("逾期整改数", counts?.overdue, "\(source)：未销号且已过时限")
        rate("整改率", counts?.rate, "按期销号数 ÷ 应整改数")
    }

    // MARK: - Kinds

    private mutating func count(_ name: String, _ count: Int?, _ formula: String) {
        let value: TracedValue =
            count.map { .number(Fraction(Int64($0)), .one) } ?? .missing(reason: "没有这本台账")
        add(name, value, formula, .plain)
    }

    private mutating func amount(_ name: String, _ money: Money, _ formula: String) {
        add(name, .number(money.yuan, .yuan), formula, .amount)
    }

    private mutating func rate(_ name: String, _ ratio: Ratio?, _ formula: String) {
        guard let ratio else {
            add(name, .missing(reason: "没有这本台账"), formula, .percent)
            return
        }
        let value: TracedValue =
            ratio.value.map { .number($0, .one) } ?? .undefined(reason: "除数为0")
        add(name, value, formula, .percent)
    }

    /// Percentage points, without a sign of their own.
    private mutating func points(_ name: String, _ share: Fraction?, _ formula: String) {
        let value = share.flatMap { try? $0.multiplied(by: Fraction(100)) }
        add(
            name, value.map { .number($0, .one) } ?? .undefined(reason: "预算为0"), formula, .score)
    }

    private mutating func add(
        _ name: String, _ value: TracedValue, _ formula: String, _ format: FigureFormat
    ) {
        let shown = format.text(value)
        byName[name] = Figure(
            trace: FigureTrace(
                name: name, value: value, formula: formula, arithmetic: "\(formula) = \(shown)",
                entries: []),
            format: format)
        names.append(name)
    }
}

extension DepartmentLine {
    func budgetTrace(_ facts: BulletinFacts) -> FigureTrace {
        facts.traces[code]?.budget ?? amountTrace("调整预算数", execution.budget)
    }

    func executedTrace(_ facts: BulletinFacts) -> FigureTrace {
        facts.traces[code]?.executed ?? amountTrace("累计执行数", execution.executed)
    }

    func rateTrace(_ facts: BulletinFacts) -> FigureTrace {
        let value: TracedValue =
            execution.rate.value.map { .number($0, .one) } ?? .undefined(reason: "预算为0")
        let amounts = [execution.executed, execution.budget].map { $0.text(in: .yuan) }
        return FigureTrace(
            name: "执行率：\(name)", value: value, formula: "累计执行数 ÷ 调整预算数",
            arithmetic: "\(amounts[0])元 ÷ \(amounts[1])元 = \(FigureFormat.percent.text(value))",
            from: [executedTrace(facts), budgetTrace(facts)])
    }

    func rankTrace(_ facts: BulletinFacts) -> FigureTrace {
        let value: TracedValue =
            rank.map { .number(Fraction(Int64($0)), .one) } ?? .missing(reason: "预算为0，不参加排名")
        return FigureTrace(
            name: "排名：\(name)", value: value, formula: "按执行率从高到低，同率按预算从大到小，再按代码",
            arithmetic: "附表1", from: [executedTrace(facts), budgetTrace(facts)])
    }

    /// Quarters in a row with a red light.
    func redRunTrace() -> FigureTrace {
        FigureTrace(
            name: "连续红灯季度数：\(name)", value: .number(Fraction(Int64(redRun)), .one),
            formula: "上期通报的连续红灯季度数 + 1",
            arithmetic: "\(published?.redRun ?? 0) + 1 = \(redRun)", entries: [])
    }

    private func amountTrace(_ label: String, _ money: Money) -> FigureTrace {
        FigureTrace(
            name: "\(label)：\(name)", value: .number(money.yuan, .yuan), formula: "附表1",
            arithmetic: "", entries: [])
    }
}
