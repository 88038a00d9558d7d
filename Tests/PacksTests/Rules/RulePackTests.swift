import Formulas
import Performance
import Quantities
import Testing

@testable import Packs

@Suite("District rules (区县规则)")
struct RulePackTests {
    static func rule(
        id: String = "D-001", head: String = "", subject: String = "指标",
        condition: String = "when: 数值 < 5",
        message: String = "指标“{三级指标}”太小", rest: String = ""
    ) -> String {
        """
        rules:
          - id: \(id)
            name: 试用
            subject: \(subject)
            level: E
            \(head.isEmpty ? "at: 指标值" : head)
            \(condition)
            message: \(message)
            remedy: 改大
            source: {text: 区财政局2021年通知, evidence: design}
            examples:
              fails: [{三级指标: 次数, 指标值: ≥4次}]
              passes: [{三级指标: 次数, 指标值: ≥5次}]
        \(rest)
        """
    }

    static func book(_ text: String) throws -> RuleBook {
        try RulePack.book(district: [PackText(file: "区县.yaml", text: text)])
    }

    @Test("A district adds a rule by a file")
    func adds() throws {
        let book = try Self.book(Self.rule())
        #expect(book.rules.count == (try BuiltInRules.book().rules.count) + 1)
        let findings = book.findings(
            of: [["三级指标": .text("次数"), "指标值": .text("≥4次"), "二级指标": .text("数量指标")]], subject: "指标")
        #expect(
            findings.map { "\($0.ruleId) \($0.stated ?? "") \($0.message)" } == [
                "D-001 ≥4次 指标“次数”太小。请改大。"
            ])
    }

    @Test("A district sets a threshold anew, and the source must be told")
    func overrides() throws {
        let text = """
            rules:
              - id: TQ-034
                override: true
                parameters: [{name: 定量占比下限, value: "70%"}]
                source: {text: 区财政局2021年通知, evidence: design}
                examples:
                  fails: [{定量占比: "69.99%"}]
                  passes: [{定量占比: "70%"}]
            """
        let rule = try #require(try Self.book(text).rule("TQ-034"))
        #expect(rule.parameters.map(\.text) == ["70%"])
        #expect(rule.file == "区县.yaml")
        #expect(rule.source.text == "区财政局2021年通知")
        let book = try Self.book(text)
        #expect(book.problems().isEmpty)
        let finding = book.findings(of: [["定量占比": .number(.zero)]], subject: "绩效目标表").first
        #expect(finding?.message.hasPrefix("定量指标占比0%，低于70%。") == true)
    }

    @Test(
        "What cannot be read is refused with file, line, key, what stood there and what to do",
        arguments: [
            (
                rule(id: "TQ-010"),
                "区县.yaml 第2行 rules[0].id：规则“TQ-010”已有定义（rules/catalogue/target-quality-1.yaml）。请换一个编号，或写override: true来改写它。"
            ),
            (
                rule(head: "override: true"),
                "区县.yaml 第2行 rules[0].id：没有规则“D-001”可以改写。请核对编号，或删去override。"
            ),
            (
                rule(message: "指标“{三级指标名}”太小"),
                "区县.yaml 第8行 rules[0].message：“指标”没有事实“三级指标名”。请改为“三级指标”。"
            ),
            (rule(head: "at: 指标直"), "区县.yaml 第6行 rules[0].at：“指标”没有事实“指标直”。请改为“指标值”。"),
            (rule(message: "“{三级指标”太小"), "区县.yaml 第8行 rules[0].message：“{”没有配对的“}”。请补上“}”。"),
            (rule(condition: "lights: {}"), "区县.yaml 第7行 rules[0].lights：这里没有条件。请至少写一个条件。"),
            (
                rule(condition: "级别: 高"),
                "区县.yaml 第7行 rules[0].级别：不认识的键“级别”。请改用：\(RuleFileReader.keys.joined(separator: "、"))。"
            ),
            (
                rule(rest: "  - id: D-001"),
                "区县.yaml 第14行 rules[1].id：规则“D-001”已有定义（区县.yaml）。请换一个编号，或写override: true来改写它。"
            ),
            (
                rule(condition: "when: 数值"),
                "区县.yaml 第7行 rules[0].when：条件“数值”得出的不是是否。请写成比较，如 数值 > 100。"
            ),
        ])
    func refuses(_ text: String, _ message: String) throws {
        let error = #expect(throws: PackError.self) { try Self.book(text) }
        #expect(error?.message == message)
    }

    @Test("A condition that names an unknown fact is shown with the nearest one")
    func unknownFact() throws {
        let error = #expect(throws: PackError.self) {
            try Self.book(Self.rule(condition: "when: 数植 < 5"))
        }
        #expect(error?.message.contains("“指标”没有字段或参数“数植”。是不是“数值”？") == true)
    }

    @Test(
        "Rules that cannot work are refused",
        arguments: [
            ("when: 分值 < 5 and 分值 > 6", "第1个条件永远不成立，规则不会提示。请改条件。"),
            ("where: 分值 > 10\n    when: 分值 < 5", "第1个条件永远不成立，规则不会提示。请改条件。"),
            ("where: 分值 > 10 and 分值 < 5\n    when: 数值 < 5", "适用条件（where）自相矛盾，规则永远用不上。请改适用条件。"),
            ("when: 分值 >= 0", "第1个条件总是成立，每条记录都会提示。请改条件。"),
            ("when: 数值 > 5 or 数值 <= 5", "第1个条件总是成立，每条记录都会提示。请改条件。"),
            ("when: 数值 >= 5", "这条样例应提示，规则没有提示。请改条件或改样例。"),
            ("when: 数值 < 6", "这条样例应通过，规则却提示了。请改条件或改样例。"),
        ])
    func problems(_ condition: String, _ words: String) throws {
        let book = try Self.book(Self.rule(condition: condition))
        #expect(book.problems().contains { $0.message.hasSuffix("：" + words) && $0.isRefusal })
    }

    @Test("Two blocking rules that nothing can pass together contradict each other")
    func contradiction() throws {
        let second = Self.rule(id: "D-002", condition: "when: 数值 >= 5")
            .replacing("≥4次", with: "≥甲").replacing("≥5次", with: "≥4次").replacing("≥甲", with: "≥5次")
        let book = try RulePack.book(district: [
            PackText(file: "一.yaml", text: Self.rule()), PackText(file: "二.yaml", text: second),
        ])
        #expect(
            book.problems().map(\.message) == [
                "D-002（二.yaml）：与D-001互相矛盾：没有一条记录能同时通过两者。请改其中一条的条件或适用条件。"
            ])
    }

    @Test("Blocking rules that leave room do not contradict each other")
    func room() throws {
        let second = Self.rule(id: "D-002", condition: "when: 数值 > 5")
            .replacing("≥4次", with: "≥6次")
        let book = try RulePack.book(district: [
            PackText(file: "一.yaml", text: Self.rule()), PackText(file: "二.yaml", text: second),
        ])
        #expect(book.problems().isEmpty)
    }
}
