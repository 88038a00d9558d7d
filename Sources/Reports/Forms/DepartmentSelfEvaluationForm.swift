package import Documents
import Formulas
import Performance
import Quantities

/// F06 部门整体支出绩效自评表: sheet 1 基本信息, sheet 2 评分表, sheet 3 数字溯源.
package enum DepartmentSelfEvaluationForm {
    package static func compose(_ facts: ReportFacts) -> Workbook {
        var sheets = [BasicFacts(facts).sheet]
        sheets += facts.evaluations.map { ScoreSheet(facts, $0).sheet }
        sheets.append(TraceSheet.sheet(of: facts))
        return Workbook(
            properties: facts.properties(title: "部门整体支出绩效自评表"), sheets: sheets)
    }
}

/// Sheet 1: staff, revenue and expenditure, and what else the form asks of the books.
private struct BasicFacts {
    private let facts: ReportFacts
    private var form = FormSheet(
        "基本信息", widths: [11, 30, 14, 14, 14, 12, 16, 16], orientation: .landscape)

    init(_ facts: ReportFacts) {
        self.facts = facts
        form.title(
            "部门整体支出绩效自评表", year: facts.year, left: "部门名称：\(facts.unitName)",
            right: "金额单位：万元")
        addHead()
        addStaff()
        addRevenueAndExpenditure()
        addBooks()
        addGoals()
        form.signature()
    }

    var sheet: Worksheet {
        var sheet = form.sheet
        sheet.print.repeatedRows = 1...3
        return sheet
    }

    private mutating func addHead() {
        let cells = [
            "预算编码", facts.snapshot.book.unitCode, "填报人", "", "联系电话", "", "数据截至",
            facts.snapshot.periodEnd.chinese,
        ]
        for (index, text) in cells.enumerated() {
            form.put(
                text.isEmpty ? .blank : .text(text),
                index.isMultiple(of: 2) ? FormSheet.label : FormSheet.text, column: index + 1)
        }
        form.row += 1
    }

    private mutating func addStaff() {
        let names = ["编制数", "在编在职人数", "编外人数", "离退休人数", "实有人数"]
        form.merge(1...1, rows: form.row...(form.row + 1), .text("人员情况"), FormSheet.heading)
        for (index, name) in names.enumerated() {
            form.put(.text(name), FormSheet.label, column: index + 2)
        }
        form.merge(7...8, .text("编外名额"), FormSheet.label)
        form.row += 1
        for (index, name) in names.enumerated() {
            form.put(FormValue.plain(facts.figure(name)), FormSheet.count, column: index + 2)
        }
        form.merge(7...8, FormValue.plain(facts.figure("编外名额")), FormSheet.count)
        form.row += 1
    }

    private mutating func addRevenueAndExpenditure() {
        let first = form.row
        for (index, title) in ["项目", "年初预算", "调整预算", "决算数", "执行率"].enumerated() {
            form.put(.text(title), FormSheet.heading, column: index + 2)
        }
        form.merge(7...8, .text("差异说明"), FormSheet.heading)
        form.row += 1
        let start = form.row
        let projects = facts.projects.count
        // The rows below, so that the totals can add them: 收入 2, 支出 1, 基本 1 + 2, 项目 1 + n.
        add("收入合计", "收入", rate: "收入完成率", sum: { "\($0)\(start + 1)+\($0)\(start + 2)" })
        add("其中：一般公共预算财政拨款", "收入", suffix: "_一般公共预算")
        add("      其他收入", "收入", suffix: "_其他收入")
        add("支出合计", "支出", rate: "支出完成率", sum: { "\($0)\(start + 4)+\($0)\(start + 7)" })
        add("基本支出", "基本支出", sum: { "\($0)\(start + 5)+\($0)\(start + 6)" })
        add("其中：人员经费", "人员经费")
        add("      公用经费", "公用经费")
        add(
            "项目支出", "项目支出",
            sum: projects > 0
                ? { "SUM(\($0)\(start + 8):\($0)\(start + 7 + projects))" } : nil)
        for project in facts.projects {
            add(
                "      \(project.name)",
                [project.budget, project.adjustedBudget, project.execution],
                rate: nil, sum: nil)
        }
        form.merge(1...1, rows: first...(form.row - 1), .text("收支情况（万元）"), FormSheet.heading)
    }

    private mutating func add(
        _ label: String, _ name: String, suffix: String = "", rate: String? = nil,
        sum: ((String) -> String)? = nil
    ) {
        // Measures of all revenue and all expenditure have names of their own.
        let adjusted = ["收入": "调整收入预算", "支出": "调整预算"][name] ?? "\(name)调整预算"
        let figures = ["\(name)预算", adjusted, "\(name)决算"].map { facts.figure($0 + suffix) }
        add(label, figures, rate: rate.map { facts.figure($0) }, sum: sum)
    }

    private mutating func add(
        _ label: String, _ figures: [FigureTrace], rate: FigureTrace?, sum: ((String) -> String)?
    ) {
        form.put(.text(label), FormSheet.text, column: 2)
        for (index, figure) in figures.enumerated() {
            let column = index + 3
            let value: WorksheetCell.Value =
                if let sum, let cached = FormValue.tenThousandYuan(figure) {
                    .formula(sum(CellPlace.letters(ofColumn: column)), cached: .number(cached))
                } else {
                    FormValue.amount(figure)
                }
            form.put(value, FormSheet.amount, column: column)
        }
        let ratio = Self.ratio(figures[2], of: figures[0])
        form.put(
            FormValue.formula(
                "IF(\(form.place(3))=0,\"\(FigureFormat.absent)\",\(form.place(5))/\(form.place(3)))",
                rate?.value.number ?? ratio, decimals: 15),
            FormSheet.percent, column: 6)
        form.merge(7...8, .text(Self.note(figures)), FormSheet.text)
        form.row += 1
    }

    private static func ratio(_ part: FigureTrace, of whole: FigureTrace) -> Fraction? {
        guard let part = part.value.number, let whole = whole.value.number else { return nil }
        return Ratio(part, of: whole).value
    }

    private static func note(_ figures: [FigureTrace]) -> String {
        let basis = figures.map(\.basis).max() ?? .recorded
        return basis == .recorded ? "" : basis.rawValue
    }

    private mutating func addBooks() {
        let blocks: [(String, [(String, String)])] = [
            ("结转结余", [("年初结转和结余", "年初结转结余"), ("年末结转和结余", "年末结转结余")]),
            (
                "三公经费",
                [("上年决算", "上年三公决算"), ("本年预算", "三公预算"), ("本年决算", "三公决算")]
            ),
            ("政府采购", [("采购预算", "采购预算"), ("采购实际", "采购实际")]),
            ("固定资产", [("总额", "固定资产总额"), ("在用", "在用固定资产")]),
        ]
        for (title, items) in blocks {
            form.put(.text(title), FormSheet.heading, column: 1)
            for column in 2...8 { form.put(.blank, FormSheet.text, column: column) }
            for (index, (label, name)) in items.enumerated() {
                form.put(.text(label), FormSheet.label, column: 2 + 2 * index)
                form.put(
                    FormValue.amount(facts.figure(name)), FormSheet.amount, column: 3 + 2 * index)
            }
            form.row += 1
        }
    }

    private mutating func addGoals() {
        let goal = facts.texts(.annualGoal).map(\.plainText).joined(separator: "\n")
        let done = facts.texts(.achievement).map(\.plainText).joined(separator: "\n")
        form.put(.text("年度总体目标"), FormSheet.heading, column: 1)
        form.merge(2...4, goal.isEmpty ? .blank : .text(goal), FormSheet.text)
        form.put(.text("完成情况"), FormSheet.heading, column: 5)
        form.merge(6...8, done.isEmpty ? .blank : .text(done), FormSheet.text)
        form.sheet.rowHeights[form.row] = 120
        form.row += 1
    }
}
