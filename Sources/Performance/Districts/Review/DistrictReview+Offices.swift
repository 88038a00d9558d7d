import Quantities

extension DistrictReview {
    /// An office and a person within a department.
    private struct Duty: Hashable, Comparable {
        let office: String
        let person: String

        static func < (lhs: Self, rhs: Self) -> Bool {
            (lhs.office, lhs.person) < (rhs.office, rhs.person)
        }
    }

    func deriveOffices() throws(ArithmeticError) -> [OfficeResult] {
        var results: [OfficeResult] = []
        for department in departmentIDs() {
            var projects: [Duty: [ProjectID]] = [:]
            for project in cells(department).projects {
                let cells = cells(project)
                projects[Duty(office: cells.office, person: cells.responsiblePerson), default: []]
                    .append(project)
            }
            for duty in projects.keys.sorted() {
                results.append(try result(of: duty, projects[duty] ?? [], in: department))
            }
        }
        return results
    }

    private func result(
        of duty: Duty, _ projects: [ProjectID], in department: DepartmentID
    ) throws(ArithmeticError) -> OfficeResult {
        var parts: [ExecutionStanding] = []
        var goals = GoalStanding([])
        var scored: [(score: Points, adjustedBudget: Money)] = []
        var tally = FindingTally()
        for project in projects {
            let execution = try execution(of: project)
            parts.append(execution)
            goals = goals + (try self.goals(of: project))
            tally += try self.tally(of: project)
            if case .complete(let score, _) = try evaluation(of: project).total {
                scored.append((score, execution.budget))
            }
        }
        let average = try projectsAverage(of: scored)
        return OfficeResult(
            department: department, office: duty.office, person: duty.person,
            projectCount: projects.count,
            execution: try .sum(parts, district.quarter, standards.lights), goals: goals,
            average: average, grade: average.map(standards.parameters.grades.grade),
            findingCount: tally.count, warningCount: tally.warnings)
    }
}
