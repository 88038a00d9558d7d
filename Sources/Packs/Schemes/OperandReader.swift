import Performance
import Quantities

/// Reads where a rule takes its figures from.
struct OperandReader {
    let formulas: FormulaReader

    /// An operand with the unit of its figure; nil where any unit fits (constants, yes/no).
    struct Read {
        let operand: Operand
        let unit: MeasureUnit?
    }

    static let itemKeys = ["question", "unit", "standard"]

    /// A formula, or `{judged: …}`, `{derived: …}`, `{constant: "100"}`.
    func operand(_ value: YAMLValue) throws(PackError) -> Read {
        guard value.isMapping else {
            let (text, unit) = try formulas.formula(value)
            return Read(operand: .formula(text), unit: unit)
        }
        let mapping = try value.mapping(["judged", "derived", "constant"] + Self.itemKeys)
        switch (mapping["judged"], mapping["derived"], mapping["constant"]) {
        case (let name?, nil, nil):
            let item = try item(name, mapping)
            return Read(operand: .judged(item), unit: item.unit?.unit)
        case (nil, let name?, nil):
            let item = try item(name, mapping)
            return Read(operand: .derived(item), unit: item.unit?.unit)
        case (nil, nil, let number?):
            return Read(operand: .constant(try number.number()), unit: nil)
        default:
            throw value.refusal(
                "数的来源不明确", remedy: "写一个公式，或judged、derived、constant三者之一")
        }
    }

    /// The item of a checklist, a flag or a veto: `name` and what else describes it.
    func item(named mapping: YAMLMapping) throws(PackError) -> JudgedItem {
        try item(mapping.require("name"), mapping)
    }

    private func item(_ name: YAMLValue, _ mapping: YAMLMapping) throws(PackError) -> JudgedItem {
        JudgedItem(
            name: try name.text(), question: try mapping["question"]?.text(),
            unit: try mapping["unit"]?.unit(), standard: try mapping["standard"]?.number())
    }

    /// `numerator` and `denominator`, or `value`.
    func scoredValue(_ mapping: YAMLMapping) throws(PackError) -> ScoredValue {
        switch (mapping["value"], mapping["numerator"], mapping["denominator"]) {
        case (nil, let top?, let bottom?):
            let (numerator, denominator) = (try operand(top), try operand(bottom))
            if let upper = numerator.unit, let lower = denominator.unit, upper != lower {
                throw bottom.refusal(
                    "分子以\(upper.words)计，分母以\(lower.words)计，不能相除成比率", remedy: "让两者用同一种单位")
            }
            return .quotient(numerator.operand, over: denominator.operand)
        case (let value?, nil, nil):
            guard let list = value.isMapping ? try meanOfCapped(value) : nil
            else { return .single(try ratio(value)) }
            return .meanOfCapped(list)
        default:
            throw mapping.place.refusal(
                "要计分的值不明确", remedy: "写numerator和denominator，或只写value")
        }
    }

    /// An operand that is a plain number, such as a rate.
    private func ratio(_ value: YAMLValue) throws(PackError) -> Operand {
        let read = try operand(value)
        guard read.unit?.isDimensionless ?? true else {
            throw value.refusal("计分的值应是比率，这里以\(read.unit?.words ?? "")计", remedy: "改用比率")
        }
        return read.operand
    }

    private func meanOfCapped(
        _ value: YAMLValue
    ) throws(PackError) -> [ScoredValue.Checkpoint]? {
        let keys = ["meanOfCapped", "judged", "derived", "constant"] + Self.itemKeys
        guard let list = try value.mapping(keys)["meanOfCapped"] else { return nil }
        var checkpoints: [ScoredValue.Checkpoint] = []
        for item in try list.nonEmptyList() {
            let mapping = try item.mapping(["actual", "target"])
            let target = try mapping.require("target").number()
            guard target > .zero
            else { throw try mapping.require("target").refusal("序时进度应大于0", remedy: "改为大于0的数") }
            checkpoints.append(
                ScoredValue.Checkpoint(actual: try ratio(mapping.require("actual")), target: target)
            )
        }
        return checkpoints
    }
}

extension MeasureUnit {
    /// How messages name it.
    fileprivate var words: String { isDimensionless ? "比率" : description }
}
