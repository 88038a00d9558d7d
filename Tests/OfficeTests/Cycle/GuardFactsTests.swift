import Formulas
import Packs
import Performance
import Quantities
import Storage
import Testing
import ZengchengExample

@testable import Office

@Suite("办理条件取自账套")
struct GuardFactsTests {
    private let rules: RuleBook
    private let forms: FormPack

    init() throws {
        rules = try RulePack.book()
        forms = try FormPack.builtIn()
    }

    private func facts(
        _ event: String, _ matter: Matter, _ desk: CycleDesk, on day: String = "2021-01-10",
        answers: [CheckID: String] = [:], attested: Set<String> = []
    ) throws -> WorkflowFacts {
        let history = try desk.history(of: matter)
        let transition = try #require(desk.transition(event, of: history))
        return try GuardFacts(desk, rules: rules, forms: forms).facts(
            of: transition, after: history, on: #require(Day(iso: day)), answers: answers,
            attested: attested)
    }

    /// The example's book with the people of a fixture.
    private func example() throws -> (year: ZengchengYear, desk: CycleDesk) {
        let year = try ZengchengYear()
        let desk = CycleDesk(year.workplace, try year.desk().book.id, isOnePersonOffice: true)
        let at = ZengchengYear.start + 2_000_000
        try desk.appointAdministrator("guanli", at: at)
        let people: [(Role, String)] = [
            (.businessOffice, "yewu"), (.departmentHead, "fuzeren"), (.financeOffice, "caiwu"),
            (.performanceSection, "jixiaoke"),
        ]
        for (role, account) in people { try desk.grant(role, to: account, by: "guanli", at: at) }
        return (year, desk)
    }

    private let business = Performer("yewu", as: .businessOffice)

    private func save(
        _ version: ZengchengExample.Goals, _ desk: CycleDesk, leaving out: Set<String> = []
    ) throws {
        for line in try ZengchengExample.goals(version) {
            let content = try #require(FormContent(json: try CanonicalJSON(reading: line)))
            guard !out.contains(content.subject) else { continue }
            try desk.save(
                content, of: Matter(.goal), by: business, at: ZengchengYear.start + 3_000_000)
        }
    }

    @Test func `目标的送审按保存的表检查，没有表也不能送`() throws {
        let (year, desk) = try example()
        defer { year.remove() }
        let at = ZengchengYear.start + 2_500_000
        let matter = Matter(.goal)
        try desk.perform(
            "create", on: matter, by: business, at: at,
            StepPapers(facts: facts("create", matter, desk)))
        let empty = #expect(throws: WorkflowRefusal.self) {
            try desk.perform(
                "submitInternally", on: matter, by: business, at: at,
                StepPapers(facts: facts("送审", matter, desk)))
        }
        #expect(
            empty?.message
                == "还不能“送审”：绩效目标还有必须改正的问题（TQ-016：还没有保存绩效目标表（F01、F02））。请按提示逐条改正后再送审。")
        try save(.draft, desk)
        let poor = try facts("送审", matter, desk).findings
        #expect(poor?.contains { $0.ruleId == "TQ-022" && $0.level == .blocking } == true)
        try save(.improved, desk)
        let good = try facts("送审", matter, desk)
        #expect(good.findings?.contains { $0.level == .blocking } == false)
    }

    @Test func `缺哪张目标表、哪个金额与批复不同，逐一说明`() throws {
        let (year, desk) = try example()
        defer { year.remove() }
        let at = ZengchengYear.start + 2_500_000
        let matter = Matter(.goal)
        try desk.perform("create", on: matter, by: business, at: at, .facts("projectInBudgetDraft"))
        try save(.improved, desk, leaving: ["整体", "保密设备购置费"])
        let guards = GuardFacts(desk, rules: rules, forms: forms)
        #expect(
            try guards.goalForms(desk.history(of: matter))
                == .fails(["F01 整体", "F02 保密设备购置费"]))
        try save(.improved, desk)
        #expect(try guards.goalForms(desk.history(of: matter)) == .holds)
        #expect(try guards.approvedAmounts(desk.history(of: matter)) == .holds)
        var wrong = try desk.form("F02", about: "保密设备购置费", of: matter).content
        wrong["年度资金总额"] = "2.41"
        try desk.save(wrong, of: matter, by: business, at: at + 3_000_000)
        #expect(
            try guards.approvedAmounts(desk.history(of: matter))
                == .fails(["保密设备购置费目标表2.41万元，批复2.31万元"]))
    }

    @Test func `账套核对不了的条件由人确认，能核对的不能由人确认`() throws {
        let fixture = try CycleFixture()
        let desk = fixture.desk
        let matter = Matter(.evaluation)
        try desk.perform(
            "announce", on: matter, by: fixture.section, at: fixture.at("2021-01-05"),
            StepPapers(dueDay: Day(iso: "2021-04-15")))
        #expect(try facts("open", matter, desk).facts == [:])
        let attested: Set<String> = ["schemeFixed", "accountsFrozen", "everyRowScored"]
        #expect(
            try facts("开始自评", matter, desk, attested: attested).facts
                == ["schemeFixed": .holds, "accountsFrozen": .holds])
        try desk.perform(
            "open", on: matter, by: fixture.section, at: fixture.at("2021-01-06"),
            .facts("schemeFixed", "accountsFrozen"))
        let guards = GuardFacts(desk, rules: rules, forms: forms)
        #expect(try guards.scores(desk.history(of: matter)) == .fails(["还没有保存自评表（F05）"]))
        try desk.save(
            fixture.form(
                "F05", ["预算执行得分": "10"],
                rows: []), of: matter, by: fixture.finance, at: fixture.at("2021-01-06"))
        #expect(try guards.scores(desk.history(of: matter)) == .holds)
    }

    @Test(arguments: [
        (["监控完成值": "100人次", "确定能": "√"], [String]()),
        (["监控完成值": "100人次", "有可能": "√", "原因说明": "经费未到"], []),
        (["监控完成值": "100人次", "有可能": "√"], ["困难职工帮扶第1行没有原因"]),
        (["监控完成值": "—", "确定能": "√"], ["困难职工帮扶第1行没有执行情况"]),
        ([:], ["困难职工帮扶第1行没有执行情况", "困难职工帮扶第1行没有完成可能性", "困难职工帮扶第1行没有原因"]),
    ])
    func `监控表逐行核对`(row: [String: String], wanting: [String]) throws {
        let fixture = try CycleFixture()
        let desk = fixture.desk
        let matter = Matter(.monitoring, period: "2021-07-31")
        try desk.perform(
            "open", on: matter, by: fixture.section, at: fixture.at("2021-07-20"),
            StepPapers(dueDay: Day(iso: "2021-08-10")))
        #expect(
            try facts("fill", matter, desk, on: "2021-07-31").facts["periodOpen"]
                == .fails(["监控截至2021年7月31日"]))
        #expect(try facts("fill", matter, desk, on: "2021-08-01").facts["periodOpen"] == .holds)
        try desk.perform(
            "fill", on: matter, by: fixture.office, at: fixture.at("2021-08-01"),
            .facts("periodOpen"))
        var content = fixture.form("F03")
        content.tables["绩效指标"] = [FormRow(row)]
        try desk.save(content, of: matter, by: fixture.office, at: fixture.at("2021-08-02"))
        let fact = try facts("submit", matter, desk).facts["monitoringComplete"]
        #expect(fact == (wanting.isEmpty ? .holds : .fails(wanting)))
    }

    @Test func `按账号的岗位或受托的岗位办理`() throws {
        let fixture = try CycleFixture()
        let desk = fixture.desk
        let day = try #require(Day(iso: "2021-03-01"))
        let machine = desk.workflow.machine(.goal)
        let approve = try #require(machine.transition("headApprove", from: "submittedInternally"))
        let own = try desk.performer("fuzeren", for: approve, on: day)
        #expect(own.role == .departmentHead && own.onBehalfOf == nil)
        let refused = try desk.performer("caiwu", for: approve, on: day)
        #expect(refused.role == .financeOffice)
        try desk.delegate(
            .departmentHead, of: "fuzeren", to: "daishen", from: day,
            through: #require(Day(iso: "2021-03-10")), reason: "出差", by: fixture.head,
            at: fixture.at("2021-03-01"))
        #expect(
            try desk.performer("daishen", for: approve, onBehalfOf: "fuzeren", on: day).onBehalfOf
                == "fuzeren")
        let nobody = #expect(throws: CycleError.self) {
            try desk.performer("meiyou", for: approve, on: day)
        }
        #expect(
            nobody?.message
                == "账号 meiyou 今天没有任何岗位，也没有受人委托。请先由系统管理员授权（jixiao user grant）。")
    }
}
