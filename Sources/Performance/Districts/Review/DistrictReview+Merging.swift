extension DistrictReview {
    /// Takes over what a department's book says now (重新取数): only cells whose content differs count
    /// as edited. Projects are told by name, indicators by number; others come and go.
    package func update(_ id: DepartmentID, to content: DepartmentContent) {
        take(content.department, for: id)
        var known: [String: ProjectID] = [:]
        for project in district[id].projects { known[district[project].name] = project }
        for project in content.projects {
            if let own = known.removeValue(forKey: project.project.name) {
                update(own, to: project)
            } else {
                add(project, to: id)
            }
        }
        for gone in known.values.sorted() { remove(gone, from: id) }
    }

    private func update(_ id: ProjectID, to content: ProjectContent) {
        take(content.project, for: id)
        var known: [String: IndicatorID] = [:]
        for indicator in district[id].indicators { known[district[indicator].code] = indicator }
        for indicator in content.indicators {
            if let own = known.removeValue(forKey: indicator.code) {
                take(indicator, for: own)
            } else {
                _ = add(indicator, to: id)
            }
        }
        for gone in known.values.sorted() { remove(gone, from: id) }
    }

    private func take(_ new: DistrictDepartment, for id: DepartmentID) {
        set(\.code, of: id, to: new.code)
        set(\.name, of: id, to: new.name)
        set(\.basicBudget, of: id, to: new.basicBudget)
        set(\.basicExecution, of: id, to: new.basicExecution)
        set(\.statedProjectBudget, of: id, to: new.statedProjectBudget)
        set(\.statedProjectExecution, of: id, to: new.statedProjectExecution)
        set(\.statedHalfPlace, of: id, to: new.statedHalfPlace)
        set(\.submission, of: id, to: new.submission)
        set(\.rectification, of: id, to: new.rectification)
        set(\.recordedFindings, of: id, to: new.recordedFindings)
    }

    private func take(_ new: DistrictProject, for id: ProjectID) {
        set(\.name, of: id, to: new.name)
        set(\.approvedName, of: id, to: new.approvedName)
        set(\.aliases, of: id, to: new.aliases)
        set(\.office, of: id, to: new.office)
        set(\.responsiblePerson, of: id, to: new.responsiblePerson)
        set(\.approvedBudget, of: id, to: new.approvedBudget)
        set(\.formBudget, of: id, to: new.formBudget)
        set(\.adjustedBudget, of: id, to: new.adjustedBudget)
        set(\.execution, of: id, to: new.execution)
        set(\.formExecution, of: id, to: new.formExecution)
        set(\.goalText, of: id, to: new.goalText)
        set(\.statedTotal, of: id, to: new.statedTotal)
        set(\.statedGrade, of: id, to: new.statedGrade)
        set(\.rectification, of: id, to: new.rectification)
        set(\.answeredRules, of: id, to: new.answeredRules)
        set(\.recordedFindings, of: id, to: new.recordedFindings)
    }

    private func take(_ new: DistrictIndicator, for id: IndicatorID) {
        set(\.code, of: id, to: new.code)
        set(\.name, of: id, to: new.name)
        set(\.kind, of: id, to: new.kind)
        set(\.target, of: id, to: new.target)
        set(\.weight, of: id, to: new.weight)
        set(\.approvedTarget, of: id, to: new.approvedTarget)
        set(\.actual, of: id, to: new.actual)
        set(\.earlierActual, of: id, to: new.earlierActual)
        set(\.origin, of: id, to: new.origin)
        set(\.dataSource, of: id, to: new.dataSource)
        set(\.isTargetSetTooLow, of: id, to: new.isTargetSetTooLow)
        set(\.deviationAnalysis, of: id, to: new.deviationAnalysis)
        set(\.remedy, of: id, to: new.remedy)
        set(\.notApplicableReason, of: id, to: new.notApplicableReason)
        set(\.statedScore, of: id, to: new.statedScore)
        set(\.likelihood, of: id, to: new.likelihood)
    }

    private func add(_ content: ProjectContent, to id: DepartmentID) {
        let project = add(content.project, to: id)
        for indicator in content.indicators { _ = add(indicator, to: project) }
    }
}
