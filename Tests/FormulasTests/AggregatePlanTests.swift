import FormulaSamples
import Formulas
import Quantities
import Seeds
import Testing

/// The database must say what the evaluator says.
struct AggregatePlanTests {
    /// The values, or that there is none.
    private func outcome<Value>(
        _ body: () throws(EvaluationError) -> Value
    ) -> Result<Value, EvaluationError> {
        Result { () throws(EvaluationError) in try body() }
    }

    @Test func `随机公式在内存和数据库里算得一样`() throws {
        var random = RandomSource()
        let seed = random.seed
        var (cases, defined) = (0, 0)
        for _ in 0..<35 {
            let generator = RandomLedgers()
            let books = generator.books(of: SampleLedgers.all, rowsPerBook: 12, using: &random)
            var formulas = RandomFormulas(ledgers: SampleLedgers.all)
            let vocabulary = try formulas.vocabulary(measures: 8, using: &random)
            var checked: [CheckedFormula] = []
            while checked.count < 60 {
                let text = formulas.formula(using: &random)
                do throws(FormulaError) {
                    checked.append(try vocabulary.check(text))
                } catch {
                    #expect(error.isAboutCost, "\(error.message)")
                }
            }
            let snapshots = generator.snapshots(count: 5, using: &random)
            let database = try SQLiteLedgers(SampleLedgers.all)
            for ledger in SampleLedgers.all {
                try database.insert(books.rowsByLedger[ledger.name, default: []], into: ledger)
            }
            let plan = try AggregatePlan(formulas: checked, snapshots: snapshots)
            #expect(plan.passes.count <= SampleLedgers.all.count)
            let fast = try plan.evaluator(from: try database.results(of: plan), facts: books)
            let slow = Evaluator(rows: books)
            for formula in checked {
                for snapshot in snapshots {
                    let expected = outcome { () throws(EvaluationError) in
                        try slow.explanation(of: formula, at: snapshot)
                    }
                    let found = outcome { () throws(EvaluationError) in
                        try fast.explanation(of: formula, at: snapshot)
                    }
                    #expect(found == expected, "\(formula.text) \(snapshot) seed \(seed)")
                    let value = outcome { () throws(EvaluationError) in
                        try slow.value(of: formula, at: snapshot)
                    }
                    #expect(value == expected.map(\.value))
                    cases += 1
                    if case .success(let value) = value, value.isDefined { defined += 1 }
                }
            }
        }
        print("随机公式: \(cases) cases, \(defined * 100 / cases) % neither missing nor undefined")
        #expect(cases >= 10_000)
        #expect(defined * 2 > cases)
    }
}
