import DistrictBooks
import Formulas
import Performance
import Quantities
import Storage
import Testing

@testable import Office

/// What a department has filed reaches the review of the district and the bulletin.
@Suite struct FiledFormsTests {
    private static let project = "困难职工帮扶"
    private static let matter = Matter(.monitoring, period: "2021-06-30")

    /// A book with one project, two indicators and a payment, whose monitoring was opened.
    private static func fixture(_ backend: CycleBackend) throws -> CycleFixture {
        let fixture = try CycleFixture(backend)
        let (store, book) = (fixture.desk.workplace.store, fixture.desk.book)
        func enter(_ ledger: String, _ key: String, _ cells: [String: CellValue]) throws {
            try DistrictBooks.enter([(key, cells)], into: ledger, of: book, in: store)
        }
        let first = CellValue.text("2021-01-01")
        try enter(
            "项目", project,
            ["生效日期": first, "项目名称": .text(project), "别名": .text("职工帮扶；帮扶"), "序号": .integer(1)])
        try enter(
            "支出预算", "b",
            [
                "批复日期": first, "预算类型": .text("年初"), "支出类别": .text("项目支出"),
                "项目": .text(project), "资金来源": .text("一般公共预算"), "金额": .integer(20_000_000),
            ])
        try enter(
            "支付", "p",
            [
                "日期": .text("2021-05-10"), "凭证号": .text("付-1"), "分录号": .integer(1),
                "支出类别": .text("项目支出"), "项目": .text(project), "金额": .integer(9_000_000),
            ])
        func indicator(_ number: String, _ cells: [String: CellValue]) throws {
            let common: [String: CellValue] = [
                "生效日期": first, "指标编号": .text(number), "层级": .text("项目"),
                "项目": .text(project), "一级指标": .text("产出指标"), "分值": .integer(1000),
            ]
            try enter("绩效指标", number, common.merging(cells) { $1 })
        }
        try indicator(
            "P1-01",
            [
                "二级指标": .text("数量指标"), "三级指标": .text("救助人次"), "计算符号": .text("≥"),
                "指标值": .text("300"), "单位": .text("人次"), "来源": .text("发放台账"),
            ])
        try indicator(
            "P1-02",
            [
                "二级指标": .text("成本指标"), "三级指标": .text("救助资金总成本"), "计算符号": .text("≤"),
                "指标值": .text("20"), "单位": .text("万元"),
                "对应口径": .text("sum(支付.金额; 项目 = \"\(project)\")"),
            ])
        try fixture.desk.perform(
            "open", on: matter, by: fixture.section, at: fixture.at("2021-07-01"),
            StepPapers(dueDay: Day(iso: "2021-07-10")))
        try fixture.desk.perform(
            "fill", on: matter, by: fixture.office, at: fixture.at("2021-07-05"),
            .facts("periodOpen"))
        return fixture
    }

    private static func file(_ fixture: CycleFixture) throws {
        let row = FormRow([
            "指标编号": "P1-01", "三级指标": "救助人次", "监控完成值": "120人次", "完全不可能": "√", "原因说明": "部分职工已脱困",
        ])
        let form = FormContent(
            form: "F03", version: "2019.1", unitCode: CycleFixture.unit, fiscalYear: 2021,
            subject: project, fields: ["年度执行数": "9.50"], tables: ["绩效指标": [row]])
        try fixture.desk.save(
            form, of: matter, by: fixture.office, at: fixture.at("2021-07-06"))
        let goals = FormContent(
            form: "F02", version: "2015.1", unitCode: CycleFixture.unit, fiscalYear: 2021,
            subject: project,
            fields: ["项目名称": "职工帮扶", "年度资金总额": "25.00", "年度目标": "全年救助困难职工不少于300人次，缓解其基本生活困难"])
        let goal = Matter(.goal)
        try fixture.desk.perform(
            "create", on: goal, by: fixture.office, at: fixture.at("2021-01-04"),
            .facts("projectInBudgetDraft"))
        try fixture.desk.save(goals, of: goal, by: fixture.office, at: fixture.at("2021-01-05"))
    }

    @Test(arguments: CycleBackend.available)
    func formsAndMeasuresReachTheReview(backend: CycleBackend) throws {
        let fixture = try Self.fixture(backend)
        try Self.file(fixture)
        let reader = DistrictReader(fixture.desk.workplace, CycleFixture.year, .second)
        let content = try #require(try reader.contents().first)
        let project = try #require(content.projects.first)
        #expect(project.project.name == "职工帮扶")
        #expect(project.project.approvedName == Self.project)
        #expect(project.project.formExecution == Money(fen: 9_500_000))
        #expect(project.project.formBudget == Money(fen: 25_000_000))
        let helped = try #require(project.indicators.first { $0.code == "P1-01" })
        #expect(helped.actual == .quantity(Quantity(Fraction(120), MeasureUnit("人次"))))
        #expect(helped.likelihood == .impossible)
        #expect(helped.deviationAnalysis == "部分职工已脱困")
        let cost = try #require(project.indicators.first { $0.code == "P1-02" })
        #expect(cost.actual == .quantity(Quantity(Fraction(90_000), MeasureUnit("元"))))
        #expect(content.department.submission == .missing, "filled in, and not filed yet")

        let review = DistrictReview(
            try reader.district(named: "样例区"),
            try DistrictReader.standards(fixture.desk.workplace.packs))
        let id = try #require(review.district.departmentIDs.first)
        let own = try #require(review.district[id].projects.first)
        let rules = try review.findings(of: own).map(\.ruleId)
        #expect(rules.contains("CC-070"), "the form says 9.50, the books 9.00")
        #expect(rules.contains("CC-072"), "the form says 25.00, approved were 20.00")
        #expect(!rules.contains("TQ-018"), "职工帮扶 is a registered alias")
        let indicator = try #require(review.district[own].indicators.first)
        #expect(try review.findings(of: indicator).map(\.ruleId).contains("FRM-E-REQ"))
        #expect(try review.summary().count(.missing) == 1)
    }

    @Test(
        arguments: [
            ("2021-07-10", QuarterlySubmission.inTime), ("2021-07-12", QuarterlySubmission.late),
        ])
    func theDayOfFilingDecidesWhetherItIsLate(
        day: String, submission: QuarterlySubmission
    ) throws {
        let fixture = try Self.fixture(.sqlite)
        try Self.file(fixture)
        try fixture.desk.perform(
            "submit", on: Self.matter, by: fixture.head, at: fixture.at(day),
            .facts("monitoringComplete"))
        let reader = DistrictReader(fixture.desk.workplace, CycleFixture.year, .second)
        #expect(try reader.contents().first?.department.submission == submission)
        let third = DistrictReader(fixture.desk.workplace, CycleFixture.year, .third)
        #expect(try third.contents().first?.department.submission == .inTime, "nobody asked yet")
        let helped = try third.contents().first?.projects.first?.indicators.first
        #expect(
            helped?.earlierActual == .quantity(Quantity(Fraction(120), MeasureUnit("人次"))))
    }
}
