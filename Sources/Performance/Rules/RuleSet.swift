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
    ///   - facts: complete together with those derived.
    ///   - derived: what follows from the facts; what is stated wins.
    ///   - earlier: what was said of the record before; nil judges it by all rules.
    package func verdict(
        of facts: Facts, derived: Facts = [:], after earlier: RuleVerdict? = nil
    ) -> RuleVerdict {
        let batch = subject.batch(of: [derived, facts])
        let record = PackedRecord(batch)
        // A record that there was not has no findings either.
        guard let earlier, let before = earlier.record else {
            return RuleVerdict(
                record: record, found: found(in: batch, by: nil),
                judgedRules: rules.count)
        }
        let concerned = Set(record.differences(from: before).flatMap { speakers[$0] })
        guard !concerned.isEmpty else {
            return RuleVerdict(record: record, found: earlier.found, judgedRules: 0)
        }
        let unconcerned = earlier.found.filter { !concerned.contains($0.key) }
        return RuleVerdict(
            record: record,
            found: unconcerned.merging(found(in: batch, by: concerned)) { $1 },
            judgedRules: concerned.count)
    }

    /// What rules say of the record of a batch, by their places.
    ///
    /// - Parameter chosen: places of the rules to ask; nil asks all.
    private func found(
        in batch: RecordBatch, by chosen: Set<Int>?
    ) -> [Int: RuleFinding] {
        var found: [Int: RuleFinding] = [:]
        var values: [FormulaValue]?
        let conditions = chosen.map { rules in
            self.conditions.indices.filter { rules.contains(self.conditions[$0].rule) }
        }
        program.run(over: batch, only: conditions) { _, condition in
            let (rule, ruleCase) = self.conditions[condition]
            // Of a rule's cases the first true one speaks.
            guard found[rule] == nil else { return }
            let record = values ?? batch.record(at: 0)
            values = record
            found[rule] = finding(
                Hit(row: 0, rule: rule, ruleCase: ruleCase), record: record)
        }
        return found
    }

    /// The light of a warning; nil where it shows none.
    func light(of hit: Hit) -> MonitoringLight? { rules[hit.rule].cases[hit.ruleCase].light }

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
