import Formulas
import Packs
import Performance
import Quantities
import Storage

/// What the measures of indicators come to at a quarter's end (口径取数), book by book.
struct MeasuredActuals {
    private let reader: LedgerReader
    private let workplace: Workplace
    /// The measures that belong to no project: enough for most formulas.
    private let common: Vocabulary
    private let periodEnd: Day
    private let journalNumber: Int64

    init(
        _ reader: LedgerReader, _ workplace: Workplace, through periodEnd: Day,
        asOf journalNumber: Int64 = .max
    ) throws {
        self.reader = reader
        self.workplace = workplace
        self.periodEnd = periodEnd
        self.journalNumber = journalNumber
        common = try workplace.packs.measures.vocabulary(of: workplace.packs.ledgers)
    }

    /// Values by the formulas' texts; a formula that cannot be read, or has no number, has none.
    ///
    /// - Parameter projects: whose measures a formula may name.
    func values(
        of texts: Set<String>, in book: BookRecord, projects: [String]
    ) throws -> [String: Quantity] {
        guard !texts.isEmpty else { return [:] }
        let formulas = try self.formulas(texts, projects)
        let snapshot = Snapshot(
            book: book.id, periodEnd: periodEnd,
            journalNumber: try reader.dataHead(of: book.id.unitCode, asOf: journalNumber).number)
        let plan = try AggregatePlan(
            formulas: formulas.sorted { $0.key < $1.key }.map(\.value), snapshots: [snapshot])
        let evaluator = try plan.evaluator(
            from: reader.answers(to: plan.passes.map(\.statement)),
            facts: DeskFacts([book], workplace.ledgers))
        return try formulas.compactMapValues { formula in
            guard case .number(let unit) = formula.type,
                case .number(let value) = try evaluator.value(of: formula, at: snapshot)
            else { return nil }
            return Quantity(value, unit)
        }
    }

    private func formulas(
        _ texts: Set<String>, _ projects: [String]
    ) throws -> [String: CheckedFormula] {
        var formulas: [String: CheckedFormula] = [:]
        for text in texts { formulas[text] = common.formula(text) }
        guard formulas.count < texts.count else { return formulas }
        let own = try workplace.packs.measures.vocabulary(
            of: workplace.packs.ledgers, projects: projects)
        // One plan takes formulas of one vocabulary.
        return Dictionary(
            uniqueKeysWithValues: texts.compactMap { text in own.formula(text).map { (text, $0) } })
    }
}

extension Vocabulary {
    /// A measure by its name, or a formula; nil for what is neither.
    fileprivate func formula(_ text: String) -> CheckedFormula? {
        measure(named: text) ?? (try? check(text))
    }
}
