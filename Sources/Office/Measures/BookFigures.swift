package import Formulas
import Packs
package import Performance
import Quantities
import Storage

/// Figures of one book at one snapshot (口径取数): values in one pass over each ledger, then the
/// entries behind them in one stream of rows.
package struct BookFigures: Sendable {
    package let desk: BookDesk
    private let evaluation: DeskEvaluation
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
        let snapshot = desk.snapshot
        (evaluation, entries) = try desk.workplace.store.read { reader in
            let evaluation = try DeskEvaluation(desk, formulas, at: [snapshot], in: reader)
            let tests =
                traced
                ? formulas.flatMap { desk.entries(of: $0, evaluation.eliminations) }.map(\.test)
                : []
            return (
                evaluation,
                try EntryDigests.traces(of: tests.uniqued, in: reader, desk.workplace.ledgers)
            )
        }
    }

    /// A formula that was planned, by its text, or a measure by its name.
    package func formula(_ text: String) -> CheckedFormula? {
        unnamed[text] ?? desk.vocabulary.measure(named: text)
    }

    package func value(of formula: CheckedFormula) throws(EvaluationError) -> FormulaValue {
        try evaluation.whole.value(of: formula, at: desk.snapshot)
    }

    /// The value in the own book of one unit of the desk's department.
    func value(
        of formula: CheckedFormula, in unit: Department.Unit
    ) throws(EvaluationError) -> FormulaValue {
        try evaluation.units.value(of: formula, at: unit.snapshot)
    }

    package func explanation(of formula: CheckedFormula) throws(EvaluationError) -> Explanation {
        try evaluation.whole.explanation(of: formula, at: desk.snapshot)
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
        var entries: [EntryTrace] = []
        for entry in desk.entries(of: formula, evaluation.eliminations) {
            guard let trace = self.entries[entry.test.key],
                trace.rowCount > 0 || entry.isRead
            else { continue }
            entries.append(
                trace.with(
                    aggregate: entry.title, result: try result(of: entry, in: explanation)))
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
        let names = try missingNames(formula).joined(separator: "、")
        return "没有\(names)的数据" + (desk.department.map { units(of: $0, missing: formula) } ?? "")
    }

    /// `（区职工学校没有建台账“支付”）`
    private func units(of department: Department, missing formula: CheckedFormula) -> String {
        let parts = formula.ledgers.compactMap { ledger in
            let units = department.unitsMissing(ledger: ledger, desk.workplace)
            return units.isEmpty
                ? nil : "\(units.joined(separator: "、"))没有建台账“\(ledger)”，也没有说明无此业务"
        }
        return parts.isEmpty ? "" : "（\(parts.joined(separator: "；"))）"
    }

    /// What an aggregate gave: told by the explanation, or for a unit of a department by its own
    /// evaluation.
    private func result(
        of entry: DeskEntry, in explanation: Explanation
    ) throws(EvaluationError) -> String {
        guard desk.department != nil, let formula = try? desk.vocabulary.check(entry.test.text)
        else { return explanation.result(of: entry.test) }
        return try evaluation.units.explanation(of: formula, at: entry.test.snapshot).valueText
    }
}

/// What the book itself says to an evaluation.
struct DeskFacts: BookFacts {
    private let books: [BookID: Set<String>]
    private let typed: [BookID: [String: Quantity]]

    init(_ desk: BookDesk) {
        self.init(
            desk.department.map { $0.units.compactMap(\.book) } ?? [desk.book],
            desk.workplace.ledgers)
    }

    init(_ records: [BookRecord], _ ledgers: [LedgerDefinition]) {
        let names = Dictionary(uniqueKeysWithValues: ledgers.map { ($0.table, $0.name) })
        var (books, typed): ([BookID: Set<String>], [BookID: [String: Quantity]]) = ([:], [:])
        for book in records {
            books[book.id] = Set(book.ledgers.compactMap { names[$0] })
            guard let previous = book.id.previous else { continue }
            for figure in book.openingFigures {
                typed[previous, default: [:]][figure.measure] = StatedQuantity.read(figure.quantity)
            }
        }
        (self.books, self.typed) = (books, typed)
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
