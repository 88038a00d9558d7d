package import Documents
import Formulas
import Performance
import Quantities

/// F05 项目支出绩效自评表 of one project.
///
/// - Source: 财预〔2020〕10号, attachment; forms.md F05.
package enum ProjectSelfEvaluationForm {
    package static func compose(_ facts: ReportFacts, _ project: ProjectFacts) -> Workbook {
        let traces =
            [project.budget, project.adjustedBudget, project.execution, project.executionRate]
            + project.indicators.compactMap(\.actual)
        return Workbook(
            properties: facts.properties(title: "项目支出绩效自评表（\(project.name)）"),
            sheets: [
                Layout(facts, project).form.sheet, TraceSheet.sheet(traces, facts: facts),
            ])
    }

    private struct Layout {
        private let facts: ReportFacts
        private let project: ProjectFacts
        var form = FormSheet(
            "项目支出绩效自评表", widths: [9, 13, 13, 20, 13, 13, 8, 9, 22],
            orientation: .portrait)

        init(_ facts: ReportFacts, _ project: ProjectFacts) {
            self.facts = facts
            self.project = project
            form.title(
                "项目支出绩效自评表", year: facts.year, left: "填报单位（盖章）：\(facts.unitName)",
                right: "金额单位：万元")
            addHead()
            addFunds()
            addGoal()
            let indicators = addIndicators()
            addTotal(indicators)
            form.signature()
        }

        private mutating func addHead() {
            form.put(.text("项目名称"), FormSheet.heading, column: 1)
            form.merge(2...9, .text(project.name), FormSheet.text)
            form.row += 1
            form.put(.text("主管部门"), FormSheet.heading, column: 1)
            form.merge(2...4, .text(facts.unitName), FormSheet.text)
            form.put(.text("实施单位"), FormSheet.heading, column: 5)
            form.merge(6...9, .text(facts.unitName), FormSheet.text)
            form.row += 1
        }

        private mutating func addFunds() {
            let first = form.row
            form.merge(2...3, .blank, FormSheet.heading)
            let titles = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
            for (index, title) in titles.enumerated() {
                form.put(.text(title), FormSheet.heading, column: index + 4)
            }
            form.row += 1
            form.merge(2...3, .text("年度资金总额"), FormSheet.label)
            for (index, trace) in [project.budget, project.adjustedBudget, project.execution]
                .enumerated()
            {
                form.put(FormValue.amount(trace), FormSheet.amount, column: index + 4)
            }
            let weight = project.score.budgetWeight
            form.put(ScoreSheet.points(weight), FormSheet.score, column: 7)
            let (adjusted, executed) = (form.place(5), form.place(6))
            let rate = "IF(\(adjusted)=0,0,\(executed)/\(adjusted))"
            form.put(FormValue.rate(rate, project.executionRate), FormSheet.percent, column: 8)
            form.put(
                FormValue.formula(
                    "ROUND(\(form.place(7))*MIN(1,\(form.place(8))),2)",
                    project.score.budgetScore?.fraction, decimals: 2),
                FormSheet.score, column: 9)
            form.row += 1
            for fund in project.funds { addFund(fund) }
            form.merge(
                1...1, rows: first...(form.row - 1), .text("项目资金（万元）"), FormSheet.heading)
        }

        private mutating func addFund(_ fund: ProjectFund) {
            form.merge(2...3, .text(fund.label), FormSheet.label)
            for (index, amount) in fund.amounts.enumerated() {
                form.put(FormValue.amount(amount), FormSheet.amount, column: index + 4)
            }
            for column in [7, 9] {
                form.put(FormValue.notApplicable, FormSheet.label, column: column)
            }
            form.put(.blank, FormSheet.percent, column: 8)
            form.row += 1
        }

        private mutating func addGoal() {
            let first = form.row
            form.merge(2...5, .text("预期目标"), FormSheet.heading)
            form.merge(6...9, .text("实际完成情况"), FormSheet.heading)
            form.row += 1
            let result = facts.texts(.projectResult, of: project.name).map(\.plainText)
                .joined(separator: "\n")
            form.merge(
                2...5, project.purpose.isEmpty ? .blank : .text(project.purpose), FormSheet.text)
            form.merge(6...9, result.isEmpty ? .blank : .text(result), FormSheet.text)
            form.sheet.rowHeights[form.row] = 90
            form.row += 1
            form.merge(
                1...1, rows: first...(form.row - 1), .text("年度总体目标"), FormSheet.heading)
        }

        /// Returns the rows of the indicators.
        private mutating func addIndicators() -> ClosedRange<Int>? {
            let head = form.row
            let titles = [
                "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分",
                "偏差原因分析及改进措施",
            ]
            for (index, title) in titles.enumerated() {
                form.put(.text(title), FormSheet.heading, column: index + 2)
            }
            form.row += 1
            let first = form.row
            if project.indicators.isEmpty {
                form.merge(2...9, .text("尚未登记绩效指标"), FormSheet.text)
                form.row += 1
            }
            for indicator in project.indicators { add(indicator) }
            mergeLevel(2, first, project.indicators.map(\.firstLevel))
            mergeLevel(3, first, project.indicators.map { $0.firstLevel + "\n" + $0.secondLevel })
            form.merge(
                1...1, rows: head...(form.row - 1), .text("绩效指标"), FormSheet.heading)
            return project.indicators.isEmpty ? nil : first...(form.row - 1)
        }

        private mutating func add(_ indicator: IndicatorFacts) {
            form.put(.text(indicator.name), FormSheet.text, column: 4)
            form.put(.text(indicator.targetText), FormSheet.label, column: 5)
            form.put(.text(indicator.actualText), FormSheet.label, column: 6)
            form.put(
                indicator.weight.map(ScoreSheet.points) ?? .blank, FormSheet.score, column: 7)
            form.put(
                indicator.score.map(ScoreSheet.points) ?? .blank, FormSheet.score, column: 8)
            let reason =
                indicator.score == nil ? indicator.explanation : indicator.deviationReason
            form.put(reason.isEmpty ? .blank : .text(reason), FormSheet.text, column: 9)
            form.row += 1
        }

        /// Merges equal neighbours of a level into one cell; the last line of a key is its text.
        private mutating func mergeLevel(_ column: Int, _ first: Int, _ keys: [String]) {
            var start = 0
            while start < keys.count {
                var end = start
                while end + 1 < keys.count, keys[end + 1] == keys[start] { end += 1 }
                let text = keys[start].split(separator: "\n").last.map(String.init) ?? ""
                form.merge(
                    column...column, rows: (first + start)...(first + end), .text(text),
                    FormSheet.label)
                start = end + 1
            }
        }

        private mutating func addTotal(_ indicators: ClosedRange<Int>?) {
            let funds = 7  // The row of 年度资金总额: three rows of title, two of head, one of titles.
            form.merge(1...6, .text("总分"), FormSheet.heading)
            let weights = project.indicators.compactMap(\.weight).reduce(
                project.score.budgetWeight, +)
            let scores = project.indicators.compactMap(\.score).reduce(
                project.score.budgetScore ?? .zero, +)
            for (column, budgetColumn, sum) in [(7, "G", weights), (8, "I", scores)] {
                let letter = CellPlace.letters(ofColumn: column)
                let rows = indicators.map {
                    "+SUM(\(letter)\($0.lowerBound):\(letter)\($0.upperBound))"
                }
                form.put(
                    FormValue.formula(
                        "\(budgetColumn)\(funds)\(rows ?? "")", sum.fraction, decimals: 2),
                    FormSheet.score, column: column)
            }
            form.put(.text(project.score.sentence), FormSheet.text, column: 9)
            form.row += 1
        }
    }
}
