import Formulas
import Packs
import Performance
import Quantities
import Storage
import Testing

@testable import Office

@Suite("规则在历史上试跑")
struct RuleHistoryTests {
    private static let district = """
        rules:
          - id: ZC-201
            name: 人次不低于二十
            subject: 指标
            level: E
            where: 单位 = "人次"
            when: 数值 < 20
            at: 指标值
            message: 指标“{三级指标}”低于20人次
            remedy: 提高指标值
            source: {text: 试行, evidence: design}
            examples:
              fails: [{三级指标: 救助人次, 指标值: ≥15人次}]
              passes: [{三级指标: 救助人次, 指标值: ≥20人次}]
          - id: ZC-202
            name: 台账静默
            subject: 台账
            level: W
            when: 静默天数 > 100
            at: 台账名称
            message: “{台账名称}”{静默天数}天没有记录
            remedy: 补记
            source: {text: 试行, evidence: design}
            examples:
              fails: [{台账名称: 支付, 静默天数: "101"}]
              passes: [{台账名称: 支付, 静默天数: "100"}]
        """

    @Test func `各版各稿和各季度末都看，写明单位、表、稿次和格`() throws {
        let fixture = try CycleFixture()
        let desk = fixture.desk
        let matter = Matter(.goal)
        try desk.perform(
            "create", on: matter, by: fixture.office, at: fixture.at("2021-01-05"),
            .facts("projectInBudgetDraft"))
        for target in ["≥10人次", "≥15人次", "≥30人次"] {
            var content = fixture.form()
            content.tables["绩效指标"] = [
                ["二级指标": "数量指标", "三级指标": "救助人次", "指标值": target]
            ]
            try desk.save(content, of: matter, by: fixture.office, at: fixture.at("2021-01-05"))
        }
        try fixture.importRows(
            "日期,凭证号,分录号,支出类别,项目,金额（元）\n2021-01-10,付-1,1,人员经费,,100", into: "支付")
        let book = try RulePack.book(
            district: [PackText(file: "本区.yaml", text: Self.district)])
        let rules = book.rules.filter { $0.id.rawValue.hasPrefix("ZC-") }
        let history = RuleHistory(
            desk.workplace, book, rules: rules, forms: try FormPack.builtIn())
        var places: [String] = []
        var judged: [String: Int] = [:]
        try history.visit { record in
            judged[record.subject, default: 0] += 1
            for finding in book.findings(of: [record.facts], subject: record.subject)
            where finding.ruleId.rawValue.hasPrefix("ZC-") {
                places.append("\(finding.ruleId) \(record.place(of: finding.field))")
            }
        }
        #expect(judged == ["指标": 3, "台账": 4])
        #expect(
            places == [
                "ZC-201 440118-01 2021年 F02 困难职工帮扶 第1版第1稿 绩效指标第1行 指标值",
                "ZC-201 440118-01 2021年 F02 困难职工帮扶 第1版第2稿 绩效指标第1行 指标值",
                "ZC-202 440118-01 2021年 2021-06-30 台账·支付",
                "ZC-202 440118-01 2021年 2021-09-30 台账·支付",
                "ZC-202 440118-01 2021年 2021-12-31 台账·支付",
            ])
    }
}
