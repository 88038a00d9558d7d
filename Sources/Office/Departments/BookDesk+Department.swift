import Formulas
import Packs
import Performance
import Quantities
import Storage

extension BookDesk {
    /// The desk of the whole department (部门汇总): what stands in its own book beside the books of its
    /// subordinate units, projects and indicators of all of them.
    ///
    /// - Throws: ``DepartmentError/noSubordinates(_:)``.
    package func withUnits() throws -> BookDesk {
        let department = try workplace.store.read {
            try Department(workplace, book, snapshot, $0)
        }
        let others = try department.units.dropFirst().compactMap(\.book).map {
            try BookDesk.open(workplace, $0, through: snapshot.periodEnd)
        }
        var names: Set<String> = []
        let projects = (self.projects + others.flatMap(\.projects)).filter {
            names.insert($0.text("项目名称")).inserted
        }
        return BookDesk(
            workplace: workplace, book: book, snapshot: snapshot, anchor: anchor,
            vocabulary: try workplace.packs.measures.vocabulary(
                of: workplace.packs.ledgers, projects: projects.map { $0.text("项目名称") }),
            projects: projects, offices: offices + others.flatMap(\.offices),
            indicators: Self.apart(indicators + others.flatMap(\.indicators)),
            judgements: judgements, texts: texts, controlFigures: controlFigures,
            paymentPlans: paymentPlans + others.flatMap(\.paymentPlans), department: department)
    }

    /// Indicators whose number an earlier unit uses too bear their unit's code before it.
    private static func apart(_ rows: [RegisterRow]) -> [RegisterRow] {
        var taken: Set<String> = []
        return rows.map { row in
            let number = row.text("指标编号")
            return taken.insert(number).inserted
                ? row : row.with("\(row.row.book.unitCode)/\(number)", in: "指标编号")
        }
    }
}

extension BookDesk {
    /// How many units are registered below this one on the desk's day.
    package func subordinateUnitCount() throws -> Int {
        try workplace.store.read {
            try AffiliationTable($0, workplace, on: snapshot.periodEnd)
                .subordinates(of: book.id.unitCode).count
        }
    }
}
