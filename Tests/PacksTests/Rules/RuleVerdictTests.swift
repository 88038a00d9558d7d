import Formulas
import Performance
import Quantities
import Seeds
import Testing

@Suite struct RuleVerdictTests {
    /// Records are edited fact by fact; what is said equals what a new judgement by all rules says.
    @Test(arguments: ["指标", "自评指标", "自评表", "指标进度", "执行进度", "部门收支", "绩效目标表", "填报项"])
    func judgingAgainSaysWhatJudgingAnewSays(subject name: String) throws {
        var random = RandomSource("judgingAgainSaysWhatJudgingAnewSays")
        let book = try BuiltIn.rules()
        let set = try #require(book.set(of: name))
        let examples = set.rules.flatMap(\.examples).map {
            book.lexicon.completed($0.facts, of: set.subject)
        }
        var facts = random.pick(examples)
        var verdict = set.verdict(of: facts)
        var judged = 0
        for _ in 0..<300 {
            let other = random.pick(examples)
            let fact = random.pick(set.subject.facts.map(\.name))
            facts[fact] = other[fact]
            verdict = set.verdict(of: facts, after: verdict)
            judged += verdict.judgedRules
            try #require(verdict.findings == set.findings(of: [facts]))
        }
        #expect(judged < 300 * set.rules.count, "not all rules are asked each time")
    }

    @Test func whatHasNotChangedIsNotJudgedAgain() throws {
        let set = try #require(try BuiltIn.rules().set(of: "指标进度"))
        let facts: Facts = ["三级指标": .text("救助人次"), "完成可能性": .text("有可能")]
        let first = set.verdict(of: facts)
        #expect(first.judgedRules == set.rules.count)
        #expect(first.findings.map(\.ruleId) == ["EW-05"])
        let again = set.verdict(of: facts, after: first)
        #expect(again.judgedRules == 0)
        #expect(again == first)
    }
}
