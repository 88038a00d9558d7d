import FormulaSamples
import Formulas
import Quantities
import Testing

/// The statements of a plan: few, exact, and the same for both databases.
struct StatementTests {
    private static let vocabulary: Vocabulary = {
        var vocabulary = Vocabulary(ledgers: SampleLedgers.all)
        let least = ExactDecimal(mantissa: Int128(Int64.min), scale: 2).fraction
        do throws(FormulaError) {
            try vocabulary.define(parameter: "最小", value: least, unit: .yuan)
        } catch {
            preconditionFailure(error.message)
        }
        return vocabulary
    }()

    private func plan(_ formulas: [String], _ snapshots: [Snapshot]) throws -> AggregatePlan {
        try AggregatePlan(
            formulas: formulas.map { try Self.vocabulary.check($0) }, snapshots: snapshots)
    }

    @Test func `共有的条件只写一次`() throws {
        let plan = try plan(
            [
                "sum(支付.金额; 支出类别 = \"A\")", "count(支付; 支出类别=\"A\")",
                "sum(支付.金额; 支出类别 = “A”) * 2",
            ], [SampleBooks.snapshot(journal: 9), SampleBooks.snapshot(journal: 9, unit: "u2")])
        #expect(plan.statements.map(\.ledger) == ["支付"])
        let statement = plan.statements[0].statement
        #expect(
            statement.text(.dollarNumber) == """
                SELECT e.unit_code, e.fiscal_year,
                COUNT(*) FILTER (WHERE e.class = $1),
                CAST(SUM(e.amount_fen) FILTER (WHERE e.class = $2) AS BIGINT),
                COUNT(*) FILTER (WHERE e.row_kind = 0 AND e.class = $3)
                FROM payment e
                LEFT JOIN (SELECT unit_code, reverses, MIN(journal_number) AS struck_at
                FROM payment WHERE row_kind = 1 AND reverses IS NOT NULL AND unit_code IN ('u1', 'u2')
                GROUP BY unit_code, reverses) v ON v.unit_code = e.unit_code AND v.reverses = e.id
                WHERE e.fiscal_year IN (2021) AND e.unit_code IN ('u1', 'u2') AND e.row_kind <> 1 AND e.journal_number <= 9 AND (v.struck_at IS NULL OR v.struck_at > 9) AND e.paid_on >= '2021-01-01' AND e.paid_on <= '2021-12-31'
                GROUP BY e.unit_code, e.fiscal_year
                """)
        #expect(statement.values == [.text("A"), .text("A"), .text("A")])
    }

    @Test(arguments: [
        ("金额 > 1.005元", "e.amount_fen > 100"), ("金额 >= 1.005元", "e.amount_fen > 100"),
        ("金额 < 1.005元", "e.amount_fen <= 100"), ("金额 <= 1.005元", "e.amount_fen <= 100"),
        ("金额 = 1.005元", "e.amount_fen <> e.amount_fen"),
        ("金额 <> 1.005元", "e.amount_fen = e.amount_fen"),
        ("金额 > -1.005元", "e.amount_fen > -101"), ("金额 < -1.005元", "e.amount_fen <= -101"),
        ("1.005元 > 金额", "e.amount_fen <= 100"), ("1万元 <= 金额", "e.amount_fen >= 1000000"),
        ("金额 < 999999999亿元", "e.amount_fen = e.amount_fen"),
        ("金额 > 999999999亿元", "e.amount_fen <> e.amount_fen"),
        ("金额 <> 999999999亿元", "e.amount_fen = e.amount_fen"),
        ("金额 < -999999999亿元", "e.amount_fen <> e.amount_fen"),
        ("金额 >= -999999999亿元", "e.amount_fen = e.amount_fen"),
        ("金额 = 最小", "e.amount_fen = (-9223372036854775807 - 1)"),
        ("金额 in (1元, 1.005元)", "e.amount_fen IN (100)"),
        ("金额 in (1.005元)", "e.amount_fen <> e.amount_fen"),
        ("金额 not in (1.005元)", "e.amount_fen = e.amount_fen"),
        ("金额 > 应付金额", "e.amount_fen > e.due_fen"),
        ("not 政府采购", "NOT (e.is_procurement = 1)"),
        ("政府采购 <> false", "e.is_procurement <> 0"),
        ("日期 >= 2021年6月1日", "e.paid_on >= '2021-06-01'"),
        ("日期 <= 期末", "e.paid_on <= '2021-12-31'"),
        ("期初 < 期末", "1 = 1"), ("期末 in (2021年1月1日)", "1 = 0"),
        ("true and 1 > 2", "1 = 1 AND 1 = 0"),
        (
            "金额 > 0 or (金额 < 0 and not 政府采购)",
            "(e.amount_fen > 0 OR e.amount_fen < 0 AND (NOT (e.is_procurement = 1)))"
        ),
        ("\"A\" < 项目", "e.project_code > ?"),
        ("项目 not in (\"A\", \"B\")", "e.project_code NOT IN (?, ?)"),
    ])
    func `比较写成整数和文字的比较`(filter: String, sql: String) throws {
        let plan = try plan(["sum(支付.金额; \(filter))"], [SampleBooks.snapshot()])
        let text = plan.statements[0].statement.text(.questionMark)
        #expect(text.contains("COUNT(*) FILTER (WHERE \(sql)),"), "\(text)")
    }

    @Test func `登记簿的许多日子一次扫描`() throws {
        let plan = try plan(
            ["月末平均(count(资产; 在用))", "上年(count(资产; 在用))", "count(资产)"],
            [SampleBooks.snapshot(to: "2021-06-30")])
        #expect(plan.statements.count == 1)
        let text = plan.statements[0].statement.text(.questionMark)
        #expect(text.split(separator: "FROM fixed_asset e\n").count == 2)
        #expect(
            text.contains(
                "LEAD(e.valid_from) OVER (PARTITION BY e.unit_code, e.asset_no ORDER BY e.valid_from, e.id)"
            ))
        // 6 months (the last is 期末), the year before, and all assets at 期末.
        #expect(plan.passes[0].columnCount == 1 + 6 + 1 + 1)
    }

    @Test func `各单位的日记账序号各算各的`() throws {
        var books = SampleBooks()
        books.add(
            SampleLedgers.payment,
            """
            #1 j3 | 2021-01-01 | 1 | A | A | - | - | -
            #2 j5 | 2021-01-01 | 10 | A | A | - | - | -
            #3 j7 冲1 | 2021-01-01 | -1 | A | A | - | - | -
            #1 j3 u2 | 2021-01-01 | 100 | A | A | - | - | -
            #2 j5 u2 | 2021-01-01 | 1000 | A | A | - | - | -
            #3 j7 u2 冲1 | 2021-01-01 | -100 | A | A | - | - | -
            """)
        books.add(
            SampleLedgers.asset,
            """
            #1 j3 | 2021-01-01 | P | 1 | A | 是 | -
            #2 j5 | 2021-02-01 | P | 10 | A | 是 | -
            #3 j7 冲2 | 2021-02-01 | P | 10 | A | 是 | -
            """)
        let snapshots = [
            SampleBooks.snapshot(journal: 4), SampleBooks.snapshot(journal: 6),
            SampleBooks.snapshot(journal: 8), SampleBooks.snapshot(journal: 7, unit: "u2"),
            SampleBooks.snapshot(journal: 1, unit: "u3"),
        ]
        let plan = try plan(["sum(支付.金额)", "sum(资产.原值)"], snapshots)
        #expect(plan.statements.count == 2)
        let database = try SQLiteLedgers(SampleLedgers.all)
        for ledger in SampleLedgers.all {
            try database.insert(books.rowsByLedger[ledger.name, default: []], into: ledger)
        }
        let values = try plan.values(from: try database.results(of: plan), facts: books)
        #expect(values[0].map(Sample.words) == ["1", "11", "10", "1000", "0"])
        #expect(values[1].map(Sample.words) == ["1", "10", "1", "0", "0"])
        for (place, snapshot) in snapshots.enumerated() {
            let slow = try Evaluator(rows: books).values(of: plan.formulas, at: snapshot)
            #expect(slow == values.map { $0[place] })
        }
    }

    @Test func `几年的全年数共用一列而期间不同的各占一列`() throws {
        let texts = [
            "sum(支付.金额)", "sum(支付.金额; 日期 <= 期末)", "上年(count(支付))", "count(支付)",
        ]
        let whole = [SampleBooks.snapshot(2020), SampleBooks.snapshot(2021)]
        let half = SampleBooks.snapshot(2021, to: "2021-06-30")
        // 2020 and 2021 share three columns; 期末 is two days, so that filter has two a year.
        // 上年 of 2020 is 2019, all of it, and so shared too.
        #expect(try plan(texts, whole).passes.map(\.columnCount) == [2 + 3 + 4])
        // The half year alone has two, two and one more.
        #expect(try plan(texts, whole + [half]).passes.map(\.columnCount) == [2 + 3 + 4 + 5])
        var books = SampleBooks()
        for year in 2019...2021 {
            books.add(
                SampleLedgers.payment,
                """
                y\(year) | \(year)-03-01 | \(year) | A | A | - | - | -
                y\(year) | \(year)-09-01 | 1 | A | A | - | - | -
                """)
        }
        let database = try SQLiteLedgers(SampleLedgers.all)
        try database.insert(books.rowsByLedger["支付", default: []], into: SampleLedgers.payment)
        let plan = try plan(texts, whole + [half])
        let values = try plan.values(from: try database.results(of: plan), facts: books)
        #expect(
            values.map { $0.map(Sample.words) } == [
                ["2021", "2022", "2021"], ["2021", "2022", "2021"], ["2", "2", "2"],
                ["2", "2", "1"],
            ])
    }

    @Test func `列数过千才分成几次`() throws {
        let limit = AggregatePlan.Limit.columns
        let counts = (1...limit).map { "count(支付; 金额 > \($0)元)" }
        #expect(try plan(counts, [SampleBooks.snapshot()]).statements.count == 1)
        let plan = try plan(counts + ["count(支付)"], [SampleBooks.snapshot()])
        #expect(plan.statements.count == 2)
        #expect(plan.passes.map(\.columnCount) == [limit + 2, 3])
        #expect(plan.passes.allSatisfy { $0.table == "payment" })
        let database = try SQLiteLedgers(SampleLedgers.all)
        var books = SampleBooks()
        books.add(
            SampleLedgers.payment,
            """
            2021-01-01 | 999.50 | A | A | - | - | -
            2021-01-01 | 3 | A | A | - | - | -
            """)
        try database.insert(books.rowsByLedger["支付", default: []], into: SampleLedgers.payment)
        let values = try plan.values(from: try database.results(of: plan), facts: books)
        #expect(
            values.map { $0[0] } == (1...limit).map { ordinal in
                .number(Fraction(ordinal < 3 ? 2 : ordinal < 1000 ? 1 : 0))
            } + [.number(Fraction(2))])
    }

    @Test func `绑定的文字过多也分成几次`() throws {
        let list = (1...900).map { "\"\($0)\"" }.joined(separator: ",")
        let formulas = (1...34).map { "count(支付; 金额 > \($0)元 and 项目 in (\(list)))" }
        let plan = try plan(formulas, [SampleBooks.snapshot()])
        #expect(plan.statements.map(\.statement.values.count) == [29_700, 900])
        let database = try SQLiteLedgers(SampleLedgers.all)
        let values = try plan.values(from: try database.results(of: plan), facts: SampleBooks())
        #expect(values.allSatisfy { $0 == [.number(.zero)] })
    }

    @Test func `上万个单位也分成几次`() throws {
        let units = AggregatePlan.Limit.units
        let snapshots = (0...units).map { SampleBooks.snapshot(unit: "u\($0)") }
        let plan = try plan(["count(支付)"], snapshots)
        #expect(plan.statements.count == 2)
        #expect(plan.statements[0].statement.text(.questionMark).utf8.count < 1_000_000)
        #expect(plan.statements[0].statement.values.isEmpty)
        let database = try SQLiteLedgers(SampleLedgers.all)
        var books = SampleBooks()
        books.add(SampleLedgers.payment, "u10000 | 2021-01-01 | 999.50 | A | A | - | - | -")
        try database.insert(books.rowsByLedger["支付", default: []], into: SampleLedgers.payment)
        let values = try plan.values(from: try database.results(of: plan), facts: books)
        #expect(values[0].filter { $0 == .number(.one) }.count == 1)
        #expect(values[0][units] == .number(.one))
    }

    @Test func `单位代码里的符号不进语句`() throws {
        let snapshot = SampleBooks.snapshot(unit: "u' OR 1=1 --")
        let statement = try plan(["count(支付)"], [snapshot]).statements[0].statement
        #expect(!statement.text(.questionMark).contains("OR 1=1"))
        #expect(statement.values.contains(.text("u' OR 1=1 --")))
        let database = try SQLiteLedgers(SampleLedgers.all)
        #expect(try database.run(statement).isEmpty)
    }

    @Test func `不按计划的答案被拒绝`() throws {
        let plan = try plan(["sum(支付.金额)", "count(资产)"], [SampleBooks.snapshot()])
        let books = SampleBooks()
        let row: [SQLValue] = [.text("u1"), .integer(2021), .integer(1), .integer(100)]
        let asset: [SQLValue] = [.text("u1"), .integer(3)]
        let numberForUnit: [SQLValue] = [.integer(1)] + row.dropFirst()
        let blankYear: [SQLValue] = [.text("u1"), .null] + row.dropFirst(2)
        let bad: [[[[SQLValue]]]] = [
            [], [[row]], [[row.dropLast()], []], [[row, row], []], [[numberForUnit], []],
            [[blankYear], []],
        ]
        for answers in bad {
            #expect(throws: EvaluationError.self) {
                try plan.evaluator(from: answers, facts: books)
            }
        }
        let wrongCells: [[SQLValue]] = [
            Array(row.prefix(2)) + [.null, .integer(100)], Array(row.prefix(3)) + [.bytes([1])],
        ]
        for cells in wrongCells {
            let error = #expect(throws: EvaluationError.self) {
                try plan.values(from: [[cells], []], facts: books)
            }
            #expect(error?.message == "台账“支付”的汇总结果与所求不符。请先校验数据库。")
        }
        let values = try plan.values(from: [[row], [asset]], facts: books)
        #expect(values.map { $0.map(Sample.words) } == [["1"], ["3"]])
        // A formula checked once more means the same aggregates.
        let again = try Self.vocabulary.check("sum( 支付.金额 )")
        #expect(
            try plan.evaluator(from: [[row], [asset]], facts: books)
                .value(of: again, at: SampleBooks.snapshot()) == .number(.one))
        let other = try Self.vocabulary.check("count(帮扶)")
        let evaluator = try plan.evaluator(from: [[row], [asset]], facts: books)
        let error = #expect(throws: EvaluationError.self) {
            try evaluator.value(of: other, at: SampleBooks.snapshot())
        }
        #expect(error?.message == "“count(帮扶)”不在这次汇总的计划里。")
        #expect(throws: EvaluationError.self) {
            try evaluator.value(of: plan.formulas[0], at: SampleBooks.snapshot(journal: 1))
        }
    }

    @Test func `不问台账的公式不发语句`() throws {
        let plan = try plan(["1 + 1", "上年(count(支付))"], [SampleBooks.snapshot(2000)])
        #expect(plan.statements.isEmpty)
        #expect(
            try plan.values(from: [], facts: SampleBooks()) == [[.number(Fraction(2))], [.missing]])
    }
}
