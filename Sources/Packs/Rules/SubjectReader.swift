import Performance
import Quantities

/// Reads what rules judge: `{name: 指标, meaning: …, facts: [{name: 指标值, type: text, meaning: …}]}`.
enum SubjectReader {
    enum TypeName: String, CaseIterable { case text, truth, day, number }

    static func subject(_ value: YAMLValue) throws(PackError) -> RuleSubject {
        let mapping = try value.mapping(["name", "meaning", "facts"])
        var facts: [RuleFact] = []
        for item in try mapping.require("facts").nonEmptyList() {
            let fact = try fact(item)
            guard !facts.contains(where: { $0.name == fact.name })
            else { throw item.refusal("事实“\(fact.name)”写了两遍", remedy: "删去一个") }
            facts.append(fact)
        }
        return RuleSubject(
            name: try mapping.require("name").text(),
            meaning: try mapping.require("meaning").text(), facts: facts)
    }

    private static func fact(_ value: YAMLValue) throws(PackError) -> RuleFact {
        let mapping = try value.mapping([
            "name", "type", "unit", "choices", "atLeast", "meaning", "derived",
        ])
        return RuleFact(
            name: try mapping.require("name").text(), kind: try kind(mapping),
            meaning: try mapping.require("meaning").text(),
            isDerived: try mapping["derived"]?.truth() ?? false)
    }

    private static func kind(_ mapping: YAMLMapping) throws(PackError) -> RuleFact.Kind {
        let type = try mapping.require("type").choice(of: TypeName.self)
        if type != .number, let stray = mapping["unit"] ?? mapping["atLeast"] {
            throw stray.refusal("只有number才有单位和下限", remedy: "删去这个键，或把type改为number")
        }
        if type != .text, let stray = mapping["choices"] {
            throw stray.refusal("只有text才有选项", remedy: "删去choices，或把type改为text")
        }
        switch type {
        case .text: return .text(choices: try mapping["choices"]?.texts() ?? [])
        case .truth: return .truth
        case .day: return .day
        case .number:
            return .number(
                try mapping["unit"]?.unit(), minimum: try mapping["atLeast"]?.number())
        }
    }
}
