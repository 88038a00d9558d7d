import Formulas
import Foundation
import Packs
import Performance
import Quantities
import Reports
import Storage
import Testing

@testable import Office

@Suite("按账套里的数据预警")
struct DeadlineWarningTests {
    private let rules: RuleBook

    init() throws { rules = try RulePack.book() }

    /// Lights of one rule, by day.
    private func lights(
        _ rule: CheckID, _ fixture: CycleFixture, through day: String = "2021-12-31",
        on due: String? = nil
    ) throws -> [MonitoringLight] {
        let desk = try fixture.desk.workplace.desk(
            unit: CycleFixture.unit, year: 2021, through: day)
        return try MonitoringDesk(desk).warnings(rules, on: due.flatMap { Day(iso: $0) })
            .filter { $0.rule == rule }.map(\.light)
    }

    @Test(arguments: [
        ("2021-08-06", [MonitoringLight]()), ("2021-08-07", [.yellow]), ("2021-08-10", [.yellow]),
        ("2021-08-11", [.red]),
    ])
    func `EW-08 有期限的表没有报送`(day: String, expected: [MonitoringLight]) throws {
        let fixture = try CycleFixture()
        let matter = Matter(.monitoring, period: "2021-07-31")
        let due = try #require(Day(iso: "2021-08-10"))
        try fixture.desk.perform(
            "open", on: matter, by: fixture.section, at: fixture.at("2021-08-01"),
            StepPapers(dueDay: due))
        #expect(try lights("EW-08", fixture, through: day) == expected)
        // 还没有布置的那天看，没有这件事。
        #expect(try lights("EW-08", fixture, through: "2021-07-31").isEmpty)
        try fixture.desk.perform(
            "fill", on: matter, by: fixture.office, at: fixture.at("2021-08-02"),
            .facts("periodOpen"))
        #expect(try lights("EW-08", fixture, through: day) == expected)
        try fixture.desk.perform(
            "submit", on: matter, by: fixture.head, at: fixture.at("2021-08-03"),
            .facts("monitoringComplete"))
        #expect(try lights("EW-08", fixture, through: day).isEmpty)
    }

    @Test(arguments: [
        ("2021-06-19", [MonitoringLight]()), ("2021-06-20", [.yellow]), ("2021-06-25", [.yellow]),
        ("2021-06-26", [.red]), ("2021-09-30", [.red, .red]),
    ])
    func `EW-10 季度救助没有发放`(day: String, expected: [MonitoringLight]) throws {
        let fixture = try CycleFixture()
        try fixture.importRows(
            "日期,项目,事项,人次\n2021-03-24,困难职工帮扶,季度生活救助,70\n2021-05-01,困难职工帮扶,紧急救助,2",
            into: "工作记录")
        #expect(try lights("EW-10", fixture, through: day) == expected)
        try fixture.importRows(
            "日期,项目,事项,人次\n2021-06-18,困难职工帮扶,季度生活救助,71", into: "工作记录")
        #expect(
            try lights("EW-10", fixture, through: day) == Array(expected.dropFirst()))
    }

    @Test(arguments: [
        ("2021-06-21", [MonitoringLight]()), ("2021-06-22", [.yellow]), ("2021-07-01", [.yellow]),
        ("2021-07-02", [.red]),
    ])
    func `EW-11 中标后没有签订合同`(day: String, expected: [MonitoringLight]) throws {
        let fixture = try CycleFixture()
        let header = "日期,采购编号,类型,采购内容,金额（元）,中标通知日期,合同签订日期"
        try fixture.importRows(
            "\(header)\n2021-06-01,CG-1,合同,保密设备,20000,2021-06-01,\n"
                + "2021-06-01,CG-2,合同,打印机,20000,2021-06-01,2021-06-10", into: "采购")
        #expect(try lights("EW-11", fixture, on: day) == expected)
    }

    @Test(arguments: [
        ("2021-02-25", [MonitoringLight]()), ("2021-02-26", [.yellow]), ("2021-03-02", [.yellow]),
        ("2021-03-03", [.red]),
    ])
    func `EW-12 批复后没有公开`(day: String, expected: [MonitoringLight]) throws {
        let fixture = try CycleFixture()
        #expect(try lights("EW-12", fixture, on: day).isEmpty)
        try fixture.importRows("登记日期,事项,批复日期,公开日期\n2021-02-10,预算,2021-02-10,", into: "公开记录")
        #expect(try lights("EW-12", fixture, on: day) == expected)
        try fixture.importRows(
            "登记日期,事项,批复日期,公开日期\n2021-02-24,预算,2021-02-10,2021-02-24", into: "公开记录")
        #expect(try lights("EW-12", fixture, on: day).isEmpty)
    }

    @Test(arguments: [
        ("2022-02-15", [MonitoringLight]()), ("2022-02-16", [.yellow]), ("2022-02-23", [.yellow]),
        ("2022-02-24", [.red]),
    ])
    func `EW-13 整改到期，可以看年末以后的日子`(day: String, expected: [MonitoringLight]) throws {
        let fixture = try CycleFixture()
        let desk = fixture.desk
        let notice = IssueNotice(
            source: .review, department: "办公室", category: .goalQuality,
            description: "时效指标不完整，应补设发放时限", basis: "TQ-011",
            dueDay: Day(iso: "2022-02-23"))
        let issue = try desk.issue(notice, by: fixture.section, at: fixture.at("2021-12-20")).issue
        #expect(try lights("EW-13", fixture, on: day) == expected)
        #expect(try lights("EW-13", fixture, on: "2021-12-19").isEmpty)
        try desk.accept(
            issue: issue.matter, measure: "补设时限", owner: "yewu", by: fixture.office,
            at: fixture.at("2021-12-21"))
        #expect(try lights("EW-13", fixture, on: day) == expected)
        let file = try fixture.evidence(for: issue.matter, by: fixture.office, "2021-12-22")
        try desk.submit(
            issue: issue.matter, result: "已补设", evidence: [file], by: fixture.office,
            at: fixture.at("2021-12-22"))
        #expect(try lights("EW-13", fixture, on: day).isEmpty)
    }

    @Test func `登记的预警不重复`() throws {
        let fixture = try CycleFixture()
        try fixture.importRows("登记日期,事项,批复日期,公开日期\n2021-02-10,预算,2021-02-10,", into: "公开记录")
        let desk = MonitoringDesk(
            try fixture.desk.workplace.desk(
                unit: CycleFixture.unit, year: 2021, through: "2021-03-31"))
        let warnings = try desk.warnings(rules)
        #expect(warnings.map(\.rule) == ["EW-12"])
        #expect(try desk.raise(warnings, at: fixture.at("2021-03-31")) == 1)
        #expect(try desk.raise(warnings, at: fixture.at("2021-04-01")) == 0)
        #expect(try fixture.desk.warnings().map(\.notice.period) == ["2021Q1"])
    }

    @Test func `十三条阈值都能从账套里触发，正常的账套一条也不触发`() throws {
        let fixture = try CycleFixture()
        try fixture.addTroubledYear()
        let found = try Set(
            ["2021-09-30", "2021-12-31"].flatMap { day in
                let desk = try fixture.desk.workplace.desk(
                    unit: CycleFixture.unit, year: 2021, through: day)
                return try MonitoringDesk(desk).warnings(rules).map(\.rule.rawValue)
            })
        let thresholds = (1...13).map { $0 < 10 ? "EW-0\($0)" : "EW-\($0)" }
        #expect(thresholds.filter { !found.contains($0) } == [])

        let sound = try CycleFixture()
        try sound.addSoundYear()
        let desk = try sound.desk.workplace.desk(
            unit: CycleFixture.unit, year: 2021, through: "2021-12-31")
        #expect(try MonitoringDesk(desk).warnings(rules).map(\.rule) == [])
    }
}

@Suite("自评分虚高")
struct SelfScoreWarningTests {
    /// Each row: how many points more than the ledgers give, the light.
    @Test(arguments: [("0", nil), ("5", nil), ("5.01", MonitoringLight.yellow), ("10.01", .red)])
    func `EW-17 自评分与按台账测算的分`(more: String, light: MonitoringLight?) throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let desk = try year.desk()
        let facts = try ReportFactsReader(desk).facts()
        let project = try #require(facts.projects.first)
        let definition = try #require(try FormPack.builtIn().form("F05"))
        var content = ProjectEvaluationFilling.content(of: project, facts, definition)
        let total = project.indicators.reduce(
            project.score.budgetScore ?? project.score.budgetWeight
        ) { $0 + ($1.score ?? $1.weight ?? .zero) }
        let added = try #require(Points(more))
        content["总得分"] = Points(hundredths: total.hundredths + added.hundredths).text
        let cycle = CycleDesk(year.workplace, desk.book.id, isOnePersonOffice: true)
        let at = ZengchengYear.start + 3_000_000
        try cycle.appointAdministrator("guanli", at: at)
        try cycle.grant(.financeOffice, to: "caiwu", by: "guanli", at: at)
        try cycle.grant(.performanceSection, to: "jixiaoke", by: "guanli", at: at)
        let section = Performer("jixiaoke", as: .performanceSection)
        let matter = Matter(.evaluation)
        try cycle.perform(
            "announce", on: matter, by: section, at: at,
            StepPapers(dueDay: Day(iso: "2022-04-15")))
        try cycle.perform(
            "open", on: matter, by: section, at: at, .facts("schemeFixed", "accountsFrozen"))
        try cycle.save(
            content, of: matter, by: Performer("caiwu", as: .financeOffice), at: at + 1)
        let warnings = try MonitoringDesk(year.desk()).warnings(RulePack.book())
        #expect(warnings.filter { $0.rule == "EW-17" }.map(\.light) == [light].compactMap(\.self))
    }
}
