import Formulas
import Quantities

/// Reads a form of goals (F01, F02) into the records that rules judge.
struct GoalFormReading {
    private static let indicatorTable = "绩效指标"

    private let content: FormContent
    private let definition: FormDefinition?
    private let context: LintContext
    private let lexicon: Lexicon
    private let rows: [FormRow]

    init(
        _ content: FormContent, _ definition: FormDefinition?, _ context: LintContext,
        _ lexicon: Lexicon
    ) {
        self.content = content
        self.definition = definition
        self.context = context
        self.lexicon = lexicon
        rows = content.rows(Self.indicatorTable)
    }

    var records: [LintRecord] {
        goals + tasks + approvedProjects + [form] + weights + indicators
    }

    private var isDepartment: Bool { content.form == "F01" }

    // MARK: Goals

    private var goals: [LintRecord] {
        guard isDepartment else {
            let place = place("年度目标")
            return [goal(content["年度目标"] ?? "", task: nil, place, column: place)]
        }
        let table = "年度总体目标"
        let rows = content.rows(table)
        guard !rows.isEmpty else {
            let place = place(table)
            return [goal("", task: nil, place, column: place)]
        }
        return rows.enumerated().map { row, values in
            let place = place("目标", table, row)
            let task = [values["对应任务"], values["对应职责"]].compactMap(\.self).joined()
            return goal(values["目标"] ?? "", task: task, place, column: place)
        }
    }

    private func goal(
        _ text: String, task: String?, _ whole: FormPlace, column: FormPlace
    ) -> LintRecord {
        var facts: Facts = [
            "目标内容": .text(text), "层级": .text(isDepartment ? "部门" : "项目"),
        ]
        if let task { facts["对应任务"] = .text(task) }
        let own = TextSimilarity(text, without: lexicon.comparisonNoise)
        let alike = own.mostAlike(
            among: context.otherGoals.filter { $0.key != content.subject }.map {
                ($0.key, TextSimilarity($0.value, without: lexicon.comparisonNoise))
            })
        if let alike, !text.isEmpty {
            facts["最相似项目"] = .text(alike.name)
            facts["相似度"] = .number(alike.share)
        }
        return LintRecord(
            subject: GoalFacts.subject, facts: facts, whole: whole, places: ["目标内容": column],
            reason: content["差异说明"])
    }

    // MARK: Tasks and projects

    private var tasks: [LintRecord] {
        let table = "年度主要任务"
        return content.rows(table).enumerated().compactMap { row, values in
            guard let name = values["任务名称"], !name.isEmpty else { return nil }
            let linked = rows.count { $0.names("对应任务").contains(name[...]) }
            return LintRecord(
                subject: "年度任务",
                facts: ["任务名称": .text(name), "关联指标数": .number(Fraction(Int64(linked)))],
                whole: place("任务名称", table, row))
        }
    }

    private var approvedProjects: [LintRecord] {
        context.approvedProjects.map { project in
            LintRecord(
                subject: "批复项目",
                facts: [
                    "项目名称": .text(project.name), "预算数": .number(project.budget.yuan),
                    "已申报目标": .truth(project.nameOnForm != nil),
                    "表中名称": FormulaValue(project.nameOnForm), "是别名": .truth(project.isAlias),
                ],
                whole: FormPlace(form: "F02", subject: project.name, field: "项目名称"))
        }
    }

    // MARK: The form as a whole

    private var form: LintRecord {
        let quantitative = rows.count { DeclaredValue($0["指标值"] ?? "").isQuantitative }
        var facts = GoalFormFacts.counts(
            rows.map { .init(secondLevel: $0["二级指标"] ?? "") }, quantitative: quantitative)
        facts["名称"] = .text(content.subject)
        facts["层级"] = .text(isDepartment ? "部门" : "项目")
        facts["年度目标"] = .text(content["年度目标"] ?? "")
        facts["年度金额"] = amount(isDepartment ? "任务预算合计" : "年度资金总额")
        facts["批复预算"] = context.approvedBudget.map { .number($0.yuan) } ?? .missing
        facts["成本目标"] = totalCost
        if let adjustment = context.adjustment {
            facts["预算调整比例"] = .number(adjustment.share)
            facts["目标已调整"] = .truth(adjustment.goalsAdjusted)
        }
        return LintRecord(
            subject: GoalFormFacts.subject, facts: facts, whole: place(Self.indicatorTable),
            places: ["年度金额": place(isDepartment ? "任务预算合计" : "年度资金总额")],
            reason: content["差异说明"])
    }

    private func amount(_ field: String) -> FormulaValue {
        content[field].flatMap { ExactDecimal($0) }
            .flatMap { try? $0.fraction.multiplied(by: Fraction(10_000)) }
            .map { .number($0) } ?? .missing
    }

    /// The target of the one indicator that limits the total cost.
    private var totalCost: FormulaValue {
        let costs = rows.compactMap { row -> Fraction? in
            guard row["三级指标"]?.contains("总成本") == true else { return nil }
            let value = DeclaredValue(row["指标值"] ?? "")
            guard let number = value.number, let unit = UnitSymbol.named(value.unit),
                unit.unit.isMoney
            else { return nil }
            return try? number.multiplied(by: unit.factor)
        }
        return costs.count == 1 ? .number(costs[0]) : .missing
    }

    private var weights: [LintRecord] {
        guard let weights = context.weights, rows.contains(where: { $0["分值"] != nil })
        else { return [] }
        let byCategory = Dictionary(grouping: rows) {
            IndicatorCategory(rawValue: $0["一级指标"] ?? "")
        }
        // Without a satisfaction indicator its points go to the benefits.
        let moved = byCategory[.satisfaction] == nil ? weights[.satisfaction] ?? .zero : .zero
        return IndicatorCategory.allCases.compactMap { category in
            guard let rows = byCategory[category], let weight = weights[category] else {
                return nil
            }
            let points = rows.compactMap { $0["分值"].flatMap { Points($0) } }
            guard points.count == rows.count else { return nil }
            let due = category == .benefit ? weight + moved : weight
            return LintRecord(
                subject: GoalFormFacts.subject,
                facts: [
                    "权重合计": .number(points.reduce(.zero, +).fraction),
                    "应有权重": .number(due.fraction),
                ],
                whole: place(Self.indicatorTable))
        }
    }

    // MARK: Indicators

    private var indicators: [LintRecord] {
        let texts = rows.map { row in
            TextSimilarity(
                (row["三级指标"] ?? "") + (row["计算公式"] ?? ""), without: lexicon.comparisonNoise)
        }
        let total = try? rows.compactMap { $0["分值"].flatMap { ExactDecimal($0)?.fraction } }.sum()
        return rows.indices.map { index in
            var facts = declared(rows[index])
            if let total, total > .zero { facts["满分"] = .number(total) }
            // Only rows above, so that a pair is told once.
            let above = rows[..<index].indices.map { (rows[$0]["三级指标"] ?? "", texts[$0]) }
            if let alike = texts[index].mostAlike(among: above) {
                facts["相似指标"] = .text(alike.name)
                facts["重复度"] = .number(alike.share)
            }
            return LintRecord(
                subject: IndicatorFacts.subject, facts: facts,
                whole: place("三级指标", Self.indicatorTable, index), places: places(index),
                reason: rows[index]["说明"])
        }
    }

    private func declared(_ row: FormRow) -> Facts {
        var facts: Facts = ["年度": .number(Fraction(Int64(content.fiscalYear)))]
        for (fact, column) in Self.columns { facts[fact] = asked(column, row) }
        facts["判定标准"] = all(["达成标准", "部分达成标准", "未达成标准"], row)
        facts["分值"] = row["分值"].flatMap { ExactDecimal($0) }.map { .number($0.fraction) }
        facts["上年完成值"] = row["上年完成值"].flatMap { DeclaredValue($0).number }.map { .number($0) }
        if case .text(let goal)? = asked("支撑目标", row) { facts["已关联目标"] = .truth(!goal.isEmpty) }
        if case .text(let measure)? = asked("对应口径", row) {
            facts["已绑定口径"] = .truth(!measure.isEmpty && measure != "填报")
        }
        facts.merge(known(of: row))
        facts["可用口径"] = FormulaValue(context.measures[row["三级指标"] ?? ""])
        facts["项目预算"] = amount("年度资金总额")
        if let before = context.lastYear?.rows(Self.indicatorTable)
            .first(where: { $0["三级指标"] == row["三级指标"] })
        {
            facts["上年定义"] = .text(before["计算公式"] ?? "")
        }
        return facts
    }

    /// What earlier years and the quarters say of an indicator.
    private func known(of row: FormRow) -> Facts {
        var facts: Facts = [:]
        let written = [row["计算公式"], row["说明"]].compactMap(\.self).joined(separator: "；")
        facts["分季度合计"] = QuarterlyTargets(written).total.map { .number($0) }
        guard let history = row["三级指标"].flatMap({ context.history[$0] }) else { return facts }
        facts["连续超额年数"] = history.yearsAbove.map { .number(Fraction(Int64($0))) }
        facts["上年单位成本"] = history.lastUnitCost.map { .number($0) }
        if row["上年完成值"] == nil {
            facts["上年完成值"] = history.lastActual.map { .number($0) }
        }
        return facts
    }

    /// Facts and the columns that give them.
    private static let columns = [
        ("一级指标", "一级指标"), ("二级指标", "二级指标"), ("三级指标", "三级指标"), ("指标值", "指标值"),
        ("定义", "计算公式"), ("数据来源", "数据来源"), ("调查方式", "调查方式"), ("说明理由", "说明"),
    ]

    private func places(_ row: Int) -> [String: FormPlace] {
        var places = Dictionary(
            uniqueKeysWithValues: Self.columns.map { fact, column in
                (fact, place(column, Self.indicatorTable, row))
            })
        places["判定标准"] = place("达成标准", Self.indicatorTable, row)
        places["分值"] = place("分值", Self.indicatorTable, row)
        return places
    }

    /// The answer, `""` where the form asks for it and got none; nil where it does not ask.
    private func asked(_ column: String, _ row: FormRow) -> FormulaValue? {
        if let answer = row[column] { return .text(answer) }
        let isAsked =
            definition.map { $0.table(Self.indicatorTable)?.column(column) != nil }
            ?? rows.contains { $0[column] != nil }
        return isAsked ? .text("") : nil
    }

    /// The answers together; `""` where one of them lacks.
    private func all(_ columns: [String], _ row: FormRow) -> FormulaValue? {
        let answers = columns.compactMap { asked($0, row)?.string }
        guard answers.count == columns.count else { return nil }
        return .text(answers.contains("") ? "" : answers.joined(separator: "；"))
    }

    private func place(_ field: String, _ table: String? = nil, _ row: Int = 0) -> FormPlace {
        FormPlace(
            form: content.form, subject: content.subject, field: field,
            cell: table.map { FormPlace.Cell(table: $0, row: row) })
    }
}

extension FormRow {
    /// Names of one answer, separated by 、.
    fileprivate func names(_ column: String) -> [Substring] {
        (self[column] ?? "").split { "、，,；;".contains($0) }
    }
}
