import Formulas
import Performance

/// Reads one rule of a subject: names, types and units are checked where they stand.
struct RuleFileReader {
    static let keys = [
        "id", "override", "name", "subject", "level", "where", "when", "levels", "lights", "at",
        "message", "remedy", "bad", "good", "fix", "parameters", "source", "examples",
    ]

    let subject: RuleSubject
    let file: String

    func rule(_ id: CheckID, _ head: YAMLMapping) throws(PackError) -> Rule {
        let parameters = try Self.parameters(head["parameters"])
        let formulas = try RuleFormulas(subject: subject, parameters, at: head.place)
        let field = try head["at"].map { value throws(PackError) in try fact(value) }
        let fix = try head["fix"].map { value throws(PackError) in
            try formulas.message(value)
        }
        if fix != nil, field == nil, let value = head["fix"] {
            throw value.refusal("没有写明改哪一项", remedy: "补上at，写明要改的事实")
        }
        return Rule(
            id: id, name: try head.require("name").text(), subject: subject,
            applies: try head["where"].map { value throws(PackError) in
                try formulas.condition(value)
            },
            cases: try cases(head, formulas), parameters: parameters,
            remedy: try Self.clause(head.require("remedy")), model: try Self.model(head),
            field: field, fix: fix, source: try RuleSource(reading: head.require("source")),
            examples: try ExampleReader(subject: subject).examples(head.require("examples")),
            file: file)
    }

    /// A rule of which a district sets only parameters, level, remedy or examples anew.
    static func rule(
        _ known: Rule, adjustedBy head: YAMLMapping, _ file: String
    ) throws(PackError) -> Rule {
        for key in ["where", "at", "fix", "subject", "message"] {
            if let stray = head[key] {
                throw stray.refusal("只改参数时不能改“\(key)”", remedy: "删去它，或连同when整条改写")
            }
        }
        let changed = try parameters(head["parameters"])
        for parameter in changed
        where !known.parameters.contains(where: { $0.name == parameter.name }) {
            throw head.place.refusal(
                "规则“\(known.id)”没有参数“\(parameter.name)”",
                remedy: "改用：\(known.parameters.map(\.name).joined(separator: "、"))")
        }
        let parameters = known.parameters.map { old in
            changed.first { $0.name == old.name } ?? old
        }
        let formulas = try RuleFormulas(subject: known.subject, parameters, at: head.place)
        let level = try head["level"]?.choice(of: FindingLevel.self)
        return Rule(
            id: known.id, name: known.name, subject: known.subject,
            applies: try known.applies.map { old throws(PackError) in
                try formulas.condition(old.text, at: head.place)
            },
            cases: try known.cases.map { old throws(PackError) in
                try formulas.ruleCase(
                    level: level ?? old.level, light: old.light, when: old.condition.text,
                    where: known.applies?.text, message: old.message.template, at: head.place)
            },
            parameters: parameters,
            remedy: try head["remedy"].map { value throws(PackError) in try clause(value) }
                ?? known.remedy,
            model: known.model, field: known.field, fix: known.fix,
            source: try RuleSource(reading: head.require("source")),
            examples: try head["examples"].map { value throws(PackError) in
                try ExampleReader(subject: known.subject).examples(value)
            } ?? known.examples,
            file: file)
    }

    // MARK: Parts

    private func cases(
        _ head: YAMLMapping, _ formulas: RuleFormulas
    ) throws(PackError) -> [RuleCase] {
        let message = try head.require("message")
        let condition = try head["where"]?.text()
        func ruleCase(
            _ level: FindingLevel, _ light: MonitoringLight?, _ when: YAMLValue
        ) throws(PackError) -> RuleCase {
            try formulas.ruleCase(
                level: level, light: light, when: when.text(), where: condition,
                message: message.text(), at: when, messageAt: message)
        }
        switch (head["when"], head["levels"], head["lights"]) {
        case (let when?, nil, nil):
            let level = try head.require("level").choice(of: FindingLevel.self)
            return [try ruleCase(level, nil, when)]
        case (nil, let levels?, nil):
            let mapping = try levels.mapping(FindingLevel.allCases.map(\.rawValue))
            return try Self.present(FindingLevel.allCases, in: mapping) {
                (level, when) throws(PackError) in try ruleCase(level, nil, when)
            }
        case (nil, nil, let lights?):
            let mapping = try lights.mapping(Self.lights.map(\.key))
            return try Self.present(Self.lights, in: mapping, key: \.key) {
                (light, when) throws(PackError) in try ruleCase(light.level, light.light, when)
            }
        default:
            throw head.place.refusal(
                "when、levels、lights应恰有一个", remedy: "一般写when；分级写levels；预警灯写lights")
        }
    }

    private struct Light {
        let key: String
        let light: MonitoringLight
        let level: FindingLevel
    }

    /// The worst first; a blue light is good news and only shown.
    private static let lights = [
        Light(key: "red", light: .red, level: .answered),
        Light(key: "yellow", light: .yellow, level: .answered),
        Light(key: "blue", light: .blue, level: .shown),
    ]

    private static func present(
        _ levels: [FindingLevel], in mapping: YAMLMapping,
        _ body: (FindingLevel, YAMLValue) throws(PackError) -> RuleCase
    ) throws(PackError) -> [RuleCase] {
        try present(levels, in: mapping, key: \.rawValue, body)
    }

    private static func present<Key>(
        _ keys: [Key], in mapping: YAMLMapping, key: KeyPath<Key, String>,
        _ body: (Key, YAMLValue) throws(PackError) -> RuleCase
    ) throws(PackError) -> [RuleCase] {
        var cases: [RuleCase] = []
        for item in keys {
            guard let value = mapping[item[keyPath: key]] else { continue }
            cases.append(try body(item, value))
        }
        guard !cases.isEmpty
        else { throw mapping.place.refusal("这里没有条件", remedy: "至少写一个条件") }
        return cases
    }

    private func fact(_ value: YAMLValue) throws(PackError) -> String {
        let name = try value.text()
        guard subject.fact(name) != nil else { throw value.unknownFact(name, of: subject) }
        return name
    }

    private static func parameters(_ value: YAMLValue?) throws(PackError) -> [RuleParameter] {
        guard let value else { return [] }
        var parameters: [RuleParameter] = []
        for item in try value.nonEmptyList() {
            let mapping = try item.mapping(["name", "value"])
            parameters.append(
                RuleParameter(
                    name: try mapping.require("name").text(),
                    text: try mapping.require("value").text()))
        }
        return parameters
    }

    private static func model(_ head: YAMLMapping) throws(PackError) -> Rule.Model? {
        switch (head["bad"], head["good"]) {
        case (nil, nil): return nil
        case (let bad?, let good?):
            return Rule.Model(bad: try bad.text(), good: try good.text())
        default: throw head.place.refusal("bad与good应同时出现", remedy: "两个都写，或都不写")
        }
    }

    /// A clause, which the message puts after 请 and before its full stop.
    private static func clause(_ value: YAMLValue) throws(PackError) -> String {
        let text = try value.text()
        guard !text.hasSuffix("。"), !text.hasPrefix("请")
        else { throw value.refusal("“\(text)”应是半句话", remedy: "去掉开头的“请”和末尾的句号") }
        return text
    }
}

extension YAMLValue {
    func unknownFact(_ name: String, of subject: RuleSubject) -> PackError {
        refusal(
            "“\(subject.name)”没有事实“\(name)”",
            remedy: subject.shape.nearest(to: name).map { "改为“\($0)”" }
                ?? "用 jixiao rules facts 查看有哪些事实")
    }
}
