import Formulas
import Quantities
import Storage

/// Figures of one book at the end of each month and on the last day asked for (逐月取数), in one pass
/// over each ledger.
struct MonthlyFigures {
    private let desk: BookDesk
    private let formulas: [String: CheckedFormula]
    private let evaluator: Evaluator
    private let monthEnds: [Snapshot]

    /// - Parameter names: measures by name, or formulas as somebody wrote them; unknown ones are left
    ///   out and have no values.
    init(_ desk: BookDesk, _ names: [String], months: Int) throws {
        self.desk = desk
        var formulas: [String: CheckedFormula] = [:]
        for name in names where formulas[name] == nil {
            formulas[name] =
                desk.vocabulary.measure(named: name) ?? (try? desk.vocabulary.check(name))
        }
        self.formulas = formulas
        let (book, journalNumber) = (desk.book.id, desk.snapshot.journalNumber)
        monthEnds = (0..<months).map {
            Snapshot(
                book: book, periodEnd: book.year.monthEnd($0 + 1), journalNumber: journalNumber)
        }
        let plan = try AggregatePlan(
            formulas: formulas.keys.sorted().compactMap { formulas[$0] },
            snapshots: monthEnds + [desk.snapshot])
        evaluator = try desk.workplace.store.read { reader in
            try plan.evaluator(
                from: reader.answers(to: plan.passes.map(\.statement)), facts: DeskFacts(desk))
        }
    }

    /// The value on the last day; missing for a name that is unknown.
    func value(_ name: String) throws -> FormulaValue {
        guard let formula = formulas[name] else { return .missing }
        return try evaluator.value(of: formula, at: desk.snapshot)
    }

    /// nil where there is none.
    func money(_ name: String) throws -> Money? { try value(name).number.flatMap(Self.money) }

    /// Whole hundredths at the end of each month, so that 分 and counts of two decimals stay exact;
    /// nil where one of them is missing.
    func hundredths(_ name: String) throws -> [Int64]? {
        guard let formula = formulas[name] else { return nil }
        let values = try monthEnds.map { try evaluator.value(of: formula, at: $0) }
        let counts = values.compactMap { $0.number.flatMap(Self.hundredths) }
        return counts.isEmpty || counts.count != values.count ? nil : counts
    }

    /// Whole hundredths, cut by 四舍五入.
    static func hundredths(_ value: Fraction) -> Int64? {
        (try? value.rounded(to: 2)).flatMap { Int64(exactly: $0.mantissa) }
    }

    private static func money(_ value: Fraction) -> Money? { hundredths(value).map(Money.init) }
}
