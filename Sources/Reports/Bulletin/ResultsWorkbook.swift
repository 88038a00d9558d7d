package import Documents
import Performance
import Quantities

/// The list for 干部考核 (绩效结果清单): results by office and responsible person, and the trainings held.
package enum ResultsWorkbook {
    package static func compose(_ facts: BulletinFacts) -> Workbook {
        Workbook(
            properties: facts.properties(title: "\(facts.period)绩效结果清单"),
            sheets: [results(facts), trainings(facts)])
    }

    private static func form(
        _ facts: BulletinFacts, _ sheet: String, _ title: String, _ titles: [String], widths: [Int]
    ) -> FormSheet {
        var form = FormSheet(sheet, widths: widths, orientation: .landscape)
        form.title(
            title, subtitle: "（\(facts.period)，截至\(facts.periodEnd.chinese)）",
            left: "发布单位：\(facts.publisher.name)", right: "金额单位：万元")
        for (index, title) in titles.enumerated() {
            form.put(.text(title), FormSheet.heading, column: index + 1)
        }
        form.row += 1
        form.sheet.frozenAt = "A5"
        form.sheet.print.repeatedRows = 1...4
        return form
    }

    private static func results(_ facts: BulletinFacts) -> Worksheet {
        var form = form(
            facts, "科室和责任人", "科室和责任人绩效结果清单",
            [
                "部门", "科室", "责任人", "项目数", "调整预算数", "累计执行数", "执行率", "预警等级", "红灯指标", "黄灯指标",
                "绿灯指标", "蓝灯指标", "审核发现", "其中预警", "项目平均分", "等次",
            ], widths: [26, 16, 16, 8, 13, 13, 10, 9, 8, 8, 8, 8, 8, 8, 10, 7])
        for line in facts.results {
            let result = line.result
            for (index, text) in [line.department, result.office, result.person].enumerated() {
                form.put(BulletinAnnex.text(text), BulletinAnnex.name, column: index + 1)
            }
            form.put(BulletinAnnex.number(result.projectCount), FormSheet.count, column: 4)
            form.put(BulletinAnnex.amount(result.execution.budget), FormSheet.amount, column: 5)
            form.put(BulletinAnnex.amount(result.execution.executed), FormSheet.amount, column: 6)
            form.put(
                FormValue.formula(
                    "F\(form.row)/E\(form.row)", result.execution.rate.value, decimals: 15),
                FormSheet.percent, column: 7)
            let light = result.execution.light
            form.put(.text(light.rawValue), BulletinAnnex.style(light), column: 8)
            for (index, light) in MonitoringLight.allCases.enumerated() {
                form.put(
                    BulletinAnnex.number(result.goals.counts[light]), FormSheet.count,
                    column: 9 + index)
            }
            for (index, count) in [result.findingCount, result.warningCount].enumerated() {
                form.put(BulletinAnnex.number(count), FormSheet.count, column: 13 + index)
            }
            addScore(result, facts, to: &form)
            form.row += 1
        }
        return form.sheet
    }

    /// Scores are told at the end of the year alone; before it the targets of the year are not due.
    private static func addScore(
        _ result: OfficeResult, _ facts: BulletinFacts, to form: inout FormSheet
    ) {
        guard facts.quarter == .fourth, let average = result.average else {
            form.put(FormValue.notApplicable, FormSheet.label, column: 15)
            form.put(FormValue.notApplicable, FormSheet.label, column: 16)
            return
        }
        form.put(
            .number(ExactDecimal(mantissa: Int128(average.hundredths), scale: 2)), FormSheet.score,
            column: 15)
        form.put(.text(result.grade ?? ""), FormSheet.label, column: 16)
    }

    private static func trainings(_ facts: BulletinFacts) -> Worksheet {
        var form = form(
            facts, "培训记录", "预算绩效培训记录",
            ["部门", "培训日期", "培训主题", "培训对象", "参训人数", "学时", "主讲"],
            widths: [28, 12, 40, 26, 10, 8, 22])
        for training in facts.trainings {
            form.put(.text(training.department), BulletinAnnex.name, column: 1)
            form.put(.day(training.day), FormSheet.label.with { $0.format = .day }, column: 2)
            form.put(.text(training.topic), FormSheet.text, column: 3)
            form.put(BulletinAnnex.text(training.audience), FormSheet.text, column: 4)
            for (index, number) in [training.attendance, training.hours].enumerated() {
                form.put(
                    number.map { .number($0.trimmed()) } ?? .blank, FormSheet.label,
                    column: 5 + index)
            }
            form.put(BulletinAnnex.text(training.lecturer), FormSheet.text, column: 7)
            form.row += 1
        }
        if facts.trainings.isEmpty {
            let words =
                facts.absentLedgers.contains("培训记录") ? "尚未启用培训记录台账。" : "截至期末没有登记培训。"
            form.merge(1...7, .text(words), FormSheet.text)
        }
        return form.sheet
    }
}
