import Documents
import Quantities
import Testing

/// Documents that show everything the writers can do; figures and names are made up.
enum SampleDocuments {
    static let day = Day(year: 2022, month: 3, day: 31)

    static func properties(_ title: String) throws -> DocumentProperties {
        DocumentProperties(
            title: title, creator: "某市某区某局", day: try #require(day),
            custom: [
                CustomProperty("JixiaoJournalHead", "sm3:0f1e2d3c"),
                CustomProperty("JixiaoBook", "440118-2021"),
            ])
    }

    static func report() throws -> WordDocument {
        WordDocument(
            properties: try properties("2021年某区某局部门整体支出绩效自评报告"),
            sections: [
                WordSection(blocks: try mainPart()),
                WordSection(.landscape, blocks: wideTable()),
                WordSection(blocks: appendix()),
            ],
            trace: #"{"figures":[{"id":"R001","formula":"sum(支付.金额; 日期 <= 期末) & <b>"}]}"#)
    }

    private static func mainPart() throws -> [WordBlock] {
        let sentence = "本局贯彻落实“过紧日子”要求，严格预算执行，强化绩效管理，各项工作按计划推进，"
        var blocks: [WordBlock] = [
            .text(.title, "2021年某区某局\n部门整体支出绩效自评报告"),
            .text(.heading1, "一、基本情况"),
            .text(.heading2, "（一）部门职能"),
            .text(.body, String(repeating: sentence, count: 5) + "取得较好成效。"),
            .text(.heading2, "（二）收支情况"),
            .text(
                .body,
                [
                    WordRun("2021年收入预算"), WordRun("938.76", figureID: "R001"),
                    WordRun("万元，支出预算"), WordRun("1048.86", isBold: true, figureID: "R002"),
                    WordRun("万元，支出决算"),
                    WordRun("938.31", color: .red, highlight: .paleYellow, figureID: "R003"),
                    WordRun("万元，支出完成率"), WordRun("89.46%", figureID: "R004"),
                    WordRun("。其中：人员经费 < 预算 & 公用经费 > 预算的说明见“附表”。"),
                ]),
            .text(.heading3, "1. 预算执行明细"),
            .text(.caption, "表1 项目支出预算执行情况（单位：万元）"),
            .table(executionTable()),
            .text(.note, "注：标“*”的数据为按假设推算，依据见附录。"),
            .text(.heading3, "2. 预算执行对比"),
            .chart(try chart()),
            .text(.caption, "图1 项目支出预算与决算对比"),
        ]
        for part in ["二、绩效自评情况", "三、存在问题", "四、下一步改进措施"] {
            blocks.append(.text(.heading1, part))
            for _ in 1...3 {
                blocks.append(.text(.body, String(repeating: sentence, count: 4) + "完成年度目标。"))
            }
        }
        blocks.append(.text(.signature, "某市某区某局"))
        blocks.append(.text(.signature, "2022年3月31日"))
        return blocks
    }

    static func chart() throws -> BarChart {
        func number(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }
        return BarChart(
            title: "2021年项目支出预算执行情况", unit: "万元",
            categories: ["困难职工帮扶", "办公设备购置", "编外人员经费", "活动场所维修改造", "劳模慰问"],
            series: [
                BarChart.Series(
                    "预算", try ["20.00", "2.50", "80.00", "205.00", "12.00"].map(number)),
                BarChart.Series(
                    "决算", try ["20.00", "2.3065", "75.30", "199.99", "8.04"].map(number)),
            ])
    }

    private static func executionTable() -> WordTable {
        func row(_ name: String, _ cells: [String]) -> WordTableRow {
            WordTableRow(
                [WordTableCell(name)] + cells.map { WordTableCell($0, .trailing) })
        }
        return WordTable(
            columnShares: [4, 2, 2, 2, 2], headerRows: 2,
            rows: [
                WordTableRow([
                    .header("项目", rowSpan: 2), .header("预算", columnSpan: 2),
                    .header("决算", rowSpan: 2),
                    .header("执行率", rowSpan: 2),
                ]),
                WordTableRow([.header("年初"), .header("调整后")]),
                row("困难职工帮扶", ["20.00", "20.00", "20.00", "100.00%"]),
                row("办公设备购置（含国产化替代与网络安全设备更新）", ["2.50", "2.50", "2.3065", "92.26%"]),
                row("编外人员经费", ["80.00", "80.00", "75.30", "94.13%"]),
                row("活动场所维修改造", ["205.00", "205.00", "199.99", "97.56%"]),
                WordTableRow([
                    WordTableCell([WordRun("合计", isBold: true)], .center, background: .paleBlue),
                    WordTableCell("307.50", .trailing), WordTableCell("307.50", .trailing),
                    WordTableCell(
                        [WordRun("297.5965", isBold: true, figureID: "R005")], .trailing),
                    WordTableCell("96.78%", .trailing),
                ]),
            ], staysOnOnePage: true)
    }

    private static func wideTable() -> [WordBlock] {
        let header = ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "指标值", "得分", "扣分原因"]
        let standard = "完成率达到95%及以上得满分；每低1个百分点扣5%的分值，扣完为止。"
        var rows = [WordTableRow(header.map { WordTableCell.header($0) })]
        for group in 1...6 {
            for item in 1...4 {
                var cells = [
                    WordTableCell("数量指标\(item)"), WordTableCell("季度生活救助人次（第\(item)季度）"),
                    WordTableCell("5.00", .trailing), WordTableCell(standard),
                    WordTableCell("≥300人次", .center), WordTableCell("4.92", .trailing),
                    WordTableCell("低于目标5人次，因申请人数减少。"),
                ]
                if item == 1 { cells.insert(WordTableCell("产出指标\(group)", rowSpan: 4), at: 0) }
                rows.append(WordTableRow(cells))
            }
        }
        return [
            .text(.caption, "附表1 部门整体支出绩效自评评分表"),
            .table(WordTable(columnShares: [2, 2, 4, 1, 6, 2, 1, 4], rows: rows)),
        ]
    }

    private static func appendix() -> [WordBlock] {
        let traces = (1...30).map { index in
            WordTableRow([
                WordTableCell("R\(String(1000 + index).dropFirst())", .center),
                WordTableCell("\(index * 37).\(index % 90 + 10)", .trailing),
                WordTableCell("sum(支付.金额; 支出类别 = \"项目支出\" and 日期 <= 期末)"),
            ])
        }
        let header = WordTableRow([.header("编号"), .header("数值"), .header("公式")])
        return [
            .text(.heading1, "附录 数据来源"),
            .table(WordTable(columnShares: [1, 1, 5], rows: [header] + traces)),
            .pageBreak,
            .text(.heading1, "附录二"),
            .text(.body, "以上数据均可由系统复核。"),
        ]
    }
}
