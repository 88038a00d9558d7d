package import Formulas
package import Quantities

/// What rules judge one by one (规则对象): an indicator as declared, a form, a row of a sheet.
package struct RuleSubject: Hashable, Sendable {
    /// Chinese name, as rule files write it: 指标.
    package let name: String
    /// What one record of it is.
    package let meaning: String
    package let facts: [RuleFact]
    package let shape: RecordShape

    /// - Precondition: no two facts have one name.
    package init(name: String, meaning: String, facts: [RuleFact]) {
        self.name = name
        self.meaning = meaning
        self.facts = facts
        shape = RecordShape(name: name, fields: facts.map(\.field))
    }

    package func fact(_ name: String) -> RuleFact? { shape.index(of: name).map { facts[$0] } }

    /// One record as rules are run over it; of facts that stand twice the later ones win.
    ///
    /// - Precondition: every name given is a fact's.
    func batch(of given: [Facts]) -> RecordBatch {
        var batch = RecordBatch(blankRecordOf: shape)
        for facts in given {
            facts.each { batch.put($1, at: place(of: $0)) }
        }
        return batch
    }

    private func place(of name: String) -> Int {
        guard let place = shape.index(of: name) else { preconditionFailure("no fact \(name)") }
        return place
    }

    /// The values in the order of ``facts``; what is not given is missing.
    ///
    /// - Precondition: every name given is a fact's.
    package func record(_ given: Facts) -> [FormulaValue] {
        var record = [FormulaValue](repeating: .missing, count: facts.count)
        given.each { record[place(of: $0)] = $1 }
        return record
    }
}

/// One thing known of a subject (事实), such as 指标值 or 定量占比.
package struct RuleFact: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case text(choices: [String])
        case truth
        case day
        /// Shown and written in this unit; nil for a plain number such as a count.
        case number(UnitSymbol?, minimum: Fraction?)
    }

    package let name: String
    package let kind: Kind
    package let meaning: String
    /// Whether the program derives it from the other facts of the record.
    package let isDerived: Bool

    package init(name: String, kind: Kind, meaning: String, isDerived: Bool = false) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
        self.isDerived = isDerived
    }

    var field: RecordField {
        switch kind {
        case .text(let choices): RecordField(name: name, type: .text, choices: choices)
        case .truth: RecordField(name: name, type: .truth)
        case .day: RecordField(name: name, type: .day)
        case .number(let unit, let minimum):
            RecordField(name: name, type: .number(unit?.unit ?? .one), minimum: minimum)
        }
    }

    /// What users read of the type: 文字, 是否, 日期, 数（万元）.
    package var typeWords: String {
        switch kind {
        case .text(let choices):
            choices.isEmpty ? "文字" : "文字（\(choices.joined(separator: "、"))）"
        case .truth: "是否"
        case .day: "日期"
        case .number(let unit, _): unit.map { "数（\($0.text)）" } ?? "数"
        }
    }

    /// Reads a value as files write it: `true`, `2021-07-31`, `20` or `20万元`, any text; nil for another.
    package func value(reading text: String) -> FormulaValue? {
        switch kind {
        case .text(let choices):
            return choices.isEmpty || text.isEmpty || choices.contains(text) ? .text(text) : nil
        case .truth:
            switch text {
            case "true", "是": return .truth(true)
            case "false", "否": return .truth(false)
            default: return nil
            }
        case .day: return Day(iso: text).map { .day($0) }
        case .number(let unit, _):
            var digits = text[...]
            if let unit, digits.hasSuffix(unit.text) {
                digits = digits.dropLast(unit.text.count)
            }
            guard let number = ExactDecimal(digits),
                let value = try? number.fraction.multiplied(by: unit?.factor ?? .one)
            else { return nil }
            return .number(value)
        }
    }

    /// A value as messages print it: a number in the fact's unit, without the unit's name.
    package func words(for value: FormulaValue) -> String {
        switch value {
        case .text(let text): text.isEmpty ? "（空）" : text
        case .truth(let truth): truth ? "是" : "否"
        case .day(let day): day.chinese
        case .number(let number): numberWords(number)
        case .missing, .undefined: "（空）"
        }
    }

    private func numberWords(_ number: Fraction) -> String {
        guard case .number(let unit, _) = kind,
            let shown = try? number.divided(by: unit?.factor ?? .one),
            let fine = try? shown.rounded(to: 6), let coarse = try? shown.rounded(to: 2)
        else { return number.description }
        return (fine.fraction == shown ? fine : coarse).trimmed().text
    }
}
