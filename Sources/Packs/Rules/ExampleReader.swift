import Performance

/// Reads `examples: {fails: [{指标值: "295人次"}], passes: […]}`; `lights` and `levels` take lists by name.
struct ExampleReader {
    let subject: RuleSubject

    func examples(_ value: YAMLValue) throws(PackError) -> [RuleExample] {
        let kinds: [(key: String, expected: RuleExample.Expectation)] = [
            ("fails", .fails), ("passes", .passes), ("red", .light(.red)),
            ("yellow", .light(.yellow)), ("blue", .light(.blue)), ("E", .level(.blocking)),
            ("W", .level(.answered)), ("I", .level(.shown)),
        ]
        let mapping = try value.mapping(kinds.map(\.key))
        var examples: [RuleExample] = []
        for (key, expected) in kinds {
            for item in try mapping[key]?.nonEmptyList() ?? [] {
                examples.append(
                    RuleExample(
                        facts: try facts(item), expected: expected, line: item.line))
            }
        }
        return examples
    }

    private func facts(_ value: YAMLValue) throws(PackError) -> Facts {
        let mapping = try value.mapping(subject.facts.map(\.name))
        var facts: Facts = [:]
        for fact in subject.facts {
            guard let value = mapping[fact.name] else { continue }
            let text = try value.plainText()
            guard let read = fact.value(reading: text) else {
                throw value.refusal("“\(text)”不是\(fact.typeWords)", remedy: "改为\(fact.typeWords)")
            }
            facts[fact.name] = read
        }
        return facts
    }
}
