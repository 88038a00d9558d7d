package import Formulas

/// The rules of one subject, made ready to judge many records.
package struct RuleSet: Sendable {
    package let subject: RuleSubject
    package let rules: [Rule]
    private let program: RecordProgram
    /// The rule and case of each condition of the program.
    private let conditions: [(rule: Int, case: Int)]
    /// The rules that speak of each fact: it stands in a condition of theirs or in their words.
    private let speakers: [[Int]]

    package init(_ rules: [Rule], of subject: RuleSubject) {
        self.subject = subject
        self.rules = rules
        conditions = rules.enumerated().flatMap { rule, value in
            value.cases.indices.map { (rule, $0) }
        }
        program = RecordProgram(
            rules.flatMap { $0.cases.map(\.whole) }, over: subject.shape)
        var speakers: [[Int]] = Array(repeating: [], count: subject.facts.count)
        for (place, rule) in rules.enumerated() {
            for fact in rule.factsInUse { speakers[fact].append(place) }
        }
        self.speakers = speakers
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

    /// Judges one record again after some of its facts have changed: only rules that speak of those.
    ///
    /// - Parameters:
    ///   - facts: complete.
    ///   - earlier: what was said of the record before; nil judges it by all rules.
    package func verdict(of facts: Facts, after earlier: RuleVerdict? = nil) -> RuleVerdict {
        let record = subject.record(facts)
        let concerned: Set<Int>
        if let earlier, earlier.record.count == record.count {
            concerned = Set(
                record.indices.filter { record[$0] != earlier.record[$0] }
                    .flatMap { speakers[$0] })
        } else {
            concerned = Set(rules.indices)
        }
        // A record that there was not has no findings either.
        var found = earlier?.found.filter { !concerned.contains($0.key) } ?? [:]
        if !concerned.isEmpty {
            var batch = RecordBatch(shape: subject.shape, reserving: 1)
            batch.append(record: record)
            let chosen =
                concerned.count == rules.count
                ? nil : conditions.indices.filter { concerned.contains(conditions[$0].rule) }
            program.run(over: batch, only: chosen) { _, condition in
                let (rule, ruleCase) = conditions[condition]
                // Of a rule's cases the first true one speaks.
                guard found[rule] == nil else { return }
                found[rule] = finding(
                    Hit(row: 0, rule: rule, ruleCase: ruleCase), record: record)
            }
        }
        return RuleVerdict(record: record, found: found, judgedRules: concerned.count)
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
    /// The places of all facts that it asks for or prints.
    fileprivate var factsInUse: Set<Int> {
        var facts = Set(cases.flatMap { $0.whole.fields + $0.message.facts })
        facts.formUnion(fix?.facts ?? [])
        if let place = field.flatMap(subject.shape.index) { facts.insert(place) }
        return facts
    }

    /// `红灯：…。请…。例：“…”应写为“…”。`
    func words(_ spoken: RuleCase, record: [FormulaValue]) -> String {
        var words = spoken.message.text(for: record, of: subject) + "。请\(remedy)。"
        if let light = spoken.light { words = "\(light.rawValue)：" + words }
        if let model { words += "例：“\(model.bad)”→“\(model.good)”。" }
        return words
    }
}
