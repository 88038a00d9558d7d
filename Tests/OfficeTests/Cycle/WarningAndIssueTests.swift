import Performance
import Quantities
import Storage
import Testing

@testable import Office

struct WarningAndIssueTests {
    private let notice = WarningNotice(
        rule: "EW-01", subject: "整体", period: "2021Q3", light: .red,
        facts: "执行率 41.20%，序时进度 75.00%")

    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test(arguments: CycleBackend.available)
    func `同一规则、对象、期次只有一条预警，没有处置不能结束季度`(backend: CycleBackend) throws {
        let fixture = try CycleFixture(backend)
        let (desk, warning) = (fixture.desk, notice.matter)
        let first = try desk.raise(notice, at: fixture.at("2021-09-10"))
        #expect(first?.step.dueDay?.iso == "2021-09-14")
        #expect(try desk.raise(notice, at: fixture.at("2021-09-11")) == nil)
        #expect(try desk.warnings().count == 1)

        let refused = #expect(throws: CycleError.self) {
            try desk.checkQuarterEnd(day("2021-09-30"))
        }
        #expect(
            refused?.message
                == "还有 1 条预警没有处置，季度不能结束：EW-01 整体（2021Q3）：执行率 41.20%，序时进度 75.00%。请逐条写明处置情况。")
        try desk.checkQuarterEnd(day("2021-06-30"))

        try desk.assign(
            warning, to: "caiwu", dueDay: day("2021-09-20"), by: fixture.head,
            at: fixture.at("2021-09-11"))
        try desk.dispose(
            warning, .hastened, "督促业务科室在月底前支付", by: fixture.finance,
            at: fixture.at("2021-09-18"))
        try desk.checkQuarterEnd(day("2021-09-30"))
        // 退回的处置不算处置。
        try desk.perform(
            "return", on: warning, by: fixture.section, at: fixture.at("2021-09-22"),
            StepPapers(reason: "没有写明支付金额"))
        #expect(throws: CycleError.self) { try desk.checkQuarterEnd(day("2021-09-30")) }
        try desk.dispose(
            warning, .hastened, "已支付12.5万元", by: fixture.finance, at: fixture.at("2021-09-24"))
        try desk.close(warning: warning, by: fixture.section, at: fixture.at("2021-09-26"))
        let record = try #require(try desk.warnings().first)
        #expect(record.owner == "caiwu")
        #expect(record.disposition == "已支付12.5万元")
        #expect(record.closedOn?.iso == "2021-09-26")
        #expect(try desk.history(of: warning).state == "closed")
    }

    @Test func `超过期限没有处置的预警升级督办，处置的人不能自己解除`() throws {
        let fixture = try CycleFixture()
        let (desk, warning) = (fixture.desk, notice.matter)
        try desk.raise(notice, at: fixture.at("2021-09-10"))
        #expect(try desk.runAutomatic(at: fixture.at("2021-09-14")).isEmpty)
        let escalated = try desk.runAutomatic(at: fixture.at("2021-09-15"))
        #expect(escalated.map(\.step.to) == ["escalated"])
        #expect(escalated.first?.effects == [.suggestInterview])
        try desk.dispose(
            warning, .explained, "季末集中支付", by: fixture.finance, at: fixture.at("2021-09-16"))
        let wrongRole = #expect(throws: WorkflowRefusal.self) {
            try desk.close(warning: warning, by: fixture.finance, at: fixture.at("2021-09-16"))
        }
        #expect(wrongRole?.message == "“解除”由财政局业务科、部门负责人、财政局绩效科办理，您的岗位是部门财务。请转交有权办理的人。")
    }

    @Test func `季度通报在预警都有处置之前不能冻结`() throws {
        let fixture = try CycleFixture()
        let (desk, bulletin) = (fixture.desk, Matter(.bulletin, period: "2021Q3"))
        try desk.raise(notice, at: fixture.at("2021-09-10"))
        try desk.perform("plan", on: bulletin, by: fixture.finance, at: fixture.at("2021-10-08"))
        let refused = #expect(throws: WorkflowRefusal.self) {
            try desk.perform(
                "freeze", on: bulletin, by: fixture.finance, at: fixture.at("2021-10-14"),
                .facts("quarterEnded", "warningsDisposed"))
        }
        #expect(
            refused?.message
                == "还不能“冻结数据”：本季度还有没有处置的预警（EW-01 整体（2021Q3）：执行率 41.20%，序时进度 75.00%）。请逐条写明处置情况后再结束季度。"
        )
    }

    // MARK: - Issues

    private var found: IssueNotice {
        IssueNotice(
            source: .monitoring, department: "示例单位", project: "困难职工帮扶", category: .execution,
            description: "截至8月底执行率41.2%，低于序时进度", basis: "EW-01", severity: .considerable,
            amount: Money(fen: 478_500))
    }

    @Test(arguments: CycleBackend.available)
    func `整改从下达到销号，规则再次通过才能销号`(backend: CycleBackend) throws {
        let fixture = try CycleFixture(backend)
        let desk = fixture.desk
        let issue = try desk.issue(found, by: fixture.section, at: fixture.at("2021-09-01")).issue
        #expect(issue.number == "ZG-2021-440118-01-001")
        #expect(issue.dueDay.iso == "2021-09-21")
        let matter = issue.matter
        try desk.accept(
            issue: matter, measure: "按月支付", owner: "yewu", by: fixture.office,
            at: fixture.at("2021-09-02"))
        let noEvidence = #expect(throws: WorkflowRefusal.self) {
            try desk.submit(
                issue: matter, result: "已支付", evidence: [], by: fixture.office,
                at: fixture.at("2021-09-15"))
        }
        #expect(noEvidence?.message == "“送验收”要附佐证材料。请至少上传一份后再办理。")
        let digest = try fixture.evidence(for: matter, by: fixture.office, "2021-09-14")
        try desk.submit(
            issue: matter, result: "已支付", evidence: [digest], by: fixture.office,
            at: fixture.at("2021-09-15"))
        let fails = #expect(throws: WorkflowRefusal.self) {
            try desk.close(
                issue: matter,
                .rule { [Finding($0, .answered, "执行率仍低于序时进度。")] }, by: fixture.section,
                at: fixture.at("2021-09-16"))
        }
        #expect(
            fails?.message
                == "还不能“销号”：提出问题的规则还没有通过，验收人也没有认可佐证。请改正后重新核对，或由验收人写明认可的理由。")
        try desk.close(
            issue: matter, .rule { _ in [] }, application: .bulletin, by: fixture.section,
            at: fixture.at("2021-09-20"))
        let closed = try #require(try desk.issues().first)
        #expect(closed.state == "closed")
        #expect(closed.completedOn?.iso == "2021-09-15")
        #expect(closed.acceptance == "jixiaoke：EW-01 重新核对通过")
        #expect(closed.notice.amount == Money(fen: 478_500))
        #expect(!closed.isOverdue(on: try day("2022-01-01")))
        let second = try desk.issue(found, by: fixture.committee, at: fixture.at("2021-10-11"))
        #expect(second.issue.number == "ZG-2021-440118-01-002")
        #expect(try StoreVerification.verify(desk.workplace).errors.isEmpty)
    }

    @Test func `异议、维持、延期和升级`() throws {
        let fixture = try CycleFixture()
        let desk = fixture.desk
        let issue = try desk.issue(found, by: fixture.section, at: fixture.at("2021-09-01")).issue
            .matter
        let digest = try fixture.evidence(for: issue, by: fixture.finance, "2021-09-02")
        try desk.dispute(
            issue: issue, reason: "按季支付，季末即达进度", evidence: [digest], by: fixture.finance,
            at: fixture.at("2021-09-02"))
        // 有异议未处理，不升级。
        #expect(try desk.runAutomatic(at: fixture.at("2021-09-20")).isEmpty)
        try desk.decide(
            on: issue, withdraws: false, reason: "没有支付计划", by: fixture.section,
            at: fixture.at("2021-09-20"))
        let again = #expect(throws: WorkflowRefusal.self) {
            try desk.dispute(
                issue: issue, reason: "再次异议", evidence: [digest], by: fixture.finance,
                at: fixture.at("2021-09-20"))
        }
        #expect(again?.message == "还不能“提出异议”：已经提出过一次异议。请对同一问题只能提出一次异议，请认领整改。")
        let escalated = try desk.runAutomatic(at: fixture.at("2021-09-21"))
        #expect(escalated.map(\.step.to) == ["escalated"])
        #expect(try desk.issues().map(\.state) == ["escalated"])
        try desk.accept(
            issue: issue, measure: "补支付计划", owner: "caiwu", dueDay: try day("2021-10-08"),
            by: fixture.finance, at: fixture.at("2021-09-22"))
        try desk.extend(
            issue: issue, through: try day("2021-10-30"), reason: "国库系统升级", by: fixture.section,
            at: fixture.at("2021-10-08"))
        #expect(try desk.issues().map(\.dueDay.iso) == ["2021-10-30"])
        #expect(try desk.issues()[0].isOverdue(on: day("2021-10-31")))
        #expect(try desk.runAutomatic(at: fixture.at("2021-11-14")).isEmpty)
        #expect(try desk.runAutomatic(at: fixture.at("2021-11-15")).map(\.step.to) == ["escalated"])
    }

    @Test func `问题描述和依据要写明`() throws {
        let fixture = try CycleFixture()
        var short = found
        short.description = "执行慢"
        let tooShort = #expect(throws: CycleError.self) {
            try fixture.desk.issue(short, by: fixture.section, at: fixture.at("2021-09-01"))
        }
        #expect(tooShort?.message == "“问题描述”只有 3 个字，至少 10 个。请写具体。")
        var baseless = found
        baseless.basis = " "
        #expect(throws: WorkflowRefusal.self) {
            try fixture.desk.issue(baseless, by: fixture.section, at: fixture.at("2021-09-01"))
        }
        var late = found
        late.dueDay = try day("2021-09-01")
        #expect(throws: CycleError.self) {
            try fixture.desk.issue(late, by: fixture.section, at: fixture.at("2021-09-01"))
        }
    }

    // MARK: - What people record

    @Test func `日常监督和培训登记后读得回来`() throws {
        let fixture = try CycleFixture()
        let desk = fixture.desk
        let note = SupervisionNote(
            day: try day("2021-05-12"), way: .vouchers, subject: "困难职工帮扶",
            observation: "抽查20份凭证，1份缺签收表", hasProblem: true)
        try desk.record(note, by: fixture.committee, at: fixture.at("2021-05-12"))
        let training = TrainingNote(
            day: try day("2021-03-18"), topic: "绩效目标编报", audience: "各科室填报人员", attendance: 18)
        try desk.record(training, by: fixture.finance, at: fixture.at("2021-03-18"))
        #expect(try desk.supervisionNotes() == [note])
        #expect(try desk.trainingNotes() == [training])
        let refused = #expect(throws: WorkflowRefusal.self) {
            try desk.record(note, by: fixture.office, at: fixture.at("2021-05-12"))
        }
        #expect(
            refused?.message
                == "“登记日常监督”由财政局业务科、部门财务、经费审查委员会、财政局绩效科、主管部门办理，您的岗位是部门业务科室。请转交有权办理的人。")
    }
}
