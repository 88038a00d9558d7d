import FormulaSamples
import Formulas
import Quantities
import Testing

/// What a trace says of a figure.
struct ExplanationTests {
    static let books: SampleBooks = {
        var books = SampleBooks()
        books.add(
            SampleLedgers.payment,
            """
            2021-03-01 | 8393800.00 | A | A | 9383100 | 2021-04-01 | 是
            2021-04-01 | - | 空 | A | - | - | -
            """)
        books.add(
            SampleLedgers.aid,
            """
            2021-03-01 | 助学 | P1 | 3000 | 1.5 | 0.500 | 1.50
            2021-03-02 | 助学 | P2 | 1000 | 2.0 | 0.250 | 2.00
            """)
        books.typed = ["支出决算@2020": Quantity(Fraction(8_000_000), .yuan)]
        books.kept = []
        return books
    }()

    static let vocabulary: Vocabulary = {
        var vocabulary = Vocabulary(ledgers: SampleLedgers.all)
        do throws(FormulaError) {
            try vocabulary.define(parameter: "目标", text: "95%")
            try vocabulary.define([
                .init(name: "支出决算", formula: "sum(支付.金额)"),
                .init(name: "支出预算", formula: "sum(支付.应付金额)"),
                .init(name: "支出完成率", formula: "支出决算 / 支出预算"),
                .init(name: "救助人均", formula: "sum(帮扶.金额) / distinct(帮扶.对象)"),
            ])
        } catch {
            preconditionFailure(error.message)
        }
        return vocabulary
    }()

    private func explanation(_ formula: String) throws -> Explanation {
        let checked = try Self.vocabulary.measure(named: formula) ?? Self.vocabulary.check(formula)
        return try Evaluator(rows: Self.books)
            .explanation(of: checked, at: SampleBooks.snapshot())
    }

    @Test(arguments: [
        ("支出完成率", "支出决算 ÷ 支出预算 = 8393800.00元 ÷ 9383100.00元 = 89.46%"),
        ("支出决算", "sum(支付.金额) = 8393800.00元"),
        ("救助人均", "sum(帮扶.金额) ÷ distinct(帮扶.对象) = 4000.00元 ÷ 2人 = 2000.00元/人"),
        ("支出决算 - 1万元 * 2", "支出决算 - 1万元 × 2 = 8393800.00元 - 1万元 × 2 = 8373800.00元"),
        ("(支出决算 - 1元) / 2", "(支出决算 - 1元) ÷ 2 = (8393800.00元 - 1元) ÷ 2 = 4196899.50元"),
        ("8 - (4 - 2)", "8 - (4 - 2) = 8 - (4 - 2) = 6"),
        ("8 + (4 - 2)", "8 + 4 - 2 = 8 + 4 - 2 = 10"),
        ("8 - 4 * 2", "8 - 4 × 2 = 8 - 4 × 2 = 0"),
        ("8 / (4 / 2)", "8 ÷ (4 ÷ 2) = 8 ÷ (4 ÷ 2) = 400.00%"),
        ("8 * (4 - 2)", "8 × (4 - 2) = 8 × (4 - 2) = 16"),
        ("-(1 + 2)", "-(1 + 2) = -(1 + 2) = -3"),
        ("支出完成率 - 上年(支出完成率)", "支出完成率 - 上年(支出完成率) = 89.46% - 缺数据 = 缺数据"),
        (
            "支出决算 / 上年(支出决算) - 1",
            "支出决算 ÷ 上年(支出决算) - 1 = 8393800.00元 ÷ 8000000.00元 - 1 = 4.92%"
        ),
        ("支出决算 / 0", "支出决算 ÷ 0 = 8393800.00元 ÷ 0 = 无法计算"),
        ("支出完成率 >= 目标", "支出完成率 >= 目标 = 否"),
        ("目标", "目标 = 95.00%"),
        ("95 %", "95 %"),
        ("期末", "期末 = 2021年12月31日"),
        ("sum(支付.金额; 支出类别 = \"空\")", "sum(支付.金额; 支出类别 = \"空\") = 缺数据"),
        ("sum(帮扶.工时) / 2", "sum(帮扶.工时) ÷ 2 = 3.5小时 ÷ 2 = 1.75小时"),
        ("1小时 / 3", "1小时 ÷ 3 = 1小时 ÷ 3 = 0.3333小时"),
        ("tiers(1; > 0 : \"高\"; else \"低\")", "tiers(1; > 0 : \"高\"; else \"低\") = “高”"),
        ("1 = 1", "1 = 1 = 是"),
    ])
    func `算式一行写得清`(formula: String, expected: String) throws {
        #expect(try explanation(formula).arithmetic == expected)
    }

    @Test func `溯源树到台账为止`() throws {
        let root = try explanation("支出完成率")
        #expect(root.kind == .measure("支出完成率"))
        #expect(root.text == "支出完成率")
        #expect(root.valueText == "89.46%")
        let quotient = try #require(root.children.first)
        #expect(quotient.kind == .operation)
        #expect(quotient.children.map(\.text) == ["支出决算", "支出预算"])
        let sum = try #require(quotient.children[0].children.first)
        guard case .aggregate(let trace) = sum.kind else {
            Issue.record("the sum is an aggregate")
            return
        }
        #expect(trace.function == .sum)
        #expect(trace.ledger == "支付")
        #expect(trace.column == "金额")
        #expect(trace.filter == "")
        #expect(trace.snapshot == SampleBooks.snapshot())
        #expect(trace.passingRows == 2)
        #expect(trace.result == .integer(839_380_000))
        #expect(root.aggregates.map(\.column) == ["金额", "应付金额"])
        #expect(!root.hasTypedFigure)
        #expect(sum.snapshot == trace.snapshot)
        #expect(sum.type == .number(.yuan))
    }

    @Test func `录入的数标明是录入`() throws {
        let root = try explanation("上年(支出决算)")
        #expect(root.hasTypedFigure)
        #expect(root.value == .number(Fraction(8_000_000)))
        #expect(root.children[0].valueText == "8000000.00元（录入）")
        #expect(
            root.children[0].kind
                == .typedFigure(measure: "支出决算", book: SampleBooks.book(2020)))
    }

    @Test func `同一口径只展开一次`() throws {
        let root = try explanation("支出决算 + 支出决算")
        #expect(root.children.map(\.kind) == [.measure("支出决算"), .measureToldBefore("支出决算")])
        #expect(root.children[1].children.isEmpty)
        #expect(root.children[1].value == root.children[0].value)
        #expect(root.aggregates.count == 1)
        #expect(try explanation("期初").kind == .dayOfPeriod)
        #expect(try explanation("目标").kind == .parameter("目标"))
    }
}
