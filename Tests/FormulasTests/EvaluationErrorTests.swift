import FormulaSamples
import Formulas
import Quantities
import Testing

/// What has no value at all.
struct EvaluationErrorTests {
    private func books(_ amounts: [Int64]) -> SampleBooks {
        var books = SampleBooks()
        books.rowsByLedger["支付"] = amounts.enumerated().map { index, fen in
            LedgerRow(
                id: Int64(index + 1), book: SampleBooks.book(2021), journalNumber: 1,
                cells: [.text("2021-01-01"), .integer(fen)]
                    + Array(repeating: CellValue.missing, count: 5))
        }
        return books
    }

    @Test(arguments: [
        (
            [Int64.max, 0],
            FormulaValue?.some(
                .number(ExactDecimal(mantissa: Int128(Int64.max), scale: 2).fraction))
        ),
        (
            [Int64.min, 0],
            .some(.number(ExactDecimal(mantissa: Int128(Int64.min), scale: 2).fraction))
        ),
        ([Int64.max, 1], nil),
        ([Int64.min, -1], nil),
    ])
    func `合计放不下就报错`(amounts: [Int64], expected: FormulaValue?) throws {
        let formula = try Vocabulary(ledgers: SampleLedgers.all).check("sum(支付.金额)")
        let snapshot = SampleBooks.snapshot()
        let plan = try AggregatePlan(formulas: [formula], snapshots: [snapshot])
        let database = try SQLiteLedgers(SampleLedgers.all)
        let books = books(amounts)
        try database.insert(books.rowsByLedger["支付", default: []], into: SampleLedgers.payment)
        guard let expected else {
            let error = #expect(throws: EvaluationError.self) {
                try Evaluator(rows: books).value(of: formula, at: snapshot)
            }
            #expect(error?.message == "“sum(支付.金额)”的结果太大，无法精确表示。请核对台账里的数。")
            let failure = #expect(throws: SQLiteLedgers.Failure.self) {
                try database.results(of: plan)
            }
            #expect(failure?.description == "integer overflow")
            return
        }
        #expect(try Evaluator(rows: books).value(of: formula, at: snapshot) == expected)
        let answers = try database.results(of: plan)
        #expect(try plan.values(from: answers, facts: books) == [[expected]])
    }

    @Test func `算式放不下就报错`() throws {
        let formula = try Vocabulary(ledgers: SampleLedgers.all)
            .check("sum(支付.金额) * sum(支付.金额) * sum(支付.金额)")
        let error = #expect(throws: EvaluationError.self) {
            try Evaluator(rows: books([Int64.max]))
                .value(of: formula, at: SampleBooks.snapshot())
        }
        #expect(error == .overflow(formula: "sum(支付.金额) * sum(支付.金额) * sum(支付.金额)"))
    }

    @Test(arguments: [
        (0, CellValue.integer(1), "日期"), (0, .text("2021-02-30"), "日期"),
        (1, .text("1"), "金额"), (2, .integer(1), "支出类别"), (6, .integer(2), "政府采购"),
        (6, .text("是"), "政府采购"),
    ])
    func `不合类型的单元格被指出`(column: Int, cell: CellValue, name: String) throws {
        var books = SampleBooks()
        var cells: [CellValue] = [
            .text("2021-01-01"), .integer(1), .text("A"), .text("A"), .missing, .missing,
            .integer(1),
        ]
        cells[column] = cell
        books.rowsByLedger["支付"] = [
            LedgerRow(id: 7, book: SampleBooks.book(2021), journalNumber: 1, cells: cells)
        ]
        let formula = try Vocabulary(ledgers: SampleLedgers.all)
            .check("sum(支付.金额; 支出类别 = \"A\" and 政府采购)")
        let error = #expect(throws: EvaluationError.self) {
            try Evaluator(rows: books).value(of: formula, at: SampleBooks.snapshot())
        }
        #expect(error?.message == "台账“支付”第 7 号记录的“\(name)”与字段类型不符。请先校验数据库。")
    }

    @Test func `缺列的记录被指出`() throws {
        var books = SampleBooks()
        books.rowsByLedger["支付"] = [
            LedgerRow(
                id: 7, book: SampleBooks.book(2021), journalNumber: 1,
                cells: [.text("2021-01-01")])
        ]
        let formula = try Vocabulary(ledgers: SampleLedgers.all).check("sum(支付.金额)")
        #expect(throws: EvaluationError.wrongCell(ledger: "支付", row: 7, column: "金额")) {
            try Evaluator(rows: books).value(of: formula, at: SampleBooks.snapshot())
        }
    }
}
