import Office
import Packs
import Performance
import Quantities
import ZengchengExample

/// Chapter two: goals declared badly, found, improved, approved and locked.
extension YearDemo {
    private static let matter = Matter(.goal)

    func declareGoals() throws {
        story.chapter("二、绩效目标：申报、检查、改进、锁定")
        story.on(Self.day(2020, 11, 9))
        try importFiles(named: ["03-项目库.xlsx", "04-部门预算批复.xlsx"])
        try step("create", Self.matter, .business, .facts("projectInBudgetDraft"))
        let draft = try ZengchengExample.goals(.draft).map(content)
        try save(draft)
        let poor = try check(draft)
        try refused(
            "submitInternally", Self.matter, .business,
            StepPapers(facts: WorkflowFacts(findings: poor)))

        story.on(Self.day(2020, 11, 16))
        let improved = try ZengchengExample.goals(.improved).map(content)
        try save(improved)
        let good = try check(improved)
        for content in improved { try write(content, named: "目标表-\(content.subject)") }
        try step(
            "submitInternally", Self.matter, .business,
            StepPapers(facts: WorkflowFacts(findings: good)))
        try refused("headApprove", Self.matter, .business)
        try step("headApprove", Self.matter, .head)
        try step("submit", Self.matter, .finance, .facts("allGoalFormsPresent"), "F01 和 5 张 F02")

        story.on(Self.day(2020, 11, 24))
        try step("startReview", Self.matter, .liaison)
        try step("accept", Self.matter, .section)
        story.on(Self.day(2021, 1, 29))
        for receipt in try cycle.runAutomatic(
            on: Self.matter, at: story.next(), facts: { _ in .holding("budgetApproved") })
        {
            story.tell("系统", "\(receipt.step.action)：批复金额与目标表一致")
        }
        try step("lock", Self.matter, .section, .facts("replyDayEntered"))
        let desk = try desk()
        let proven = desk.indicators.count { !$0.text("对应口径").isEmpty }
        story.show([
            "登记 \(desk.indicators.count) 个指标：\(proven) 个由台账自动取数，"
                + "\(desk.indicators.count - proven) 个凭佐证填报；指标值从此不能改动"
        ])
    }

    private func content(_ line: String) throws -> FormContent {
        guard let content = FormContent(json: try CanonicalJSON(reading: line))
        else { throw ZengchengExampleError.missingFile("目标") }
        return content
    }

    private func save(_ contents: [FormContent]) throws {
        for content in contents {
            try cycle.save(
                content, of: Self.matter, by: Seat.business.performer, at: story.next())
        }
        story.tell(Seat.business.rawValue, "填报 \(contents.map(\.form).joined(separator: "、"))")
    }

    /// Checks the forms by the rules of target quality, and tells what they say.
    private func check(_ contents: [FormContent]) throws -> [Finding] {
        let goals = try GoalContext(desk())
        var findings: [LintFinding] = []
        for content in contents {
            let result = lint.result(
                for: content, definition: forms.form(content.form),
                context: goals.context(of: content, among: contents))
            findings += result.findings
            let score = result.quality.map { "，质量分 \($0.text)" } ?? ""
            story.tell(
                "目标质量检查",
                "\(content.form) \(content.subject)：必须改正 "
                    + "\(result.findings.count { $0.finding.level == .blocking }) 处，"
                    + "须说明 \(result.findings.count { $0.finding.level == .answered }) 处\(score)")
            story.show(result.findings.filter(\.isBlocking).prefix(4).map(Self.line))
        }
        return findings.map(\.asFinding)
    }

    /// `TQ-022 E  缺少质量指标。请补上质量指标。`
    static func line(_ finding: LintFinding) -> String {
        "\(finding.finding.ruleId) \(finding.finding.level.rawValue)  \(finding.finding.message)"
    }
}
