import Performance
import Quantities
import Storage
import Testing

@testable import Office

/// Matters at the desk: from the declaration to the confirmed evaluation, on both databases.
struct CycleDeskTests {
    @Test(arguments: CycleBackend.available)
    func `绩效目标从草拟到锁定，每一步都有办理记录和操作日志`(backend: CycleBackend) throws {
        let fixture = try CycleFixture(backend)
        let (desk, goal) = (fixture.desk, Matter(.goal, of: "困难职工帮扶"))
        try desk.perform(
            "create", on: goal, by: fixture.office, at: fixture.at("2020-10-09"),
            .facts("projectInBudgetDraft"))
        try desk.save(
            fixture.form("F02", ["总目标": "帮扶困难职工"]), of: goal, by: fixture.office,
            at: fixture.at("2020-10-10"))
        // The form that comes with the step is saved with it, or not at all.
        let improved = StepPapers(
            content: [fixture.form("F02", ["总目标": "全年帮扶困难职工不少于300人次"])],
            facts: WorkflowFacts(findings: []), rules: "TQ 2026")
        let sent = try desk.perform(
            "submitInternally", on: goal, by: fixture.office, at: fixture.at("2020-10-12"),
            improved)
        #expect(sent.step.dueDay?.iso == "2020-10-15")
        #expect(sent.effects == [.freezeFindings])
        #expect(sent.receipt.entry.action == "办理")
        try desk.perform("headApprove", on: goal, by: fixture.head, at: fixture.at("2020-10-13"))
        try desk.perform(
            "submit", on: goal, by: fixture.finance, at: fixture.at("2020-10-14"),
            .facts("allGoalFormsPresent"))
        try desk.perform("startReview", on: goal, by: fixture.liaison, at: fixture.at("2020-10-15"))
        try desk.perform("accept", on: goal, by: fixture.section, at: fixture.at("2020-10-20"))
        let automatic = try desk.runAutomatic(at: fixture.at("2021-02-01")) { _ in
            .holding("budgetApproved")
        }
        #expect(automatic.map(\.step.event) == ["budgetApproved"])
        #expect(automatic.map(\.step.actor) == ["系统"])
        try desk.perform(
            "lock", on: goal, by: fixture.section, at: fixture.at("2021-02-18"),
            .facts("replyDayEntered"))

        let history = try desk.history(of: goal)
        #expect(history.state == "locked")
        #expect(history.steps.map(\.sequence) == Array(1...8))
        #expect(
            history.steps.map(\.action) == [
                "建立", "送审", "审签", "报送", "开始审核", "审核通过", "随预算批准", "锁定",
            ])
        #expect(try desk.forms(of: goal).map(\.draft) == [1, 2])
        #expect(
            try desk.form("F02", about: "困难职工帮扶", of: goal).content["总目标"]
                == "全年帮扶困难职工不少于300人次")
        #expect(try StoreVerification.verify(desk.workplace).errors.isEmpty)
    }

    @Test(arguments: CycleBackend.available)
    func `被拒绝的步骤什么也不留下`(backend: CycleBackend) throws {
        let fixture = try CycleFixture(backend)
        let (desk, goal) = (fixture.desk, Matter(.goal, of: "困难职工帮扶"))
        try desk.perform(
            "create", on: goal, by: fixture.office, at: fixture.at("2020-10-09"),
            .facts("projectInBudgetDraft"))
        let before = try desk.workplace.store.read { try $0.head(of: CycleFixture.unit) }
        let papers = StepPapers(
            content: [fixture.form()],
            facts: WorkflowFacts(findings: [Finding("TQ-016", .blocking, "缺少成本指标。")]))
        let refused = #expect(throws: WorkflowRefusal.self) {
            try desk.perform(
                "submitInternally", on: goal, by: fixture.office, at: fixture.at("2020-10-10"),
                papers)
        }
        #expect(
            refused?.message == "还不能“送审”：绩效目标还有必须改正的问题（TQ-016：缺少成本指标）。请按提示逐条改正后再送审。")
        #expect(try desk.forms(of: goal).isEmpty)
        #expect(try desk.history(of: goal).steps.count == 1)
        #expect(try desk.workplace.store.read { try $0.head(of: CycleFixture.unit) } == before)
    }

    /// 自评：退回两格，答复后重报，复核、确认；版本相连，只看改了什么。
    @Test(arguments: CycleBackend.available)
    func `复核退回两格，重报只看改动`(backend: CycleBackend) throws {
        let fixture = try CycleFixture(backend)
        let (desk, matter) = (fixture.desk, Matter(.evaluation))
        let first = fixture.form(
            "F06", about: FormContent.wholeDepartment, ["执行率": "0.8787"],
            rows: [["指标": "帮扶人次", "完成值": "295"], ["指标": "满意度", "完成值": "0.95"]])
        try fixture.evaluate(matter, saving: first)
        try desk.perform(
            "startReview", on: matter, by: fixture.section, at: fixture.at("2022-04-11"))

        let early = #expect(throws: WorkflowRefusal.self) {
            try desk.perform(
                "return", on: matter, by: fixture.section, at: fixture.at("2022-04-12"))
        }
        #expect(early?.message == "还不能“退回修改”：还没有写明退回的意见。请至少对一处内容写明意见再退回。")
        let rate = FormPlace(form: "F06", subject: "整体", field: "执行率")
        let actual = FormPlace(
            form: "F06", subject: "整体", field: "完成值", cell: .init(table: "指标", row: 0))
        try desk.comment(
            "执行率应为89.46%", at: rate, of: matter, by: fixture.section,
            at: fixture.at("2022-04-12"))
        try desk.comment(
            "台账为321人次", at: actual, of: matter, by: fixture.section,
            at: fixture.at("2022-04-12"))
        let returned = try desk.perform(
            "return", on: matter, by: fixture.section, at: fixture.at("2022-04-12"))
        #expect(returned.step.dueDay?.iso == "2022-04-19")

        // 复核人不能改部门的数。
        let forbidden = #expect(throws: CycleError.self) {
            try desk.save(first, of: matter, by: fixture.section, at: fixture.at("2022-04-12"))
        }
        #expect(forbidden?.message == "“已退回”状态下，“财政局绩效科”不能填报。这个状态下谁都不能。")

        try desk.perform("reopen", on: matter, by: fixture.finance, at: fixture.at("2022-04-13"))
        var second = first
        second["执行率"] = "0.8946"
        second.tables["指标"]?[0]["完成值"] = "321"
        try desk.save(second, of: matter, by: fixture.finance, at: fixture.at("2022-04-13"))
        try desk.answer(
            1, of: matter, with: "已按台账改正", by: fixture.finance, at: fixture.at("2022-04-13"))
        try desk.perform("runChecks", on: matter, by: fixture.finance, at: fixture.at("2022-04-13"))
        try desk.runAutomatic(on: matter, at: fixture.at("2022-04-13")) { _ in
            WorkflowFacts(findings: [])
        }
        let unanswered = #expect(throws: WorkflowRefusal.self) {
            try desk.perform(
                "sign", on: matter, by: fixture.head, at: fixture.at("2022-04-13"),
                .facts("everyRowScored", "evidenceAnswered", findings: []))
        }
        #expect(
            unanswered?.message
                == "还不能“签字”：还有退回意见没有答复（第2条（F06 指标第1行 完成值））。请逐条答复退回意见后再签字。")
        // 在内部审核的状态下不能答复，退回起草再答复。
        try desk.sendBack(
            matter, to: "drafting", reason: "第2条意见没有答复", by: fixture.head,
            at: fixture.at("2022-04-13"))
        try desk.answer(
            2, of: matter, with: "已更正为321人次", by: fixture.finance,
            at: fixture.at("2022-04-13"))
        try fixture.signAndSubmit(matter, on: "2022-04-14")

        let changes = try desk.differences(
            in: "F06", of: matter, from: 1, to: 2)
        #expect(changes.map(\.place) == [rate, actual])
        #expect(changes.map(\.before) == ["0.8787", "295"])
        #expect(changes.map(\.after) == ["0.8946", "321"])

        try desk.perform(
            "startReview", on: matter, by: fixture.section, at: fixture.at("2022-04-15"))
        let review = fixture.form("F11", about: FormContent.wholeDepartment, ["复核分": "92.50"])
        try desk.save(review, of: matter, by: fixture.section, at: fixture.at("2022-04-18"))
        try desk.perform(
            "finishReview", on: matter, by: fixture.section, at: fixture.at("2022-04-18"),
            .facts("everyRowReviewed"))
        try desk.perform("acceptResult", on: matter, by: fixture.head, at: fixture.at("2022-04-19"))
        try desk.perform("confirm", on: matter, by: fixture.section, at: fixture.at("2022-04-19"))
        let history = try desk.history(of: matter)
        #expect(history.state == "confirmed")
        #expect(history.version == 2)
        #expect(try desk.comments(of: matter).map(\.status) == [.answered, .answered])
    }

    @Test(arguments: CycleBackend.available)
    func `对方签收前可以撤回，记录都留着`(backend: CycleBackend) throws {
        let fixture = try CycleFixture(backend)
        let (desk, matter) = (fixture.desk, Matter(.evaluation))
        try fixture.evaluate(matter, saving: fixture.form("F06", about: "整体"))
        try desk.takeBack(matter, by: fixture.finance, at: fixture.at("2022-04-08"), reason: "漏了附件")
        #expect(try desk.history(of: matter).state == "signed")
        try desk.perform(
            "submit", on: matter, by: fixture.finance, at: fixture.at("2022-04-08"))
        try desk.receive(matter, by: fixture.section, at: fixture.at("2022-04-11"))
        let late = #expect(throws: WorkflowRefusal.self) {
            try desk.takeBack(matter, by: fixture.finance, at: fixture.at("2022-04-11"))
        }
        #expect(late?.message == "对方（jixiaoke）已经签收，不能撤回。请联系对方退回。")
        #expect(
            try desk.history(of: matter).steps.suffix(4).map(\.action) == [
                "报送", "撤回", "报送", "签收",
            ])
    }

    @Test(arguments: CycleBackend.available)
    func `负责人缺席时由受托人签字，双方都留名`(backend: CycleBackend) throws {
        let fixture = try CycleFixture(backend)
        let (desk, matter) = (fixture.desk, Matter(.evaluation))
        try fixture.evaluate(
            matter, saving: fixture.form("F06", about: "整体"), through: "passChecks")
        let standIn = Performer("daishen", as: .departmentHead, onBehalfOf: "fuzeren")
        let papers = StepPapers.facts("everyRowScored", "evidenceAnswered", findings: [])
        #expect(throws: WorkflowRefusal.self) {
            try desk.perform(
                "sign", on: matter, by: standIn, at: fixture.at("2022-04-06"), papers)
        }
        try desk.delegate(
            .departmentHead, of: "fuzeren", to: "daishen",
            from: try #require(Day(iso: "2022-04-05")),
            through: try #require(Day(iso: "2022-04-08")), reason: "休假", by: fixture.section,
            at: fixture.at("2022-04-05"))
        #expect(
            try desk.agenda(of: "daishen", on: #require(Day(iso: "2022-04-08")))
                .contains { $0.performer == standIn && $0.transition.event == "sign" })
        #expect(throws: WorkflowRefusal.self) {
            // 过了委托期限。
            try desk.perform(
                "sign", on: matter, by: standIn, at: fixture.at("2022-04-09"), papers)
        }
        let signed = try desk.perform(
            "sign", on: matter, by: standIn, at: fixture.at("2022-04-08"), papers)
        #expect(signed.step.actor == "daishen")
        #expect(signed.step.onBehalfOf == "fuzeren")
        #expect(try desk.history(of: matter).last == signed.step)
    }

    @Test func `填报过的人不能签字`() throws {
        let fixture = try CycleFixture()
        let (desk, matter) = (fixture.desk, Matter(.evaluation))
        try desk.grant(
            .departmentHead, to: fixture.finance.account, by: fixture.administrator,
            at: fixture.at("2022-01-04"))
        try desk.confirmGrant(
            .departmentHead, of: fixture.finance.account, by: fixture.head,
            at: fixture.at("2022-01-04"))
        try fixture.evaluate(
            matter, saving: fixture.form("F06", about: "整体"), through: "passChecks")
        let refused = #expect(throws: WorkflowRefusal.self) {
            try desk.perform(
                "sign", on: matter,
                by: Performer(fixture.finance.account, as: .departmentHead),
                at: fixture.at("2022-04-06"),
                .facts("everyRowScored", "evidenceAnswered", findings: []))
        }
        #expect(refused == .ownWork(action: "签字", account: "caiwu"))
    }

    @Test func `对象和期次写不成事项的被拒绝`() throws {
        let fixture = try CycleFixture()
        for matter in [
            Matter(.goal, of: "甲|乙"), Matter(.goal, of: ""), Matter(.goal, of: "甲", period: "|"),
        ] {
            #expect(throws: CycleError.self) {
                try fixture.desk.perform(
                    "create", on: matter, by: fixture.office, at: fixture.at("2020-10-09"),
                    .facts("projectInBudgetDraft"))
            }
        }
    }
}

extension CycleFixture {
    /// Takes a self-evaluation from its notice to 报送, or to an event before.
    func evaluate(
        _ matter: Matter, saving form: FormContent, through last: String = "submit"
    ) throws {
        try desk.perform(
            "announce", on: matter, by: section, at: at("2022-03-01"),
            StepPapers(dueDay: Day(iso: "2022-04-30")))
        try desk.perform(
            "open", on: matter, by: section, at: at("2022-03-01"),
            .facts("schemeFixed", "accountsFrozen"))
        try desk.save(form, of: matter, by: finance, at: at("2022-04-01"))
        try desk.perform("runChecks", on: matter, by: finance, at: at("2022-04-01"))
        try desk.runAutomatic(on: matter, at: at("2022-04-01")) { _ in
            WorkflowFacts(findings: [])
        }
        if last == "submit" { try signAndSubmit(matter, on: "2022-04-07", checks: false) }
    }

    func signAndSubmit(_ matter: Matter, on day: String, checks: Bool = true) throws {
        if checks {
            try desk.perform("runChecks", on: matter, by: finance, at: at(day))
            try desk.runAutomatic(on: matter, at: at(day)) { _ in WorkflowFacts(findings: []) }
        }
        try desk.perform(
            "sign", on: matter, by: head, at: at(day),
            .facts("everyRowScored", "evidenceAnswered", findings: []))
        try desk.perform("submit", on: matter, by: finance, at: at(day))
    }
}
