import Formulas
import Packs
import Performance
import Quantities
import Reports
import Seeds
import Testing

@testable import Office

@Suite("部门汇总")
struct DepartmentTests {
    private func withExample(_ body: (DepartmentFixture) throws -> Void) throws {
        let fixture = try DepartmentFixture()
        defer { fixture.remove() }
        try fixture.addExample()
        try fixture.join()
        try body(fixture)
    }

    /// Each row: measure, of the two units, taken off, of the department; 元.
    @Test(arguments: [
        ("收入预算", 7_500_000, 1_200_000, 500_000, 8_200_000),
        ("收入决算", 4_500_000, 940_000, 500_000, 4_940_000),
        ("支出预算", 7_500_000, 1_200_000, 500_000, 8_200_000),
        ("支出决算", 3_850_000, 660_000, 500_000, 4_010_000),
        ("人员经费决算", 3_200_000, 400_000, 0, 3_600_000),
        // 转给所属单位的项目资金，由所属单位花掉时才是支出。
        ("项目支出决算", 350_000, 260_000, 200_000, 410_000),
        ("单项支出决算：场馆维护", 0, 260_000, 0, 260_000),
    ])
    func `部门数是各单位之和减内部往来`(
        name: String, head: Int64, unit: Int64, eliminated: Int64, whole: Int64
    ) throws {
        try withExample { fixture in
            let sum = try #require(try fixture.department().departmentSums([name]).first)
            #expect(sum.units == [.number(Fraction(head)), .number(Fraction(unit))])
            #expect(sum.eliminated == Fraction(eliminated))
            #expect(sum.whole.value.number == Fraction(whole))
        }
    }

    @Test func `比率按汇总后的数计算`() throws {
        try withExample { fixture in
            let sum = try #require(try fixture.department().departmentSums(["支出完成率"]).first)
            #expect(sum.whole.value.number == (try Fraction(4_010_000, over: 8_200_000)))
            #expect(sum.eliminated == nil)
        }
    }

    @Test func `逐行说明抵销了什么，对外的不抵销，两边不符就说出来`() throws {
        try withExample { fixture in
            let transfers = try EntryPages(fixture.department()).internalTransfers()
            #expect(
                transfers.map {
                    "\($0.ledger) \($0.unitCode) \($0.kind) \($0.amount.text(in: .yuan))"
                }
                    == [
                        "支出预算 440100-ZGH 对附属单位补助支出 500000.00",
                        "收入预算 440100-WHG 上级补助收入 500000.00",
                        "支付 440100-ZGH 对附属单位补助支出 300000.00",
                        "支付 440100-ZGH 项目支出 200000.00",
                        "收入 440100-WHG 上级补助收入 300000.00",
                        "收入 440100-WHG 其他收入 200000.00",
                    ])
            #expect(TransferMismatch.all(of: transfers).isEmpty)
            try fixture.add(
                ["2021-09-01,付-9,1,对附属单位补助支出,,,12345.6"], to: "支付",
                of: DepartmentFixture.head)
            let more = try EntryPages(fixture.department()).internalTransfers()
            #expect(
                TransferMismatch.all(of: more).map(\.message) == [
                    "内部往来两边不符：台账“支付”付出51.23456万元，台账“收入”收到50.00万元。"
                        + "请核对两边单位的类别、来源和往来对方。"
                ])
        }
    }

    @Test func `溯源写出各单位的分录和抵销`() throws {
        try withExample { fixture in
            let desk = try fixture.department()
            let trace = try #require(try MeasureDesk(desk).figures(["支出决算"]).first)
            #expect(
                trace.entries.map {
                    "\($0.book.unitCode) \($0.aggregate) \($0.rowCount) \($0.result)"
                }
                    == [
                        "440100-ZGH sum(支付.金额) 4 3850000.00元",
                        "440100-ZGH 抵销 sum(支付.金额; 支出类别 in (\"对附属单位补助支出\")) 1 300000.00元",
                        "440100-ZGH 抵销 sum(支付.金额; 支出类别 not in (\"对附属单位补助支出\") "
                            + "and 收款方 in (\"区工人文化宫\")) 1 200000.00元",
                        "440100-WHG sum(支付.金额) 2 660000.00元",
                    ])
            let formula = try MeasureDesk(desk).formula(named: "支出决算")
            #expect(try EntryPages(desk).rows(of: formula, limit: 50).count == 4)
        }
    }

    @Test func `没有建台账的单位使部门数缺数据，并写明是哪个单位`() throws {
        try withExample { fixture in
            try fixture.add(
                ["2021-03-10,付-1,1,人员经费,,个人（按发放表）,100"], to: "支付", of: "440100-XX")
            try fixture.join("440100-XX")
            let sums = try fixture.department().departmentSums(["支出决算", "收入决算", "收支差额"])
            #expect(sums[0].whole.value.number == Fraction(4_010_100))
            let reason = "没有收入决算的数据（区职工学校没有建台账“收入”，也没有说明无此业务）"
            #expect(sums[1].whole.value == .missing(reason: reason))
            #expect(sums[2].whole.value == .missing(reason: reason))
            #expect(sums[1].units[2] == .missing)
            try fixture.join("440100-XX", without: ["收入"])
            let stated = try fixture.department().departmentSums(["收入决算"])
            #expect(stated[0].whole.value.number == Fraction(4_940_000))
        }
    }

    @Test func `监控、自评和勾稽核对都用汇总数`() throws {
        try withExample { fixture in
            let desk = try fixture.department(through: "2021-08-31")
            let snapshot = try MonitoringDesk(desk).snapshot()
            #expect(snapshot.department.executed == Money(fen: 401_000_000))
            #expect(snapshot.department.adjustedBudget == Money(fen: 820_000_000))
            let own = try fixture.workplace.desk(
                unit: DepartmentFixture.head, year: 2021, through: "2021-08-31")
            #expect(
                try MonitoringDesk(own).snapshot().department.executed == Money(fen: 385_000_000))
            let facts = try ReportFactsReader(desk).facts()
            #expect(facts.figures["支出决算"]?.value.number == Fraction(4_010_000))
            // 支出合计与基本支出、项目支出之和相符：抵销的也从分项里减去。
            let findings = try BookChecks(desk, RulePack.book()).findings()
            #expect(findings.allSatisfy { $0.level != .blocking })
            let refused = #expect(throws: DepartmentError.self) {
                try MonitoringDesk(desk).changes(sinceJournal: 1)
            }
            #expect(refused == .noSingleJournal)
        }
    }

    @Test func `随机的往来与逐行相加一致`() throws {
        var random = RandomSource()
        let fixture = try DepartmentFixture()
        defer { fixture.remove() }
        let classes = ["人员经费", "项目支出", "对附属单位补助支出", "上缴上级支出"]
        let others = ["", "区工人文化宫", "示例区总工会", "某公司"]
        var expected = 0
        for (unit, own, kind) in [
            (DepartmentFixture.head, "示例区总工会", "对附属单位补助支出"),
            (DepartmentFixture.unit, "区工人文化宫", "上缴上级支出"),
        ] {
            var rows: [String] = []
            for number in 1...60 {
                let (spending, other) = (random.pick(classes), random.pick(others))
                let yuan = random.number(1...9_999)
                let project = spending == "项目支出" ? "甲" : ""
                rows.append("2021-05-01,付-\(number),1,\(spending),\(project),\(other),\(yuan)")
                let isNamed = !other.isEmpty && other != own && other != "某公司"
                let isInternal = isNamed || (spending == kind && other.isEmpty)
                expected += isInternal ? 0 : yuan
            }
            try fixture.add(rows, to: "支付", of: unit)
        }
        try fixture.join()
        let sum = try #require(try fixture.department().departmentSums(["支出决算"]).first)
        #expect(sum.whole.value.number == Fraction(Int64(expected)), "seed \(random.seed)")
    }
}
