import Formulas
import Packs
package import Performance
package import Quantities
import Storage

/// Reads the books of a year as a district (全区取数): one pass over each ledger for all books.
package struct DistrictReader {
    private let workplace: Workplace
    private let year: FiscalYear
    private let quarter: Quarter
    private let rules: RuleBook?

    /// - Parameter rules: by which the departments' own forms of goals are checked; nil leaves them
    ///   unchecked.
    package init(
        _ workplace: Workplace, _ year: FiscalYear, _ quarter: Quarter, rules: RuleBook? = nil
    ) {
        self.workplace = workplace
        self.year = year
        self.quarter = quarter
        self.rules = rules
    }

    /// What each book of the year says, by unit code; of one unit alone where it is named.
    package func contents(of unitCode: String? = nil) throws -> [DepartmentContent] {
        try workplace.store.read { try contents(in: $0, unitCode, asOf: .max) }
    }

    /// What the books said as their journals stood at some heads, by unit code; units without a head
    /// had no book yet.
    package func contents(at heads: [Anchor]) throws -> [DepartmentContent] {
        try workplace.store.read { reader in
            try heads.sorted { $0.unitCode < $1.unitCode }.flatMap {
                try contents(in: reader, $0.unitCode, asOf: $0.number)
            }
        }
    }

    /// - Parameter heads: nil reads what the books say now.
    package func district(named name: String, at heads: [Anchor]? = nil) throws -> District {
        var district = District(name: name, year: year, quarter: quarter)
        let contents = try heads.map { try self.contents(at: $0) } ?? self.contents()
        for content in contents { district.add(content) }
        guard !district.departmentIDs.isEmpty
        else { throw OfficeError.noBook(database: workplace.location) }
        return district
    }

    /// What the figures of all books of the year, or of one, stand on.
    package func heads(of unitCode: String? = nil) throws -> [Anchor] {
        try workplace.store.read { reader in
            try reader.books(unitCode: unitCode).filter { $0.id.year == year }.map {
                try reader.dataHead(of: $0.id.unitCode)
            }
        }
    }

    /// The standards that the review is held to: the built-in rules, or those given.
    package static func standards(
        _ packs: BuiltInPacks, rules: RuleBook? = nil,
        published: [String: PublishedStanding] = [:]
    ) throws -> ReviewStandards {
        let id = ReportFactsReader.projectSchemeID
        guard let scheme = packs.schemes.projectScheme(id)
        else { throw OfficeError.unknownScheme(id, known: []) }
        return ReviewStandards(
            parameters: scheme.parameters, rules: try rules ?? RulePack.book(),
            published: published)
    }

    // MARK: - Reading

    private func contents(
        in reader: LedgerReader, _ unitCode: String?, asOf number: Int64
    ) throws -> [DepartmentContent] {
        let books = try reader.books(unitCode: unitCode).filter { $0.id.year == year }
        let amounts = try DistrictAmounts(
            reader, workplace, year, quarter, unitCode, asOf: number)
        let registers = DistrictRegisters(
            reader, workplace, year, quarter, unitCode, asOf: number)
        let projects = try registers.current("项目")
        let indicators = try registers.versions(of: "绩效指标")
        let figures = try registers.current("核对数", ofThisYear: true)
        let issues = try registers.current("整改")
        let (forms, steps) = (try registers.rows(of: "表单版本"), try registers.rows(of: "办理记录"))
        let measures = try MeasuredActuals(
            reader, workplace, through: quarter.lastDay(of: year), asOf: number)
        return try books.map { book in
            let code = book.id.unitCode
            let (projects, indicators) = (
                projects[code] ?? [], indicators[code] ?? RegisterVersions()
            )
            let unit = DistrictUnit(
                book: book, quarter: quarter, amounts: amounts[code], projects: projects,
                indicators: indicators, figures: figures[code] ?? [],
                issues: RectificationReading(issues[code] ?? [], year, quarter),
                filings: try UnitFilings(
                    forms: forms[code] ?? [], steps: steps[code] ?? [], year, quarter,
                    workplace.packs.workflow.workflow),
                measured: try measures.values(
                    of: indicators.formulas, in: book,
                    projects: projects.map { $0.text("项目名称") }),
                rules: rules)
            return try unit.content()
        }
    }
}
