package import Formulas

/// The rules of one subject, made ready to judge many records.
package struct RuleSet: Sendable {
    package let subject: RuleSubject
    package let rules: [Rule]
    private let program: RecordProgram
    /// The rule and case of each condition of the program.
    private let conditions: [(rule: Int, case: Int)]

    package init(_ rules: [Rule], of subject: RuleSubject) {
        self.subject = subject
        self.rules = rules
        conditions = rules.enumerated().flatMap { rule, value in
            value.cases.indices.map { (rule, $0) }
        }
        program = RecordProgram(
            rules.flatMap { $0.cases.map(\.whole) }, over: subject.shape)
    }

    /// One rule that speaks of one row.
    package struct Hit: Hashable, Sendable {
        package let row: Int
        /// The place in ``RuleSet/rules``.
        package let rule: Int
        /// The place in ``Rule/cases``.
        package let ruleCase: Int
    }

    /// Judges the rows of a batch, row by row, rule by rule; of a rule's cases the first true one speaks.
    ///
    /// - Returns: how many conditions could not be decided, since a number did not fit.
    @discardableResult
    package func judge(_ batch: RecordBatch, _ body: (Hit) -> Void) -> Int {
        var last = (row: -1, rule: -1)
        return program.run(over: batch) { row, condition in
            let (rule, ruleCase) = conditions[condition]
            guard last != (row, rule) else { return }
            last = (row, rule)
            body(Hit(row: row, rule: rule, ruleCase: ruleCase))
        }
    }

    /// Judges records whose facts are complete.
    package func findings(of records: [Facts]) -> [RuleFinding] {
        let values = records.map(subject.record)
        var batch = RecordBatch(shape: subject.shape, reserving: values.count)
        for record in values { batch.append(record: record) }
        var findings: [RuleFinding] = []
        judge(batch) { hit in
            findings.append(
                finding(hit, record: values[hit.row]))
        }
        return findings
    }

    /// The words of one hit.
    package func finding(_ hit: Hit, record: [FormulaValue]) -> RuleFinding {
        let rule = rules[hit.rule]
        let spoken = rule.cases[hit.ruleCase]
        let place = rule.field.flatMap(subject.shape.index)
        return RuleFinding(
            ruleId: rule.id, level: spoken.level, light: spoken.light, record: hit.row,
            field: rule.field, stated: place.map { subject.facts[$0].words(for: record[$0]) },
            message: rule.words(spoken, record: record),
            fix: rule.fix?.text(for: record, of: subject))
    }
}

extension Rule {
    /// `红灯：…。请…。例：“…”应写为“…”。`
    func words(_ spoken: RuleCase, record: [FormulaValue]) -> String {
        var words = spoken.message.text(for: record, of: subject) + "。请\(remedy)。"
        if let light = spoken.light { words = "\(light.rawValue)：" + words }
        if let model { words += "例：“\(model.bad)”→“\(model.good)”。" }
        return words
    }
}
