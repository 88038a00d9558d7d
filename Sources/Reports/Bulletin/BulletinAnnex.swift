package import Documents
import Formulas
import Performance
import Quantities

/// The annexes of a bulletin (附表1 to 附表3), with the traces of their amounts.
package struct BulletinAnnex {
    private let facts: BulletinFacts

    package static func compose(_ facts: BulletinFacts) throws -> Workbook {
        let annex = BulletinAnnex(facts: facts)
        var sheets = [try annex.execution()]
        if facts.subject == "科室" { sheets.append(try annex.projects()) }
        sheets += [try annex.attention(), annex.rectification(), annex.traces()]
        return Workbook(properties: facts.properties(title: "\(facts.title)附表"), sheets: sheets)
    }

    private var unitLine: (left: String, right: String) {
        ("发布单位：\(facts.publisher.name)", "金额单位：万元")
    }

    private func form(
        _ sheet: String, _ title: String, _ titles: [String], widths: [Int]
    ) -> FormSheet {
        var form = FormSheet(sheet, widths: widths, orientation: .landscape)
        form.title(
            title, subtitle: "（\(facts.period)，截至\(facts.periodEnd.chinese)）",
            left: unitLine.left, right: unitLine.right)
        for (index, title) in titles.enumerated() {
            form.put(.text(title), FormSheet.heading, column: index + 1)
        }
        form.row += 1
        form.sheet.frozenAt = "A5"
        form.sheet.print.repeatedRows = 1...4
        return form
    }

    // MARK: - 附表1

    private static let executionTitles = [
        "序号", "部门", "调整预算数", "累计执行数", "执行率", "序时进度", "与序时差（百分点）", "上季执行率", "排名",
        "排名变化", "预警等级",
    ]

    private func execution() throws -> Worksheet {
        var form = form(
            "附表1", "附表1 各\(facts.subject)预算执行进度表", Self.executionTitles,
            widths: [6, 34, 15, 15, 10, 10, 12, 11, 7, 11, 10])
        let first = form.row
        for (place, line) in facts.summary.lines.enumerated() {
            let before = line.published?.rate ?? line.execution.rateBefore?.value
            try add(
                ExecutionRow(
                    number: place + 1, name: line.name, execution: line.execution,
                    rateBefore: before, rank: line.rank, change: line.rankChange), to: &form)
        }
        addTotal(rows: first...max(first, form.row - 1), to: &form)
        return form.sheet
    }

    private struct ExecutionRow {
        let number: Int
        let name: String
        let execution: ExecutionStanding
        let rateBefore: Fraction?
        let rank: Int?
        let change: String
    }

    private func add(_ line: ExecutionRow, to form: inout FormSheet) throws {
        let row = form.row
        form.put(Self.number(line.number), FormSheet.label, column: 1)
        form.put(.text(line.name), Self.name, column: 2)
        form.put(Self.amount(line.execution.budget), FormSheet.amount, column: 3)
        form.put(Self.amount(line.execution.executed), FormSheet.amount, column: 4)
        form.put(
            FormValue.formula("D\(row)/C\(row)", line.execution.rate.value, decimals: 15),
            FormSheet.percent, column: 5)
        try putProgress(line.execution, to: &form)
        form.put(Self.rate(line.rateBefore), FormSheet.percent, column: 8)
        form.put(
            line.rank.map { Self.number($0) } ?? FormValue.notApplicable, FormSheet.label, column: 9
        )
        form.put(.text(line.change), FormSheet.label, column: 10)
        form.put(
            .text(line.execution.light.rawValue), Self.style(line.execution.light), column: 11)
        form.row += 1
    }

    private func putProgress(_ execution: ExecutionStanding, to form: inout FormSheet) throws {
        let row = form.row
        form.put(Self.rate(facts.quarter.timeProgress), FormSheet.percent, column: 6)
        let gap = try execution.gap(to: facts.quarter.timeProgress)?.multiplied(by: Fraction(100))
        form.put(
            FormValue.formula("(E\(row)-F\(row))*100", gap, decimals: 13), FormSheet.score,
            column: 7)
    }

    private func addTotal(rows: ClosedRange<Int>, to form: inout FormSheet) {
        let (row, total) = (form.row, facts.summary.execution)
        form.merge(1...2, .text("合计"), FormSheet.heading)
        for (column, money) in [("C", total.budget), ("D", total.executed)] {
            let range = "\(column)\(rows.lowerBound):\(column)\(rows.upperBound)"
            form.put(
                .formula(
                    "SUM(\(range))",
                    cached: .number(money.amount(in: .tenThousandYuan).trimmed(keeping: 2))),
                FormSheet.amount, column: column == "C" ? 3 : 4)
        }
        form.put(
            FormValue.formula("D\(row)/C\(row)", total.rate.value, decimals: 15),
            FormSheet.percent, column: 5)
        form.put(Self.rate(facts.quarter.timeProgress), FormSheet.percent, column: 6)
        let gap = (try? total.gap(to: facts.quarter.timeProgress))?.flatMap {
            try? $0.multiplied(by: Fraction(100))
        }
        form.put(
            FormValue.formula("(E\(row)-F\(row))*100", gap, decimals: 13), FormSheet.score,
            column: 7)
        form.put(Self.rate(total.rateBefore?.value), FormSheet.percent, column: 8)
        for column in 9...10 { form.put(FormValue.notApplicable, FormSheet.label, column: column) }
        form.put(.text(total.light.rawValue), Self.style(total.light), column: 11)
        form.row += 1
    }

    /// A department's own projects, with the columns of 附表1.
    private func projects() throws -> Worksheet {
        var titles = Self.executionTitles
        titles[1] = "项目"
        var form = form(
            "附表1（项目）", "各项目预算执行进度表", titles,
            widths: [6, 34, 15, 15, 10, 10, 12, 11, 7, 11, 10])
        for (place, line) in facts.projects.enumerated() {
            try add(
                ExecutionRow(
                    number: place + 1, name: "\(line.name)（\(line.office)）",
                    execution: line.execution, rateBefore: line.execution.rateBefore?.value,
                    rank: line.rank, change: FigureFormat.absent), to: &form)
        }
        return form.sheet
    }

    // MARK: - 附表2

    private func attention() throws -> Worksheet {
        var form = form(
            "附表2", "附表2 绩效监控红黄灯清单",
            [
                "序号", facts.subject, "项目", "指标", "年度指标值", "截至期末完成值", "完成率", "预警", "可能性", "原因",
                "拟采取措施",
            ], widths: [6, 24, 20, 20, 12, 14, 10, 7, 10, 28, 28])
        for (place, line) in facts.attention.enumerated() {
            form.put(Self.number(place + 1), FormSheet.label, column: 1)
            let texts = [line.department, line.project, line.indicator, line.target, line.actual]
            for (index, text) in texts.enumerated() {
                form.put(.text(text), Self.name, column: index + 2)
            }
            form.put(Self.rate(line.completion), FormSheet.percent, column: 7)
            form.put(.text(line.light.rawValue), Self.style(line.light), column: 8)
            form.put(Self.text(line.likelihood), FormSheet.label, column: 9)
            form.put(Self.text(line.cause), FormSheet.text, column: 10)
            form.put(Self.text(line.remedy), FormSheet.text, column: 11)
            form.row += 1
        }
        if facts.attention.isEmpty {
            form.merge(1...11, .text("没有红灯、黄灯指标。"), FormSheet.text)
        }
        return form.sheet
    }

    // MARK: - 附表3

    private func rectification() -> Worksheet {
        var form = form(
            "附表3", "附表3 问题整改进度表", [facts.subject, "应整改", "已销号", "整改中", "逾期", "整改率"],
            widths: [40, 12, 12, 12, 12, 14])
        guard facts.keepsRectification else {
            form.merge(1...6, .text("尚未启用整改台账，没有整改数据。"), FormSheet.text)
            return form.sheet
        }
        for line in facts.summary.lines { add(line.name, line.rectification, to: &form) }
        add("合计", facts.summary.rectification, to: &form)
        return form.sheet
    }

    private func add(_ name: String, _ counts: RectificationCounts, to form: inout FormSheet) {
        form.put(.text(name), Self.name, column: 1)
        let numbers = [counts.due, counts.closed, counts.inProgress, counts.overdue]
        for (index, number) in numbers.enumerated() {
            form.put(Self.number(number), FormSheet.count, column: index + 2)
        }
        form.put(Self.rate(counts.rate.value), FormSheet.percent, column: 6)
        form.row += 1
    }

    // MARK: - 数字溯源

    private func traces() -> Worksheet {
        var form = form(
            "数字溯源", "附表1金额溯源表",
            [facts.subject, "口径", "数值（元）", "公式与计算", "分录（台账、行数、摘要）", "依据"],
            widths: [30, 18, 20, 44, 52, 9])
        for line in facts.summary.lines {
            for trace in [line.budgetTrace(facts), line.executedTrace(facts)] {
                add(trace, of: line.name, to: &form)
            }
        }
        return form.sheet
    }

    private func add(_ trace: FigureTrace, of name: String, to form: inout FormSheet) {
        let entries = trace.entries.map {
            "\($0.aggregate)（截至\($0.periodEnd.iso)，日志第\($0.journalNumber)号）：\($0.rowCount)行，"
                + "摘要\($0.digest.prefix(16))"
        }
        let texts = [
            name, trace.name, FigureFormat.plain.text(trace.value),
            trace.arithmetic.isEmpty ? trace.formula : "\(trace.formula)\n\(trace.arithmetic)",
            entries.joined(separator: "\n"), trace.basis.rawValue,
        ]
        for (index, text) in texts.enumerated() {
            form.put(Self.text(text), FormSheet.text, column: index + 1)
        }
        form.row += 1
    }

    // MARK: - Cells

    static let name = FormSheet.text.with { $0.isUnlocked = false }

    static func number(_ count: Int) -> WorksheetCell.Value {
        .number(ExactDecimal(mantissa: Int128(count), scale: 0))
    }

    static func amount(_ money: Money) -> WorksheetCell.Value {
        .number(money.amount(in: .tenThousandYuan).trimmed(keeping: 2))
    }

    /// A rate as a fraction; `—` where there is none.
    static func rate(_ share: Fraction?) -> WorksheetCell.Value {
        guard let share, let number = try? share.rounded(to: 15)
        else { return FormValue.notApplicable }
        return .number(number.trimmed())
    }

    static func text(_ text: String) -> WorksheetCell.Value { text.isEmpty ? .blank : .text(text) }

    /// 预警等级 on the colour it names, readable in print too.
    static func style(_ light: MonitoringLight) -> CellStyle {
        FormSheet.label.with {
            switch light {
            case .red: $0.background = .paleRed
            case .yellow: $0.background = .paleYellow
            case .green: $0.background = .paleGreen
            case .blue: $0.background = .paleBlue
            }
        }
    }
}
