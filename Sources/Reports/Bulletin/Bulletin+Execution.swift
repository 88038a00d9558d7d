import Documents
import Formulas
import Performance
import Quantities

/// 一、总体情况 and 二、预算执行情况.
extension Bulletin {
    mutating func addOverall() throws {
        heading("一、总体情况")
        let subject = facts.subject
        paragraph(
            """
            截至\(facts.periodEnd.chinese)，纳入通报的\(subject)共\(figure("\(subject)数"))个，\
            项目共\(figure("项目数"))个。调整预算合计\(figure("调整预算合计"))万元，\
            累计执行合计\(figure("累计执行合计"))万元，执行率\(figure("执行率"))。\
            序时进度为\(figure("序时进度"))，\(gapWords)。
            """)
        paragraph(
            """
            按预算执行进度亮灯：红灯\(figure("红灯\(subject)数"))个，黄灯\(figure("黄灯\(subject)数"))个，\
            绿灯\(figure("绿灯\(subject)数"))个。
            """)
        try prose(.overall)
    }

    /// `执行率低于序时进度3.25个百分点`
    private var gapWords: FigureText {
        guard let gap = try? facts.summary.execution.gap(to: facts.quarter.timeProgress)
        else { return "执行率无法计算" }
        if gap.isZero { return "执行率与序时进度持平" }
        return "执行率\(gap.isNegative ? "低于" : "高于")序时进度\(figure("与序时差"))个百分点"
    }

    mutating func addExecution() throws {
        heading("二、预算执行情况")
        let ranked = facts.summary.lines.filter { $0.rank != nil }
        if ranked.count <= 2 * Self.listed {
            addRanking("各\(facts.subject)执行率排名", ranked)
        } else {
            addRanking("执行率前\(Self.listed)位", Array(ranked.prefix(Self.listed)))
            addRanking("执行率后\(Self.listed)位", Array(ranked.suffix(Self.listed)))
        }
        addUnranked()
        addRedLights()
        try prose(.execution)
    }

    /// First and last so many are told.
    private static let listed = 10

    private mutating func addRanking(_ title: String, _ lines: [DepartmentLine]) {
        guard !lines.isEmpty else { return }
        caption("\(title)（金额单位：万元）")
        var rows: [[WordTableCell]] = []
        for line in lines {
            rows.append([
                cell(FigureText([.figure(line.rankTrace(facts), .plain)]), .center),
                cell("\(line.name)"),
                cell(FigureText([.figure(line.budgetTrace(facts), .amount)]), .trailing),
                cell(FigureText([.figure(line.executedTrace(facts), .amount)]), .trailing),
                cell(FigureText([.figure(line.rateTrace(facts), .percent)]), .trailing),
                cell("\(line.rankChange)", .center),
                cell("\(line.execution.light.rawValue)", .center),
            ])
        }
        table(
            ["排名", facts.subject, "调整预算数", "累计执行数", "执行率", "排名变化", "预警等级"],
            shares: [7, 28, 15, 15, 11, 13, 11], rows)
    }

    private mutating func addUnranked() {
        let names = facts.summary.lines.filter { $0.rank == nil }.map(\.name)
        guard !names.isEmpty else { return }
        paragraph("调整预算数为0、不参加排名的\(facts.subject)：\(names.joined(separator: "、"))。")
    }

    private mutating func addRedLights() {
        let red = facts.lines(.red)
        guard !red.isEmpty else {
            paragraph("本季没有亮红灯的\(facts.subject)。")
            return
        }
        paragraph("亮红灯的\(facts.subject)共\(figure("红灯\(facts.subject)数"))个，名单如下。")
        caption("红灯\(facts.subject)名单")
        var rows: [[WordTableCell]] = []
        for line in red {
            rows.append([
                cell("\(line.name)"),
                cell(FigureText([.figure(line.rateTrace(facts), .percent)]), .trailing),
                cell(FigureText([.figure(line.redRunTrace(), .plain)]), .center),
                cell("\(line.suggestion?.words ?? FigureFormat.absent)", .center),
            ])
        }
        table([facts.subject, "执行率", "连续红灯季度数", "处理建议"], shares: [46, 16, 18, 20], rows)
    }
}

extension DepartmentLine {
    /// `上升3位`, `下降2位`, `持平`; `—` where there is no rank to compare.
    var rankChange: String {
        guard let gain = rankGain else { return FigureFormat.absent }
        if gain == 0 { return "持平" }
        return gain > 0 ? "上升\(gain)位" : "下降\(-gain)位"
    }
}

extension BulletinSuggestion {
    /// What the bulletin says.
    var words: String {
        switch self {
        case .interview: "建议约谈"
        case .budgetCut: "建议调减预算"
        }
    }
}
