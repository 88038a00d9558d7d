import Formulas
import Performance
import Quantities

/// Reads one column of a ledger definition.
struct LedgerColumnReader {
    let choiceLists: [String: [LedgerColumn.Choice]]

    private enum TypeName: String, CaseIterable {
        case money, number, day, text, truth
    }

    private static let keys = [
        "name", "sql", "type", "scale", "unit", "max", "distinct", "required", "headers",
        "choices", "choiceList", "hint",
    ]
    /// The longest text that a cell may hold, in characters: a filled form is one.
    private static let longestText = 2_000_000

    func column(_ value: YAMLValue) throws(PackError) -> LedgerColumn {
        let mapping = try value.mapping(Self.keys)
        let typeName = try mapping.require("type").choice(of: TypeName.self)
        let choices = try choices(mapping)
        try refuseStrayKeys(mapping, of: typeName)
        return LedgerColumn(
            name: try FormulaName.read(mapping.require("name")),
            sqlName: try SQLName.readColumn(mapping.require("sql")),
            type: try type(typeName, mapping),
            isRequired: try mapping["required"]?.truth() ?? false,
            headers: try mapping["headers"]?.texts() ?? [], choices: choices,
            maximumLength: try maximumLength(mapping, typeName, choices),
            distinctUnit: try mapping["distinct"]?.unit().unit,
            hint: try mapping.require("hint").text())
    }

    private func type(_ name: TypeName, _ mapping: YAMLMapping)
        throws(PackError) -> ColumnShape.ValueType
    {
        switch name {
        case .money: return .money
        case .day: return .day
        case .text: return .text
        case .truth: return .truth
        case .number:
            let unit = try mapping.require("unit")
            let symbol: MeasureUnit = try unit.text() == "无" ? .one : baseUnit(unit)
            return .number(scale: try mapping.require("scale").integer(0...8), unit: symbol)
        }
    }

    /// A cell holds whole base units: 元 but not 万元, and a number but not a percentage.
    private func baseUnit(_ value: YAMLValue) throws(PackError) -> MeasureUnit {
        let symbol = try value.unit()
        guard symbol.factor == .one
        else { throw value.refusal("“\(symbol.text)”不是基本单位", remedy: "改用如元、人次的基本单位") }
        return symbol.unit
    }

    private func choices(_ mapping: YAMLMapping) throws(PackError) -> [LedgerColumn.Choice] {
        if let value = mapping["choices"] {
            guard mapping["choiceList"] == nil
            else { throw value.refusal("choices与choiceList只能有一个", remedy: "删去一个") }
            return try LedgerCommons.choices(value)
        }
        guard let value = mapping["choiceList"] else { return [] }
        let name = try value.text()
        guard let list = choiceLists[name]
        else { throw value.refusal("没有名为“\(name)”的选项表", remedy: "先在common.yaml中定义") }
        return list
    }

    private func maximumLength(
        _ mapping: YAMLMapping, _ type: TypeName, _ choices: [LedgerColumn.Choice]
    ) throws(PackError) -> Int? {
        guard type == .text else { return nil }
        if let longest = choices.map(\.text.count).max() { return longest }
        return try mapping.require("max").integer(1...Self.longestText)
    }

    private func refuseStrayKeys(_ mapping: YAMLMapping, of type: TypeName) throws(PackError) {
        let hasChoices = mapping["choices"] != nil || mapping["choiceList"] != nil
        var stray: [String] = []
        if type != .number { stray += ["scale", "unit"] }
        if type != .text { stray += ["choices", "choiceList"] }
        if type != .text || hasChoices { stray.append("max") }
        for key in stray {
            if let value = mapping[key] {
                throw value.refusal("这一列不能有“\(key)”", remedy: "删去“\(key)”")
            }
        }
    }
}
