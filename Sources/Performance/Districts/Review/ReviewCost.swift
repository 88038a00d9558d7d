/// How many values were worked out, by what they belong to (工作量).
package struct ReviewCost: Hashable, Sendable {
    package let indicators: Int
    package let projects: Int
    package let departments: Int
    package let district: Int
    /// Rules that were asked of one record each.
    package let judgedRules: Int

    package var count: Int { indicators + projects + departments + district }

    init(_ keys: [DistrictKey], judgedRules: Int) {
        var (indicators, projects, departments, district) = (0, 0, 0, 0)
        for key in keys {
            switch key {
            case .departments, .departmentCells, .projectCells, .indicatorCells: break
            case .indicatorLight, .indicatorScore, .indicatorFindings, .verdict(.declared),
                .verdict(.evaluated), .verdict(.progress), .verdict(.deviation),
                .verdict(.remedy):
                indicators += 1
            case .verdict(.accounts), .verdict(.spending), .verdict(.submission),
                .goalLikenesses, .departmentExecution, .departmentGoals, .departmentScore,
                .departmentFindings, .departmentTally, .departmentLine:
                departments += 1
            case .verdict, .indicatorLikenesses, .projectWeight, .projectExecution, .projectGoals,
                .projectEvaluation, .projectFindings, .projectQuality, .projectTally:
                projects += 1
            case .ranking, .summary, .offices: district += 1
            }
        }
        self.indicators = indicators
        self.projects = projects
        self.departments = departments
        self.district = district
        self.judgedRules = judgedRules
    }
}
