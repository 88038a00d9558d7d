import Formulas
package import Packs
package import Performance
package import Quantities
import Storage

/// What the workplace says to the guards of a step (办理条件取数): forms as they are saved, rules over
/// them, figures of the ledgers. What only a person can know, the person attests (确认).
package struct GuardFacts {
    let cycle: CycleDesk
    private let rules: RuleBook
    private let forms: FormPack

    package init(_ cycle: CycleDesk, rules: RuleBook, forms: FormPack) {
        self.cycle = cycle
        self.rules = rules
        self.forms = forms
    }

    /// Guards that the workplace cannot tell; whoever takes the step attests them.
    package static let attestable: Set<String> = [
        "schemeFixed", "accountsFrozen", "redactionChecked", "errorFoundAfterPublication",
        "yearClosed", "figuresComputed", "comparedWithLast", "figuresAreFields", "departmentsOwn",
        "issueNumberGiven", "redItemsAnswered", "adjustmentBasis",
    ]

    /// The facts that a step's guards ask for.
    ///
    /// - Parameters:
    ///   - answers: reasons for findings, by rule.
    ///   - attested: guards that the performer attests.
    package func facts(
        of transition: WorkflowTransition, after history: MatterHistory, on day: Day,
        answers: [CheckID: String] = [:], attested: Set<String> = []
    ) throws -> WorkflowFacts {
        let wanted = asked(transition.guards)
        var facts = WorkflowFacts()
        for id in wanted {
            facts.facts[id] = try fact(id, history, on: day)
            if facts.facts[id] == nil, Self.attestable.contains(id), attested.contains(id) {
                facts.facts[id] = .holds
            }
        }
        if wanted.contains(where: asksFindings) || wanted.contains("evidenceAnswered") {
            let found = try findings(history, answers)
            facts.findings = found.map(\.finding)
            facts.answered = Set(found.filter(\.isAnswered).map(\.finding.ruleId))
                .subtracting(found.filter { !$0.isAnswered }.map(\.finding.ruleId))
            if wanted.contains("evidenceAnswered") {
                facts.facts["evidenceAnswered"] = .fact(
                    found.filter { $0.finding.ruleId == "SC-EVIDENCE" && !$0.isAnswered }
                        .map(\.finding.message))
            }
        }
        return facts
    }

    /// Guards with those that they are made of.
    private func asked(_ ids: [String]) -> Set<String> {
        var all = Set(ids)
        for id in ids {
            switch cycle.workflow.guard(id)?.condition {
            case .anyOf(let inner), .notAllOf(let inner): all.formUnion(asked(inner))
            default: continue
            }
        }
        return all
    }

    private func asksFindings(_ id: String) -> Bool {
        if case .noFinding = cycle.workflow.guard(id)?.condition { true } else { false }
    }

    private func fact(
        _ id: String, _ history: MatterHistory, on day: Day
    ) throws -> WorkflowFacts.Fact? {
        switch id {
        case "projectInBudgetDraft": try projectInBudget(history.matter)
        case "allGoalFormsPresent": try goalForms(history)
        case "budgetApproved": try approvedAmounts(history)
        case "replyDayEntered": try budgetReply()
        case "adjustmentBasis": try budgetAdjustment()
        case "periodOpen": period(of: history.matter, on: day)
        case "monitoringComplete": try monitoringForms(history)
        case "seriousDeviation": try seriousDeviation(history)
        case "everyRowScored": try scores(history)
        case "everyRowReviewed": try reviews(history)
        case "quarterEnded": try quarterEnd(history.matter, on: day)
        default: nil
        }
    }

    // MARK: - Findings

    /// A finding and whether somebody answered it.
    private struct Judged {
        let finding: Finding
        let isAnswered: Bool
    }

    /// What the rules say of the saved forms, and for a self-evaluation of the book's figures too.
    private func findings(
        _ history: MatterHistory, _ answers: [CheckID: String]
    ) throws -> [Judged] {
        let desk = try desk()
        let contents = try latestForms(history)
        if contents.isEmpty, let missing = Self.noForm[history.matter.kind] {
            return [Judged(finding: missing, isAnswered: false)]
        }
        let context = try GoalContext(desk)
        let lint = FormLint(rules)
        let ofForms = contents.flatMap { content in
            lint.result(
                for: content, definition: forms.form(content.form),
                context: context.context(of: content, among: contents), answers: answers
            ).findings.map { Judged(finding: $0.asFinding, isAnswered: $0.isAnswered) }
        }
        guard history.matter.kind == .evaluation else { return ofForms }
        return try ofForms
            + BookChecks(desk, rules).findings().map { found in
                Judged(
                    finding: Finding(found.ruleId, found.level, found.message),
                    isAnswered: rules.qualityParameters.isAnswer(answers[found.ruleId]))
            }
    }

    /// What is found where no form is saved at all, so that rules have nothing to judge.
    private static let noForm: [MatterKind: Finding] = [
        .goal: Finding("TQ-016", .blocking, "还没有保存绩效目标表（F01、F02）。请先填报。"),
        .evaluation: Finding("SC-MISSING", .blocking, "还没有保存自评表（F05）。请先填报。"),
    ]

    // MARK: - What it reads

    func desk() throws -> BookDesk {
        try BookDesk.open(
            cycle.workplace,
            cycle.workplace.book(unit: cycle.book.unitCode, year: cycle.book.year.number))
    }

    /// The latest draft of each form of the matter's version, by form and subject.
    func latestForms(_ history: MatterHistory) throws -> [FormContent] {
        let saved = try cycle.forms(of: history.matter)
        let version = saved.map(\.version).filter { $0 <= history.version }.max()
        let latest = Dictionary(
            saved.filter { $0.version == version }.map { ([$0.form, $0.subject], $0.content) },
            uniquingKeysWith: { _, last in last })
        return latest.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }
}

extension WorkflowFacts.Fact {
    /// Holds where nothing is wanting.
    static func fact(_ wanting: [String]) -> WorkflowFacts.Fact {
        wanting.isEmpty ? .holds : .fails(wanting)
    }
}
