package import Quantities

/// The review of a district (全区审核): checks, scores, lights, quality, totals and ranks, kept up to
/// date edit by edit.
///
/// What is asked for is derived from the cells that it reads and from nothing else, so that an edit
/// works out again only what depends on it: an indicator's light and score, its project's, its
/// department's, the totals, and the ranking only where a department's execution came out different.
/// ``cost`` tells what was worked out.
package final class DistrictReview {
    package private(set) var district: District
    package let standards: ReviewStandards
    private(set) lazy var graph = ReviewGraph {
        [unowned self] key, _ throws(ArithmeticError) in try derive(key)
    }

    private let departmentCells = CellNumbers<DistrictDepartment>()
    private let projectCells = CellNumbers<DistrictProject>()
    private let indicatorCells = CellNumbers<DistrictIndicator>()

    package init(_ district: District, _ standards: ReviewStandards) {
        self.district = district
        self.standards = standards
    }

    /// How many rules were asked since the last ``beginEdit()``.
    var judgedRules = 0

    /// What was worked out since the last ``beginEdit()``.
    package var cost: ReviewCost { ReviewCost(graph.derived, judgedRules: judgedRules) }

    /// Begins to count anew what is worked out.
    package func beginEdit() {
        graph.clearLog()
        judgedRules = 0
    }

    /// Everything that follows from the cells, worked out as far as needed.
    package func summary() throws(ArithmeticError) -> DistrictSummary {
        try value(.summary) { if case .summary(let summary) = $0 { summary } else { nil } }
    }

    func value<Part>(
        _ key: DistrictKey, _ part: (DistrictValue) -> Part?
    ) throws(ArithmeticError) -> Part {
        guard let part = part(try graph.value(of: key))
        else { preconditionFailure("\(key) holds another kind of value") }
        return part
    }

    // MARK: - Cells that a derivation reads

    func cells(_ id: DepartmentID) -> TrackedRecord<DistrictDepartment> {
        TrackedRecord(district[id], of: .departmentCells(id), in: graph, departmentCells)
    }

    func cells(_ id: ProjectID) -> TrackedRecord<DistrictProject> {
        TrackedRecord(district[id], of: .projectCells(id), in: graph, projectCells)
    }

    func cells(_ id: IndicatorID) -> TrackedRecord<DistrictIndicator> {
        TrackedRecord(district[id], of: .indicatorCells(id), in: graph, indicatorCells)
    }

    func departmentIDs() -> [DepartmentID] {
        graph.read(cell: .departments)
        return district.departmentIDs
    }

    // MARK: - Edits

    /// Fills a cell; the same content changes nothing.
    package func set<Content: Equatable>(
        _ cell: WritableKeyPath<DistrictDepartment, Content>, of id: DepartmentID,
        to content: Content
    ) {
        edit(&district[id], cell, content, .departmentCells(id), departmentCells)
    }

    package func set<Content: Equatable>(
        _ cell: WritableKeyPath<DistrictProject, Content>, of id: ProjectID, to content: Content
    ) {
        edit(&district[id], cell, content, .projectCells(id), projectCells)
    }

    package func set<Content: Equatable>(
        _ cell: WritableKeyPath<DistrictIndicator, Content>, of id: IndicatorID,
        to content: Content
    ) {
        edit(&district[id], cell, content, .indicatorCells(id), indicatorCells)
    }

    private func edit<Record, Content: Equatable>(
        _ record: inout Record, _ cell: WritableKeyPath<Record, Content>, _ content: Content,
        _ key: DistrictKey, _ numbers: CellNumbers<Record>
    ) {
        guard record[keyPath: cell] != content else { return }
        record[keyPath: cell] = content
        graph.change(cell: key, part: numbers.number(of: cell))
    }

    private func changeProjects(of id: DepartmentID) {
        graph.change(cell: .departmentCells(id), part: departmentCells.number(of: \.projects))
    }

    private func changeIndicators(of id: ProjectID) {
        graph.change(cell: .projectCells(id), part: projectCells.number(of: \.indicators))
    }

    package func add(_ department: DistrictDepartment) -> DepartmentID {
        defer { graph.change(cell: .departments) }
        return district.add(department)
    }

    package func add(_ project: DistrictProject, to department: DepartmentID) -> ProjectID {
        defer { changeProjects(of: department) }
        return district.add(project, to: department)
    }

    package func add(_ indicator: DistrictIndicator, to project: ProjectID) -> IndicatorID {
        defer { changeIndicators(of: project) }
        return district.add(indicator, to: project)
    }

    package func remove(_ id: DepartmentID) {
        district.remove(id)
        graph.change(cell: .departments)
    }

    package func remove(_ id: ProjectID, from department: DepartmentID) {
        district.remove(id, from: department)
        changeProjects(of: department)
    }

    package func remove(_ id: IndicatorID, from project: ProjectID) {
        district.remove(id, from: project)
        changeIndicators(of: project)
    }
}
