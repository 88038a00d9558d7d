import Quantities
import Testing

@testable import Performance

struct ProjectSelfEvaluationTests {
    /// Worked example W-01.
    static let worked: [(String, IndicatorKind, String, String, String, String)] = [
        ("W-01.1", .quantity, "≥300人次", "295人次", "10", "9.83"),
        ("W-01.2", .quantity, "＝4次", "4次", "10", "10.00"),
        ("W-01.3", .quantity, "≥15人次", "15人次", "5", "5.00"),
        ("W-01.4", .quality, "＝100%", "100%", "10", "10.00"),
        ("W-01.5", .timeliness, "≥95%", "75%", "10", "7.89"),
        ("W-01.6", .cost, "≤20万元", "20万元", "5", "5.00"),
        ("W-01.7", .socialBenefit, "定性", "部分达成 0.75", "20", "15.00"),
        ("W-01.8", .sustainableImpact, "定性", "达成 1", "10", "10.00"),
        ("W-01.9", .clientSatisfaction, "≥95%", "96%", "10", "10.00"),
    ]

    static func rows() throws -> [ProjectSelfEvaluation.Row] {
        try worked.map { try ProjectSamples.row($0.0, $0.1, $0.2, $0.3, $0.4) }
    }

    static func evaluation(
        budget: String = "20", executed: String = "20", rows: [ProjectSelfEvaluation.Row],
        _ parameters: ProjectScoringParameters? = nil
    ) throws -> ProjectEvaluation {
        let project = ProjectSelfEvaluation(
            projectName: "困难职工帮扶资金", execution: try ProjectSamples.execution(budget, executed),
            rows: rows)
        return try project.evaluation(parameters ?? ProjectSamples.parameters())
    }

    @Test func `帮扶项目算例逐项和总分都算对`() throws {
        let result = try Self.evaluation(rows: Self.rows())
        #expect(result.budget.score.text == "10.00")
        #expect(result.indicators.map(\.score.text) == Self.worked.map(\.5))
        #expect(
            result.total == .complete(score: try ProjectSamples.points("92.72"), grade: "优"))
        #expect(result.totalSentence == "总分 92.72 分，等次为“优”")
        #expect(result.findings.isEmpty)
        #expect(result.indicators.map(\.state).filter { $0 == .manual }.count == 2)
    }

    @Test(arguments: [
        ("≥300人次", "295人次", "完成值295人次，指标值≥300人次（正向指标），得10×98.33%=9.83分"),
        ("≤20万元", "22万元", "完成值22.00万元，指标值≤20.00万元（反向指标），得10×90.00%=9.00分"),
        ("50–60次", "55次", "完成值55次，指标值50至60次（区间指标），得满分10分"),
        ("≥95%", "96%", "完成值96%，指标值≥95%（正向指标），得满分10分"),
        (
            "2021-12-31", "2022-01-15",
            "完成值2022年1月15日，指标值2021年12月31日前（时效指标），得10×83.33%=8.33分"
        ),
        ("定性", "部分达成 0.75", "评为“部分达成年度指标并具有一定效果”，得10×75.00%=7.50分"),
    ])
    func `说明写出算式`(target: String, actual: String, explanation: String) throws {
        let row = try ProjectSamples.row("样例", .quantity, target, actual, "10")
        #expect(try row.result(ProjectSamples.parameters()).explanation == explanation)
    }

    @Test func `年初指标值偏低时写出扣减`() throws {
        let row = try ProjectSamples.row("样例", .quantity, "≥100次", "150次", "10", tooLow: true)
        #expect(
            try row.result(ProjectSamples.parameters()).explanation
                == "完成值150次，指标值≥100次（正向指标），年初指标值设定明显偏低，扣减10.00%，得10×90.00%=9.00分")
    }

    @Test func `缺完成值时只说已评多少`() throws {
        var rows = try Self.rows()
        rows[0] = try ProjectSamples.row("季度生活救助人次", .quantity, "≥300人次", nil, "10")
        let result = try Self.evaluation(rows: rows)
        #expect(result.totalSentence == "已评 90 分得 82.89 分，缺 10 分未评")
        #expect(result.findings.map(\.ruleId) == ["SC-MISSING"])
        #expect(
            result.findings.map(\.message) == [
                "“季度生活救助人次”不能计分：“季度生活救助人次”没有完成值。请填写完成值，或注明不适用及理由。"
            ])
    }

    @Test func `不适用的指标按适用分值折算`() throws {
        var rows = try Self.rows()
        rows[8] = try ProjectSamples.row(
            "满意度", .clientSatisfaction, "≥95%", nil, "10", notApplicable: "本年没有服务对象")
        let result = try Self.evaluation(rows: rows)
        // 82.72 of 90.
        #expect(result.total == .complete(score: try ProjectSamples.points("91.91"), grade: "优"))
        rows[8] = try ProjectSamples.row(
            "满意度", .clientSatisfaction, "≥95%", nil, "10", notApplicable: "")
        #expect(try Self.evaluation(rows: rows).findings.map(\.ruleId) == ["SC-NA-REASON"])
    }

    @Test(arguments: [
        ("≥300人次", "295人", "“样例”的完成值以人计，指标值以人次计，不能比较"),
        ("50–60次", "55人", "“样例”的完成值以人计，指标值以次计，不能比较"),
        ("≥300人次", "达成", "“样例”的完成值与指标值不是同一种"),
        ("50–60次", "达成", "“样例”的完成值与指标值不是同一种"),
        ("定性", "3次", "“样例”的完成值与指标值不是同一种"),
        ("2021-12-31", "3次", "“样例”的完成值与指标值不是同一种"),
        ("≥-5次", "3次", "“样例”的指标值为负数，不能按完成比例计分"),
        ("-5–6次", "3次", "“样例”的指标值为负数，不能按完成比例计分"),
    ])
    func `比不了的完成值说明原因`(target: String, actual: String, why: String) throws {
        let row = try ProjectSamples.row("样例", .quantity, target, actual, "10")
        let result = try row.result(ProjectSamples.parameters())
        #expect(result.state == .missingData)
        #expect(result.missing.map(\.why) == [why])
    }

    @Test func `扣分要原因得分要佐证`() throws {
        let parameters = try ProjectSamples.parameters()
        let short = try ProjectSamples.row("样例", .quantity, "≥300人次", "295人次", "10", analysis: "")
        #expect(try short.result(parameters).findings.map(\.ruleId) == ["SC-DEDUCT-REASON"])
        let judged = try ProjectSamples.row(
            "样例", .socialBenefit, "定性", "部分达成", "10", analysis: "",
            origin: .judged(reason: "走访了解", evidence: []))
        #expect(try judged.result(parameters).findings.map(\.ruleId) == ["SC-EVIDENCE"])
        let outside = try ProjectSamples.row(
            "样例", .socialBenefit, "定性", "部分达成 0.9", "10",
            origin: .judged(reason: "走访了解", evidence: ["记录"]))
        #expect(try outside.result(parameters).findings.map(\.ruleId) == ["SC-TIER"])
    }

    @Test func `分值合计不符要改`() throws {
        let rows = try Self.rows().dropFirst()
        let result = try Self.evaluation(rows: Array(rows))
        #expect(
            result.findings.map(\.message) == ["产出指标的分值合计为40分，应为50分。请调整各指标的分值。"])
    }

    @Test(arguments: [
        (
            ProjectScoringParameters.NoSatisfactionPolicy.addToBenefit,
            ["效益指标的分值合计为30分，应为40分。请调整各指标的分值。"]
        ),
        (.addToOutput, ["产出指标的分值合计为50分，应为60分。请调整各指标的分值。"]),
        (.rebase, []),
        (.notAllowed, ["没有满意度指标，而本方案要求设置。请补充满意度指标。"]),
    ])
    func `没有满意度指标按方案处理`(
        policy: ProjectScoringParameters.NoSatisfactionPolicy, messages: [String]
    ) throws {
        let rows = try Array(Self.rows().dropLast())
        let parameters = try ProjectSamples.parameters(noSatisfaction: policy)
        let result = try Self.evaluation(rows: rows, parameters)
        #expect(result.findings.map(\.message) == messages)
    }

    @Test func `零预算项目不参加评分`() throws {
        let result = try Self.evaluation(budget: "0", executed: "0", rows: Self.rows())
        #expect(result.total == .excluded)
        #expect(result.totalSentence == "全年预算数和执行数均为0，本项目不参加评分")
        let rebased = try Self.evaluation(
            budget: "0", executed: "0", rows: Self.rows(),
            ProjectSamples.parameters(zeroBudget: .rebase))
        // 82.72 of 90.
        #expect(rebased.total == .complete(score: try ProjectSamples.points("91.91"), grade: "优"))
        let refused = try Self.evaluation(budget: "0", executed: "5", rows: Self.rows())
        #expect(refused.totalSentence == "已评 90 分得 82.72 分，缺 10 分未评")
        #expect(refused.findings.map(\.ruleId) == ["SC-ZERO-BUDGET"])
    }

    @Test func `执行率的说明写出算式`() throws {
        let result = try Self.evaluation(budget: "938.31", executed: "839.38", rows: [])
        #expect(
            result.budget.explanation
                == "预算执行率=8393800.00÷9383100.00=89.46%，未达100%，按比例得10×89.46%=8.95分")
    }

    @Test func `总分齐全时核对自评预警`() throws {
        let result = try Self.evaluation(budget: "100", executed: "60", rows: Self.rows())
        #expect(result.findings.map(\.ruleId) == ["SC-WARN-RED", "SC-WARN-YELLOW"])
    }

    @Test func `参数超出范围不予采用`() throws {
        #expect(ProjectScoringParameters.TierBounds(achieved: .one, partly: .zero) == nil)
        func isAllowed(_ budget: String, _ output: String) throws -> Bool {
            try ProjectSamples.parametersIfAllowed(budgetWeight: budget, outputWeight: output)
                != nil
        }
        #expect(try isAllowed("10", "50"))
        #expect(try isAllowed("20", "40"))
        #expect(try isAllowed("30", "30"))
        #expect(try !isAllowed("31", "29"))
        #expect(try !isAllowed("20", "50"))
    }

    @Test func `得分小数位按参数`() throws {
        let parameters = try ProjectSamples.parameters(leafDecimals: 0)
        let row = try ProjectSamples.row("样例", .quantity, "≥300人次", "295人次", "10")
        #expect(try row.result(parameters).score.text == "10.00")
    }

    /// 240 with those of the schemes.
    @Test func `算例没有遗漏`() {
        // P-03 is a test of its own.
        let primitives: [Int] = [
            1, PrimitiveTests.ratios.count, PrimitiveTests.steps.count, PrimitiveTests.bands.count,
            PrimitiveTests.events.count, PrimitiveTests.tiers.count,
            PrimitiveTests.weighted.count, PrimitiveTests.rebased.count,
        ]
        let lights = MonitoringLightTests.budgets.count + MonitoringLightTests.indicators.count
        let counts: [Int] = [
            primitives.reduce(0, +),
            ProjectScoringTests.budgets.count, ProjectScoringTests.quantities.count,
            ProjectScoringTests.over.count, ProjectScoringTests.tiers.count,
            GradeTableTests.cases.count, Self.worked.count, ProjectScoringTests.warnings.count,
            ProjectScoringTests.averages.count,
            lights,
        ]
        #expect(counts == [19, 6, 20, 6, 9, 8, 9, 4, 1, 11])
        let ofSchemes = [68, 75, 4]
        let all: Int = (counts + ofSchemes).reduce(0, +)
        #expect(all == 240)
    }
}
