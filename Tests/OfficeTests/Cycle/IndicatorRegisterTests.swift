import Performance
import Quantities
import Storage
import Testing

@testable import Office

/// What locked goals and saved self-evaluations leave in the register 绩效指标, on both databases.
@Suite("指标登记")
struct IndicatorRegisterTests {
    private static let project = "困难职工帮扶"
    private static let goal = Matter(.goal, of: project)

    private static func row(
        _ number: String, _ target: String, measure: String = "填报"
    ) -> FormRow {
        [
            "指标编号": number, "一级指标": "产出指标", "二级指标": "数量指标", "三级指标": "指标\(number)",
            "指标值": target, "分值": "10", "对应口径": measure, "数据来源": "台账",
        ]
    }

    /// Takes a goal with these indicators to its lock.
    private func locked(_ fixture: CycleFixture, _ rows: [FormRow]) throws {
        let (desk, goal) = (fixture.desk, Self.goal)
        try desk.perform(
            "create", on: goal, by: fixture.office, at: fixture.at("2020-10-09"),
            .facts("projectInBudgetDraft"))
        var form = fixture.form()
        form.tables["绩效指标"] = rows
        try desk.save(form, of: goal, by: fixture.office, at: fixture.at("2020-10-10"))
        try desk.perform(
            "submitInternally", on: goal, by: fixture.office, at: fixture.at("2020-10-12"),
            StepPapers(facts: WorkflowFacts(findings: [])))
        try desk.perform("headApprove", on: goal, by: fixture.head, at: fixture.at("2020-10-13"))
        try desk.perform(
            "submit", on: goal, by: fixture.finance, at: fixture.at("2020-10-14"),
            .facts("allGoalFormsPresent"))
        try desk.perform("startReview", on: goal, by: fixture.liaison, at: fixture.at("2020-10-15"))
        try desk.perform("accept", on: goal, by: fixture.section, at: fixture.at("2020-10-20"))
        _ = try desk.runAutomatic(at: fixture.at("2021-02-01")) { _ in .holding("budgetApproved") }
        try desk.perform(
            "lock", on: goal, by: fixture.section, at: fixture.at("2021-02-18"),
            .facts("replyDayEntered"))
    }

    private func indicators(_ fixture: CycleFixture) throws -> [RegisterRow] {
        let desk = fixture.desk
        let book = try desk.workplace.book(unit: CycleFixture.unit, year: 2021)
        return try BookDesk.open(desk.workplace, book).indicators
    }

    @Test(
        "A locked target reads back as it was declared", arguments: CycleBackend.available,
        [
            ("≥300人次", "≥", "300", "人次", "≥300人次"), ("＝100%", "=", "100", "%", "=100%"),
            ("不超过20万元", "≤", "20", "万元", "≤20万元"), ("50-60次", "区间", "50-60", "次", "50-60次"),
            ("2021年12月20日前", "截止日", "2021-12-20", "", "2021年12月20日前"),
            ("机制健全并持续运行", "定性", "机制健全并持续运行", "", "机制健全并持续运行"),
        ])
    func targets(
        backend: CycleBackend, _ wanted: (String, String, String, String, String)
    ) throws {
        let fixture = try CycleFixture(backend)
        try locked(fixture, [Self.row("P1-01", wanted.0)])
        let row = try #require(try indicators(fixture).first)
        #expect(row.text("计算符号") == wanted.1)
        #expect(row.text("指标值") == wanted.2)
        #expect(row.text("单位") == wanted.3)
        #expect(IndicatorReading.targetText(row) == wanted.4)
        #expect(row.text("层级") == "项目")
        #expect(row.text("项目") == Self.project)
        #expect(row.text("对应口径").isEmpty)
        #expect(row.number("分值")?.text == "10.00")
        #expect(IndicatorReading.indicator(row) != nil)
    }

    @Test("A number without a comparator locks nothing", arguments: CycleBackend.available)
    func noComparator(backend: CycleBackend) throws {
        let fixture = try CycleFixture(backend)
        let refused = #expect(throws: CycleError.self) {
            try locked(fixture, [Self.row("P1-01", "≥300人次"), Self.row("P1-02", "4次")])
        }
        #expect(
            refused?.message
                == "表 F02 第 2 个指标的指标值“4次”没有比较符号。请写成如 ≥300人次 的形式。")
        #expect(try indicators(fixture).isEmpty)
        #expect(try fixture.desk.history(of: Self.goal).state == "approvedWithBudget")
    }

    @Test(
        "A self-evaluation registers what no ledger proves, and only that",
        arguments: CycleBackend.available)
    func actuals(backend: CycleBackend) throws {
        let fixture = try CycleFixture(backend)
        try locked(
            fixture,
            [
                Self.row("P1-01", "≥300人次", measure: "支出决算"), Self.row("P1-02", "≥95%"),
                Self.row("P1-03", "机制健全"),
            ])
        let (desk, evaluation) = (fixture.desk, Matter(.evaluation))
        try desk.perform(
            "announce", on: evaluation, by: fixture.section, at: fixture.at("2022-02-28"),
            StepPapers(dueDay: Day(iso: "2022-04-15")))
        try desk.perform(
            "open", on: evaluation, by: fixture.section, at: fixture.at("2022-03-01"),
            .facts("schemeFixed", "accountsFrozen"))
        var form = fixture.form("F05")
        form.tables["绩效指标"] = [
            ["指标编号": "P1-01", "完成值": "1人次", "偏差原因": "脱困销档"],
            ["指标编号": "P1-02", "完成值": "96.5%", "判断理由": "问卷 46 份"],
            ["指标编号": "P1-03", "完成值": "部分达成", "判断理由": "制度已印发"],
            ["指标编号": "没有登记", "完成值": "1次"],
        ]
        try desk.save(form, of: evaluation, by: fixture.finance, at: fixture.at("2022-03-14"))
        let rows = Dictionary(
            uniqueKeysWithValues: try indicators(fixture).map { ($0.text("指标编号"), $0) })
        #expect(rows.count == 3)
        #expect(rows["P1-01"]?.text("完成值") == "")
        #expect(rows["P1-01"]?.text("偏差原因") == "脱困销档")
        #expect(rows["P1-02"]?.text("完成值") == "96.5")
        #expect(rows["P1-02"]?.text("判断理由") == "问卷 46 份")
        #expect(rows["P1-03"]?.text("完成档次") == "部分达成")
        // The same form again adds no version.
        let head = try desk.workplace.store.read { try $0.head(of: CycleFixture.unit).number }
        try desk.save(form, of: evaluation, by: fixture.finance, at: fixture.at("2022-03-15"))
        let additions = try desk.workplace.store.read {
            try $0.journal(of: CycleFixture.unit, after: head).flatMap(\.entry.additions)
        }
        #expect(additions.map(\.table) == ["form_version"])
        #expect(try StoreVerification.verify(desk.workplace).errors.isEmpty)
    }
}
