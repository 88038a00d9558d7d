import Formulas

/// One aggregate that a figure of a desk has read (取数的汇总): of one book, or of one unit of a
/// department.
struct DeskEntry {
    let test: EntryTest
    private let role: Role

    private enum Role {
        case read
        case eliminated
        case putBack
    }

    var title: String {
        switch role {
        case .read: test.text
        case .eliminated: "抵销 \(test.text)"
        case .putBack: "不抵销（往来对方不是本部门单位） \(test.text)"
        }
    }

    /// Whether it is what a book has, not what is taken off.
    var isRead: Bool { role == .read }

    /// How often a row that passes counts: 1, or -1 where it is taken off.
    var sign: Int { role == .eliminated ? -1 : 1 }

    static func read(_ test: EntryTest) -> DeskEntry { DeskEntry(test: test, role: .read) }

    static func taken(_ test: EntryTest, putsBack: Bool) -> DeskEntry {
        DeskEntry(test: test, role: putsBack ? .putBack : .eliminated)
    }
}

extension BookDesk {
    /// The aggregates that a formula reads at this desk, unit by unit; of each unit what passed
    /// between units after what it has.
    func entries(
        of formula: CheckedFormula, _ eliminations: [GroupElimination]
    ) -> [DeskEntry] {
        guard let department else {
            return EntryTest.tests(of: formula, at: snapshot).map(DeskEntry.read)
        }
        return department.units.flatMap { unit in
            let own = EntryTest.tests(of: formula, at: unit.snapshot)
            let texts = Set(own.map(\.text))
            let taken = eliminations.filter {
                $0.unitCode == unit.code && texts.contains($0.aggregateText)
            }.flatMap { elimination in
                EntryTest.tests(of: elimination.formula, at: unit.snapshot).map {
                    DeskEntry.taken($0, putsBack: elimination.putsBack)
                }
            }
            return own.map(DeskEntry.read) + taken
        }
    }
}

/// One aggregate of one unit, with what is taken off it.
struct DeskReading {
    let test: EntryTest
    let taken: [DeskEntry]

    /// Whether a row counts in the figure.
    func counts(_ row: LedgerRow) throws(EvaluationError) -> Bool {
        guard try test.admits(row) else { return false }
        return try !isTaken(row)
    }

    /// Whether a row would count, had it not passed between units.
    func isEliminated(_ row: LedgerRow) throws(EvaluationError) -> Bool {
        guard try test.admits(row) else { return false }
        return try isTaken(row)
    }

    private func isTaken(_ row: LedgerRow) throws(EvaluationError) -> Bool {
        var count = 0
        for entry in taken where try entry.test.admits(row) { count += entry.sign }
        return count < 0
    }
}

extension BookDesk {
    /// What a formula reads at this desk, aggregate by aggregate.
    func readings(of formula: CheckedFormula) throws -> [DeskReading] {
        guard let department else {
            return EntryTest.tests(of: formula, at: snapshot).map {
                DeskReading(test: $0, taken: [])
            }
        }
        let eliminations = try GroupPlan(
            formulas: [formula], snapshots: [snapshot], group: department.group,
            vocabulary: vocabulary
        ).eliminations
        return department.units.flatMap { unit in
            EntryTest.tests(of: formula, at: unit.snapshot).map { test in
                let taken = eliminations.filter {
                    $0.unitCode == unit.code && $0.aggregateText == test.text
                }.flatMap { elimination in
                    EntryTest.tests(of: elimination.formula, at: unit.snapshot)
                        .filter { $0.snapshot == test.snapshot }
                        .map { DeskEntry.taken($0, putsBack: elimination.putsBack) }
                }
                return DeskReading(test: test, taken: taken)
            }
        }
    }
}

extension [EntryTest] {
    /// Each test once, where it first stands.
    var uniqued: [EntryTest] {
        var seen: Set<EntryTest.Key> = []
        return filter { seen.insert($0.key).inserted }
    }
}
