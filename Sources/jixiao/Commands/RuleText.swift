import Formulas
import Performance
import Reports

/// Rules on the terminal and for programs.
enum RuleText {
    static func list(_ rules: [Rule]) -> [String] {
        var table = TextTable([
            ("编号", .left), ("级别", .left), ("对象", .left), ("名称", .left), ("条件", .left),
        ])
        for rule in rules {
            table.append([
                rule.id.rawValue, levels(rule), rule.subject.name, rule.name,
                DisplayWidth.cut(rule.cases[0].condition.text, to: 60),
            ])
        }
        return table.lines + [count(rules)]
    }

    /// `共 161 条规则：CC 74、EW 13、…。`
    static func count(_ rules: [Rule]) -> String {
        let groups = Dictionary(grouping: rules) { $0.id.rawValue.prefix { $0 != "-" } }
        let parts = groups.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.count)" }
        return "共 \(rules.count) 条规则：\(parts.joined(separator: "、"))。"
    }

    private static func levels(_ rule: Rule) -> String {
        rule.cases.map { $0.light?.rawValue ?? $0.level.rawValue }.joined(separator: "/")
    }

    static func details(_ rule: Rule) -> [String] {
        var lines = ["\(rule.id) \(rule.name)（\(rule.subject.name)）"]
        if let applies = rule.applies { lines.append("适用：\(applies.text)") }
        for spoken in rule.cases {
            let name = spoken.light?.rawValue ?? spoken.level.rawValue
            lines.append("条件（\(name)）：\(spoken.condition.text)")
        }
        for parameter in rule.parameters {
            lines.append("参数：\(parameter.name) = \(parameter.text)")
        }
        lines.append("提示：\(rule.cases[0].message.template)。请\(rule.remedy)。")
        if let model = rule.model { lines.append("例：“\(model.bad)”→“\(model.good)”") }
        if let fix = rule.fix { lines.append("可自动改为：\(fix.template)") }
        lines.append("依据：\(rule.source.text)（\(rule.source.evidence.title)）")
        lines.append("文件：\(rule.file)")
        return lines + rule.examples.map { "样例（\(words($0.expected))）：\(facts($0, rule))" }
    }

    private static func words(_ expected: RuleExample.Expectation) -> String {
        switch expected {
        case .passes: "通过"
        case .fails: "提示"
        case .light(let light): light.rawValue
        case .level(let level): level.rawValue
        }
    }

    private static func facts(_ example: RuleExample, _ rule: Rule) -> String {
        rule.subject.facts.compactMap { fact in
            example.facts[fact.name].map { "\(fact.name)=\(fact.words(for: $0))" }
        }.joined(separator: "，")
    }

    static func subjects(_ book: RuleBook) -> [String] {
        var table = TextTable([("对象", .left), ("事实", .right), ("规则", .right), ("说明", .left)])
        for subject in book.subjects {
            table.append([
                subject.name, "\(subject.facts.count)",
                "\(book.rules.count { $0.subject.name == subject.name })", subject.meaning,
            ])
        }
        return table.lines
    }

    static func facts(_ subject: RuleSubject) -> [String] {
        var table = TextTable([("事实", .left), ("类型", .left), ("来自", .left), ("含义", .left)])
        for fact in subject.facts {
            table.append([
                fact.name, fact.typeWords, fact.isDerived ? "推出" : "填报", fact.meaning,
            ])
        }
        return ["\(subject.name)：\(subject.meaning)"] + table.lines
    }

    static func json(_ rule: Rule) -> CanonicalJSON {
        [
            "id": .string(rule.id.rawValue), "name": .string(rule.name),
            "subject": .string(rule.subject.name), "level": .string(rule.level.rawValue),
            "when": .array(rule.cases.map { .string($0.condition.text) }),
            "where": rule.applies.map { .string($0.text) } ?? .null,
            "message": .string(rule.cases[0].message.template), "remedy": .string(rule.remedy),
            "source": .string(rule.source.text), "mark": .string(rule.source.evidence.rawValue),
            "file": .string(rule.file),
        ]
    }
}
