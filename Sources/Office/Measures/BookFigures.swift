package import Formulas
import Packs
package import Performance
import Quantities
import Storage

/// Figures of one book at one snapshot (口径取数): values in one pass over each ledger, then the
/// entries behind them in one stream of rows.
package struct BookFigures: Sendable {
    package let desk: BookDesk
    private let evaluator: Evaluator
    /// Formulas of no name by their text: a plan knows the very formulas that it was made for.
    private let unnamed: [String: CheckedFormula]
    private let entries: [EntryTest.Key: EntryTrace]

    /// - Parameter traced: whether the entries are counted and digested too, which reads each row
    ///   of the ledgers concerned.
    package init(_ desk: BookDesk, formulas: [CheckedFormula], traced: Bool = true) throws {
        self.desk = desk
        unnamed = Dictionary(
            formulas.filter { $0.name == nil }.map { ($0.text, $0) },
            uniquingKeysWith: { first, _ in first })
        let formulas =
            formulas.filter { $0.name != nil } + unnamed.values.sorted { $0.text < $1.text }
        let plan = try AggregatePlan(formulas: formulas, snapshots: [desk.snapshot])
        let facts = DeskFacts(desk)
        let tests = traced ? Self.tests(of: formulas, at: desk.snapshot) : []
        (evaluator, entries) = try desk.workplace.store.read { reader in
            let answers = try reader.answers(to: plan.passes.map(\.statement))
            let evaluator = try plan.evaluator(from: answers, facts: facts)
            return (
                evaluator, try EntryDigests.traces(of: tests, in: reader, desk.workplace.ledgers)
            )
        }
    }

    /// A formula that was planned, by its text, or a measure by its name.
    package func formula(_ text: String) -> CheckedFormula? {
        unnamed[text] ?? desk.vocabulary.measure(named: text)
    }

    package func value(of formula: CheckedFormula) throws(EvaluationError) -> FormulaValue {
        try evaluator.value(of: formula, at: desk.snapshot)
    }

    package func explanation(of formula: CheckedFormula) throws(EvaluationError) -> Explanation {
        try evaluator.explanation(of: formula, at: desk.snapshot)
    }

    /// A figure with its way back to the entries.
    package func trace(
        of formula: CheckedFormula, named name: String
    ) throws(EvaluationError) -> FigureTrace {
        let explanation = try explanation(of: formula)
        let value: TracedValue
        switch (explanation.value, formula.type) {
        case (.number(let number), .number(let unit)): value = .number(number, unit)
        case (.missing, _): value = .missing(reason: try missingReason(formula))
        case (.undefined, _): value = .undefined(reason: "除数为0")
        default: value = .text(explanation.valueText)
        }
        let entries = EntryTest.tests(of: formula, at: desk.snapshot).compactMap { test in
            self.entries[test.key].map { $0.with(result: explanation.result(of: test)) }
        }
        return FigureTrace(
            name: name, value: value, formula: formula.text, arithmetic: explanation.arithmetic,
            entries: entries)
    }

    /// Names what is missing: the measures or ledgers at the bottom that have no value.
    package func missingNames(_ formula: CheckedFormula) throws(EvaluationError) -> [String] {
        var missing: [String] = []
        for name in formula.measures {
            guard let measure = desk.vocabulary.measure(named: name),
                try value(of: measure) == .missing
            else { continue }
            missing.append(name)
        }
        let lowest = missing.filter { name in
            let used = desk.vocabulary.measure(named: name)?.measures ?? []
            return !used.contains { $0 != name && missing.contains($0) }
        }
        return lowest.isEmpty ? formula.ledgers.map { "台账“\($0)”" } : lowest
    }

    private func missingReason(_ formula: CheckedFormula) throws(EvaluationError) -> String {
        "没有" + (try missingNames(formula)).joined(separator: "、") + "的数据"
    }

    private static func tests(
        of formulas: [CheckedFormula], at snapshot: Snapshot
    ) -> [EntryTest] {
        var tests: [EntryTest] = []
        var seen: Set<EntryTest.Key> = []
        for formula in formulas {
            for test in EntryTest.tests(of: formula, at: snapshot)
            where seen.insert(test.key).inserted { tests.append(test) }
        }
        return tests
    }
}

/// What the book itself says to an evaluation.
struct DeskFacts: BookFacts {
    private let books: [BookID: Set<String>]
    private let typed: [BookID: [String: Quantity]]

    init(_ desk: BookDesk) {
        let names = Dictionary(
            uniqueKeysWithValues: desk.workplace.ledgers.map { ($0.table, $0.name) })
        books = [desk.book.id: Set(desk.book.ledgers.compactMap { names[$0] })]
        var figures: [String: Quantity] = [:]
        for figure in desk.book.openingFigures {
            if let quantity = StatedQuantity.read(figure.quantity) {
                figures[figure.measure] = quantity
            }
        }
        typed = desk.book.id.previous.map { [$0: figures] } ?? [:]
    }

    func keeps(ledger: String, in snapshot: Snapshot) -> Bool {
        books[snapshot.book]?.contains(ledger) ?? false
    }

    func typedFigure(of measure: String, for book: BookID) -> Quantity? { typed[book]?[measure] }
}

/// A number with its unit as somebody typed it (填报数): `14.88万元`, `295人次`, `87.87%`.
enum StatedQuantity {
    static func read(_ text: String) -> Quantity? {
        let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "," }
        return read(String(digits), unit: String(text.dropFirst(digits.count)))
    }

    /// nil where the digits are none or the unit is unknown.
    static func read(_ digits: String, unit: String) -> Quantity? {
        guard let number = ExactDecimal(digits.replacing(",", with: "")) else { return nil }
        guard !unit.isEmpty else { return Quantity(number.fraction, .one) }
        guard let symbol = UnitSymbol.named(unit),
            let value = try? number.fraction.multiplied(by: symbol.factor)
        else { return nil }
        return Quantity(value, symbol.unit)
    }
}
