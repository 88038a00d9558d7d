import Formulas
import Performance

/// Checks the formulas and messages of one rule.
struct RuleFormulas {
    private let subject: RuleSubject
    private let vocabulary: Vocabulary
    private let parameters: [String: String]

    /// - Parameter place: the rule, for parameters that are no fixed values.
    init(
        subject: RuleSubject, _ parameters: [RuleParameter], at place: YAMLValue
    ) throws(PackError) {
        var vocabulary = Vocabulary(record: subject.shape)
        for parameter in parameters {
            do {
                try vocabulary.define(parameter: parameter.name, text: parameter.text)
            } catch {
                throw place.refusal(
                    "参数“\(parameter.name)”的值“\(parameter.text)”不能用",
                    remedy: "写成一个固定值，如60%、10万元、5")
            }
        }
        self.subject = subject
        self.vocabulary = vocabulary
        self.parameters = Dictionary(
            parameters.map { ($0.name, $0.text) }, uniquingKeysWith: { _, last in last })
    }

    func condition(_ value: YAMLValue) throws(PackError) -> RecordFormula {
        try condition(try value.text(), at: value)
    }

    func condition(_ text: String, at place: YAMLValue) throws(PackError) -> RecordFormula {
        let formula: RecordFormula
        do {
            formula = try vocabulary.checkRecord(text)
        } catch {
            throw place.refusal("条件“\(text)”不能用：\(error.problemClause)", remedy: "改正条件")
        }
        guard formula.type == .truth
        else { throw place.refusal("条件“\(text)”得出的不是是否", remedy: "写成比较，如 数值 > 100") }
        return formula
    }

    func ruleCase(
        level: FindingLevel, light: MonitoringLight?, when: String, where applies: String?,
        message: String, at place: YAMLValue, messageAt: YAMLValue? = nil
    ) throws(PackError) -> RuleCase {
        let condition = try condition(when, at: place)
        let whole = try applies.map { applies throws(PackError) in
            try self.condition("(\(applies)) and (\(when))", at: place)
        }
        return RuleCase(
            level: level, light: light, condition: condition, whole: whole ?? condition,
            message: try self.message(message, at: messageAt ?? place))
    }

    func message(_ value: YAMLValue) throws(PackError) -> RuleMessage {
        try message(try value.text(), at: value)
    }

    private func message(_ text: String, at place: YAMLValue) throws(PackError) -> RuleMessage {
        do {
            return try RuleMessage(text, of: subject, parameters: parameters)
        } catch {
            switch error {
            case .openBrace: throw place.refusal("“{”没有配对的“}”", remedy: "补上“}”")
            case .unknownField(let name, _): throw place.unknownFact(name, of: subject)
            }
        }
    }
}
