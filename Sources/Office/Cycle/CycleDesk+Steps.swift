package import Performance
package import Quantities
import Storage

extension CycleDesk {
    /// Takes one step of a matter (办理): authorised, its guards checked, journaled with its
    /// 办理记录 and the forms that come with it.
    ///
    /// - Parameters:
    ///   - event: of the matter's machine, such as `submitInternally`; an opening event opens it.
    ///   - at: milliseconds since 1970 UTC.
    /// - Throws: ``WorkflowRefusal``, ``CycleError``: nothing is changed then.
    @discardableResult
    package func perform(
        _ event: String, on matter: Matter, by performer: Performer, at: Int64,
        _ papers: StepPapers = StepPapers()
    ) throws -> StepReceipt {
        try take(event, on: matter, by: performer, at: at, papers)
    }

    /// Says that the receiver has opened a matter (签收); it can no longer be taken back.
    @discardableResult
    package func receive(
        _ matter: Matter, by performer: Performer, at: Int64
    ) throws -> StepReceipt {
        try perform(CommonEvent.receive.rawValue, on: matter, by: performer, at: at)
    }

    /// Takes the last step back (撤回), while the receiver has not opened the matter.
    @discardableResult
    package func takeBack(
        _ matter: Matter, by performer: Performer, at: Int64, reason: String? = nil
    ) throws -> StepReceipt {
        try perform(
            CommonEvent.takeBack.rawValue, on: matter, by: performer, at: at,
            StepPapers(reason: reason))
    }

    /// Sends a matter back to an earlier state with a reason (退回至任一步).
    @discardableResult
    package func sendBack(
        _ matter: Matter, to state: String, reason: String, by performer: Performer, at: Int64,
        dueDay: Day? = nil
    ) throws -> StepReceipt {
        try take(
            CommonEvent.sendBack.rawValue, on: matter, by: performer, at: at,
            StepPapers(reason: reason, dueDay: dueDay), target: state)
    }

    /// Does what the system does by itself (自动办理): of every matter, or of one, the first
    /// automatic step whose guards hold, until none does.
    ///
    /// - Parameter facts: what is known of a matter besides the ledgers.
    /// - Returns: the steps that were taken, in their order.
    @discardableResult
    package func runAutomatic(
        on matter: Matter? = nil, at: Int64,
        facts: (MatterHistory) -> WorkflowFacts = { _ in WorkflowFacts() }
    ) throws -> [StepReceipt] {
        var receipts: [StepReceipt] = []
        for open in try matters() where matter == nil || open.matter == matter {
            var history = open
            while let receipt = try automaticStep(history, at: at, facts(history)) {
                receipts.append(receipt)
                history = try self.history(of: open.matter)
            }
        }
        return receipts
    }

    private func automaticStep(
        _ history: MatterHistory, at: Int64, _ facts: WorkflowFacts
    ) throws -> StepReceipt? {
        let machine = workflow.machine(history.matter.kind)
        // What both a person and the system may do is left to the person.
        for transition in machine.transitions(from: history.state)
        where transition.isAutomatic && transition.signatures.isEmpty {
            do {
                return try perform(
                    transition.event, on: history.matter, by: .system, at: at,
                    StepPapers(facts: facts))
            } catch let refusal as WorkflowRefusal {
                switch refusal {
                case .guardFailed, .notLookedAt: continue
                default: throw refusal
                }
            }
        }
        return nil
    }

    // MARK: - One step

    /// Takes a step of any matter; the row of an issue or a warning goes with it.
    private func take(
        _ event: String, on matter: Matter, by performer: Performer, at: Int64,
        _ papers: StepPapers, target: String? = nil
    ) throws -> StepReceipt {
        try take(event, on: matter, by: performer, at: at, papers, target: target) {
            acceptance, step in
            switch matter.kind {
            case .rectification:
                try acceptance.updateIssue(matter, step) { _ in }
            case .warning: try acceptance.updateWarning(matter, step) { _ in }
            case .goal:
                if effects(of: step, of: matter).contains(.lockTargets) {
                    try acceptance.registerTargets(of: matter, version: step.version)
                }
            case .monitoring, .evaluation, .bulletin: break
            }
        }
    }

    /// Takes a step; `rows` adds what belongs to it besides its 办理记录.
    func take(
        _ event: String, on matter: Matter, by performer: Performer, at: Int64,
        _ papers: StepPapers, target: String? = nil,
        _ rows: (CycleAcceptance, WorkflowStep) throws -> Void
    ) throws -> StepReceipt {
        try check(matter)
        let payload: CanonicalJSON = [
            "event": .string(event), "matter": .string(matter.id),
        ]
        let accepted = try accept("办理", by: performer, at: at, about: payload) { acceptance in
            let history = try acceptance.reader.history(of: matter)
            for content in papers.content {
                try save(content, history, by: performer, acceptance)
            }
            let context = try context(
                performer, history, papers, target: target, acceptance)
            let step = try workflow.next(after: history, event, context)
            let effects = effects(of: step, of: matter)
            var cells = step.cells(of: matter)
            cells["核对依据"] = CycleCell(
                try basis(of: step, effects, matter, papers, acceptance)?.text)
            try acceptance.add(cells, to: .steps)
            try rows(acceptance, step)
            return (step, effects)
        }
        guard let receipt = accepted.receipt else { throw StorageError.conflictingTransactions }
        return StepReceipt(
            matter: matter, step: accepted.result.0, effects: accepted.result.1, receipt: receipt)
    }

    /// What follows from a step; nothing while signatures are wanting.
    private func effects(of step: WorkflowStep, of matter: Matter) -> [WorkflowEffect] {
        guard !step.notes.contains(.partial) else { return [] }
        return workflow.machine(matter.kind).transition(step.event, from: step.from)?.effects ?? []
    }

    private func check(_ matter: Matter) throws(CycleError) {
        for text in [matter.subject, matter.period] {
            guard !text.contains("|"), text.unicodeScalars.count <= 100
            else { throw .invalidMatter(text) }
        }
        guard !matter.subject.isEmpty else { throw .invalidMatter(matter.subject) }
    }

    private func context(
        _ performer: Performer, _ history: MatterHistory, _ papers: StepPapers,
        target: String?, _ acceptance: CycleAcceptance
    ) throws -> WorkflowContext {
        let reader = acceptance.reader
        let known = Set(try reader.evidence(of: nil).map(\.digest))
        if let unknown = papers.evidence.first(where: { !known.contains($0) }) {
            throw CycleError.evidenceUnknown(digest: unknown.hexadecimal)
        }
        return WorkflowContext(
            performer: performer, day: acceptance.day, directory: try reader.directory(),
            calendar: calendar, reason: papers.reason, evidence: papers.evidence,
            dueDay: papers.dueDay, target: target,
            facts: papers.facts.merging(
                try reader.facts(about: history, on: acceptance.day)),
            editors: try reader.editors(of: history.matter))
    }

    /// What the step is kept with: rules, findings, forms and data as they were.
    private func basis(
        of step: WorkflowStep, _ effects: [WorkflowEffect], _ matter: Matter,
        _ papers: StepPapers, _ acceptance: CycleAcceptance
    ) throws -> CanonicalJSON? {
        var members: [String: CanonicalJSON] = [:]
        if effects.contains(.freezeFindings) || papers.rules != nil,
            let findings = papers.facts.findings
        {
            members["rules"] = papers.rules.map { .string($0) }
            members["findings"] = .object(
                Dictionary(grouping: findings, by: \.ruleId.rawValue)
                    .mapValues { .integer(Int64($0.count)) })
        }
        if effects.contains(.freezeSnapshot) {
            let head = try acceptance.dataHead()
            members["data"] = .object([
                "hash": .string(head.hash.hexadecimal), "number": .integer(head.number),
            ])
            let forms = try acceptance.reader.forms(of: matter).filter {
                $0.version == step.version || $0.version == step.version - 1
            }
            // A later draft of the same form replaces the earlier one.
            members["forms"] = .object(
                Dictionary(
                    forms.map { ("\($0.form)|\($0.subject)", .string($0.digest.hexadecimal)) },
                    uniquingKeysWith: { _, last in last }))
        }
        return members.isEmpty ? nil : .object(members)
    }
}
