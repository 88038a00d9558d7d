import Formulas
import Foundation
import Office
import Performance
import Quantities
import Storage

/// Answers formulas (one a line) for all books of a database: planned, read in one pass over the
/// ledger, evaluated. Writes the answers, a line for each book.
enum MeasureSums {
    static func run(database: String, formulas path: String, output: String) throws {
        let workplace = try Workplace.open(database)
        let vocabulary = Vocabulary(ledgers: workplace.ledgers.map(\.shape))
        let formulas = try String(contentsOfFile: path, encoding: .utf8)
            .split(separator: "\n").map { try vocabulary.check(String($0)) }
        let clock = ContinuousClock()
        let start = clock.now
        let (snapshots, plan, answers) = try workplace.store.read { reader in
            let snapshots = try reader.books().map { book in
                Snapshot(
                    book: book.id, journalNumber: try reader.dataHead(of: book.id.unitCode).number)
            }
            let plan = try AggregatePlan(formulas: formulas, snapshots: snapshots)
            return (snapshots, plan, try reader.answers(to: plan.passes.map(\.statement)))
        }
        let asked = clock.now
        let values = try plan.values(from: answers, facts: AllKept())
        let end = clock.now
        print(
            formulas.count, snapshots.count, plan.passes.count,
            (end - start).microseconds, (end - asked).microseconds)
        var text = ""
        for (place, snapshot) in snapshots.enumerated() {
            let cells = values.map { number(in: $0[place]) }
            text += "\(snapshot.book.unitCode)|\(snapshot.book.year.number)|"
            text += cells.joined(separator: "|") + "\n"
        }
        try Data(text.utf8).write(to: URL(fileURLWithPath: output))
    }

    private static func number(in value: FormulaValue) -> String {
        value.number.map { "\($0.numerator)/\($0.denominator)" } ?? ""
    }
}

/// Each book keeps the ledger; nothing is typed.
private struct AllKept: BookFacts {
    func keeps(ledger: String, in snapshot: Snapshot) -> Bool { true }
    func typedFigure(of measure: String, for book: BookID) -> Quantity? { nil }
}
