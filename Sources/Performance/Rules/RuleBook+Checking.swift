import Formulas

/// Why a rule cannot be taken as it stands (规则问题).
package struct RuleProblem: Hashable, Sendable {
    package let ruleId: CheckID
    package let file: String
    /// 1-based; nil where the whole rule is meant.
    package let line: Int?
    package let kind: Kind

    package enum Kind: Hashable, Sendable {
        case withoutFailingExample
        case withoutPassingExample
        case silentExample(RuleExample.Expectation, said: CheckIDAndLevel?)
        case loudExample
        case neverApplies
        /// 1-based number of the case.
        case neverFires(case: Int)
        case alwaysFires(case: Int)
        /// An earlier case is true wherever this one is.
        case shadowed(case: Int)
        case contradicts(CheckID)
        case undecided
    }

    /// Whether the rule is refused; what is undecided is only told.
    package var isRefusal: Bool { kind != .undecided }
}

/// What an example's rule said instead.
package struct CheckIDAndLevel: Hashable, Sendable {
    package let level: FindingLevel
    package let light: MonitoringLight?
}

extension RuleBook {
    /// Looks for rules that never speak, always speak, exclude each other or miss their examples.
    package func problems() -> [RuleProblem] {
        rules.flatMap { exampleProblems($0) + reachProblems($0) } + contradictions()
    }

    // MARK: Examples

    private func exampleProblems(_ rule: Rule) -> [RuleProblem] {
        var problems: [RuleProblem] = []
        if rule.examples.allSatisfy({ $0.expected == .passes }) {
            problems.append(rule.problem(.withoutFailingExample))
        }
        if rule.examples.allSatisfy({ $0.expected != .passes }) {
            problems.append(rule.problem(.withoutPassingExample))
        }
        let alone = RuleSet([rule], of: rule.subject)
        for example in rule.examples {
            let said = alone.findings(
                of: [lexicon.completed(example.facts, of: rule.subject)]
            ).first
            if let kind = Self.problem(example, said) {
                problems.append(rule.problem(kind, line: example.line))
            }
        }
        return problems
    }

    private static func problem(_ example: RuleExample, _ said: RuleFinding?) -> RuleProblem.Kind? {
        let isRight =
            switch example.expected {
            case .passes: said == nil
            case .fails: said != nil
            case .light(let light): said?.light == light
            case .level(let level): said?.level == level
            }
        guard !isRight else { return nil }
        if example.expected == .passes { return .loudExample }
        return .silentExample(
            example.expected,
            said: said.map { CheckIDAndLevel(level: $0.level, light: $0.light) })
    }

    // MARK: Reach

    private func reachProblems(_ rule: Rule) -> [RuleProblem] {
        let shape = rule.subject.shape
        func verdict(_ holding: [RecordFormula], _ failing: [RecordFormula] = [])
            -> ConditionReasoning.Verdict
        { ConditionReasoning.verdict(true: holding, false: failing, over: shape) }
        let applies = rule.applies.map { [$0] } ?? []
        if verdict(applies) == .impossible { return [rule.problem(.neverApplies)] }
        var problems: [RuleProblem] = []
        for (number, spoken) in rule.cases.enumerated() {
            let earlier = rule.cases[..<number].map(\.condition)
            let reach = verdict(applies + [spoken.condition])
            if reach == .undecided { problems.append(rule.problem(.undecided)) }
            if reach == .impossible {
                problems.append(rule.problem(.neverFires(case: number + 1)))
            } else if verdict(applies, [spoken.condition]) == .impossible {
                problems.append(rule.problem(.alwaysFires(case: number + 1)))
            } else if verdict(applies + [spoken.condition], earlier) == .impossible {
                problems.append(rule.problem(.shadowed(case: number + 1)))
            }
        }
        return problems
    }

    // MARK: Contradictions

    /// Pairs of blocking rules that no record can pass together where both apply.
    private func contradictions() -> [RuleProblem] {
        subjects.flatMap { subject -> [RuleProblem] in
            let blocking = rules.filter { $0.subject.name == subject.name && $0.level == .blocking }
            return blocking.indices.flatMap { first in
                blocking.indices.filter { $0 > first }.compactMap { second in
                    Self.contradiction(blocking[first], blocking[second], subject)
                }
            }
        }
    }

    private static func contradiction(
        _ first: Rule, _ second: Rule, _ subject: RuleSubject
    ) -> RuleProblem? {
        guard first.sharesFact(with: second) else { return nil }
        let applies = [first, second].compactMap(\.applies)
        let blocked = [first, second].flatMap(\.blockingConditions)
        func verdict(_ failing: [RecordFormula]) -> ConditionReasoning.Verdict {
            ConditionReasoning.verdict(true: applies, false: failing, over: subject.shape)
        }
        guard verdict(blocked) == .impossible, verdict([]) != .impossible,
            verdict(first.blockingConditions) != .impossible,
            verdict(second.blockingConditions) != .impossible
        else { return nil }
        return second.problem(.contradicts(first.id))
    }
}

extension Rule {
    fileprivate func problem(_ kind: RuleProblem.Kind, line: Int? = nil) -> RuleProblem {
        RuleProblem(ruleId: id, file: file, line: line, kind: kind)
    }

    fileprivate var blockingConditions: [RecordFormula] {
        cases.filter { $0.level == .blocking }.map(\.condition)
    }

    fileprivate func sharesFact(with other: Rule) -> Bool {
        let mine = Set(blockingConditions.flatMap(\.fields))
        return !mine.isDisjoint(with: other.blockingConditions.flatMap(\.fields))
    }
}

extension RuleProblem {
    /// `TQ-034：…。请…。`
    package var message: String {
        let place = line.map { "（\(file) 第\($0)行）" } ?? "（\(file)）"
        return "\(ruleId)\(place)：\(words)"
    }

    private var words: String {
        switch kind {
        case .withoutFailingExample: "没有应提示的样例。请在examples.fails里至少写一条。"
        case .withoutPassingExample: "没有应通过的样例。请在examples.passes里至少写一条。"
        case .silentExample(let expected, let said):
            "这条样例应\(Self.words(expected))，规则\(Self.words(said))。请改条件或改样例。"
        case .loudExample: "这条样例应通过，规则却提示了。请改条件或改样例。"
        case .neverApplies: "适用条件（where）自相矛盾，规则永远用不上。请改适用条件。"
        case .neverFires(let number): "第\(number)个条件永远不成立，规则不会提示。请改条件。"
        case .alwaysFires(let number): "第\(number)个条件总是成立，每条记录都会提示。请改条件。"
        case .shadowed(let number): "第\(number)个条件成立时，前面的条件已经成立，它永远轮不到。请调整先后或改条件。"
        case .contradicts(let other): "与\(other)互相矛盾：没有一条记录能同时通过两者。请改其中一条的条件或适用条件。"
        case .undecided: "条件太复杂，不能判断它会不会提示；样例照常检查。"
        }
    }

    private static func words(_ expected: RuleExample.Expectation) -> String {
        switch expected {
        case .passes: "通过"
        case .fails: "提示"
        case .light(let light): "亮\(light.rawValue)"
        case .level(let level): "提示为\(level.rawValue)"
        }
    }

    private static func words(_ said: CheckIDAndLevel?) -> String {
        guard let said else { return "没有提示" }
        return "提示为" + (said.light?.rawValue ?? said.level.rawValue)
    }
}
