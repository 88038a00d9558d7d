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

    package init(_ workplace: Workplace, _ year: FiscalYear, _ quarter: Quarter) {
        self.workplace = workplace
        self.year = year
        self.quarter = quarter
    }

    /// What each book of the year says, by unit code; of one unit alone where it is named.
    package func contents(of unitCode: String? = nil) throws -> [DepartmentContent] {
        try workplace.store.read { try contents(in: $0, unitCode) }
    }

    package func district(named name: String) throws -> District {
        var district = District(name: name, year: year, quarter: quarter)
        for content in try contents() { district.add(content) }
        guard !district.departmentIDs.isEmpty
        else { throw OfficeError.noBook(database: workplace.location) }
        return district
    }

    /// The standards that the review is held to.
    package static func standards(
        _ workplace: Workplace, published: [String: PublishedStanding] = [:]
    ) throws -> ReviewStandards {
        let id = ReportFactsReader.projectSchemeID
        guard let scheme = workplace.packs.schemes.projectScheme(id)
        else { throw OfficeError.unknownScheme(id, known: []) }
        return ReviewStandards(parameters: scheme.parameters, published: published)
    }

    // MARK: - Reading

    private func contents(
        in reader: LedgerReader, _ unitCode: String?
    ) throws -> [DepartmentContent] {
        let books = try reader.books(unitCode: unitCode).filter { $0.id.year == year }
        let amounts = try DistrictAmounts(reader, workplace, year, quarter, unitCode)
        let registers = DistrictRegisters(reader, workplace, year, quarter, unitCode)
        let projects = try registers.current("项目")
        let indicators = try registers.versions(of: "绩效指标")
        let figures = try registers.current("核对数", ofThisYear: true)
        let issues = try registers.current("整改")
        return try books.map { book in
            let code = book.id.unitCode
            let reading = UnitReading(
                amounts: amounts[code], indicators: indicators[code] ?? RegisterVersions(),
                issues: RectificationReading(issues[code] ?? [], year, quarter))
            var department = DistrictDepartment(
                code: code, name: book.unitName, basicBudget: try reading.amounts.basicBudget(),
                basicExecution: try reading.amounts.basicExecution(),
                rectification: reading.issues.ofNoProject)
            for figure in figures[code] ?? [] { Self.take(figure, into: &department) }
            return DepartmentContent(
                department: department, projects: self.projects(projects[code] ?? [], reading))
        }
    }

    /// What was read of one unit.
    private struct UnitReading {
        let amounts: UnitAmounts
        let indicators: RegisterVersions
        let issues: RectificationReading
    }

    /// The registered projects in their order, then those that only the amounts name.
    private func projects(
        _ rows: [RegisterRow], _ reading: UnitReading
    ) -> [ProjectContent] {
        let registered = rows.sorted { BookDesk.inOrder($0, $1) }
        let known = Set(registered.map { $0.text("项目名称") })
        let unknown = reading.amounts.projects.subtracting(known).sorted()
        return registered.map { row in
            project(
                row.text("项目名称"), reading, office: row.text("负责科室"),
                person: row.text("责任人"), goal: row.text("年度目标"))
        } + unknown.map { project($0, reading, office: "", person: "", goal: "") }
    }

    private func project(
        _ name: String, _ reading: UnitReading, office: String, person: String, goal: String
    ) -> ProjectContent {
        let (amounts, indicators) = (reading.amounts, reading.indicators)
        return ProjectContent(
            project: DistrictProject(
                name: name, office: office, responsiblePerson: person,
                approvedBudget: amounts.approvedBudget(of: name),
                adjustedBudget: amounts.adjustedBudget(of: name),
                execution: amounts.execution(of: name), goalText: goal,
                rectification: reading.issues.byProject[name] ?? RectificationCounts()),
            indicators: indicators.current.filter { $0.text("项目") == name }
                .sorted { $0.text("指标编号") < $1.text("指标编号") }
                .compactMap { indicator($0, indicators) })
    }

    private func indicator(
        _ row: RegisterRow, _ versions: RegisterVersions
    ) -> DistrictIndicator? {
        guard let indicator = IndicatorReading.indicator(row) else { return nil }
        let code = row.text("指标编号")
        return DistrictIndicator(
            code: code, indicator: indicator,
            approvedTarget: versions.first[code].flatMap(IndicatorReading.indicator)?.target,
            actual: IndicatorReading.actual(row, nil),
            earlierActual: versions.before[code].flatMap { IndicatorReading.actual($0, nil) },
            origin: IndicatorReading.origin(row), isTargetSetTooLow: row.truth("目标偏低") ?? false,
            deviationAnalysis: row.text("偏差原因"))
    }

    /// 核对数 that the department states for its projects together (CC-071).
    private static func take(_ figure: RegisterRow, into department: inout DistrictDepartment) {
        guard let unit = MoneyUnit(rawValue: figure.text("单位")),
            let number = ExactDecimal(figure.text("数值")),
            let money = Money(exactly: number.fraction, in: unit)
        else { return }
        switch figure.text("口径") {
        case "项目支出调整预算": department.statedProjectBudget = money
        case "项目支出决算": department.statedProjectExecution = money
        default: break
        }
    }
}
