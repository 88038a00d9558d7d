import FormulaSamples
import Formulas
import Quantities
import Testing

/// Years, months and journal numbers.
struct PeriodTests {
    static let books: SampleBooks = {
        var books = SampleBooks()
        books.add(
            SampleLedgers.payment,
            """
            y2019 | 2019-06-30 | 1 | A | A | - | - | -
            y2020 | 2020-01-31 | 10 | A | A | - | - | -
            y2020 | 2020-02-28 | 20 | A | A | - | - | -
            y2020 | 2020-02-29 | 40 | A | A | - | - | -
            y2020 | 2020-12-31 | 80 | A | A | - | - | -
            y2021 | 2021-01-31 | 100 | A | A | - | - | -
            y2021 | 2021-02-28 | 200 | A | A | - | - | -
            y2021 | 2021-03-15 | 400 | A | A | - | - | -
            y2021 | 2022-01-05 | 800 | A | A | - | - | -
            """)
        books.typed = [
            "支出@2018": Quantity(Fraction(7), .yuan), "支出@2019": Quantity(Fraction(9), .yuan),
            "人次@2020": Quantity(Fraction(5), MeasureUnit("人次")),
            "笔数@2018": Quantity(Fraction(5), MeasureUnit("人次")),
        ]
        books.kept = ["支付@2021", "支付@2020", "支付@2019"]
        return books
    }()

    static let vocabulary: Vocabulary = {
        var vocabulary = Vocabulary(ledgers: SampleLedgers.all)
        do throws(FormulaError) {
            try vocabulary.define([
                .init(name: "支出", formula: "sum(支付.金额)"),
                .init(name: "人次", formula: "count(帮扶)"),
                .init(name: "笔数", formula: "count(支付)"),
            ])
        } catch {
            preconditionFailure(error.message)
        }
        return vocabulary
    }()

    /// `2020-01-01…2020-02-29` as a snapshot of its book.
    private static func snapshot(_ year: Int, _ period: String) -> Snapshot {
        let days = period.split(separator: "…").map(String.init)
        return days.count == 2
            ? SampleBooks.snapshot(year, from: days[0], to: days[1])
            : SampleBooks.snapshot(year, to: days.first)
    }

    @Test(arguments: [
        ("支出", 2021, "", "700"),
        ("支出", 2021, "2021-02-28", "300"),
        ("支出", 2021, "2021-02-01…2021-02-28", "200"),
        ("支出", 2021, "2021-01-01…2022-12-31", "1500"),
        ("支出", 2021, "2021-05-01…2021-04-01", "0"),
        ("sum(支付.金额; 日期 > 期初)", 2021, "2021-02-28…2021-12-31", "400"),
        ("sum(支付.金额; 日期 < 期末)", 2021, "2021-02-28", "100"),
        ("上年(支出)", 2021, "2021-02-28", "150"),
        ("上年同期(支出)", 2021, "2021-01-31", "10"),
        // The end of February stays its end; 29 February has no day in 2021 and 2019.
        ("上年同期(支出)", 2021, "2021-02-28", "70"),
        ("上年同期(支出)", 2021, "2021-02-27", "10"),
        ("上年同期(支出)", 2020, "2020-02-29", "0"),
        ("上年同期(支出)", 2021, "2021-02-28…2021-12-31", "140"),
        ("上年同期(支出)", 2021, "", "150"),
        ("上年同期(上年同期(支出))", 2021, "2021-06-30", "1"),
        ("上年(上年(支出))", 2021, "", "1"),
        // What a ledger proves goes before what somebody typed.
        ("上年(支出)", 2020, "", "1"),
        ("上年(支出)", 2019, "", "7"),
        ("上年同期(支出)", 2019, "", "7"),
        ("上年同期(支出)", 2019, "2019-06-30", "缺数据"),
        ("上年(支出) / 支出", 2019, "", "7"),
        ("上年(支出 + 支出)", 2019, "", "14"),
        ("上年(sum(支付.金额))", 2019, "", "缺数据"),
        ("上年(上年(支出))", 2019, "", "缺数据"),
        ("上年(人次)", 2021, "", "5"),
        ("人次", 2020, "", "缺数据"),
        ("上年(月末平均(人次))", 2021, "", "缺数据"),
        ("月末平均(上年(人次))", 2021, "", "5"),
        ("上年(支出)", 2000, "", "缺数据"),
        ("上年同期(支出)", 2000, "", "缺数据"),
        ("月末平均(支出)", 2021, "2021-03-31", "1100/3"),
        ("月末平均(支出)", 2021, "2021-03-10", "700/3"),
        ("月末平均(支出)", 2021, "2021-02-01…2021-03-31", "400"),
        ("月末平均(支出)", 2021, "2022-03-31", "7400/12"),
        ("月末平均(支出)", 2021, "2021-05-01…2021-04-01", "缺数据"),
        ("月末平均(1 / 0)", 2021, "", "无法计算"),
        ("上年同期(月末平均(支出))", 2021, "2021-02-28", "40"),
        ("月末平均(上年同期(支出))", 2021, "2021-02-28", "40"),
    ])
    func `期间按规则推移`(
        formula: String, year: Int, period: String, expected: String
    ) throws {
        let checked = try Self.vocabulary.check(formula)
        let snapshot = Self.snapshot(year, period)
        let value = try Evaluator(rows: Self.books).value(of: checked, at: snapshot)
        let parts = expected.split(separator: "/").compactMap { Int128($0) }
        let canonical =
            parts.count == 2 ? try Fraction(parts[0], over: parts[1]).description : expected
        #expect(Sample.exactWords(value) == canonical)
        // The database says the same.
        let plan = try AggregatePlan(formulas: [checked], snapshots: [snapshot])
        let database = try SQLiteLedgers(SampleLedgers.all)
        try database.insert(
            Self.books.rowsByLedger["支付", default: []], into: SampleLedgers.payment)
        let answers = try database.results(of: plan)
        #expect(try plan.values(from: answers, facts: Self.books) == [[value]])
    }

    @Test func `录入数的单位不对就不用它`() throws {
        let checked = try Self.vocabulary.check("上年(笔数)")
        let error = #expect(throws: EvaluationError.self) {
            try Evaluator(rows: Self.books).value(of: checked, at: SampleBooks.snapshot(2019))
        }
        #expect(error?.message == "录入的“笔数”单位是“人次”，应是数（笔）。请改正录入的数。")
    }

    @Test(arguments: [
        (1, "1000", "2"), (2, "1500", "3"), (4, "1500", "3"), (5, "1000", "2"), (6, "400", "1"),
        (7, "350", "1"),
    ])
    func `日记账序号之后的记录还不存在`(journal: Int64, sum: String, count: String) throws {
        var books = SampleBooks()
        books.add(
            SampleLedgers.payment,
            """
            #1 j1 | 2021-01-15 | 600 | A | A | - | - | -
            #2 j1 | 2021-01-16 | 400 | A | A | - | - | -
            #3 j2 | 2021-01-17 | 500 | A | A | - | - | -
            #4 j5 冲3 | 2021-01-18 | -500 | A | A | - | - | -
            #5 j6 y2022 冲1 | 2022-01-18 | -600 | A | A | - | - | -
            #6 j7 退 | 2021-01-19 | -50 | A | A | - | - | -
            #7 j1 u2 | 2021-01-19 | -50 | A | A | - | - | -
            #8 j1 u2 冲2 | 2021-01-19 | -50 | A | A | - | - | -
            """)
        let formulas = [
            try Self.vocabulary.check("支出"), try Self.vocabulary.check("笔数"),
        ]
        let snapshot = SampleBooks.snapshot(journal: journal)
        let values = try Evaluator(rows: books).values(of: formulas, at: snapshot)
        #expect(values.map(Sample.words) == [sum, count])
    }
}
