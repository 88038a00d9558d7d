/// The nodes of a district's review: cells that somebody filled in, and values that follow from them.
package enum DistrictKey: Hashable {
    // Cells
    case departments
    case departmentCell(DepartmentID, PartialKeyPath<DistrictDepartment>)
    case projectCell(ProjectID, PartialKeyPath<DistrictProject>)
    case indicatorCell(IndicatorID, PartialKeyPath<DistrictIndicator>)
    // What the rules say of one record
    case verdict(JudgedRecord)
    // Of an indicator
    case indicatorLight(IndicatorID)
    case indicatorScore(IndicatorID)
    case indicatorFindings(IndicatorID)
    // Of a project
    /// Which other indicator of the project each one is most like.
    case indicatorLikenesses(ProjectID)
    case projectExecution(ProjectID)
    case projectGoals(ProjectID)
    case projectEvaluation(ProjectID)
    case projectFindings(ProjectID)
    case projectQuality(ProjectID)
    case projectTally(ProjectID)
    // Of a department
    /// Which other project's goal each one is most like.
    case goalLikenesses(DepartmentID)
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
    case verdict(RuleVerdict)
    case indicatorLikenesses([IndicatorID: Likeness])
    case goalLikenesses([ProjectID: Likeness])
    case light(IndicatorLight)
    case score(LeafResult)
    case findings([Finding])
    case execution(ExecutionStanding)
    case goals(GoalStanding)
    case evaluation(ProjectEvaluation)
    case quality(QualityScore)
    case departmentScore(DepartmentScore)
    case tally(FindingTally)
    case line(DepartmentLine)
    case ranking([DepartmentID: Int])
    case summary(DistrictSummary)
    case offices([OfficeResult])
}
