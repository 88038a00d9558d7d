/// The nodes of a district's review: cells that somebody filled in, and values that follow from them.
package enum DistrictKey: Hashable {
    // Cells
    case departments
    case departmentCell(DepartmentID, PartialKeyPath<DistrictDepartment>)
    case projectCell(ProjectID, PartialKeyPath<DistrictProject>)
    case indicatorCell(IndicatorID, PartialKeyPath<DistrictIndicator>)
    // Of an indicator
    case indicatorLight(IndicatorID)
    case indicatorScore(IndicatorID)
    case indicatorFindings(IndicatorID)
    // Of a project
    case projectExecution(ProjectID)
    case projectGoals(ProjectID)
    case projectEvaluation(ProjectID)
    case projectFindings(ProjectID)
    case projectQuality(ProjectID)
    case projectTally(ProjectID)
    // Of a department
    case departmentExecution(DepartmentID)
    case departmentGoals(DepartmentID)
    case departmentScore(DepartmentID)
    case departmentFindings(DepartmentID)
    case departmentTally(DepartmentID)
    case departmentLine(DepartmentID)
    // Of the district
    case ranking
    case summary
    case offices
}

/// What a node of the review holds.
package enum DistrictValue: Equatable {
    case light(IndicatorLight)
    case score(LeafResult)
    case findings([Finding])
    case execution(ExecutionStanding)
    case goals(GoalStanding)
    case evaluation(ProjectEvaluation)
    case quality(GoalQuality)
    case departmentScore(DepartmentScore)
    case tally(FindingTally)
    case line(DepartmentLine)
    case ranking([DepartmentID: Int])
    case summary(DistrictSummary)
    case offices([OfficeResult])
}
