import Quantities
import Testing

@testable import Performance

/// Worked examples B, Q, O, L, V and M of the project self-evaluation.
struct ProjectScoringTests {
    static let budgets: [(String, String, String, String, String)] = [
        ("B-01", "20", "20", "100.00%", "10.00"),
        ("B-02", "2.31", "2.3065", "99.85%", "9.98"),
        ("B-03", "938.31", "839.38", "89.46%", "8.95"),
        ("B-04", "100", "103", "103.00%", "10.00"),
        ("B-05", "0", "0", "无", "不参加"),
        ("B-06", "0", "5", "无", "拒绝"),
    ]

    @Test(arguments: budgets)
    func `预算执行率得分`(
        id: String, budget: String, executed: String, rate: String, score: String
    ) throws {
        let execution = try ProjectSamples.execution(budget, executed)
        #expect(try execution.rate.value?.percentText() ?? "无" == rate)
        switch try execution.outcome(ProjectSamples.parameters()) {
        case .scored(let points, let findings):
            #expect(points.text == score)
            #expect(findings.map(\.ruleId) == (id == "B-04" ? ["CC-022"] : []))
        case .projectExcluded: #expect(score == "不参加")
        case .refused(let finding):
            #expect(score == "拒绝")
            #expect(
                finding.message == "全年预算数为0.00万元，全年执行数却为5.00万元。请核对预算数和执行数。")
            #expect(finding.ruleId == "SC-ZERO-BUDGET")
        case .rebased: Issue.record("\(id)")
        }
    }

    @Test func `零预算项目可按方案给满分或折算`() throws {
        let execution = try ProjectSamples.execution("0", "0")
        #expect(
            try execution.outcome(ProjectSamples.parameters(zeroBudget: .full))
                == .scored(ProjectSamples.points("10"), findings: []))
        #expect(
            try execution.outcome(ProjectSamples.parameters(zeroBudget: .rebase)) == .rebased)
    }

    static let quantities: [(String, String, String, String, String)] = [
        ("Q-01", "≥300人次", "295人次", "15", "14.75"),
        ("Q-02", "≥300人次", "310人次", "15", "15.00"),
        ("Q-03", "≥300人次", "0人次", "15", "0.00"),
        ("Q-04", "≥95%", "92%", "10", "9.68"),
        ("Q-05", "＝4次", "4次", "8", "8.00"),
        ("Q-06", "＝4次", "3次", "8", "6.00"),
        ("Q-07", "＝4次", "5次", "8", "8.00"),
        ("Q-08", "＝4次", "5次", "8", "6.00"),
        ("Q-09", "＝0起", "0起", "8", "8.00"),
        ("Q-10", "＝0起", "1起", "8", "0.00"),
        ("Q-11", "≤20万元", "19.8万元", "10", "10.00"),
        ("Q-12", "≤20万元", "22万元", "10", "9.00"),
        ("Q-13", "≤20万元", "22万元", "10", "9.09"),
        ("Q-14", "≤20万元", "45万元", "10", "0.00"),
        ("Q-15", "≤20万元", "45万元", "10", "4.44"),
        ("Q-16", "≤0次", "1次", "5", "0.00"),
        ("Q-17", "≥300人次", "-5人次", "15", "0.00"),
        ("Q-18", "50–60次", "45次", "6", "5.40"),
        ("Q-19", "50–60次", "66次", "6", "5.40"),
        ("Q-20", "2021-12-31", "2022-01-15", "9", "7.50"),
    ]

    @Test(
        arguments: quantities + [
            ("Q-严格大于", "＞300人次", "300人次", "15", "15.00"),
            ("Q-严格小于", "＜20万元", "20万元", "10", "10.00"),
            ("Q-零目标正向", "≥0次", "0次", "5", "5.00"),
            ("Q-零目标反向", "≤0次", "0次", "5", "5.00"),
            ("Q-元与万元", "≤20万元", "198000元", "10", "10.00"),
            ("Q-两倍", "≤20万元", "40万元", "10", "0.00"),
            ("Q-两倍以内", "≤20万元", "39.9万元", "10", "0.05"),
            ("Q-区间下界", "50–60次", "50次", "6", "6.00"),
            ("Q-区间上界", "50–60次", "60次", "6", "6.00"),
            ("Q-当天", "2021-12-31", "2021-12-31", "9", "9.00"),
            ("Q-提前", "2021-12-31", "2021-06-30", "9", "9.00"),
            ("Q-第89天", "2021-12-31", "2022-03-30", "9", "0.10"),
            ("Q-第90天", "2021-12-31", "2022-03-31", "9", "0.00"),
        ])
    func `定量指标得分`(
        id: String, target: String, actual: String, weight: String, score: String
    ) throws {
        let parameters = try ProjectSamples.parameters(
            equal: id == "Q-08" ? .symmetric : .asPositive,
            reverse: ["Q-13", "Q-15"].contains(id) ? .inverseRatio : .linearExcess)
        let row = try ProjectSamples.row("样例", .quantity, target, actual, weight)
        #expect(try row.result(parameters).score.text == score)
    }

    @Test(arguments: [("4次", "8.00"), ("3次", "6.00"), ("8次", "0.00"), ("9次", "0.00")])
    func `等于类指标可两边对称扣分`(actual: String, score: String) throws {
        let parameters = try ProjectSamples.parameters(equal: .symmetric)
        let row = try ProjectSamples.row("样例", .quantity, "＝4次", actual, "8")
        #expect(try row.result(parameters).score.text == score)
    }

    static let over: [(String, String, String, String, String, Bool, String, String)] = [
        ("O-01", "100", "129", "10", "29.00%", false, "10.00", "10.00"),
        ("O-02", "100", "130", "10", "30.00%", true, "10.00", "10.00"),
        ("O-03", "100", "131", "10", "31.00%", true, "9.95", "10.00"),
        ("O-04", "100", "150", "10", "50.00%", true, "9.00", "10.00"),
        ("O-05", "100", "200", "10", "100.00%", true, "8.00", "10.00"),
        ("O-06", "40", "100", "8", "150.00%", true, "6.40", "8.00"),
    ]

    @Test(arguments: over)
    func `超额三成以上要说明`(
        id: String, target: String, actual: String, weight: String, deviation: String,
        explained: Bool, cut: String, plain: String
    ) throws {
        let parameters = try ProjectSamples.parameters()
        for (tooLow, score) in [(true, cut), (false, plain)] {
            let row = try ProjectSamples.row(
                "样例", .quantity, "≥\(target)次", "\(actual)次", weight, analysis: "",
                tooLow: tooLow)
            let result = try row.result(parameters)
            #expect(result.score.text == score)
            #expect(result.findings.contains { $0.ruleId == "SC-OVER" } == explained)
        }
        let completion = try TargetCompletion.of(
            ProjectSamples.fraction(actual), against: .atLeast, ProjectSamples.fraction(target),
            parameters)
        #expect(try completion?.deviation?.percentText() == deviation)
    }

    static let tiers: [(String, String, QualitativeTier, String, Bool)] = [
        ("L-01", "8", .achieved, "8.00", true),
        ("L-02", "8", .achieved, "6.40", true),
        ("L-03", "8", .achieved, "6.39", false),
        ("L-04", "8", .partly, "6.40", false),
        ("L-05", "8", .partly, "4.80", true),
        ("L-06", "8", .notAchieved, "4.80", false),
        ("L-07", "8", .notAchieved, "0", true),
        ("L-08", "7", .partly, "4.90", true),
        ("L-09", "8", .partly, "4.00", true),
    ]

    @Test(
        arguments: tiers + [
            ("L-超过分值", "8", .achieved, "8.01", false), ("L-中档上界", "8", .partly, "6.39", true),
            ("L-中档下界外", "8", .partly, "4.79", false), ("L-末档上界", "8", .notAchieved, "4.79", true),
        ])
    func `定性得分在所选档次之内`(
        id: String, weight: String, tier: QualitativeTier, score: String, isInside: Bool
    ) throws {
        let parameters = try ProjectSamples.parameters(
            bounds: id == "L-09" ? ("80%", "50%") : ("80%", "60%"))
        let finding = try parameters.tierFinding(
            of: "样例", tier: tier, score: ProjectSamples.points(score),
            weight: ProjectSamples.points(weight))
        #expect((finding == nil) == isInside)
        #expect(finding?.ruleId ?? "SC-TIER" == "SC-TIER")
    }

    @Test func `只选档次时按默认比例_L08`() throws {
        let parameters = try ProjectSamples.parameters()
        for (actual, score) in [("达成", "7.00"), ("部分达成", "4.90"), ("未达成", "2.10")] {
            let row = try ProjectSamples.row("样例", .socialBenefit, "定性", actual, "7")
            #expect(try row.result(parameters).score.text == score)
        }
    }

    @Test func `默认比例不落在档外`() throws {
        let high = try ProjectSamples.parameters(bounds: ("90%", "75%"))
        #expect(try high.suggestedRatio(.partly) == ProjectSamples.fraction("75%"))
        let low = try ProjectSamples.parameters(bounds: ("80%", "30%"))
        #expect(low.suggestedRatio(.notAchieved) == .zero)
    }

    @Test func `档次不符时说清应在什么范围`() throws {
        let finding = try ProjectSamples.parameters().tierFinding(
            of: "缓解生活压力", tier: .partly, score: ProjectSamples.points("6.40"),
            weight: ProjectSamples.points("8"))
        #expect(
            finding?.message
                == "“缓解生活压力”选“部分达成年度指标并具有一定效果”，得分应在4.80分（含）至6.40分（不含）之内，填的是6.40分。请改档次或改得分。"
        )
    }

    static let warnings: [(String, String, String, String, String, [CheckID])] = [
        ("V-01", "88", "8", "100", "80", ["SC-WARN-RED"]),
        ("V-02", "72", "7.9", "100", "79", ["SC-WARN-YELLOW"]),
        ("V-03", "88", "10", "20", "20", []),
        ("V-04", "0", "10", "20", "20", []),
    ]

    @Test(
        arguments: warnings + [
            ("红色界上", "90", "9.5", "100", "95", []),
            ("红色界外", "90", "9.49", "100", "95", ["SC-WARN-RED"]),
            ("黄色界上", "80", "8.9", "100", "80", []),
            ("黄色界外", "80", "8.9", "100", "79.99", ["SC-WARN-YELLOW"]),
            ("没有预算", "90", "10", "0", "0", ["SC-WARN-YELLOW"]),
        ])
    func `自评预警`(
        id: String, indicators: String, budgetScore: String, budget: String, executed: String,
        ids: [CheckID]
    ) throws {
        let plausibility = ProjectPlausibility(
            indicatorScore: try ProjectSamples.points(indicators),
            budgetScore: try ProjectSamples.points(budgetScore),
            execution: try ProjectSamples.execution(budget, executed))
        let findings = try plausibility.findings(ProjectSamples.parameters())
        #expect(findings.map(\.ruleId) == ids)
        #expect(findings.allSatisfy { $0.level == .answered && $0.message.hasSuffix("。") })
    }

    static let averages = [
        (
            "M-01", ["20", "2.31", "75.3", "199.99", "11.91"],
            ["95", "99.98", "100", "97", "92.5"], "97.45"
        )
    ]

    @Test(arguments: averages)
    func `项目得分按预算加权`(id: String, budgets: [String], scores: [String], average: String) throws {
        let projects = try zip(scores, budgets).map {
            (
                score: try ProjectSamples.points($0),
                adjustedBudget: try ProjectSamples.tenThousand($1)
            )
        }
        #expect(try projectsAverage(of: projects)?.text == average)
        #expect(try projectsAverage(of: []) == nil)
    }

    @Test func `几个地区先汇总再计分`() throws {
        let regions = try [("3", "10"), ("5", "30")].map {
            RegionalActual(
                value: try ProjectSamples.fraction($0.0),
                money: try ProjectSamples.tenThousand($0.1))
        }
        #expect(try RegionalActual.sum(of: regions) == Fraction(8))
        #expect(try RegionalActual.average(of: regions) == ProjectSamples.fraction("4.5"))
        #expect(try RegionalActual.average(of: []) == nil)
    }
}
