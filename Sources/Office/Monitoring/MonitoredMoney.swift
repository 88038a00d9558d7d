import Formulas
import Packs
import Performance
import Quantities

/// A budget that is watched (监控的预算): the measures that tell its budgets and its spending.
struct MonitoredMoney {
    let name: String
    /// 项目类型 or 支出类别.
    let kind: String
    let initialBudget: String
    let adjustedBudget: String
    let executed: String

    static let department = MonitoredMoney(
        name: "部门整体", kind: "部门整体", initialBudget: "支出预算", adjustedBudget: "调整预算",
        executed: "支出决算")

    static let lines = ["人员经费", "公用经费", "项目支出"].map {
        MonitoredMoney(
            name: $0, kind: $0, initialBudget: "\($0)预算", adjustedBudget: "\($0)调整预算",
            executed: "\($0)决算")
    }

    static func projects(of desk: BookDesk) -> [MonitoredMoney] {
        desk.projects.map { row in
            let name = row.text("项目名称")
            func measure(_ template: String) -> String {
                MeasureTemplate.name(template, of: [name])
            }
            return MonitoredMoney(
                name: name, kind: row.text("项目类型"), initialBudget: measure("单项支出预算"),
                adjustedBudget: measure("单项调整预算"), executed: measure("单项支出决算"))
        }
    }

    static func all(of desk: BookDesk) -> [MonitoredMoney] {
        [department] + lines + projects(of: desk)
    }

    var measures: [String] { [initialBudget, adjustedBudget, executed] }

    /// Its months as a course; nil where a month has no figure.
    ///
    /// - Parameter plan: the filed 用款计划, cumulative, of twelve months.
    func course(
        _ figures: MonthlyFigures, of book: BookID, plan: [Int64]?
    ) throws -> MonthlyCourse? {
        guard let reached = try figures.hundredths(executed),
            let planned = try figures.hundredths(adjustedBudget)
        else { return nil }
        return MonthlyCourse(
            subject: CourseSubject(unitCode: book.unitCode, name: name, kind: kind),
            year: book.year.number, reached: reached, planned: planned,
            paymentPlan: plan)
    }
}
