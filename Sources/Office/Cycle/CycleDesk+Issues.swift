import Formulas
package import Performance
package import Quantities
import Storage

/// What closes an issue (销号依据).
package enum IssueProof {
    /// The rule that raised it is asked again; it passes where it finds nothing.
    case rule((CheckID) throws -> [Finding])
    /// The reviewer accepts the evidence, and says why.
    case acceptedEvidence(reason: String)
}

/// Putting right (整改): each step brings its row of the 整改台账 with it.
extension CycleDesk {
    /// Hands an issue to the department (下达), under the next number of the book.
    @discardableResult
    package func issue(
        _ notice: IssueNotice, by performer: Performer, at: Int64
    ) throws -> (issue: IssueRecord, receipt: StepReceipt) {
        let length = notice.description.unicodeScalars.count
        guard length >= 10
        else { throw CycleError.tooShort(field: "问题描述", minimum: 10, actual: length) }
        let day = try Day(shanghaiMilliseconds: at)
        let days = workflow.parameters.issueDays[notice.severity] ?? 0
        let due = try notice.dueDay ?? calendar.deadline(.naturalDays(days), after: day)
        guard due > day else { throw CycleError.dayOrder("整改时限", day, due) }
        let count = try issues().count + 1
        let ordinal = String(repeating: "0", count: max(0, 3 - "\(count)".count)) + "\(count)"
        let record = IssueRecord(
            number: "ZG-\(book.year.number)-\(book.unitCode)-\(ordinal)", notice: notice,
            issuedOn: day, dueDay: due, state: "issued")
        let isBased = notice.basis.contains { !$0.isWhitespace }
        let papers = StepPapers(facts: isBased ? .holding("issueHasBasis") : WorkflowFacts())
        let receipt = try take("issue", on: record.matter, by: performer, at: at, papers) {
            acceptance, _ in try acceptance.add(record.cells(on: day), to: .issues)
        }
        return (record, receipt)
    }

    /// The department takes an issue up (认领): measure, owner, and until when.
    ///
    /// - Parameter dueDay: nil keeps the 整改时限 of the issue.
    @discardableResult
    package func accept(
        issue: Matter, measure: String, owner: String, dueDay: Day? = nil,
        by performer: Performer, at: Int64
    ) throws -> StepReceipt {
        let isGiven = !measure.isEmpty && !owner.isEmpty
        // An issue that is taken up after its time runs from the day it is taken up.
        let today = try Day(shanghaiMilliseconds: at)
        let due = try max(dueDay ?? record(of: issue).dueDay, today)
        let papers = StepPapers(
            dueDay: due, facts: isGiven ? .holding("measureGiven") : WorkflowFacts())
        return try change(issue, "accept", by: performer, at: at, papers) { record, step in
            record.measure = measure
            record.owner = owner
            record.dueDay = step.dueDay ?? record.dueDay
        }
    }

    /// The department says what was done (送验收), with evidence.
    @discardableResult
    package func submit(
        issue: Matter, result: String, evidence: [ContentDigest], by performer: Performer,
        at: Int64
    ) throws -> StepReceipt {
        let papers = StepPapers(
            evidence: evidence, facts: result.isEmpty ? WorkflowFacts() : .holding("resultGiven"))
        return try change(issue, "submit", by: performer, at: at, papers) { record, step in
            record.result = result
            record.evidence = evidence
            record.completedOn = step.day
        }
    }

    /// Ends an issue (销号): its rule passes again, or the reviewer accepts the evidence.
    @discardableResult
    package func close(
        issue: Matter, _ proof: IssueProof, application: IssueRecord.Application = .none,
        by performer: Performer, at: Int64
    ) throws -> StepReceipt {
        let (papers, opinion) = try self.papers(for: proof, of: issue)
        return try change(issue, "closeOut", by: performer, at: at, papers) { record, _ in
            record.acceptance = "\(performer.account)：\(opinion)"
            record.application = application
        }
    }

    /// The reviewer is not content (退回整改).
    @discardableResult
    package func returnIssue(
        _ issue: Matter, reason: String, by performer: Performer, at: Int64
    ) throws -> StepReceipt {
        try perform("return", on: issue, by: performer, at: at, StepPapers(reason: reason))
    }

    /// The department disagrees, once (提出异议).
    @discardableResult
    package func dispute(
        issue: Matter, reason: String, evidence: [ContentDigest], by performer: Performer,
        at: Int64
    ) throws -> StepReceipt {
        try perform(
            "dispute", on: issue, by: performer, at: at,
            StepPapers(reason: reason, evidence: evidence))
    }

    /// The finder withdraws an issue, or keeps it in spite of a dispute (撤销或维持).
    @discardableResult
    package func decide(
        on issue: Matter, withdraws: Bool, reason: String, by performer: Performer, at: Int64
    ) throws -> StepReceipt {
        try perform(
            withdraws ? "withdraw" : "keep", on: issue, by: performer, at: at,
            StepPapers(reason: reason))
    }

    /// More time, once (延期).
    @discardableResult
    package func extend(
        issue: Matter, through dueDay: Day, reason: String, by performer: Performer, at: Int64
    ) throws -> StepReceipt {
        try change(
            issue, "extend", by: performer, at: at, StepPapers(reason: reason, dueDay: dueDay)
        ) { record, step in record.dueDay = step.dueDay ?? record.dueDay }
    }

    /// The 整改台账 of the book as it stands, in the order of its numbers.
    package func issues() throws -> [IssueRecord] { try read { try $0.issues() } }

    // MARK: - Steps with their rows

    private func record(of issue: Matter) throws -> IssueRecord {
        guard let record = try issues().first(where: { $0.matter == issue })
        else { throw CycleError.noSuchMatter(issue.id) }
        return record
    }

    private func papers(
        for proof: IssueProof, of issue: Matter
    ) throws -> (papers: StepPapers, opinion: String) {
        switch proof {
        case .acceptedEvidence(let reason):
            let isGiven = reason.contains { !$0.isWhitespace }
            return (
                StepPapers(
                    reason: reason,
                    facts: isGiven ? .holding("evidenceAccepted") : WorkflowFacts()), reason
            )
        case .rule(let check):
            let rule = CheckID(rawValue: try record(of: issue).notice.basis)
            let findings = try check(rule).filter { $0.ruleId == rule }
            let fact: WorkflowFacts.Fact =
                findings.isEmpty ? .holds : .fails(findings.map(\.message))
            return (
                StepPapers(
                    facts: WorkflowFacts(
                        ["ruleHoldsAgain": fact, "evidenceAccepted": .fails([])],
                        findings: findings)), "\(rule) 重新核对通过"
            )
        }
    }

    private func change(
        _ issue: Matter, _ event: String, by performer: Performer, at: Int64,
        _ papers: StepPapers, _ change: (inout IssueRecord, WorkflowStep) -> Void
    ) throws -> StepReceipt {
        try take(event, on: issue, by: performer, at: at, papers) { acceptance, step in
            try acceptance.updateIssue(issue, step) { change(&$0, step) }
        }
    }
}

extension CycleAcceptance {
    /// Adds the next version of an issue's row, as a step leaves it.
    func updateIssue(
        _ issue: Matter, _ step: WorkflowStep, _ change: (inout IssueRecord) -> Void
    ) throws {
        guard var record = try reader.issues().first(where: { $0.matter == issue })
        else { throw CycleError.noSuchMatter(issue.id) }
        change(&record)
        record.state = step.to
        // What comes back for more work is not done.
        if !["submitted", "closed"].contains(step.to) { record.completedOn = nil }
        try add(record.cells(on: step.day), to: .issues)
    }
}
