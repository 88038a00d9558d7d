/// A measure with parameters (口径模板), such as the 支出决算 of one project.
///
/// In its formula `{项目}` stands for a text: it becomes the quoted text `"困难职工帮扶资金"`. Inside 「」
/// it becomes the text itself, so that `「单项支出决算：{项目}」` names another measure made from a template.
/// The measure made is called by the template's name and the values, joined by `：`.
package struct MeasureTemplate: Hashable, Sendable {
    package let name: String
    package let parameters: [String]
    package let formula: String
    package let unit: ShownUnit
    package let explanation: String
    package let source: String

    /// Makes the measure for these values, one for each of ``parameters``.
    ///
    /// - Throws: ``MeasureTemplateError`` where a value is blank or cannot be written in a formula.
    package func measure(of values: [String]) throws(MeasureTemplateError) -> Measure {
        guard values.count == parameters.count
        else { throw .wrongCount(template: name, expected: parameters.count, given: values.count) }
        for value in values { try Self.check(value) }
        return Measure(
            name: Self.name(name, of: values), formula: try substituted(values), unit: unit,
            explanation: "\(explanation)（\(values.joined(separator: "，"))）", source: source)
    }

    /// `单项支出决算：保密设备购置费`, the name of a measure made; formulas write it in 「」.
    package static func name(_ template: String, of values: [String]) -> String {
        ([template] + values).joined(separator: "：")
    }

    /// The text as a formula writes it, in a pair of quotes that it does not hold itself.
    ///
    /// - Throws: ``MeasureTemplateError`` where it holds both kinds of quotes or a line break.
    package static func literal(_ text: String) throws(MeasureTemplateError) -> String {
        try check(text)
        if !text.unicodeScalars.contains(where: { $0 == "\"" || $0 == "＂" }) {
            return "\"\(text)\""
        }
        guard !text.unicodeScalars.contains("”") else { throw .unwritable(text) }
        return "“\(text)”"
    }

    private static let longest = 200

    private static func check(_ value: String) throws(MeasureTemplateError) {
        guard value.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
        else { throw .blank }
        let isPlain = value.unicodeScalars.allSatisfy {
            !($0.properties.generalCategory == .control) && $0 != "」" && $0 != "\u{2028}"
                && $0 != "\u{2029}"
        }
        guard isPlain, value.unicodeScalars.count <= longest else { throw .unwritable(value) }
    }

    private func substituted(_ values: [String]) throws(MeasureTemplateError) -> String {
        var result = ""
        var rest = Substring(formula)
        var isInName = false
        var closing: Character?
        while let character = rest.first {
            rest = rest.dropFirst()
            if let end = closing {
                if character == "{" { throw .placeholderInText(template: name) }
                if character == end { closing = nil }
            } else if !isInName, character == "\"" || character == "“" {
                closing = character == "“" ? "”" : "\""
            } else if character == "「" || character == "」" {
                isInName = character == "「"
            } else if character == "{" {
                let value = try self.value(taking: &rest, from: values)
                result += isInName ? value : try Self.literal(value)
                continue
            }
            result.append(character)
        }
        return result
    }

    private func value(taking rest: inout Substring, from values: [String])
        throws(MeasureTemplateError) -> String
    {
        let parameter = String(rest.prefix { $0 != "}" })
        rest = rest.dropFirst(parameter.count + 1)
        guard let index = parameters.firstIndex(of: parameter)
        else { throw .noSuchParameter(template: name, parameter) }
        return values[index]
    }
}

/// Why no measure can be made from a template.
package enum MeasureTemplateError: Error, Hashable, Sendable {
    case noSuchTemplate(String)
    case noSuchParameter(template: String, String)
    case placeholderInText(template: String)
    case wrongCount(template: String, expected: Int, given: Int)
    case blank
    case unwritable(String)

    package var message: String { "\(problem)。请\(remedy)。" }

    var problem: String {
        switch self {
        case .noSuchTemplate(let name): "没有名为“\(name)”的口径模板"
        case .noSuchParameter(let template, let parameter): "口径模板“\(template)”没有参数“\(parameter)”"
        case .placeholderInText(let template): "口径模板“\(template)”把参数写进了引号"
        case .wrongCount(let template, let expected, let given):
            "口径模板“\(template)”要\(expected)个值，给了\(given)个"
        case .blank: "口径模板的值是空的"
        case .unwritable(let value): "“\(value)”不能写进公式"
        }
    }

    var remedy: String {
        switch self {
        case .noSuchTemplate: "从口径包中选一个模板"
        case .noSuchParameter: "改用parameters中列出的参数"
        case .placeholderInText: "把{}写在引号之外，程序会加上引号"
        case .wrongCount: "按模板的参数逐一给出值"
        case .blank: "填写如项目名称的文字"
        case .unwritable: "去掉换行、“」”，引号只用一种，不超过200个字"
        }
    }
}
