/// A department with its projects and their indicators, as its book has them (部门数据).
package struct DepartmentContent: Hashable, Sendable {
    package var department: DistrictDepartment
    package var projects: [ProjectContent]

    package init(department: DistrictDepartment, projects: [ProjectContent]) {
        self.department = department
        self.projects = projects
    }
}

/// A project with its indicators.
package struct ProjectContent: Hashable, Sendable {
    package var project: DistrictProject
    package var indicators: [DistrictIndicator]

    package init(project: DistrictProject, indicators: [DistrictIndicator]) {
        self.project = project
        self.indicators = indicators
    }
}

extension District {
    @discardableResult
    package mutating func add(_ content: DepartmentContent) -> DepartmentID {
        let id = add(content.department)
        for project in content.projects { add(project, to: id) }
        return id
    }

    @discardableResult
    package mutating func add(_ content: ProjectContent, to id: DepartmentID) -> ProjectID {
        let project = add(content.project, to: id)
        for indicator in content.indicators { add(indicator, to: project) }
        return project
    }

    package func content(of id: DepartmentID) -> DepartmentContent {
        DepartmentContent(
            department: self[id],
            projects: self[id].projects.map { project in
                ProjectContent(
                    project: self[project], indicators: self[project].indicators.map { self[$0] })
            })
    }
}
