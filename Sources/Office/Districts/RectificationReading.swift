import Performance
import Quantities

/// 整改 of one unit as it stands at a quarter's end (整改取数), by the project that an issue concerns.
struct RectificationReading {
    private(set) var byProject: [String: RectificationCounts] = [:]
    private(set) var ofNoProject = RectificationCounts()

    init(_ issues: [RegisterRow], _ year: FiscalYear, _ quarter: Quarter) {
        for issue in issues where issue.text("整改状态") != "withdrawn" {
            let counts = Self.counts(issue, year, quarter)
            let project = issue.text("涉及项目")
            if project.isEmpty {
                ofNoProject = ofNoProject + counts
            } else {
                byProject[project] = (byProject[project] ?? RectificationCounts()) + counts
            }
        }
    }

    /// One issue in numbers.
    private static func counts(
        _ issue: RegisterRow, _ year: FiscalYear, _ quarter: Quarter
    ) -> RectificationCounts {
        let end = quarter.lastDay(of: year)
        let before = quarter.previous?.lastDay(of: year)
        let (issued, due) = (Day(iso: issue.text("下达日期")), Day(iso: issue.text("整改时限")))
        var counts = RectificationCounts(due: 1)
        if let issued, issued.year == year.number, before.map({ issued > $0 }) ?? true {
            counts.new = 1
        }
        if issue.text("整改状态") == "closed" {
            counts.closed = 1
            let completed = Day(iso: issue.text("完成日期")) ?? end
            counts.closedInTime = due.map { completed <= $0 } ?? true ? 1 : 0
        } else if let due, due < end {
            counts.overdue = 1
        }
        return counts
    }
}
