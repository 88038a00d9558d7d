import Performance

/// Reads what a form asks for: `- 联系电话` takes the common definition, a mapping makes its own.
struct FormFieldReader {
    let shared: [String: FormField]

    private static let keys = [
        "name", "use", "label", "type", "choices", "required", "max", "hint", "formula", "aliases",
        "fixed",
    ]

    func fields(_ list: YAMLValue) throws(PackError) -> [FormField] {
        var fields: [FormField] = []
        for value in try list.nonEmptyList() {
            let field = try field(value)
            guard !fields.contains(where: { $0.name == field.name })
            else { throw value.refusal("“\(field.name)”已有定义", remedy: "换一个名称") }
            fields.append(field)
        }
        return fields
    }

    private func field(_ value: YAMLValue) throws(PackError) -> FormField {
        if value.isScalar { return try common(value) }
        let mapping = try value.mapping(Self.keys)
        guard mapping["name"] == nil || mapping["use"] == nil
        else { throw value.refusal("name与use只能写一个", remedy: "沿用公共填报项时写use，否则写name") }
        let base: FormField? = if let use = mapping["use"] { try common(use) } else { nil }
        let name = if let base { base.name } else { try mapping.require("name").text() }
        return FormField(
            name: try mapping["name"]?.text() ?? name,
            label: try mapping["label"]?.text() ?? base?.label ?? name,
            type: try type(mapping, base: base),
            isRequired: try mapping["required"]?.truth() ?? base?.isRequired ?? false,
            maximumLength: try mapping["max"]?.integer(1...10_000) ?? base?.maximumLength,
            hint: try mapping["hint"]?.text() ?? base?.hint ?? "",
            formula: try formula(mapping["formula"]) ?? base?.formula,
            aliases: try mapping["aliases"]?.texts() ?? base?.aliases ?? [],
            isFixed: try mapping["fixed"]?.truth() ?? base?.isFixed ?? false)
    }

    private func common(_ value: YAMLValue) throws(PackError) -> FormField {
        let name = try value.text()
        guard let field = shared[name] else {
            throw value.refusal(
                "公共填报项中没有“\(name)”", remedy: "先在\(FormPack.common)中定义，或在这里写{name: …, type: …}")
        }
        return field
    }

    private func type(
        _ mapping: YAMLMapping, base: FormField?
    ) throws(PackError) -> FormFieldType {
        guard let value = mapping["type"] else {
            if let base, mapping["choices"] == nil { return base.type }
            throw mapping.place.refusal("缺少“type”", remedy: "补上“type”")
        }
        let word = try value.choice(of: FormTypeWord.self)
        guard (word == .choice) == (mapping["choices"] != nil)
        else { throw value.refusal("choices与type: choice须同时写", remedy: "补上或删去choices") }
        return try word.type(mapping["choices"]?.texts() ?? [])
    }

    private func formula(_ value: YAMLValue?) throws(PackError) -> FormFormula? {
        guard let value else { return nil }
        let text = try value.text()
        guard let formula = FormFormula(reading: text) else {
            throw value.refusal(
                "“\(text)”不是表内公式", remedy: "写成如“财政拨款 + 其他资金”“sum(任务.总额)”“执行数 / 预算数”的公式")
        }
        return formula
    }
}

/// How a definition file spells ``FormFieldType``.
private enum FormTypeWord: String, CaseIterable {
    case text, money, percent, number, score, day, year, target, choice, tick

    func type(_ choices: [String]) -> FormFieldType {
        switch self {
        case .text: .text
        case .money: .money
        case .percent: .percent
        case .number: .number
        case .score: .score
        case .day: .day
        case .year: .year
        case .target: .target
        case .choice: .choice(choices)
        case .tick: .tick
        }
    }
}
