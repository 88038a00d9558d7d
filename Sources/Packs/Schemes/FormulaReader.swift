import Formulas
import Quantities

/// Reads formulas of a scheme: names, types and units are checked where they stand.
struct FormulaReader {
    let vocabulary: Vocabulary

    /// A formula that gives a number, with its unit.
    func formula(_ value: YAMLValue) throws(PackError) -> (text: String, unit: MeasureUnit) {
        let text = try value.text()
        let type: FormulaType
        do {
            type = try vocabulary.check(text).type
        } catch {
            throw value.refusal("公式“\(text)”不能用：\(error.problemClause)", remedy: "改用口径包中的口径，或改正公式")
        }
        guard let unit = type.unit
        else { throw value.refusal("公式“\(text)”得出的不是数", remedy: "改用得出数的公式") }
        return (text, unit)
    }
}

extension FormulaError {
    /// The message without its full stop, to stand inside another sentence.
    var problemClause: String {
        message.hasSuffix("。") ? String(message.dropLast()) : message
    }
}
