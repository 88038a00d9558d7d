package import Performance
package import Quantities
import Storage

/// A warning (预警) as its register has it now.
package struct WarningRecord: Hashable, Sendable {
    package var notice: WarningNotice
    package var raisedOn: Day
    package var owner: String?
    package var dueDay: Day?
    package var dispositionKind: DispositionKind?
    package var disposition: String?
    package var closedOn: Day?

    package var matter: Matter { notice.matter }
    /// `EW-01 整体（2021Q3）：执行率 …`
    package var title: String {
        "\(notice.rule) \(notice.subject)（\(notice.period)）：\(notice.facts)"
    }

    /// 处置方式.
    package enum DispositionKind: String, Hashable, Sendable, CaseIterable {
        case explained = "说明情况"
        case hastened = "加快进度"
        case adjusted = "调整目标和预算"
        case suspended = "暂停项目"
        case rectified = "转整改"
    }
}

/// What a rule says, or a person found (预警内容).
package struct WarningNotice: Hashable, Sendable {
    /// Such as `EW-01`; ``foundByPerson`` for what no rule says.
    package var rule: CheckID
    /// 整体, a project's name, an indicator's number.
    package var subject: String
    /// Such as `2021Q3`.
    package var period: String
    package var light: Light
    /// The arithmetic: `执行率 41.20%，序时进度 58.33%`.
    package var facts: String

    package enum Light: String, Hashable, Sendable, CaseIterable {
        case yellow = "黄"
        case red = "红"
        case blue = "蓝"
    }

    package static let foundByPerson: CheckID = "人工"

    package init(
        rule: CheckID, subject: String, period: String, light: Light, facts: String
    ) {
        self.rule = rule
        self.subject = subject
        self.period = period
        self.light = light
        self.facts = facts
    }

    /// The same rule, subject and period are one warning.
    package var matter: Matter { Matter(.warning, of: "\(rule)·\(subject)", period: period) }
    var number: String { "\(rule)·\(subject)·\(period)" }
}

extension CycleDesk {
    /// Raises a warning (发出预警), once: the same rule, subject and period stay one warning.
    ///
    /// - Returns: the receipt; nil where the warning is there already.
    @discardableResult
    package func raise(
        _ notice: WarningNotice, by performer: Performer = .system, at: Int64
    ) throws -> StepReceipt? {
        guard try history(of: notice.matter).state == nil else { return nil }
        return try take("raise", on: notice.matter, by: performer, at: at, StepPapers()) {
            acceptance, step in
            let record = WarningRecord(
                notice: notice, raisedOn: step.day, dueDay: step.dueDay)
            try acceptance.add(record.cells(on: step.day), to: .warnings)
        }
    }

    /// Names who deals with a warning and until when (指定责任人).
    @discardableResult
    package func assign(
        _ warning: Matter, to owner: String, dueDay: Day, by performer: Performer, at: Int64
    ) throws -> StepReceipt {
        let papers = StepPapers(
            dueDay: dueDay, facts: owner.isEmpty ? WorkflowFacts() : .holding("ownerAndDueDay"))
        return try change(warning, "assign", by: performer, at: at, papers) { record, step in
            record.owner = owner
            record.dueDay = step.dueDay
        }
    }

    /// Says what was done about a warning (处置).
    @discardableResult
    package func dispose(
        _ warning: Matter, _ kind: WarningRecord.DispositionKind, _ disposition: String,
        evidence: [ContentDigest] = [], by performer: Performer, at: Int64
    ) throws -> StepReceipt {
        let papers = StepPapers(
            reason: disposition, evidence: evidence, facts: .holding("dispositionGiven"))
        return try change(warning, "dispose", by: performer, at: at, papers) { record, _ in
            record.dispositionKind = kind
            record.disposition = disposition
        }
    }

    /// Ends a warning whose disposition is enough (解除).
    @discardableResult
    package func close(
        warning: Matter, by performer: Performer, at: Int64, reason: String? = nil
    ) throws -> StepReceipt {
        try change(warning, "close", by: performer, at: at, StepPapers(reason: reason)) {
            $0.closedOn = $1.day
        }
    }

    /// All warnings of the book as they stand, in the order in which they were raised.
    package func warnings() throws -> [WarningRecord] { try read { try $0.warnings() } }

    /// Warnings without a disposition that were raised until a day.
    package func openWarnings(until day: Day? = nil) throws -> [WarningRecord] {
        try read { try $0.openWarnings(until: day) }
    }

    /// Refuses the end of a quarter while a warning has no disposition, and lists them all.
    ///
    /// - Throws: ``CycleError/openWarnings(_:)``.
    package func checkQuarterEnd(_ lastDay: Day) throws {
        let open = try openWarnings(until: lastDay)
        guard open.isEmpty else { throw CycleError.openWarnings(open.map(\.title)) }
    }

    private func change(
        _ warning: Matter, _ event: String, by performer: Performer, at: Int64,
        _ papers: StepPapers, _ change: (inout WarningRecord, WorkflowStep) -> Void
    ) throws -> StepReceipt {
        try take(event, on: warning, by: performer, at: at, papers) { acceptance, step in
            try acceptance.updateWarning(warning, step) { change(&$0, step) }
        }
    }
}

extension CycleAcceptance {
    /// Adds the next version of a warning's row, as a step leaves it.
    func updateWarning(
        _ warning: Matter, _ step: WorkflowStep, _ change: (inout WarningRecord) -> Void
    ) throws {
        guard var record = try reader.warnings().first(where: { $0.matter == warning })
        else { throw CycleError.noSuchMatter(warning.id) }
        change(&record)
        // A disposition that was sent back is none.
        if !["disposed", "closed"].contains(step.to) {
            record.dispositionKind = nil
            record.disposition = nil
        }
        try add(record.cells(on: step.day), to: .warnings)
    }
}

extension WarningRecord {
    func cells(on day: Day) -> [String: CycleCell] {
        [
            "登记日期": CycleCell(day), "预警号": .text(notice.number),
            "规则编号": .text(notice.rule.rawValue), "对象": .text(notice.subject),
            "期次": CycleCell(notice.period), "灯号": .text(notice.light.rawValue),
            "发出日期": CycleCell(raisedOn), "事实": CycleCell(notice.facts),
            "责任人": CycleCell(owner), "处置期限": CycleCell(dueDay),
            "处置方式": CycleCell(dispositionKind?.rawValue), "处置情况": CycleCell(disposition),
            "解除日期": CycleCell(closedOn),
        ]
    }
}

extension WarningRecord {
    init(row: RegisterRow) throws {
        guard let raisedOn = row.day("发出日期"),
            let light = WarningNotice.Light(rawValue: row.text("灯号"))
        else { throw StorageError.unexpectedValue("warning") }
        self.init(
            notice: WarningNotice(
                rule: CheckID(rawValue: row.text("规则编号")), subject: row.text("对象"),
                period: row.text("期次"), light: light, facts: row.text("事实")),
            raisedOn: raisedOn, owner: row.optional("责任人"), dueDay: row.day("处置期限"),
            dispositionKind: DispositionKind(rawValue: row.text("处置方式")),
            disposition: row.optional("处置情况"), closedOn: row.day("解除日期"))
    }
}

extension CycleReader {
    func warnings() throws -> [WarningRecord] {
        try latest(.warnings, by: ["预警号"]).map { try WarningRecord(row: $0) }
    }

    func openWarnings(until day: Day?) throws -> [WarningRecord] {
        try warnings().filter { warning in
            warning.disposition == nil && (day.map { warning.raisedOn <= $0 } ?? true)
        }
    }
}
