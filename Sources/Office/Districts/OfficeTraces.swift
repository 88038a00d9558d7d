package import Formulas
import Performance
package import Quantities
import Reports
import Storage

/// The way back of each office's budget and execution: sums over the projects it answers for.
enum OfficeTraces {
    /// - Parameter district: the department's offices, each by its code.
    static func read(
        _ workplace: Workplace, _ district: District, unit: String, at journalNumber: Int64? = nil
    ) throws -> [String: LineTraces] {
        let book = try workplace.book(unit: unit, year: district.year.number)
        let desk = try BookDesk.open(
            workplace, book, through: district.quarter.lastDay(of: district.year),
            journalNumber: journalNumber)
        let offices = try district.departmentIDs.map { id in
            let names = district[id].projects.map { district[$0].approvedName }
            return (
                code: district[id].code,
                budget: try formula(over: "支出预算.金额", names, desk),
                executed: try formula(over: "支付.金额", names, desk)
            )
        }
        let figures = try BookFigures(desk, formulas: offices.flatMap { [$0.budget, $0.executed] })
        var traces: [String: LineTraces] = [:]
        for office in offices {
            traces[office.code] = LineTraces(
                budget: try figures.trace(of: office.budget, named: "调整预算：\(office.code)"),
                executed: try figures.trace(of: office.executed, named: "支出决算：\(office.code)"))
        }
        return traces
    }

    private static func formula(
        over column: String, _ projects: [String], _ desk: BookDesk
    ) throws -> CheckedFormula {
        let list = projects.map { "\"\($0)\"" }.joined(separator: ", ")
        return try desk.vocabulary.check(
            "sum(\(column); 支出类别 = \"项目支出\" and 项目 in (\(list)))")
    }
}

extension Workplace {
    /// The book that is meant, as ``book(unit:year:)`` finds it.
    package func bookID(unit: String?, year: Int?) throws -> BookID {
        try book(unit: unit, year: year).id
    }

    /// The year that is meant: the one named, or the only one that there are books of.
    package func year(_ number: Int?) throws -> FiscalYear {
        if let number {
            guard let year = FiscalYear(number) else {
                throw OfficeError.invalidYear(String(number))
            }
            return year
        }
        let books = try store.read { try $0.books() }.map(\.id)
        let years = Set(books.map(\.year))
        guard let year = years.first else { throw OfficeError.noBook(database: location) }
        guard years.count == 1 else { throw OfficeError.severalBooks(books) }
        return year
    }
}
