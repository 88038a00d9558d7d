import Formulas
import Office
import Packs
import Performance
import Quantities
import ZengchengExample

/// Chapter four: monitoring in August, a warning and how it is handled.
extension YearDemo {
    private static let matter = Matter(.monitoring, period: "2021-07-31")
    private static let rule: CheckID = "EW-01"

    func monitor() throws {
        story.chapter("四、8月运行监控和预警")
        story.on(Self.day(2021, 8, 9))
        try step("open", Self.matter, .section, StepPapers(dueDay: Self.day(2021, 8, 20)), "1—7月")
        try step("fill", Self.matter, .business, .facts("periodOpen"))
        let (desk, snapshot) = try snapshot(on: Self.day(2021, 7, 31))
        guard let definition = forms.form(MonitoringFilling.form) else { return }
        let contents = try MonitoringFilling(desk, snapshot, definition: definition).contents()
        for content in contents {
            try cycle.save(content, of: Self.matter, by: Seat.business.performer, at: story.next())
        }
        for content in contents { try write(content, named: "监控表-\(content.subject)") }
        story.tell(Seat.business.rawValue, "填报 \(contents.count) 张监控表（F03），执行数和完成值由台账算出：")
        story.show(try lines(of: snapshot))
        try step("submit", Self.matter, .head, .facts("monitoringComplete"))
        story.on(Self.day(2021, 8, 16))
        try step("check", Self.matter, .liaison)
        try raiseWarnings(snapshot)
        try handle()
    }

    /// After the purchase: the rule is asked again, and what hung on it is closed.
    func closeMonitoring() throws {
        story.on(Self.day(2021, 10, 12))
        let day = Self.day(2021, 9, 30)
        guard let issue = try cycle.issues().first else { return }
        let evidence = try attach("采购合同和验收单.txt", "合同、验收单（合成）", to: issue.matter)
        try cycle.submit(
            issue: issue.matter, result: "五项设备已验收并支付", evidence: [evidence],
            by: Seat.finance.performer, at: story.next())
        story.tell(Seat.finance.rawValue, "送验收 \(issue.number)，附合同和验收单")
        let receipt = try cycle.close(
            issue: issue.matter,
            .rule { rule in
                warnings(try snapshot(on: day).snapshot).filter { $0.object == Self.devices }
                    .map(\.finding).filter { $0.ruleId == rule }
                    .map { Finding($0.ruleId, $0.level, $0.message) }
            }, by: Seat.section.performer, at: story.next())
        story.tell(
            Seat.section.rawValue,
            "以 9 月底的数据重新核对 \(Self.rule)：已通过，\(issue.number) \(receipt.step.action)")
        for receipt in try cycle.runAutomatic(
            on: Self.matter, at: story.next(), facts: { _ in .holding("linkedIssueClosed") })
        {
            story.tell("系统", "监控事项\(receipt.step.action)")
        }
        for warning in try cycle.warnings() where warning.closedOn == nil {
            try cycle.close(warning: warning.matter, by: Seat.head.performer, at: story.next())
            story.tell(Seat.head.rawValue, "解除预警 \(warning.notice.rule) \(warning.notice.subject)")
        }
        try cycle.checkQuarterEnd(day)
        story.tell("系统", "第三季度预警均已处置，可以结束季度")
    }

    // MARK: - Looking

    private func snapshot(on day: Day) throws -> (desk: BookDesk, snapshot: MonitoringSnapshot) {
        let desk = try desk(through: day)
        return (desk, try MonitoringDesk(desk).snapshot())
    }

    private func lines(of snapshot: MonitoringSnapshot) throws -> [String] {
        try ([snapshot.department] + snapshot.projects.map(\.money)).map { money in
            let rate = try money.rate?.percentText() ?? "—"
            let forecast = money.forecast.map { "，预计年末 \(Self.percent($0.middle))" } ?? ""
            return
                "\(money.progress.light.rawValue)  \(money.name)：执行 \(money.executed.text(in: .tenThousandYuan))"
                + "/\(money.adjustedBudget.text(in: .tenThousandYuan)) 万元，执行率 \(rate)\(forecast)"
        }
    }

    private static func percent(_ permyriad: Int) -> String {
        (try? Fraction(Int128(permyriad), over: 10_000).percentText(decimals: 1)) ?? ""
    }

    private func warnings(
        _ snapshot: MonitoringSnapshot
    ) -> [(object: String, owner: String, finding: RuleFinding)] {
        snapshot.projects.flatMap { project in
            let facts = EarlyWarningFacts.execution(
                project.money, month: snapshot.through.month, owner: project.office)
            return rules.findings(of: [facts.values], subject: facts.subject)
                .filter { $0.ruleId == Self.rule }.map { (facts.object, facts.owner, $0) }
        }
    }

    // MARK: - Warnings

    private func raiseWarnings(_ snapshot: MonitoringSnapshot) throws {
        for (object, _, finding) in warnings(snapshot) where finding.light == .red {
            let notice = WarningNotice(
                rule: finding.ruleId, subject: object, period: "2021Q3", light: .red,
                facts: finding.message)
            guard let receipt = try cycle.raise(notice, at: story.next()) else { continue }
            story.tell(
                "系统",
                "发出预警 \(finding.ruleId)：\(finding.message)"
                    + (receipt.step.dueDay.map { "（\($0.chinese)前指定责任人）" } ?? ""))
        }
    }

    private func handle() throws {
        for warning in try cycle.openWarnings() {
            try cycle.assign(
                warning.matter, to: Seat.finance.rawValue, dueDay: Self.day(2021, 8, 31),
                by: Seat.finance.performer, at: story.next())
            try cycle.dispose(
                warning.matter, .hastened, "设备须在核准目录内选型，8月已完成选型，9月签订合同并支付",
                by: Seat.business.performer, at: story.next())
            story.tell(
                Seat.business.rawValue,
                "处置 \(warning.notice.rule) \(warning.notice.subject)：加快进度，9月签订合同并支付")
        }
        try step("raiseIssue", Self.matter, .section, .facts("seriousDeviation"))
        let (issue, _) = try cycle.issue(
            IssueNotice(
                source: .monitoring, department: ZengchengExample.unitName, project: Self.devices,
                category: .execution, description: "1—7月没有支出，执行进度为红灯，请加快采购",
                basis: Self.rule.rawValue),
            by: Seat.section.performer, at: story.next())
        try cycle.accept(
            issue: issue.matter, measure: "8月完成选型，9月签订合同、验收并支付", owner: Seat.finance.rawValue,
            dueDay: Self.day(2021, 10, 15), by: Seat.finance.performer, at: story.next())
        story.tell(
            Seat.section.rawValue, "下达整改 \(issue.number)；\(Seat.finance.rawValue)认领，限2021年10月15日")
    }
}
