import Quantities
import Testing

@testable import Performance

/// Worked examples P-01 … P-19 of the primitives.
struct PrimitiveTests {
    static func fraction(_ text: String) throws -> Fraction {
        if text.hasSuffix("%") {
            return try #require(ExactDecimal(text.dropLast())).fraction.divided(by: Fraction(100))
        }
        return try #require(ExactDecimal(text)).fraction
    }

    static func points(_ text: String) throws -> Points { try #require(Points(text)) }

    static let ratios = [
        ("P-01", "6", "839.38", "938.31", "5.37"),
        ("P-02", "6", "950", "938.31", "6.00"),
        ("P-16", "8", "295", "300", "7.87"),
        ("P-17", "1", "1", "200", "0.01"),
    ]

    @Test(arguments: ratios)
    func `R1按比例计分`(id: String, points: String, top: String, bottom: String, score: String) throws {
        let value = try Self.fraction(top).divided(by: Self.fraction(bottom))
        #expect(try CappedRatio.whole.score(of: Self.points(points), value: value).text == score)
    }

    @Test func `R1分母为0时没有值_P03`() {
        #expect(Ratio(Fraction.zero, of: Fraction.zero).value == nil)
    }

    @Test(arguments: [("100%", "-1", "0.00"), ("60%", "60%", "4.00"), ("60%", "30%", "2.00")])
    func `R1不低于0也不高于满分`(full: String, value: String, score: String) throws {
        let rule = try #require(CappedRatio(full: Self.fraction(full)))
        #expect(try rule.score(of: Self.points("4"), value: Self.fraction(value)).text == score)
        #expect(CappedRatio(full: .zero) == nil)
    }

    static let steps: [(String, String, StepDown.Counting, String)] = [
        ("P-04", "112.5%", .proportional, "0.00"),
        ("P-05", "104.3%", .proportional, "1.14"),
        ("P-06", "104.3%", .ceil, "1.00"),
        ("P-07", "104.3%", .floor, "1.20"),
        ("P-08", "100%", .proportional, "2.00"),
    ]

    @Test(
        arguments: steps + [
            ("ceil整数", "104%", .ceil, "1.20"), ("floor不足一个", "100.99%", .floor, "2.00"),
            ("ceil不足一个", "100.01%", .ceil, "1.80"),
            ("proportional界外", "100.1%", .proportional, "1.98"),
            ("界内", "99.99%", .ceil, "2.00"),
        ])
    func `R2超标扣分`(id: String, value: String, counting: StepDown.Counting, score: String) throws {
        let step = try StepDown(
            limit: .one, perPoint: Self.fraction("0.2"), side: .over, counting: counting)
        #expect(try step.score(of: Self.points("2"), value: Self.fraction(value)).text == score)
    }

    @Test(arguments: [("90%", "2.00"), ("89%", "1.80"), ("79%", "0.00"), ("95%", "2.00")])
    func `R2低于界限扣分`(value: String, score: String) throws {
        let step = try StepDown(
            limit: Self.fraction("90%"), perPoint: Self.fraction("0.2"), side: .under)
        #expect(try step.score(of: Self.points("2"), value: Self.fraction(value)).text == score)
    }

    static let bands = [
        ("P-09", "10.54%", "1.26"), ("P-10", "5%", "2.00"), ("P-11", "20%", "0.00"),
    ]

    @Test(arguments: bands + [("满分以下", "5.1%", "1.99"), ("零分以内", "19.9%", "0.01")])
    func `R3区间线性计分`(id: String, value: String, score: String) throws {
        let band = try #require(
            LinearBand(full: Self.fraction("5%"), zero: Self.fraction("20%")))
        #expect(try band.score(of: Self.points("2"), value: Self.fraction(value)).text == score)
        #expect(LinearBand(full: .one, zero: .one) == nil)
    }

    static let events = [("P-12", 2, "1.00"), ("P-13", 4, "0.00")]

    @Test(arguments: events + [("扣尽", 3, "0.00"), ("没有", 0, "3.00")])
    func `R4按次扣分`(id: String, count: Int, score: String) throws {
        let item = JudgedItem(name: "问题数", unit: UnitSymbol.named("个"))
        let rule = ScoringRule.eventDeduct([
            DeductedEvent(count: .judged(item), name: "问题", perEvent: .one)
        ])
        let judgement = try LeafSample.judged("问题数", "\(count)")
        let result = try LeafSample.result(of: rule, points: "3", judgements: [judgement])
        #expect(result.score.text == score)
    }

    static let tiers = [("P-14", "82%", "1.05")]

    @Test(
        arguments: tiers + [
            ("90界", "90%", "1.50"), ("90界下", "89.99%", "1.05"), ("0界", "0%", "0.00"),
            ("0界下", "-1%", "0.00"),
        ])
    func `R6分档计分`(id: String, value: String, score: String) throws {
        let table = try #require(
            TierTable(
                try [("90%", "1"), ("75%", "0.7"), ("60%", "0.4"), ("0%", "0")].map {
                    TierTable.Tier(
                        minimum: try Self.fraction($0.0), ratio: try Self.fraction($0.1))
                }))
        #expect(try table.score(of: Self.points("1.5"), value: Self.fraction(value)).text == score)
    }

    @Test func `分档须从高到低且比例在0至1之间`() throws {
        let (low, high) = (TierTable.Tier(minimum: .zero, ratio: .zero), Fraction(2))
        #expect(TierTable([]) == nil)
        #expect(TierTable([low, low]) == nil)
        #expect(TierTable([TierTable.Tier(minimum: .one, ratio: high)]) == nil)
    }

    static let weighted = [("P-15", ["10:1", "10:0.9833", "5:0.5"], "17.87")]

    @Test(arguments: weighted + [("超过1按1", ["10:1.2"], "20.00"), ("负数按0", ["10:-1"], "0.00")])
    func `R8加权完成率`(id: String, parts: [String], score: String) throws {
        let completions = try parts.map { part in
            let pair = part.split(separator: ":").map(String.init)
            return IndicatorCompletion(
                name: part, weight: try Self.points(pair[0]), ratio: try Self.fraction(pair[1]))
        }
        let weighted = WeightedCompletion(completions)
        #expect(try weighted.score(of: Self.points("20"))?.text == score)
        #expect(try WeightedCompletion([]).score(of: Self.points("20")) == nil)
    }

    static let rebased = [("P-18", "87.00", "95", "91.58"), ("P-19", "100", "100", "100.00")]

    @Test(arguments: rebased)
    func `不适用折算`(id: String, score: String, applicable: String, total: String) throws {
        let result = try rebasedTotal(
            score: Self.points(score), applicablePoints: Self.points(applicable))
        #expect(result.text == total)
    }

    @Test func `基本型各有名称`() {
        #expect(ScoringPrimitive.allCases.map(\.rawValue) == (0...9).map { "R\($0)" })
        #expect(Set(ScoringPrimitive.allCases.map(\.title)).count == 10)
        #expect(LeafState.allCases.map(\.title) == ["自动计分", "人工判断", "不适用", "缺数据"])
    }
}

/// One indicator around a rule, for tests.
enum LeafSample {
    static func judged(
        _ item: String, _ value: String, reason: String = "查阅材料后判断",
        evidence: [String] = ["材料1"]
    ) throws -> Judgement {
        let judged: Judgement.Value =
            switch value {
            case "是": .truth(true)
            case "否": .truth(false)
            default: .number(try #require(ExactDecimal(value)))
            }
        return Judgement(
            indicator: "X1", item: item, value: judged, reason: reason, evidence: evidence)
    }

    static func indicator(
        _ rule: ScoringRule, points: String, onUndefined: UndefinedPolicy = .missingData,
        unit: UnitSymbol? = nil, veto: Veto? = nil, alerts: [ValueAlert] = [],
        notApplicableUnlessStated: String? = nil
    ) throws -> SchemeIndicator {
        SchemeIndicator(
            id: "X1", name: "样例指标", points: try #require(Points(points)), rule: rule, unit: unit,
            onUndefined: onUndefined, fullText: "满分", deductText: "扣分", dataNeeded: "数据",
            source: RuleSource(text: "样例", evidence: .design), veto: veto, alerts: alerts,
            notApplicableUnlessStated: notApplicableUnlessStated)
    }

    static func result(
        of rule: ScoringRule, points: String, onUndefined: UndefinedPolicy = .missingData,
        judgements: [Judgement] = [], typedScores: [TypedScore] = [],
        notApplicable: [NotApplicableClaim] = [], illegible: [IllegibleJudgement] = [],
        derived: [String: Fraction] = [:],
        completions: [String: [IndicatorCompletion]] = [:],
        formulas: [String: FormulaOutcome] = [:], decimals: Int = 2
    ) throws -> LeafResult {
        let inputs = RuleInputs(
            judgements: judgements, typedScores: typedScores, notApplicable: notApplicable,
            illegible: illegible, derived: derived, completions: completions
        ) { formulas[$0] ?? .missing([$0]) }
        return LeafScorer(
            indicator: try indicator(rule, points: points, onUndefined: onUndefined),
            inputs: inputs, decimals: decimals
        ).result()
    }
}
