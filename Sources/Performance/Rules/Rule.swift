package import Formulas

/// A rule about one kind of record (规则), as its file states it.
package struct Rule: Sendable {
    package let id: CheckID
    package let name: String
    package let subject: RuleSubject
    /// When the rule applies (where); nil where always.
    package let applies: RecordFormula?
    /// What it finds, in this order; the first that is true speaks.
    package let cases: [RuleCase]
    package let parameters: [RuleParameter]
    /// What to do, a Chinese clause without full stop.
    package let remedy: String
    /// How it is often written, and how it should be; nil where an example would say nothing.
    package let model: Model?
    /// The fact that a finding points at; nil where the whole record is meant.
    package let field: String?
    /// What to write into ``field`` instead; nil where a person must decide.
    package let fix: RuleMessage?
    package let source: RuleSource
    package let examples: [RuleExample]
    /// The file that states it last.
    package let file: String

    /// The bad and the good example that a message shows.
    package struct Model: Hashable, Sendable {
        package let bad: String
        package let good: String

        package init(bad: String, good: String) {
            self.bad = bad
            self.good = good
        }
    }

    package init(
        id: CheckID, name: String, subject: RuleSubject, applies: RecordFormula?,
        cases: [RuleCase], parameters: [RuleParameter], remedy: String, model: Model?,
        field: String?, fix: RuleMessage?, source: RuleSource, examples: [RuleExample],
        file: String
    ) {
        self.id = id
        self.name = name
        self.subject = subject
        self.applies = applies
        self.cases = cases
        self.parameters = parameters
        self.remedy = remedy
        self.model = model
        self.field = field
        self.fix = fix
        self.source = source
        self.examples = examples
        self.file = file
    }

    /// The gravest level that it can raise.
    package var level: FindingLevel {
        cases.contains { $0.level == .blocking }
            ? .blocking : cases.contains { $0.level == .answered } ? .answered : .shown
    }
}

/// One thing that a rule can find: the condition and its weight.
package struct RuleCase: Sendable {
    package let level: FindingLevel
    /// The light of a warning; nil for rules that show none.
    package let light: MonitoringLight?
    /// What must be true (when).
    package let condition: RecordFormula
    /// ``Rule/applies`` and ``condition`` together.
    package let whole: RecordFormula
    package let message: RuleMessage

    package init(
        level: FindingLevel, light: MonitoringLight?, condition: RecordFormula,
        whole: RecordFormula, message: RuleMessage
    ) {
        self.level = level
        self.light = light
        self.condition = condition
        self.whole = whole
        self.message = message
    }
}

/// A named value of a rule that a district may set anew (参数): 定量占比下限 60%.
package struct RuleParameter: Hashable, Sendable {
    package let name: String
    /// One literal of the formula language: `60%`, `10万元`.
    package let text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// A record that shows what a rule does (规则样例).
package struct RuleExample: Hashable, Sendable {
    /// As the file gives them; what follows from them is derived.
    package let facts: Facts
    package let expected: Expectation
    /// 1-based line of its file.
    package let line: Int?

    package enum Expectation: Hashable, Sendable {
        case passes
        /// Some case speaks.
        case fails
        /// The case of this light speaks.
        case light(MonitoringLight)
        /// The case of this level speaks.
        case level(FindingLevel)
    }

    package init(facts: Facts, expected: Expectation, line: Int?) {
        self.facts = facts
        self.expected = expected
        self.line = line
    }
}
