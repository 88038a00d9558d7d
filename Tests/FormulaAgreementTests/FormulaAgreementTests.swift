import FormulaSamples
import Formulas
import Foundation
import Performance
import Quantities
import Seeds
import Storage
import Testing

/// Evaluator, SQLite and PostgreSQL must say the same of every formula.
struct FormulaAgreementTests {
    private func outcome(
        _ evaluator: Evaluator, _ formula: CheckedFormula, _ snapshot: Snapshot
    ) -> Result<Explanation, EvaluationError> {
        do throws(EvaluationError) {
            return .success(try evaluator.explanation(of: formula, at: snapshot))
        } catch {
            return .failure(error)
        }
    }

    @Test(arguments: [0, 1]) func `随机公式在内存和两种数据库里算得一样`(part: UInt64) throws {
        var random = RandomSource(part: part)
        let seed = random.seed
        var tally = Tally()
        try LedgerDatabase.withEach(part) { databases in
            for batch in 0..<20 {
                let generator = RandomLedgers(units: ["b\(batch)", "b\(batch)-2"])
                let books = generator.books(of: SampleLedgers.all, rowsPerBook: 12, using: &random)
                let formulas = try formulas(using: &random)
                let snapshots = generator.snapshots(count: 5, using: &random)
                let plan = try AggregatePlan(formulas: formulas, snapshots: snapshots)
                let fast = try databases.map { database in
                    try database.insert(books)
                    return try plan.evaluator(from: try database.answers(to: plan), facts: books)
                }
                let slow = Evaluator(rows: books)
                for formula in formulas {
                    for snapshot in snapshots {
                        let expected = outcome(slow, formula, snapshot)
                        for (database, evaluator) in zip(databases, fast) {
                            let found = outcome(evaluator, formula, snapshot)
                            #expect(
                                found == expected,
                                "\(database.name) \(formula.text) \(snapshot) seed \(seed)")
                        }
                        tally.add(expected)
                    }
                }
            }
            print("三方比对之\(part): \(tally) on \(databases.map(\.name))")
        }
        #expect(tally.cases == 6000)
        #expect(tally.defined * 2 > tally.cases)
    }

    private func formulas(using random: inout RandomSource) throws -> [CheckedFormula] {
        var writer = RandomFormulas(ledgers: SampleLedgers.all)
        let vocabulary = try writer.vocabulary(measures: 8, using: &random)
        var formulas: [CheckedFormula] = []
        while formulas.count < 60 {
            do throws(FormulaError) {
                formulas.append(try vocabulary.check(writer.formula(using: &random)))
            } catch {
                #expect(error.isAboutCost, "\(error.message)")
            }
        }
        return formulas
    }

    @Test func `合计放不下时数据库报错而不绕回`() throws {
        let formula = try Vocabulary(ledgers: SampleLedgers.all).check("sum(支付.金额)")
        var books = SampleBooks()
        books.rowsByLedger["支付"] = [Int64.max, 1].enumerated().map { ordinal, fen in
            LedgerRow(
                id: 10_000_001 + Int64(ordinal), book: SampleBooks.book(2021), journalNumber: 1,
                cells: [.text("2021-01-01"), .integer(fen)]
                    + Array(repeating: CellValue.missing, count: 5))
        }
        let plan = try AggregatePlan(formulas: [formula], snapshots: [SampleBooks.snapshot()])
        try LedgerDatabase.withEach(9) { databases in
            for database in databases {
                try database.insert(books)
                #expect(throws: (any Error).self, "\(database.name)") {
                    try database.answers(to: plan)
                }
            }
        }
    }

    private struct Tally: CustomStringConvertible {
        var cases = 0
        var defined = 0

        mutating func add(_ result: Result<Explanation, EvaluationError>) {
            cases += 1
            if case .success(let explanation) = result, explanation.value.isDefined { defined += 1 }
        }

        var description: String {
            "\(cases) cases, \(defined * 100 / max(cases, 1)) % neither missing nor undefined"
        }
    }
}
