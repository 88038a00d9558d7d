import Formulas
import Office
import Packs
import Performance
import Quantities
import Testing
import ZengchengExample

struct MonitoringDeskTests {
    private func snapshot(_ year: ZengchengYear, through: String) throws -> MonitoringSnapshot {
        try MonitoringDesk(year.workplace.desk(unit: nil, year: nil, through: through)).snapshot()
    }

    @Test func `示例部门八月底的监控`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let august = try snapshot(year, through: "2021-08-31")
        #expect(august.department.adjustedBudget == Money(fen: 938_310_000))
        #expect(august.department.executed < august.department.adjustedBudget)
        #expect(august.department.expected == (try Fraction(8, over: 12)))
        #expect(august.department.forecast?.basis == .straightLine)
        #expect(august.projects.count == 5)
        let purchase = try #require(august.projects.first { $0.money.name == "保密设备购置费" })
        #expect(purchase.money.progress.light == .red)
        #expect(purchase.money.rings)
        let december = try snapshot(year, through: "2021-12-31")
        #expect(december.department.executed == Money(fen: 839_380_000))
        #expect(december.department.progress.light == .green)
        #expect(december.department.forecast == nil)
        // The months add up: nothing is spent less by December than by August.
        for (earlier, later) in zip(august.projects, december.projects) {
            #expect(earlier.money.executed <= later.money.executed)
        }
    }

    @Test func `全年填报的完成值年中不算数`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let report = try year.importRows(
            """
            生效日期,指标编号,层级,一级指标,二级指标,三级指标,计算符号,指标值,单位,分值,完成值,来源
            2021-01-29,Z-90,整体,满意度指标,服务对象满意度指标,职工满意率,≥,90,%,5,96,问卷
            """, into: "绩效指标")
        #expect(report.isClean)
        let august = try snapshot(year, through: "2021-08-31")
        let december = try snapshot(year, through: "2021-12-31")
        let typed = december.allIndicators.filter { $0.proof != .ledger && $0.actualText != "—" }
        #expect(!typed.isEmpty)
        for indicator in typed {
            let before = august.allIndicators.first { $0.id == indicator.id }
            #expect(before?.actualText == "—")
        }
    }

    @Test func `登记了用款计划的项目按计划亮灯`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let rows = (1...12).map { "2021-01-29,保密设备购置费,\($0),\($0 < 10 ? 0 : 23065)" }
        let report = try year.importRows(
            (["登记日期,项目,月份,累计金额（元）"] + rows).joined(separator: "\n"), into: "用款计划")
        #expect(report.isClean)
        let purchase = try #require(
            try snapshot(year, through: "2021-08-31").projects
                .first { $0.money.name == "保密设备购置费" })
        #expect(purchase.money.followsPlan)
        #expect(purchase.money.expected == .zero)
        #expect(purchase.money.progress.light == .green)
    }

    @Test func `冻结后补记的支付列为变化`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let desk = try year.workplace.desk(unit: nil, year: nil, through: "2021-08-31")
        let frozen = desk.snapshot.journalNumber
        #expect(try MonitoringDesk(desk).changes(sinceJournal: frozen).isEmpty)
        let row = "2021-08-30,补-0001,1,项目支出,劳模活动管理费,10000"
        let report = try year.importRows(
            "日期,凭证号,分录号,支出类别,项目,金额（元）\n\(row)", into: "支付")
        #expect(report.isClean)
        let now = try year.workplace.desk(unit: nil, year: nil, through: "2021-08-31")
        let changes = try MonitoringDesk(now).changes(sinceJournal: frozen)
        #expect(
            changes.contains {
                $0.name == "劳模活动管理费" && $0.field == "执行数" && $0.before == "6.24万元"
                    && $0.after == "7.24万元"
            })
    }

    @Test func `有往年账套时按往年推算`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let importer = ImportDesk(year.workplace, memoryPath: "\(year.folder)/layouts.json")
        let book = try importer.book(
            unit: ZengchengExample.unitCode, year: 2022, unitName: ZengchengExample.unitName,
            actor: "测试", at: ZengchengYear.start + 2_000_000)
        try year.importRows(
            "批复日期,预算类型,支出类别,项目,金额（元）\n2022-01-20,年初,项目支出,保密设备购置费,20000",
            into: "支出预算", book: book)
        try year.importRows(
            "日期,凭证号,分录号,支出类别,项目,金额（元）\n2022-03-01,付-1,1,项目支出,保密设备购置费,10",
            into: "支付", book: book)
        let desk = try year.workplace.desk(unit: nil, year: 2022, through: "2022-08-31")
        let snapshot = try MonitoringDesk(desk).snapshot()
        let purchase = try #require(
            snapshot.projects.first { $0.money.name == "保密设备购置费" })
        guard case .earlierYears(let own, let others)? = purchase.money.forecast?.basis
        else {
            Issue.record("no earlier years")
            return
        }
        #expect(own == 1)
        #expect(others > 5)
    }

    @Test func `预警按责任科室列出并可以登记`() throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let desk = MonitoringDesk(
            try year.workplace.desk(unit: nil, year: nil, through: "2021-08-31"))
        let warnings = try desk.warnings(RulePack.book())
        let purchase = try #require(
            warnings.first { $0.rule == "EW-01" && $0.object == "保密设备购置费" })
        #expect(purchase.light == .red)
        #expect(purchase.owner == "办公室")
        #expect(warnings.map(\.light) == warnings.map(\.light).sorted())
        // One gap, one warning.
        #expect(!warnings.contains { $0.rule == "EW-02" && $0.object == "保密设备购置费" })
        #expect(warnings.contains { $0.rule == "EW-02" && $0.object == "部门整体" })
        let notice = try #require(purchase.notice(period: "2021Q3"))
        #expect(notice.light == .red)
        #expect(notice.subject == "保密设备购置费")
    }
}
