import Documents
import Formulas
import Performance
import Quantities

/// 一、基本情况
extension SelfEvaluationReport {
    mutating func addBasicSituation() {
        heading(.heading1, "一、基本情况")
        addDepartment()
        addTasks()
        addRevenueAndExpenditure()
        heading(.heading2, "（四）部门整体绩效管理情况。")
        let parts: [(String, NarrativeText.Section)] = [
            ("1.部门预算管理", .budgetManagement), ("2.部门整体绩效目标和指标设定", .goalSetting),
            ("3.绩效运行监控执行情况", .monitoring),
        ]
        for (title, section) in parts {
            heading(.heading3, title)
            narrative(section)
        }
    }

    private mutating func addDepartment() {
        heading(.heading2, "（一）部门概况。")
        let count = facts.figure("内设机构数")
        if facts.offices.isEmpty {
            paragraph("\(facts.unitName)的内设机构尚未登记。")
        } else {
            let list = facts.offices.joined(separator: "；")
            paragraph("\(facts.unitName)机关设\(count, .plain)个内设机构，分别是\(list)。")
        }
        let total = facts.figure("实有人数")
        let inPost = facts.figure("在编在职人数")
        let contract = facts.figure("编外人数")
        paragraph(
            """
            \(facts.unitName)实有人数\(total, .plain)人，其中在编在职人员\(inPost, .plain)人，\
            编外人员\(contract, .plain)人。
            """)
    }

    private mutating func addTasks() {
        heading(.heading2, "（二）年度总体工作和重点工作任务。")
        narrative(.annualGoal)
        let tasks = facts.texts(.mainTask)
        guard !tasks.isEmpty else { return }
        var text: FigureText = "主要工作："
        for (index, task) in tasks.enumerated() {
            let end = index + 1 < tasks.count ? "；" : "。"
            text += "\(String(index + 1)).\(FigureText(task))\(end)"
        }
        paragraph(text)
    }

    private mutating func addRevenueAndExpenditure() {
        heading(.heading2, "（三）部门整体收支情况。")
        heading(.heading3, "1.年度财政收入预算情况")
        paragraph(
            """
            \(facts.unitName)\(String(facts.year))年度收入预算\(facts.figure("收入预算"))万元，其中：\
            一般公共预算财政拨款收入\(facts.figure("收入预算_一般公共预算"))万元；\
            其他收入\(facts.figure("收入预算_其他收入"))万元。
            """)
        heading(.heading3, "2.年度支出预算情况")
        let projects = facts.projects.map { "\($0.name)\($0.budget)万元" as FigureText }
        paragraph(
            """
            \(facts.unitName)\(String(facts.year))年度支出预算\(facts.figure("支出预算"))万元，其中：\
            基本支出\(facts.figure("基本支出预算"))万元（人员经费\(facts.figure("人员经费预算"))万元，\
            公用经费\(facts.figure("公用经费预算"))万元），\
            项目支出\(facts.figure("项目支出预算"))万元（\(FigureText.list(projects, separator: "，"))）。
            """)
        heading(.heading3, "3.本年收入支出预算执行情况")
        addRevenueExecution()
        addExpenditureExecution()
        addExecutionTable()
        addExecutionChart()
    }

    private mutating func addRevenueExecution() {
        let change = Change(
            "收入合计", from: facts.figure("收入预算"), to: facts.figure("收入决算"))
        let parts = [("一般公共预算财政拨款收入", "一般公共预算"), ("其他收入", "其他收入")].map {
            Change(
                $0, from: facts.figure("收入预算_\($1)"), to: facts.figure("收入决算_\($1)"))
        }
        paragraph(
            """
            \(String(facts.year))年收入合计\(facts.figure("收入决算"))万元，完成收入预算的\
            \(facts.figure("收入完成率"), .percent)，比预算\
            \(explained(change, parts, .revenueReason))。
            """)
    }

    private mutating func addExpenditureExecution() {
        let change = Change(
            "支出合计", from: facts.figure("支出预算"), to: facts.figure("支出决算"))
        let parts = ["人员经费", "公用经费", "项目支出"].map {
            Change(
                "\($0)支出".replacing("支出支出", with: "支出"), from: facts.figure("\($0)预算"),
                to: facts.figure("\($0)决算"))
        }
        paragraph(
            """
            \(String(facts.year))年支出合计\(facts.figure("支出决算"))万元，完成支出预算的\
            \(facts.figure("支出完成率"), .percent)，比预算\
            \(explained(change, parts, .expenditureReason))。
            """)
        let surplus = Change(
            "本年支出", from: facts.figure("收入决算"), to: facts.figure("支出决算"))
        guard surplus.direction == .increase, let amount = surplus.amount else { return }
        paragraph(
            """
            本年支出大于本年收入\(amount)万元，由年初结转结余\(facts.figure("年初结转结余"))万元\
            安排；年末结转结余\(facts.figure("年末结转结余"))万元。
            """)
    }

    /// `减少98.93万元，主要是…减少…；原因是…`: the amounts from the data, the reason as it was typed.
    private func explained(
        _ change: Change, _ parts: [Change], _ section: NarrativeText.Section
    ) -> FigureText {
        var text = change.text
        if let causes = change.causes(parts) { text += "，\(causes)" }
        let reasons = facts.texts(section).map { FigureText($0) }
        if !reasons.isEmpty { text += "；原因是\(FigureText.list(reasons, separator: "，"))" }
        return text
    }
}
