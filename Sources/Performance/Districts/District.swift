package import Quantities

/// A district at the end of a quarter (区): departments × projects × indicators with their figures.
///
/// The same value holds a department's own offices, each as a department: then `name` is the
/// department's.
package struct District: Hashable, Sendable {
    package let name: String
    package let year: FiscalYear
    package let quarter: Quarter
    package private(set) var departmentIDs: [DepartmentID] = []
    private var departments: [DepartmentID: DistrictDepartment] = [:]
    private var projects: [ProjectID: DistrictProject] = [:]
    private var indicators: [IndicatorID: DistrictIndicator] = [:]
    /// Whose a project or an indicator is; it never moves to another.
    private var departmentOfProject: [ProjectID: DepartmentID] = [:]
    private var projectOfIndicator: [IndicatorID: ProjectID] = [:]
    private var lastNumber = 0

    package init(name: String, year: FiscalYear, quarter: Quarter) {
        self.name = name
        self.year = year
        self.quarter = quarter
    }

    package var projectCount: Int { projects.count }
    package var indicatorCount: Int { indicators.count }

    // MARK: - Records; asking for one that is gone is a bug of ours

    package subscript(id: DepartmentID) -> DistrictDepartment {
        get { Self.found(departments[id]) }
        set { departments[id] = newValue }
    }
    package subscript(id: ProjectID) -> DistrictProject {
        get { Self.found(projects[id]) }
        set { projects[id] = newValue }
    }
    package subscript(id: IndicatorID) -> DistrictIndicator {
        get { Self.found(indicators[id]) }
        set { indicators[id] = newValue }
    }

    package func department(of id: ProjectID) -> DepartmentID {
        Self.found(departmentOfProject[id])
    }
    package func project(of id: IndicatorID) -> ProjectID { Self.found(projectOfIndicator[id]) }

    private static func found<Record>(_ record: Record?) -> Record {
        guard let record else { preconditionFailure("a record that was removed") }
        return record
    }

    // MARK: - Rows come and go

    @discardableResult
    package mutating func add(_ department: DistrictDepartment) -> DepartmentID {
        let id = DepartmentID(number: nextNumber())
        departments[id] = department
        departmentIDs.append(id)
        return id
    }

    @discardableResult
    package mutating func add(_ project: DistrictProject, to department: DepartmentID) -> ProjectID
    {
        let id = ProjectID(number: nextNumber())
        projects[id] = project
        departmentOfProject[id] = department
        departments[department]?.projects.append(id)
        return id
    }

    @discardableResult
    package mutating func add(_ indicator: DistrictIndicator, to project: ProjectID) -> IndicatorID
    {
        let id = IndicatorID(number: nextNumber())
        indicators[id] = indicator
        projectOfIndicator[id] = project
        projects[project]?.indicators.append(id)
        return id
    }

    package mutating func remove(_ id: DepartmentID) {
        for project in self[id].projects { drop(project) }
        departments[id] = nil
        departmentIDs.removeAll { $0 == id }
    }

    package mutating func remove(_ id: ProjectID, from department: DepartmentID) {
        departments[department]?.projects.removeAll { $0 == id }
        drop(id)
    }

    package mutating func remove(_ id: IndicatorID, from project: ProjectID) {
        projects[project]?.indicators.removeAll { $0 == id }
        drop(id)
    }

    private mutating func drop(_ id: ProjectID) {
        for indicator in self[id].indicators { drop(indicator) }
        projects[id] = nil
        departmentOfProject[id] = nil
    }

    private mutating func drop(_ id: IndicatorID) {
        indicators[id] = nil
        projectOfIndicator[id] = nil
    }

    private mutating func nextNumber() -> Int {
        lastNumber += 1
        return lastNumber
    }
}
