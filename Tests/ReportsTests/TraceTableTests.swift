import Formulas
import Performance
import Quantities
import Testing

@testable import Reports

/// The trace appendix: one short row a figure, with its entries.
struct TraceTableTests {
    private static func book(_ year: Int) throws -> BookID {
        BookID(unitCode: "440118-ZGH", year: try #require(FiscalYear(year)))
    }

    private static func entry(
        _ ledger: String, rows: Int, year: Int = 2021, basis: DataBasis = .recorded
    ) throws -> EntryTrace {
        let day = try Day(reading: "\(year)-12-31")
        return EntryTrace(
            ledger: ledger, aggregate: "sum(\(ledger).金额)", book: try book(year), periodStart: day,
            periodEnd: day, journalNumber: 1, rowCount: rows, result: "1.00元", digest: "00",
            rowsByBasis: [basis: rows], sources: [])
    }

    private static func figure(
        _ name: String, _ yuan: Int64, entries: [EntryTrace] = []
    ) -> FigureTrace {
        FigureTrace(
            name: name, value: .number(Fraction(yuan), .yuan), formula: "sum(\(name))",
            arithmetic: "", entries: entries)
    }

    @Test func `一个数字一行，别处再印的只加处数`() throws {
        let budget = Self.figure("支出预算", 100, entries: [try Self.entry("支出预算", rows: 7)])
        var register = FigureRegister()
        for _ in 1...3 { _ = register.run("0.01", budget) }
        #expect(
            TraceTable(register.figures, year: 2021).rows == [
                .init(
                    id: "R0001", printed: "0.01（3处）", name: "支出预算", working: "sum(支出预算)",
                    entries: "支出预算7行", basis: "原文")
            ])
    }

    @Test func `增减的方向、大小和带符号的数合成一行，算式写到分`() throws {
        let budget = Self.figure("支出预算", 23_100, entries: [try Self.entry("支出预算", rows: 1)])
        let actual = Self.figure(
            "支出决算", 23_065, entries: [try Self.entry("支付", rows: 3, basis: .assumed)])
        let change = Change("支出合计", from: budget, to: actual)
        var register = FigureRegister()
        _ = register.runs(change.text)
        _ = register.run("-0.00", try #require(change.signedAmount))
        #expect(
            TraceTable(register.figures, year: 2021).rows == [
                .init(
                    id: "R0001", printed: "减少、0.00、-0.00（3处）", name: "支出合计增减",
                    working: "支出决算 − 支出预算 = 2.3065 − 2.31 = -0.0035（万元）",
                    entries: "支出预算1行、支付3行", basis: "假定")
            ])
    }

    @Test func `别的年度的分录写明年度，同一台账只写一次`() throws {
        let figure = Self.figure(
            "结余变动", 1,
            entries: [
                try Self.entry("结转结余", rows: 1, year: 2020), try Self.entry("结转结余", rows: 1),
                try Self.entry("结转结余", rows: 1),
            ])
        var register = FigureRegister()
        _ = register.run("0.00", figure)
        #expect(
            TraceTable(register.figures, year: 2021).rows.map(\.entries) == [
                "结转结余（2020年）1行、结转结余1行"
            ])
    }

    @Test(arguments: [
        (TracedValue.missing(reason: "没有资产台账"), "固定资产总额；缺数据：没有资产台账"),
        (.undefined(reason: "分母为0"), "固定资产总额；无法计算：分母为0"),
        (.text("减少"), "固定资产总额"),
    ])
    func `没有值的数字写明为什么`(value: TracedValue, working: String) {
        var register = FigureRegister()
        _ = register.run(
            "—",
            FigureTrace(
                name: "固定资产总额", value: value, formula: "固定资产总额", arithmetic: "", entries: []))
        #expect(TraceTable(register.figures, year: 2021).rows.map(\.working) == [working])
    }

    @Test func `人写进文字的数字归到写的地方，依据是填写`() {
        var register = FigureRegister()
        _ = register.runs(FigureText([.typed("慰问10名，走访4次", source: "12-文字.csv 第5行")]))
        #expect(
            TraceTable(register.figures, year: 2021).rows == [
                .init(
                    id: "R0001", printed: "10、4（2处）", name: "人工填写",
                    working: "12-文字.csv 第5行", entries: "", basis: "填写")
            ])
    }

    @Test func `没有分录的小计算法相同，合成一行`() {
        func points(_ name: String, _ formula: String) -> FigureTrace {
            FigureTrace(
                name: name, value: .number(Fraction(8), .one), formula: formula,
                arithmetic: "各指标得分之和", entries: [])
        }
        var register = FigureRegister()
        for (text, name, formula) in [
            ("8", "采购管理分值", "甲方案"), ("0.00", "采购管理得分", "甲方案"), ("8", "资产管理分值", "乙方案"),
        ] {
            _ = register.run(text, points(name, formula))
        }
        let rows = TraceTable(register.figures, year: 2021).rows
        #expect(rows.map(\.printed) == ["8、0.00（2处）", "8"])
        #expect(rows.map(\.name) == ["采购管理分值等2项", "资产管理分值"])
    }

    @Test func `口径里有的项目名称不在算式里再写一遍`() throws {
        let figure = FigureTrace(
            name: "单项执行率：慰问", value: .text("100%"), formula: "",
            arithmetic: "单项支出决算：慰问 = sum(支付.金额; 项目 = \"慰问\")",
            entries: [try Self.entry("支付", rows: 1)])
        var register = FigureRegister()
        _ = register.run("100%", figure)
        let rows = TraceTable(register.figures, year: 2021, projects: ["走访", "慰问"]).rows
        #expect(rows.map(\.working) == ["单项支出决算 = sum(支付.金额; 项目 = 本项目)"])
    }

    @Test func `得分站在所用数字的分录上，和其中最弱的一样可靠`() throws {
        let entry = try Self.entry("支付", rows: 3, basis: .assumed)
        let (firm, weak) = (
            Self.figure("支出预算", 100),
            FigureTrace(
                name: "支出决算", value: .number(Fraction(90), .yuan), formula: "", arithmetic: "",
                entries: [entry])
        )
        func score(_ inputs: [FigureTrace]) -> FigureTrace {
            FigureTrace(
                name: "A1得分", value: .number(Fraction(5), .one), formula: "R1", arithmetic: "",
                from: inputs)
        }
        #expect(score([firm]).basis == .recorded)
        #expect(score([firm, weak, weak]).entries == [entry])
        #expect(score([firm, weak]).basis == .assumed)
        let stated = weak.with(stated: StatedFigure(text: "0.01", place: "第2页", agrees: true))
        #expect(score([stated]).basis == .recorded)
    }
}
