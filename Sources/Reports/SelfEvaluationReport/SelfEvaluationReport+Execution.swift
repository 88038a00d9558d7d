import Documents
import Formulas
import Performance
import Quantities

/// 表1 and 图1: budget and execution, side by side.
extension SelfEvaluationReport {
    /// One line of the execution table.
    private struct Line {
        let label: String
        let budget: FigureTrace
        let actual: FigureTrace
        let rate: FigureTrace
        let isTotal: Bool
    }

    private var lines: [Line] {
        func line(_ label: String, _ name: String, rate: String, isTotal: Bool = false) -> Line {
            Line(
                label: label, budget: facts.figure("\(name)预算"),
                actual: facts.figure("\(name)决算"), rate: facts.figure(rate), isTotal: isTotal)
        }
        let totals = [
            line("收入合计", "收入", rate: "收入完成率", isTotal: true),
            line("支出合计", "支出", rate: "支出完成率", isTotal: true),
            line("  人员经费", "人员经费", rate: "人员经费完成率"),
            line("  公用经费", "公用经费", rate: "公用经费完成率"),
            line("  项目支出", "项目支出", rate: "项目支出完成率"),
        ]
        let projects = facts.projects.map {
            Line(
                label: "    \($0.name)", budget: $0.budget, actual: $0.execution,
                rate: $0.executionRate, isTotal: false)
        }
        return totals + projects
    }

    /// The decimals of 万元 at which all lines add up after rounding; no part is fudged.
    private func decimals(_ lines: [Line]) -> Int {
        let sums = [\Line.budget, \Line.actual].flatMap { column in
            [
                Self.sum(lines[2...4].map { $0[keyPath: column] }, lines[1][keyPath: column]),
                Self.sum(lines[5...].map { $0[keyPath: column] }, lines[4][keyPath: column]),
            ]
        }
        return TotalledAmounts.leastDecimals(of: sums.compactMap { $0 }) ?? 2
    }

    /// nil where an amount is missing: then there is nothing to add up.
    private static func sum(_ parts: [FigureTrace], _ total: FigureTrace) -> TotalledAmounts? {
        func money(_ trace: FigureTrace) -> Money? {
            trace.value.number.flatMap { Money(exactly: $0, in: .yuan) }
        }
        let amounts = parts.compactMap(money)
        guard let total = money(total), amounts.count == parts.count, !amounts.isEmpty
        else { return nil }
        return TotalledAmounts(parts: amounts, total: total)
    }

    mutating func addExecutionTable() {
        caption("表1  收支预算执行情况表（单位：万元）")
        let lines = lines
        let amount = FigureFormat.tenThousandYuan(decimals: decimals(lines))
        var rows = [
            WordTableRow(["项目", "年初预算", "决算", "增减", "执行率", "数据依据"].map { .header($0) })
        ]
        for line in lines {
            let change = Change(
                String(line.label.drop { $0 == " " }), from: line.budget, to: line.actual)
            let difference: FigureText =
                change.signedAmount.map { "\(printed: amount.text($0.value), $0)" } ?? "—"
            rows.append(
                WordTableRow([
                    cell("\(line.label)", isBold: line.isTotal),
                    cell(FigureText([.figure(line.budget, amount)]), .trailing),
                    cell(FigureText([.figure(line.actual, amount)]), .trailing),
                    cell(difference, .trailing),
                    cell(FigureText([.figure(line.rate, .percent)]), .trailing),
                    cell("\(max(line.budget.basis, line.actual.basis).rawValue)", .center),
                ]))
        }
        blocks.append(.table(WordTable(columnShares: [23, 12, 20, 11, 21, 13], rows: rows)))
        note(
            """
            注：“推算”由其他数字算出；“假定”未见于任何资料，仅在假定成立时成立；“含假定”指其中部分分录为假定。
            """)
    }

    /// A label that fits below its bars; the table above has the whole name.
    private static func shortLabel(_ label: String) -> String {
        let name = label.drop { $0 == " " }
        return name.count <= 7 ? String(name) : name.prefix(6) + "…"
    }

    mutating func addExecutionChart() {
        func value(_ trace: FigureTrace) -> ExactDecimal? {
            guard let yuan = trace.value.number,
                let amount = try? yuan.divided(by: Fraction(10_000)).rounded(to: 2)
            else { return nil }
            return amount
        }
        let shown = Array(lines.dropFirst(2))
        guard shown.contains(where: { value($0.budget) != nil }) else { return }
        blocks.append(
            .chart(
                BarChart(
                    title: "图1  \(facts.year)年度支出预算执行情况", unit: "万元",
                    categories: shown.map { Self.shortLabel($0.label) },
                    series: [
                        .init("年初预算", shown.map { value($0.budget) }),
                        .init("决算", shown.map { value($0.actual) }),
                    ])))
    }
}
