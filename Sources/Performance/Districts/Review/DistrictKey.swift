package import Quantities

/// The nodes of a district's review: cells that somebody filled in, and values that follow from them.
package enum DistrictKey: Hashable {
    // Cells; those of one record are parts of one node.
    case departments
    case departmentCells(DepartmentID)
    case projectCells(ProjectID)
    case indicatorCells(IndicatorID)
    // What the rules say of one record
    case verdict(JudgedRecord)
    // Of an indicator
    case indicatorLight(IndicatorID)
    case indicatorScore(IndicatorID)
    case indicatorFindings(IndicatorID)
    // Of a project
    /// Which other indicator of the project each one is most like.
    case indicatorLikenesses(ProjectID)
    /// 满分: the weights of its indicators together.
    case projectWeight(ProjectID)
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

/// What a node of the review holds; each takes the room of its own kind, not of the largest.
package enum DistrictValue: Equatable {
    indirect case verdict(RuleVerdict)
    case indicatorLikenesses([IndicatorID: Likeness])
    case goalLikenesses([ProjectID: Likeness])
    indirect case light(IndicatorLight)
    indirect case score(LeafResult)
    case weight(Points)
    case findings([Finding])
    indirect case execution(ExecutionStanding)
    indirect case goals(GoalStanding)
    indirect case evaluation(ProjectEvaluation)
    indirect case quality(QualityScore)
    indirect case departmentScore(DepartmentScore)
    indirect case tally(FindingTally)
    indirect case line(DepartmentLine)
    case ranking([DepartmentID: Int])
    indirect case summary(DistrictSummary)
    case offices([OfficeResult])
}
