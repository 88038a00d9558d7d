import Formulas
import Office
import Packs
import Performance
import Quantities
import Reports
import ZengchengExample

/// Chapter five: self-evaluation, cross-checks, signature, review that returns two cells, confirmation.
extension YearDemo {
    private static let matter = Matter(.evaluation)

    func evaluate() throws {
        story.chapter("五、自评与复核")
        story.on(Self.day(2022, 1, 14))
        try importFiles(named: ["02-人员编制.csv", "08-结转结余.csv", "12-自评报告文字.csv"])
        story.on(Self.day(2022, 2, 28))
        try step(
            "announce", Self.matter, .section, StepPapers(dueDay: Self.day(2022, 4, 15)), "下发自评通知")
        try step("open", Self.matter, .section, .facts("schemeFixed", "accountsFrozen"))

        story.on(Self.day(2022, 3, 14))
        try fill(ZengchengExample.statedActuals)
        try fill([:])
        try crossCheck()
        try fill(ZengchengExample.statedReasons)
        let evidence = try attach("满意度问卷汇总.txt", "问卷汇总（合成）", to: Self.matter)
        story.tell(
            Seat.finance.rawValue, "上传佐证：满意度问卷汇总（SHA-256 \(evidence.hexadecimal.prefix(12))…）")
        try crossCheck()
        try refused("sign", Self.matter, .finance)
        try sign()

        story.on(Self.day(2022, 3, 28))
        try step("startReview", Self.matter, .reviewer)
        let remarks = [
            ("完成值", "P1-09", "有效问卷只有 28 份，少于计划的 40 份，请补充调查后重新填报"),
            ("偏差原因", "P3-03", "只写了原因，没有写改进措施，请补充"),
        ]
        let comments = try remarks.map { field, number, text in
            let (project, row) = try place(of: number)
            let place = FormPlace(
                form: "F05", subject: project, field: field, cell: .init(table: "绩效指标", row: row))
            let comment = try cycle.comment(
                text, at: place, of: Self.matter, by: Seat.reviewer.performer, at: story.next())
            story.tell(Seat.reviewer.rawValue, "意见\(comment.title)：\(text)")
            return comment
        }
        try step("return", Self.matter, .reviewer, .facts("opinionGiven"), "退回 2 处")

        story.on(Self.day(2022, 3, 31))
        try step("reopen", Self.matter, .finance)
        try fill(ZengchengExample.correctedActuals)
        try fill([:])
        for (comment, answer) in zip(comments, ["已补发问卷，有效 46 份，满意度改为 95.65%", "已补写改进措施"]) {
            _ = try cycle.answer(
                comment.number, of: Self.matter, with: answer, by: Seat.finance.performer,
                at: story.next())
            story.tell(Seat.finance.rawValue, "答复第 \(comment.number) 条意见：\(answer)")
        }
        try tellChanges()
        try crossCheck()
        try sign()

        story.on(Self.day(2022, 4, 12))
        try step("startReview", Self.matter, .reviewer)
        try review()
        try step("finishReview", Self.matter, .reviewer, .facts("everyRowReviewed"))
        try step("acceptResult", Self.matter, .head)
        story.on(Self.day(2022, 4, 14))
        try step("confirm", Self.matter, .section)
        for content in try contents() { try write(content, named: "自评表-\(content.subject)") }
    }

    // MARK: - Filling in

    /// Fills in all forms from the ledgers, and what only people know.
    ///
    /// - Parameter stated: actuals and reasons by the number of the indicator.
    private func fill(_ stated: [String: ZengchengExample.StatedActual]) throws {
        let desk = try desk()
        let facts = try ReportFactsReader(desk).facts()
        guard let definition = forms.form(ProjectEvaluationFilling.form) else { return }
        var scores: [String] = []
        for project in facts.projects {
            var content = ProjectEvaluationFilling.content(of: project, facts, definition)
            for row in content.rows("绩效指标").indices {
                guard let number = content.tables["绩效指标"]?[row]["指标编号"],
                    let actual = stated[number]
                else { continue }
                content.tables["绩效指标"]?[row].merge(actual)
            }
            try cycle.save(
                content, of: Self.matter, by: Seat.finance.performer, at: story.next())
            scores.append("\(project.name) \(project.score.sentence)")
        }
        guard stated.isEmpty else {
            return story.tell(
                Seat.finance.rawValue,
                "填报 \(facts.projects.count) 张自评表：台账能算的自动填好，另填报 \(stated.count) 个指标的完成值或原因")
        }
        story.tell(Seat.finance.rawValue, "按填报的完成值重新评分：")
        story.show(scores)
    }

    private func contents() throws -> [FormContent] {
        let latest = Dictionary(
            try cycle.forms(of: Self.matter).filter { $0.form == ProjectEvaluationFilling.form }
                .map { ($0.subject, $0.content) }, uniquingKeysWith: { _, last in last })
        return latest.values.sorted { $0.subject < $1.subject }
    }

    private func place(of number: String) throws -> (project: String, row: Int) {
        for content in try contents() {
            if let row = content.rows("绩效指标").firstIndex(where: { $0["指标编号"] == number }) {
                return (content.subject, row)
            }
        }
        return ("", 0)
    }

    /// F11: the reviewer scores each project anew; here nothing differs any more.
    private func review() throws {
        guard let definition = forms.form("F11") else { return }
        let rows = try ReportFactsReader(desk()).facts().projects.compactMap {
            project -> FormRow? in
            guard let total = project.score.total, let grade = project.score.grade
            else { return nil }
            return [
                "部门名称": ZengchengExample.unitName, "复核对象": project.name, "自评得分": total.text,
                "自评等级": grade, "复核得分": total.text, "复核等级": grade, "得分差异": "0.00",
                "复核结论": "通过", "复核人": Seat.reviewer.rawValue, "复核日期": story.today.iso,
            ]
        }
        let content = FormContent(
            form: "F11", version: definition.version, unitCode: cycle.book.unitCode,
            fiscalYear: cycle.book.year.number, tables: ["复核意见": rows])
        try cycle.save(content, of: Self.matter, by: Seat.reviewer.performer, at: story.next())
        try write(content, named: "复核意见表")
        story.tell(Seat.reviewer.rawValue, "填写复核意见表（F11）：\(rows.count) 个项目，与自评没有差异")
    }

    private func tellChanges() throws {
        for content in try contents() {
            let changes = try cycle.differences(
                in: content.form, about: content.subject, of: Self.matter, from: 1, to: 2)
            for change in changes {
                story.show([
                    "修改：\(content.subject)·\(change.place.field) “\(change.before ?? "")”→“\(change.after ?? "")”"
                ])
            }
        }
    }

    // MARK: - Checks and signature

    private func crossCheck() throws {
        try step("runChecks", Self.matter, .finance)
        var findings: [LintFinding] = []
        for content in try contents() {
            findings += lint.result(for: content, definition: forms.form(content.form)).findings
        }
        let accounts = try BookChecks(desk(), rules).findings()
        for finding in accounts {
            story.show([
                "\(finding.ruleId) \(finding.level.rawValue)  \(finding.message)",
                "    说明：\(ZengchengExample.statedAnswers[finding.ruleId.rawValue] ?? "没有说明")",
            ])
        }
        let answered = accounts.map(\.ruleId)
            .filter { ZengchengExample.statedAnswers[$0.rawValue] != nil }
        let facts = WorkflowFacts(
            findings: findings.map(\.asFinding)
                + accounts.map { Finding($0.ruleId, $0.level, $0.message) },
            answered: Set(findings.filter(\.isAnswered).map(\.finding.ruleId)).union(answered))
        story.show(findings.filter(\.isBlocking).prefix(4).map(Self.line))
        for receipt in try cycle.runAutomatic(
            on: Self.matter, at: story.next(), facts: { _ in facts })
        {
            story.tell(
                "系统",
                "\(receipt.step.action)：\(findings.count + accounts.count) 条发现，"
                    + "\(findings.count(where: \.isBlocking)) 条还要改正或说明")
        }
    }

    private func sign() throws {
        var papers = StepPapers.facts("everyRowScored", "evidenceAnswered", findings: [])
        papers.rules = "内置规则"
        try step("sign", Self.matter, .head, papers)
        let receipt = try step("submit", Self.matter, .finance)
        story.show(["回执：日志第 \(receipt.journalNumber) 号，此后的改动都留有痕迹"])
    }
}

extension FormRow {
    /// Takes over what a person stated of an indicator.
    fileprivate mutating func merge(_ actual: ZengchengExample.StatedActual) {
        if let value = actual.value {
            self["完成值"] = value
            self["判断理由"] = actual.reason
        }
        if let deviation = actual.deviation { self["偏差原因"] = deviation }
    }
}
