import Formulas
import Performance
import Quantities
import Storage

/// What the book says of things that are due (期限): forms to submit, quarterly aid, contracts,
/// disclosure, rectification, as they stand on a day that may lie after the year's end.
///
/// - Source: 流程 §8, EW-08 and EW-10 to EW-13.
struct DeadlineFacts {
    private let desk: BookDesk
    private let day: Day
    private let finance: String

    init(_ desk: BookDesk, on day: Day, finance: String) {
        self.desk = desk
        self.day = day
        self.finance = finance
    }

    func all() throws -> [EarlyWarningFacts] {
        let cycle = CycleDesk(desk.workplace, desk.book.id)
        return try submissions(cycle) + quarterlyAid() + contracts() + disclosures(cycle)
            + rectifications(cycle)
    }

    // MARK: - EW-08

    /// Matters that have a due day and are not submitted.
    private func submissions(_ cycle: CycleDesk) throws -> [EarlyWarningFacts] {
        try histories(cycle).compactMap { history in
            let machine = cycle.workflow.machine(history.matter.kind)
            guard let state = history.state, let due = history.dueDay,
                machine.statesBeforeSubmission.contains(state)
            else { return nil }
            let subject = [history.matter.subject, history.matter.period]
                .filter { !$0.isEmpty }.joined(separator: " ")
            return .deadline(
                "\(machine.name)（\(subject)，\(machine.name(of: state))）", kind: "报送",
                isDone: false, due: due, on: day, owner: finance)
        }
    }

    /// Matters as they stood on the day.
    private func histories(_ cycle: CycleDesk) throws -> [MatterHistory] {
        try cycle.matters().map { history in
            cycle.workflow.history(
                of: history.matter, steps: history.steps.filter { $0.day <= day })
        }
    }

    // MARK: - EW-10

    /// Aid by the quarter (季度救助): what the targets or the work records call 季度…, project by project.
    /// Each quarter's is due on the 25th of its last month.
    private func quarterlyAid() throws -> [EarlyWarningFacts] {
        guard desk.keeps("工作记录") else { return [] }
        let records = try rows(of: "工作记录").compactMap { row in
            row.day("日期").map { (project: row.text("项目"), work: row.text("事项"), day: $0) }
        }
        let named = records.map { AidName(project: $0.project, work: $0.work) }
        let declared = desk.indicators.compactMap { AidName(measure: $0.text("对应口径")) }
        return Set(named + declared).filter(\.isQuarterly).sorted().flatMap { aid in
            Quarter.allCases.compactMap { quarter -> EarlyWarningFacts? in
                let year = desk.book.id.year
                guard let first = Day(year: year.number, month: quarter.month - 2, day: 1),
                    let due = Day(year: year.number, month: quarter.month, day: 25), first <= day
                else { return nil }
                let isDone = records.contains {
                    $0.project == aid.project && $0.work == aid.work
                        && (first...quarter.lastDay(of: year)).contains($0.day)
                        && $0.day <= day
                }
                return .deadline(
                    "\(quarter.chinese)\(aid.work)", kind: "季度救助", isDone: isDone, due: due,
                    on: day, owner: desk.office(ofProject: aid.project) ?? finance)
            }
        }
    }

    // MARK: - EW-11

    /// Contracts of awarded purchases.
    private func contracts() throws -> [EarlyWarningFacts] {
        try rows(of: "采购").compactMap { row in
            guard row.text("类型") == "合同", let awarded = row.day("中标通知日期"), awarded <= day
            else { return nil }
            let signed = row.day("合同签订日期")
            let name = [row.text("采购编号"), row.text("采购内容")].filter { !$0.isEmpty }
            return .elapsed(
                name.joined(separator: " "), kind: "合同签订",
                isDone: signed.map { $0 <= day } ?? false,
                since: awarded, on: day, owner: desk.office(ofProject: row.text("项目")) ?? finance)
        }
    }

    // MARK: - EW-12

    /// What was approved and registered for disclosure, and confirmed self-evaluations.
    private func disclosures(_ cycle: CycleDesk) throws -> [EarlyWarningFacts] {
        let registered = try register("公开记录").compactMap { row -> EarlyWarningFacts? in
            guard let approved = row.day("批复日期"), approved <= day else { return nil }
            let disclosed = row.day("公开日期")
            return .elapsed(
                "\(row.text("公开事项"))公开", kind: "信息公开",
                isDone: disclosed.map { $0 <= day } ?? false, since: approved, on: day,
                owner: finance)
        }
        let results = try histories(cycle).compactMap { history -> EarlyWarningFacts? in
            guard history.matter.kind == .evaluation, history.state == "confirmed",
                let confirmed = history.enteredOn
            else { return nil }
            return .elapsed(
                "自评结果公开（\(history.matter.subject)）", kind: "信息公开", isDone: false,
                since: confirmed, on: day, owner: finance)
        }
        return registered + results
    }

    // MARK: - EW-13

    private func rectifications(_ cycle: CycleDesk) throws -> [EarlyWarningFacts] {
        let done: Set<String> = ["submitted", "closed", "withdrawn"]
        return try cycle.issues().filter { $0.issuedOn <= day }.map { issue in
            .deadline(
                "\(issue.number) \(issue.notice.description.prefix(20))", kind: "整改",
                isDone: done.contains(issue.state), due: issue.dueDay, on: day,
                owner: issue.owner ?? issue.notice.department)
        }
    }

    // MARK: - Rows

    /// The entries of the book that nothing has taken back.
    func rows(of name: String) throws -> [RegisterRow] {
        let ledger = try desk.workplace.ledger(name)
        let (unit, number) = (desk.book.id.unitCode, desk.snapshot.journalNumber)
        return try desk.workplace.store.read { reader in
            let struck = try reader.reversedIDs(in: ledger.table, unitCode: unit, asOf: number)
            var rows: [RegisterRow] = []
            try reader.forEachRow(
                of: ledger.table,
                .init(unitCode: unit, year: desk.book.id.year, asOf: number)
            ) { row, source in
                guard row.kind != .reversal, !struck.contains(row.id) else { return }
                rows.append(RegisterRow(row, source, ledger))
            }
            return rows
        }
    }

    /// The current versions of a register on the day.
    private func register(_ name: String) throws -> [RegisterRow] {
        let ledger = try desk.workplace.ledger(name)
        let snapshot = Snapshot(
            book: desk.book.id, periodEnd: day, journalNumber: desk.snapshot.journalNumber)
        return try desk.workplace.store.read { try $0.current(ledger, at: snapshot) }
    }
}

/// A kind of aid of a project, as the work records name it.
private struct AidName: Hashable, Comparable {
    let project: String
    let work: String

    init(project: String, work: String) { (self.project, self.work) = (project, work) }

    /// Of a measure such as `工作人次：困难职工帮扶：季度生活救助`, or of a formula that filters by
    /// `项目 = "困难职工帮扶" and 事项 = "季度生活救助"`; nil for any other.
    init?(measure: String) {
        let parts = measure.split(separator: "：").map(String.init)
        if parts.count == 3, parts[0].hasPrefix("工作") {
            self.init(project: parts[1], work: parts[2])
        } else if measure.contains("(工作记录"),
            let project = Self.text(of: "项目", in: measure),
            let work = Self.text(of: "事项", in: measure)
        {
            self.init(project: project, work: work)
        } else {
            return nil
        }
    }

    private static func text(of column: String, in formula: String) -> String? {
        guard let start = formula.firstRange(of: "\(column) = \"")?.upperBound else { return nil }
        let rest = formula[start...]
        return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
    }

    var isQuarterly: Bool {
        work.contains("季度") && ["救助", "补助", "慰问", "帮扶", "发放"].contains(where: work.contains)
    }

    static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.project, lhs.work) < (rhs.project, rhs.work)
    }
}

extension BookDesk {
    /// Whether the book keeps a ledger, so that no rows mean that nothing was done.
    func keeps(_ ledger: String) -> Bool {
        workplace.ledgers.contains { $0.name == ledger && book.ledgers.contains($0.table) }
    }

    /// 负责科室; nil where none is registered.
    func office(ofProject name: String) -> String? {
        let office = projects.first { $0.text("项目名称") == name }?.text("负责科室") ?? ""
        return office.isEmpty ? nil : office
    }
}
