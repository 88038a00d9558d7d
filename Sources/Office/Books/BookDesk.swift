package import Formulas
import Packs
package import Performance
package import Quantities
package import Storage

/// The desk at which one book is worked on (账套工作台): its definitions and what its registers say,
/// read at one snapshot.
package struct BookDesk: Sendable {
    package let workplace: Workplace
    package let book: BookRecord
    package let snapshot: Snapshot
    /// The journal entry that the snapshot stands on.
    package let anchor: Anchor
    /// All measures, those of each project and of each register's formulas among them.
    package let vocabulary: Vocabulary
    package let projects: [RegisterRow]
    package let offices: [RegisterRow]
    package let indicators: [RegisterRow]
    package let judgements: [RegisterRow]
    package let texts: [RegisterRow]
    package let controlFigures: [RegisterRow]
    package let paymentPlans: [RegisterRow]
    /// The department whose books are taken together; nil at the desk of one book.
    package let department: Department?

    /// - Parameters:
    ///   - through: 期末; nil takes the last day of the year.
    ///   - journalNumber: nil takes the last entry that added rows.
    package static func open(
        _ workplace: Workplace, _ book: BookRecord, through: Day? = nil,
        journalNumber: Int64? = nil
    ) throws -> BookDesk {
        try workplace.store.read { reader in
            let anchor = try reader.dataHead(
                of: book.id.unitCode, asOf: journalNumber ?? .max)
            let snapshot = Snapshot(
                book: book.id, periodEnd: through, journalNumber: anchor.number)
            func register(_ name: String) throws -> [RegisterRow] {
                guard let definition = workplace.packs.ledgers.ledger(named: name)
                else { throw OfficeError.unknownLedger(name, known: workplace.ledgers.map(\.name)) }
                return try reader.current(definition, at: snapshot)
            }
            /// What belongs to a year's report stands in that year's book.
            func ofThisYear(_ name: String) throws -> [RegisterRow] {
                try register(name).filter { $0.row.book == book.id }
            }
            let projects = try register("项目").sorted(by: Self.inOrder)
            return BookDesk(
                workplace: workplace, book: book, snapshot: snapshot, anchor: anchor,
                vocabulary: try workplace.packs.measures.vocabulary(
                    of: workplace.packs.ledgers, projects: projects.map { $0.text("项目名称") }),
                projects: projects,
                offices: try register("内设机构").filter { $0.text("状态") == "设立" },
                indicators: try ofThisYear("绩效指标"), judgements: try ofThisYear("人工判断"),
                texts: try ofThisYear("报告文字"), controlFigures: try ofThisYear("核对数"),
                paymentPlans: try ofThisYear("用款计划"), department: nil)
        }
    }

    package var unitName: String { book.unitName }
    package var projectNames: [String] { projects.map { $0.text("项目名称") } }

    /// By 序号, then in the order of entry.
    static func inOrder(_ lhs: RegisterRow, _ rhs: RegisterRow) -> Bool {
        let (left, right) = (lhs.number("序号")?.mantissa, rhs.number("序号")?.mantissa)
        return (left ?? .max, lhs.row.id) < (right ?? .max, rhs.row.id)
    }

}

extension Workplace {
    /// The desk of the book that is meant, at a day as somebody wrote it.
    ///
    /// - Parameters:
    ///   - through: 期末; nil takes the last day of the year.
    ///   - withUnits: whether the books of the subordinate units are taken together with it.
    package func desk(
        unit: String?, year: Int?, through: String?, withUnits: Bool = false
    ) throws -> BookDesk {
        let book = try book(unit: unit, year: year)
        var day: Day?
        if let text = through {
            guard let read = try? Day(reading: text) else { throw OfficeError.invalidDay(text) }
            guard book.id.year.contains(read)
            else { throw OfficeError.dayOutsideYear(read.chinese, year: book.id.year.number) }
            day = read
        }
        let desk = try BookDesk.open(self, book, through: day)
        return withUnits ? try desk.withUnits() : desk
    }
}
