import Formulas
import Packs
import Performance

/// What a book gives to the rules of cross-checks (勾稽核对取数).
struct BookRecords {
    /// One thing that is judged.
    struct Record {
        let subject: String
        /// The project or the report that is meant; "" for the department.
        let object: String
        let facts: Facts
    }

    let desk: BookDesk

    init(_ desk: BookDesk) { self.desk = desk }

    /// By subject, in the order in which they are judged.
    func all() throws -> [Record] { try accounts() + projects() + work() + report() }

    static func subjects(of records: [Record]) -> [String] { records.map(\.subject).uniqued }

    /// Figures by the formulas of `rules/book-facts.yaml`.
    private func accounts() throws -> [Record] {
        let subjects = try BookFactPack.builtIn()
        let formulas = try subjects.flatMap(\.facts).map { try desk.vocabulary.check($0.formula) }
        let figures = try BookFigures(desk, formulas: formulas, traced: false)
        return try subjects.map { subject in
            var facts: Facts = [:]
            for name in subject.asked { facts[name] = .text("") }
            for fact in subject.facts {
                guard let formula = figures.formula(fact.formula) else { continue }
                let value = try figures.value(of: formula)
                if value.isDefined { facts[fact.name] = value }
            }
            return Record(subject: subject.subject, object: "", facts: facts)
        }
    }
}
