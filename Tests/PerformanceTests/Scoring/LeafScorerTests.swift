import Formulas
import Quantities
import Testing

@testable import Performance

struct LeafScorerTests {
    private static let rate = ScoringRule.ratioCapped(
        .quotient(.formula("支出决算"), over: .formula("调整预算")), .whole)

    private static func typed(
        _ score: String, reason: String = "按会议纪要评定", evidence: [String] = ["纪要"]
    ) throws -> TypedScore {
        TypedScore(
            indicator: "X1", score: try #require(Points(score)), reason: reason,
            evidence: evidence)
    }

    @Test(arguments: [
        (FormulaOutcome.missing(["支出决算"]), "缺数据：口径“支出决算”没有数据"),
        (.refused("结果不是数。"), "缺数据：结果不是数"),
        (.undefined, "缺数据：样例指标的除数为0，无法计算；分母为0，无法计算"),
    ])
    func `公式没有值时缺数据`(outcome: FormulaOutcome, explanation: String) throws {
        let result = try LeafSample.result(
            of: Self.rate, points: "6", formulas: ["支出决算": outcome, "调整预算": .number(.one)])
        #expect(result.state == .missingData)
        #expect(result.explanation == explanation)
        #expect(result.findings.map(\.ruleId) == ["SC-MISSING"])
        #expect(result.findings.map(\.level) == [.blocking])
    }

    @Test func `缺几个数就列几个`() throws {
        let result = try LeafSample.result(of: Self.rate, points: "6")
        #expect(result.missing.map(\.name) == ["支出决算", "调整预算"])
        #expect(
            result.findings.map(\.message) == [
                "“X1 样例指标”不能计分：口径“支出决算”没有数据；口径“调整预算”没有数据。请补录该口径所用的台账。"
            ])
    }

    @Test func `大到算不了的数报缺而不崩溃`() throws {
        let huge = FormulaOutcome.number(
            try Fraction(Int128.max, over: 3).multiplied(by: Fraction(1)))
        let tiny = FormulaOutcome.number(try Fraction(1, over: Int128.max))
        let result = try LeafSample.result(
            of: Self.rate, points: "6", formulas: ["支出决算": huge, "调整预算": tiny])
        #expect(result.explanation == "缺数据：数字过大或过细，无法精确计算")
    }

    @Test func `求值结果照原样接过来`() {
        #expect(FormulaOutcome(.number(.one), missing: []) == .number(.one))
        #expect(FormulaOutcome(.undefined, missing: ["甲"]) == .undefined)
        #expect(FormulaOutcome(.missing, missing: ["甲"]) == .missing(["甲"]))
        #expect(FormulaOutcome(.text("甲"), missing: []) == .refused("公式得出的不是数"))
    }

    @Test(arguments: [
        ("下班时间工作，没有采购", LeafState.notApplicable, "不适用：下班时间工作，没有采购"),
        (" ", .missingData, "缺数据：标为不适用，但没有理由"),
    ])
    func `不适用必须有理由`(reason: String, state: LeafState, explanation: String) throws {
        let result = try LeafSample.result(
            of: Self.rate, points: "6",
            notApplicable: [NotApplicableClaim(indicator: "X1", reason: reason)])
        #expect(result.state == state)
        #expect(result.explanation == explanation)
        #expect(result.findings.map(\.ruleId) == (state == .missingData ? ["SC-NA-REASON"] : []))
    }

    @Test(arguments: [
        (
            "问题数", "大约两个",
            "“X1 样例指标”不能计分：“问题数”的判断值“大约两个”看不懂。请把判断值改为是、否、数或“不适用”。"
        ),
        (
            "得分", "2.505",
            "“X1 样例指标”不能计分：“得分”的判断值“2.505”看不懂。请把“得分”的判断值改为数，最多两位小数。"
        ),
    ])
    func `看不懂的判断值使指标缺数据，并写明填的是什么`(
        item: String, text: String, message: String
    ) throws {
        let result = try LeafSample.result(
            of: Self.rate, points: "6",
            illegible: [IllegibleJudgement(indicator: "X1", item: item, text: text)],
            formulas: ["支出决算": .number(.one), "调整预算": .number(.one)])
        #expect(result.state == .missingData)
        #expect(result.missing.map(\.name) == [item])
        #expect(result.findings.map(\.message) == [message])
    }

    @Test(arguments: [
        ("2.50", LeafState.manual, "人工评定得2.50分，理由：按会议纪要评定", [CheckID]()),
        ("3.01", .missingData, "缺数据：本指标由人工评分，尚未评分", ["SC-MISSING", "SC-RANGE"]),
        ("-0.01", .missingData, "缺数据：本指标由人工评分，尚未评分", ["SC-MISSING", "SC-RANGE"]),
    ])
    func `R9人工评分在分值之内`(
        score: String, state: LeafState, explanation: String, ids: [CheckID]
    ) throws {
        let typed = TypedScore(
            indicator: "X1",
            score: score.hasPrefix("-") ? Points(hundredths: -1) : try #require(Points(score)),
            reason: "按会议纪要评定", evidence: ["纪要"])
        let result = try LeafSample.result(of: .manual, points: "3", typedScores: [typed])
        #expect(result.state == state)
        #expect(result.explanation == explanation)
        #expect(result.findings.map(\.ruleId) == ids)
    }

    @Test(arguments: [("", ["纪要"]), ("按纪要", [" "]), ("按纪要", [])] as [(String, [String])])
    func `R9没有理由或佐证不予采用`(reason: String, evidence: [String]) throws {
        let result = try LeafSample.result(
            of: .manual, points: "3",
            typedScores: [Self.typed("3", reason: reason, evidence: evidence)])
        #expect(result.state == .missingData)
        #expect(result.findings.map(\.ruleId) == ["SC-MISSING", "SC-DEDUCT-REASON"])
    }

    @Test(
        arguments: [
            ("5.00", "人工评定得5.00分（按规则计算为3.00分），理由：按会议纪要评定", ["SC-OVERRIDE"]),
            ("3.00", "人工评定得3.00分，理由：按会议纪要评定", []),
        ] as [(String, String, [CheckID])])
    func `人工评分与规则不同时说明`(score: String, explanation: String, ids: [CheckID]) throws {
        let result = try LeafSample.result(
            of: Self.rate, points: "6", typedScores: [Self.typed(score)],
            formulas: ["支出决算": .number(.one), "调整预算": .number(Fraction(2))])
        #expect(result.explanation == explanation)
        #expect(result.findings.map(\.ruleId) == ids)
        #expect(result.ruleId == "R9")
    }

    @Test func `缺数据时人工评分补上`() throws {
        let result = try LeafSample.result(
            of: Self.rate, points: "6", typedScores: [Self.typed("4")])
        #expect(result.state == .manual)
        #expect(result.missing.isEmpty)
        #expect(result.findings.isEmpty)
    }

    @Test(
        arguments: [
            ("否", "", ["材料"], ["SC-DEDUCT-REASON"]),
            ("是", "", ["材料"], []),
            ("是", "查过", [], ["SC-EVIDENCE"]),
            ("否", "查过", [], []),
        ] as [(String, String, [String], [CheckID])])
    func `判断扣分要理由得分要佐证`(
        answer: String, reason: String, evidence: [String], ids: [CheckID]
    ) throws {
        let judgement = try LeafSample.judged("有制度", answer, reason: reason, evidence: evidence)
        let result = try LeafSample.result(
            of: .flag(JudgedItem(name: "有制度")), points: "1", judgements: [judgement])
        #expect(result.findings.map(\.ruleId) == ids)
        #expect(result.state == .manual)
    }

    @Test(arguments: [
        (UndefinedPolicy.Consequence.full, LeafState.auto, "6.00", "；没有预算，得满分6分"),
        (.zero, .auto, "0.00", "；没有预算，得0.00分"),
        (.notApplicable, .notApplicable, "0.00", "；没有预算"),
        (.missingData, .missingData, "0.00", "；没有预算"),
        (.manual, .missingData, "0.00", "；没有预算"),
    ])
    func `除数为0按方案处理`(
        consequence: UndefinedPolicy.Consequence, state: LeafState, score: String, ending: String
    ) throws {
        let result = try LeafSample.result(
            of: Self.rate, points: "6", onUndefined: UndefinedPolicy(consequence, reason: "没有预算"),
            formulas: ["支出决算": .number(.zero), "调整预算": .number(.zero)])
        #expect(result.state == state)
        #expect(result.score.text == score)
        #expect(result.explanation.hasSuffix("样例指标=0÷0，分母为0，无法计算" + ending))
    }

    @Test func `得分小数位按方案`() throws {
        let result = try LeafSample.result(
            of: Self.rate, points: "6",
            formulas: ["支出决算": .number(Fraction(2)), "调整预算": .number(Fraction(3))], decimals: 0)
        #expect(result.score.text == "4.00")
        let cut = try LeafSample.result(
            of: Self.rate, points: "5",
            formulas: ["支出决算": .number(Fraction(2)), "调整预算": .number(Fraction(3))], decimals: 1)
        #expect(cut.score.text == "3.30")
        #expect(cut.explanation.hasSuffix("=3.33分，保留1位小数为3.30分"))
    }

    @Test func `派生的数没有时可由人填`() throws {
        let rule = ScoringRule.ratioCapped(
            .quotient(
                .derived(JudgedItem(name: "质量得分", unit: UnitSymbol.named("分"))),
                over: .constant(Fraction(100))), .whole)
        let derived = try LeafSample.result(
            of: rule, points: "4", derived: ["质量得分": Fraction(72)])
        let typed = try LeafSample.result(
            of: rule, points: "4", judgements: [LeafSample.judged("质量得分", "72")])
        #expect(derived.state == .auto)
        #expect(typed.state == .manual)
        #expect(derived.explanation == "样例指标=72÷100=72.00%，未达100%，按比例得4×72.00%=2.88分")
        #expect(derived.score == typed.score)
    }

    @Test func `后作的判断为准`() throws {
        let result = try LeafSample.result(
            of: .flag(JudgedItem(name: "有制度")), points: "1",
            judgements: [LeafSample.judged("有制度", "是"), LeafSample.judged("有制度", "否")])
        #expect(result.score == .zero)
        #expect(result.explanation == "有制度：否，得0.00分")
    }
}
