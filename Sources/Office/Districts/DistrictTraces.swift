import Formulas
import Packs
import Performance
import Quantities
import Reports
import Storage

/// The way back of each book's budget and execution (全区溯源): both measures of all books planned
/// together, and the entries behind them counted and digested.
struct DistrictTraces {
    private static let measures = ["调整预算", "支出决算"]

    static func read(
        _ workplace: Workplace, _ year: FiscalYear, _ quarter: Quarter, at heads: [Anchor]
    ) throws -> [String: LineTraces] {
        let vocabulary = try workplace.packs.measures.vocabulary(of: workplace.packs.ledgers)
        let formulas = try measures.map { name in
            guard let formula = vocabulary.measure(named: name)
            else { throw OfficeError.unknownMeasure(name, nearest: []) }
            return formula
        }
        return try workplace.store.read { reader in
            let numbers = Dictionary(
                heads.map { ($0.unitCode, $0.number) }, uniquingKeysWith: { $1 })
            let books = try reader.books(unitCode: nil).filter {
                $0.id.year == year && numbers[$0.id.unitCode] != nil
            }
            let snapshots = books.map { book in
                Snapshot(
                    book: book.id, periodEnd: quarter.lastDay(of: year),
                    journalNumber: numbers[book.id.unitCode] ?? 0)
            }
            let plan = try AggregatePlan(formulas: formulas, snapshots: snapshots)
            let evaluator = try plan.evaluator(
                from: reader.answers(to: plan.passes.map(\.statement)),
                facts: KeptLedgers(books, workplace.ledgers))
            var traces: [String: LineTraces] = [:]
            for (book, snapshot) in zip(books, snapshots) {
                let entries = try EntryDigests.traces(
                    of: formulas.flatMap { EntryTest.tests(of: $0, at: snapshot) }, in: reader,
                    workplace.ledgers)
                let figures = try formulas.map {
                    try trace(of: $0, of: book.unitName, evaluator, snapshot, entries)
                }
                traces[book.id.unitCode] = LineTraces(budget: figures[0], executed: figures[1])
            }
            return traces
        }
    }

    private static func trace(
        of formula: CheckedFormula, of unit: String, _ evaluator: Evaluator, _ snapshot: Snapshot,
        _ entries: [EntryTest.Key: EntryTrace]
    ) throws -> FigureTrace {
        let explanation = try evaluator.explanation(of: formula, at: snapshot)
        let value: TracedValue =
            if case .number(let number) = explanation.value {
                .number(number, .yuan)
            } else {
                .missing(reason: "没有“\(formula.ledgers.joined(separator: "、"))”的数据")
            }
        return FigureTrace(
            name: "\(formula.name ?? formula.text)：\(unit)", value: value, formula: formula.text,
            arithmetic: explanation.arithmetic,
            entries: EntryTest.tests(of: formula, at: snapshot).compactMap { test in
                entries[test.key].map { $0.with(result: explanation.result(of: test)) }
            })
    }
}

/// Which book keeps which ledger; nothing is typed.
private struct KeptLedgers: BookFacts {
    private let kept: [BookID: Set<String>]

    init(_ books: [BookRecord], _ ledgers: [LedgerDefinition]) {
        let names = Dictionary(uniqueKeysWithValues: ledgers.map { ($0.table, $0.name) })
        kept = Dictionary(
            uniqueKeysWithValues: books.map { ($0.id, Set($0.ledgers.compactMap { names[$0] })) })
    }

    func keeps(ledger: String, in snapshot: Snapshot) -> Bool {
        kept[snapshot.book]?.contains(ledger) ?? false
    }

    func typedFigure(of measure: String, for book: BookID) -> Quantity? { nil }
}
