import Formulas
import Quantities
import Testing

@testable import Performance

struct MonitoringSnapshotTests {
    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    @Test(arguments: [
        ("七月底", "2021-07-31", "7/12", "212/365"), ("七月底前一天", "2021-07-30", "1/2", "211/365"),
        ("闰年三月二日", "2020-03-02", "1/6", "31/183"), ("元旦", "2021-01-01", "0", "1/365"),
        ("年末", "2021-12-31", "1", "1"),
    ])
    func `序时进度`(id: String, text: String, months: String, days: String) throws {
        #expect(TimeProgress.months.share(on: try day(text)).description == months)
        #expect(TimeProgress.days.share(on: try day(text)).description == days)
    }

    private func standing(
        _ executed: Int64, of budget: Int64, expected: Fraction, followsPlan: Bool = false
    ) throws -> MoneyStanding {
        try MoneyStanding(
            name: "困难职工帮扶", initialBudget: Money(fen: budget), adjustedBudget: Money(fen: budget),
            executed: Money(fen: executed), expected: expected, followsPlan: followsPlan)
    }

    /// Quarterly aid in February: nothing is due by its plan, much by the months.
    @Test(arguments: [
        ("二月按序时", 0, "1/6", MonitoringLight.red), ("二月按计划", 0, "0", .green),
        ("三月按计划付了一半", 120, "24/100", .red), ("三月按计划付了八成", 192, "24/100", .green),
        ("三月按计划付了七成", 168, "24/100", .yellow),
    ])
    func `用款计划代替序时进度`(
        id: String, executed: Int64, expected: String, light: MonitoringLight
    ) throws {
        let parts = expected.split(separator: "/").compactMap { Int128($0) }
        let share = try Fraction(parts[0], over: parts.count > 1 ? parts[1] : 1)
        #expect(try standing(executed, of: 1000, expected: share).progress.light == light)
    }

    @Test func `没有预算没有执行的不看`() throws {
        #expect(try standing(0, of: 0, expected: .one).isEmpty)
        #expect(try !standing(1, of: 0, expected: .one).isEmpty)
        #expect(try standing(1, of: 0, expected: .one).rate == nil)
        #expect(try standing(1001, of: 1000, expected: .one).isOverspent)
        #expect(try !standing(1000, of: 1000, expected: .one).isOverspent)
    }

    /// EW-09 and the required cut: kind, limit, amount, months over, light.
    static let limits: [(String, LimitStanding.Kind, Int64?, Int64, Int, MonitoringLight?)] = [
        ("三公与时间同步", .ceiling, 100, 50, 6, .green), ("三公略快", .ceiling, 100, 51, 6, .yellow),
        ("三公快两成", .ceiling, 100, 60, 6, .yellow), ("三公快两成多", .ceiling, 100, 61, 6, .red),
        ("三公用完", .ceiling, 100, 100, 12, .green), ("三公超预算", .ceiling, 100, 101, 12, .red),
        ("三公零预算未用", .ceiling, 0, 0, 6, .green), ("三公零预算用了", .ceiling, 0, 1, 6, .red),
        ("没有控制数", .ceiling, nil, 5, 6, nil), ("压减完成", .requirement, 100, 100, 6, .green),
        ("压减过八成", .requirement, 100, 40, 6, .green),
        ("压减不到八成", .requirement, 100, 39, 6, .yellow),
        ("压减不到六成", .requirement, 100, 29, 6, .red), ("要求压减零", .requirement, 0, 0, 6, .green),
    ]

    @Test(arguments: limits)
    func `控制数亮灯`(
        id: String, kind: LimitStanding.Kind, limit: Int64?, amount: Int64, months: Int,
        light: MonitoringLight?
    ) throws {
        let standing = LimitStanding(
            name: id, kind: kind, limit: limit.map(Money.init), amount: Money(fen: amount),
            expected: try Fraction(Int128(months), over: 12))
        #expect(standing.light == light)
    }

    @Test(arguments: [
        ("八成", 80 as Int, CompletionLikelihood.certain), ("八成差一点", 79, .possible),
        ("一成多", 11, .possible),
        ("一成", 10, .impossible), ("零", 0, .impossible), ("十成", 100, .certain),
    ])
    func `按可能性建议`(id: String, percent: Int, likelihood: CompletionLikelihood) throws {
        let probability = try Fraction(Int128(percent), over: 100)
        #expect(LikelihoodLimits.usual.likelihood(ofReaching: probability) == likelihood)
    }

    /// F03: what must be filled in beside likelihood and light.
    static let entries: [(String, MonitoringEntry, MonitoringLight?, [MonitoringEntry.Gap])] = [
        ("绿灯确定能", MonitoringEntry(likelihood: .certain), .green, []),
        ("没有判断", MonitoringEntry(likelihood: nil), .green, [.likelihoodMissing]),
        ("黄灯没有原因", MonitoringEntry(likelihood: .certain), .yellow, [.causeMissing]),
        ("有可能没有原因", MonitoringEntry(likelihood: .possible), .green, [.causeMissing]),
        (
            "其他原因没有说明", MonitoringEntry(likelihood: .possible, causes: [.other]), nil,
            [.causeTextMissing]
        ),
        (
            "不可能什么都没写", MonitoringEntry(likelihood: .impossible), .red,
            [.causeMissing, .causeTextMissing, .remarkMissing]
        ),
        (
            "不可能都写了",
            MonitoringEntry(
                likelihood: .impossible, causes: [.staff], causeText: "人员未到位", remark: "九月补招"),
            .red, []
        ),
    ]

    @Test(arguments: entries)
    func `监控表必填项`(
        id: String, entry: MonitoringEntry, light: MonitoringLight?, gaps: [MonitoringEntry.Gap]
    ) {
        #expect(entry.gaps(light: light) == gaps)
    }

    private func indicator(
        _ direction: IndicatorStanding.Direction, _ actual: Int64?, of target: Int64,
        isCumulative: Bool = true
    ) throws -> IndicatorStanding {
        try IndicatorStanding(
            id: "P1-01", name: "救助人次", project: "困难职工帮扶", direction: direction, proof: .ledger,
            targetText: "\(target)", actualText: actual.map { "\($0)" } ?? "—",
            actual: actual.map { Fraction($0) }, target: Fraction(target),
            isCumulative: isCumulative, expected: Fraction(6, over: 12))
    }

    static let indicators:
        [(String, IndicatorStanding.Direction, Int64?, Int64, Bool, MonitoringLight?)] = [
            ("累计的按时间", .positive, 40, 100, true, .green),
            ("比率不按时间", .positive, 40, 100, false, .red),
            ("反向未超", .reverse, 20, 20, true, .green), ("反向超", .reverse, 21, 20, true, .red),
            ("为零", .zero, 0, 0, true, .green), ("不为零", .zero, 1, 0, true, .red),
            ("没有数", .positive, nil, 100, true, nil),
        ]

    @Test(arguments: indicators)
    func `指标亮灯`(
        id: String, direction: IndicatorStanding.Direction, actual: Int64?, target: Int64,
        isCumulative: Bool, light: MonitoringLight?
    ) throws {
        let standing = try indicator(direction, actual, of: target, isCumulative: isCumulative)
        #expect(standing.light == light)
    }

    private func snapshot(executed: Int64, actual: Int64) throws -> MonitoringSnapshot {
        let money = try standing(executed, of: 1000, expected: Fraction(6, over: 12))
        return MonitoringSnapshot(
            unitCode: "A", unitName: "总工会", through: try day("2021-06-30"), journalNumber: 1,
            department: money, lines: [], limits: [],
            projects: [
                ProjectStanding(
                    money: money, office: "帮扶部",
                    indicators: [try indicator(.positive, actual, of: 100)])
            ], indicators: [])
    }

    @Test func `双监控的两级两灯`() throws {
        let lights = try snapshot(executed: 500, actual: 20).dualLights
        #expect(lights.map(\.level) == [.department, .project])
        #expect(lights.map { $0[.money] } == [.green, .green])
        #expect(lights.map { $0[.goal] } == [.red, .red])
        #expect(lights.map(\.together) == [.yellow, .yellow])
        #expect(try snapshot(executed: 500, actual: 20).asksForAction)
        #expect(try !snapshot(executed: 500, actual: 50).asksForAction)
    }

    @Test func `冻结后的变化只列不同`() throws {
        let (frozen, now) = (
            try snapshot(executed: 500, actual: 50), try snapshot(executed: 500, actual: 20)
        )
        #expect(frozen.changes(since: frozen).isEmpty)
        #expect(
            now.changes(since: frozen) == [
                MonitoringChange(name: "P1-01 救助人次", field: "完成值", before: "50", after: "20"),
                MonitoringChange(name: "P1-01 救助人次", field: "指标亮灯", before: "绿灯", after: "红灯"),
            ])
    }

    @Test func `预警事实带名称和单位`() throws {
        let money = try standing(300, of: 1000, expected: Fraction(1, over: 4), followsPlan: true)
        let facts = EarlyWarningFacts.execution(money, month: 7, owner: "帮扶部")
        #expect(facts.subject == "执行进度")
        #expect(facts.values["月份"] == .number(Fraction(7)))
        #expect(facts.values["预算数"] == .number(Fraction(10)))
        #expect(facts.values["应有进度"] == .number(try Fraction(1, over: 4)))
        let goal = EarlyWarningFacts.indicator(try indicator(.positive, 0, of: 300), owner: "")
        #expect(goal.values["方向"] == .text("正向"))
        #expect(goal.values["完成可能性"] == .text("有可能"))
        let late = EarlyWarningFacts.deadline(
            "自评表", kind: "报送", isDone: false, due: try day("2022-04-30"),
            on: try day("2022-05-02"), owner: "")
        #expect(late.values["剩余天数"] == .number(Fraction(-2)))
        let award = EarlyWarningFacts.elapsed(
            "保密设备采购", kind: "合同签订", isDone: false, since: try day("2021-03-01"),
            on: try day("2021-04-01"), owner: "")
        #expect(award.values["已过天数"] == .number(Fraction(31)))
        let silent = EarlyWarningFacts.silence(
            ofLedger: "支付", lastRow: nil, on: try day("2021-03-01"), owner: "")
        #expect(silent?.values["静默天数"] == .number(Fraction(59)))
    }
}
