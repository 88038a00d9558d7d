import Formulas
import Quantities
import Storage

/// Figures of one book at the end of each month and on the last day asked for (逐月取数), in one pass
/// over each ledger.
struct MonthlyFigures {
    private let desk: BookDesk
    private let formulas: [String: CheckedFormula]
    private let evaluation: DeskEvaluation
    private let monthEnds: [Snapshot]

    /// - Parameter names: measures by name, or formulas as somebody wrote them; unknown ones are left
    ///   out and have no values.
    init(_ desk: BookDesk, _ names: [String], months: Int) throws {
        self.desk = desk
        var formulas: [String: CheckedFormula] = [:]
        let measures = MeasureDesk(desk)
        for name in names where formulas[name] == nil {
            formulas[name] =
                desk.vocabulary.measure(named: name) ?? (try? desk.vocabulary.check(name))
                ?? (try? measures.formula(named: name))
        }
        self.formulas = formulas
        let (book, journalNumber) = (desk.book.id, desk.snapshot.journalNumber)
        monthEnds = (0..<months).map {
            Snapshot(
                book: book, periodEnd: book.year.monthEnd($0 + 1), journalNumber: journalNumber)
        }
        let planned = formulas.keys.sorted().compactMap { formulas[$0] }
        let snapshots = monthEnds + [desk.snapshot]
        evaluation = try desk.workplace.store.read {
            try DeskEvaluation(desk, planned, at: snapshots, in: $0)
        }
    }

    /// The value on the last day; missing for a name that is unknown.
    ///
    /// - Parameter unit: of a department whose own book is meant; nil takes the desk's whole.
    func value(_ name: String, of unit: String? = nil) throws -> FormulaValue {
        try values(name, [desk.snapshot], of: unit)?.first ?? .missing
    }

    /// nil where there is none.
    func money(_ name: String) throws -> Money? { try value(name).number.flatMap(Self.money) }

    /// Whole hundredths at the end of each month, so that 分 and counts of two decimals stay exact;
    /// nil where one of them is missing.
    func hundredths(_ name: String, of unit: String? = nil) throws -> [Int64]? {
        guard let values = try values(name, monthEnds, of: unit) else { return nil }
        let counts = values.compactMap { $0.number.flatMap(Self.hundredths) }
        return counts.isEmpty || counts.count != values.count ? nil : counts
    }

    /// nil for a name that is unknown.
    private func values(
        _ name: String, _ snapshots: [Snapshot], of unit: String?
    ) throws -> [FormulaValue]? {
        guard let formula = formulas[name] else { return nil }
        guard let group = desk.department?.group,
            let member = group.members.first(where: { $0.unitCode == unit })
        else {
            return try snapshots.map { try evaluation.whole.value(of: formula, at: $0) }
        }
        return try snapshots.map {
            try evaluation.units.value(of: formula, at: group.snapshot($0, of: member))
        }
    }

    /// Whole hundredths, cut by 四舍五入.
    static func hundredths(_ value: Fraction) -> Int64? {
        (try? value.rounded(to: 2)).flatMap { Int64(exactly: $0.mantissa) }
    }

    private static func money(_ value: Fraction) -> Money? { hundredths(value).map(Money.init) }
}
