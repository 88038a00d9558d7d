import Formulas
import Quantities

/// The facts of a department: its accounts beside its projects' (部门收支), and what it filed (期限).
extension DistrictReview {
    func accountFacts(_ id: DepartmentID) throws(ArithmeticError) -> Facts {
        let cells = cells(id)
        var (budgets, executed): ([Money], [Money]) = ([], [])
        var smallest = Money.zero
        for project in cells.projects {
            let execution = try execution(of: project)
            budgets.append(execution.budget)
            executed.append(execution.executed)
            smallest = min(
                smallest, execution.budget, execution.executed,
                self.cells(project).approvedBudget)
        }
        var facts: Facts = [
            "半位": .number(cells.statedHalfPlace.yuan),
            "项目数": .number(Fraction(Int64(budgets.count))),
            "自评预算之和": .number(try Money.sum(budgets).yuan),
            "自评执行之和": .number(try Money.sum(executed).yuan), "最小金额": .number(smallest.yuan),
        ]
        facts["项目支出预算"] = cells.statedProjectBudget.map { .number($0.yuan) }
        facts["项目支出"] = cells.statedProjectExecution.map { .number($0.yuan) }
        return facts
    }

    /// What was filed in time is done; the days of what was not are counted elsewhere, so it is told as
    /// one day over.
    func submissionFacts(_ id: DepartmentID) -> Facts {
        let submission = cells(id).submission
        return [
            "种类": .text("报送"), "已完成": .truth(submission == .inTime),
            "事项": .text("\(cells(id).name)\(district.quarter.chinese)数据（\(submission.rawValue)）"),
            "剩余天数": .number(submission == .inTime ? .zero : Fraction(-1)),
        ]
    }
}
