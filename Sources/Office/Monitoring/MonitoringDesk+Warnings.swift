import Formulas
package import Performance
package import Quantities
import Storage

extension MonitoringDesk {
    /// All warnings of the day (预警清单), the worst first, by object and rule.
    ///
    /// - Parameter dueDay: the day on which deadlines are looked at; nil takes the day of the figures.
    package func warnings(_ rules: RuleBook, on dueDay: Day? = nil) throws -> [EarlyWarning] {
        let facts = try warningFacts(on: dueDay)
        var warnings: [EarlyWarning] = []
        for subject in Set(facts.map(\.subject)).sorted() where rules.subject(subject) != nil {
            let records = facts.filter { $0.subject == subject }
            for finding in rules.findings(of: records.map(\.values), subject: subject) {
                guard let light = finding.light, light != .green,
                    let rule = rules.rule(finding.ruleId)
                else { continue }
                let record = records[finding.record]
                warnings.append(
                    EarlyWarning(
                        rule: finding.ruleId, light: light, object: record.object,
                        owner: record.owner, message: finding.message, remedy: rule.remedy))
            }
        }
        return Self.withoutRepeats(warnings).sorted {
            ($0.light, $0.object, $0.rule) < ($1.light, $1.object, $1.rule)
        }
    }

    /// Named facts of all that is watched, for the rules.
    package func warningFacts(on dueDay: Day? = nil) throws -> [EarlyWarningFacts] {
        let month = TimeProgress.monthsOver(on: day)
        let snapshot = try self.snapshot()
        let indicators = snapshot.allIndicators.map {
            EarlyWarningFacts.indicator($0, owner: owner(ofProject: $0.project))
        }
        let others =
            try silentLedgers()
            + DeadlineFacts(desk, on: dueDay ?? day, finance: Self.finance).all()
            + SelfScoreFacts(desk).all { owner(ofProject: $0) }
        guard month > 0 else { return indicators + others }
        let money = ([snapshot.department] + snapshot.lines).filter { !$0.isEmpty }.map {
            EarlyWarningFacts.execution($0, month: month, owner: Self.finance)
        }
        let projects = snapshot.projects.map {
            EarlyWarningFacts.execution(
                $0.money, month: month, owner: owner(ofProject: $0.money.name))
        }
        let limits = snapshot.limits.filter { $0.kind == .ceiling }.map {
            EarlyWarningFacts.threePublic($0, month: month, owner: Self.finance)
        }
        return money + projects + limits + indicators + others
    }

    private static let finance = "部门财务"

    private func owner(ofProject project: String?) -> String {
        project.flatMap(desk.office) ?? Self.finance
    }

    /// Ledgers that grow month by month; a budget or a register may well be silent.
    private static let growing = ["支付", "工作记录"]

    private func silentLedgers() throws -> [EarlyWarningFacts] {
        let formulas = Self.growing.map { (ledger: $0, formula: "max(\($0).日期)") }
        let figures = try MonthlyFigures(desk, formulas.map(\.formula), months: 0)
        return try formulas.compactMap { ledger, formula in
            guard desk.keeps(ledger) else { return nil }
            var last: Day?
            if case .day(let found) = try figures.value(formula) { last = found }
            return EarlyWarningFacts.silence(
                ofLedger: ledger, lastRow: last, on: day, owner: Self.finance)
        }
    }

    /// The gap in points says the same as the ratio; one of them is enough.
    private static func withoutRepeats(_ warnings: [EarlyWarning]) -> [EarlyWarning] {
        let told = Set(warnings.filter { $0.rule == "EW-01" }.map(\.object))
        return warnings.filter { $0.rule != "EW-02" || !told.contains($0.object) }
    }
}

extension MonitoringDesk {
    /// Registers warnings of the day's quarter (登记预警); those that are there already stay as they are.
    ///
    /// - Returns: how many are new.
    package func raise(_ warnings: [EarlyWarning], at: Int64) throws -> Int {
        let period = "\(day.year)Q\((day.month + 2) / 3)"
        let cycle = CycleDesk(desk.workplace, desk.book.id)
        return try warnings.reduce(0) { count, warning in
            guard let notice = warning.notice(period: period),
                try cycle.raise(notice, at: at) != nil
            else { return count }
            return count + 1
        }
    }
}
