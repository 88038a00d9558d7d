import Performance
import Quantities

/// What one unit has filed of a year by a quarter's end (报送内容): the latest draft of each form.
struct UnitFilings {
    /// F02 by project.
    private(set) var goals: [String: FormContent] = [:]
    /// F01.
    private(set) var departmentGoals: FormContent?
    /// F03, at the year's end F05, by project.
    private(set) var progress: [String: FormContent] = [:]
    /// F03 of the monitoring before, by project.
    private(set) var earlierProgress: [String: FormContent] = [:]
    /// F04, at the year's end F06.
    private(set) var department: FormContent?
    private(set) var submission = QuarterlySubmission.inTime

    init() {}

    /// - Parameters:
    ///   - forms: rows of 表单版本, in id order.
    ///   - steps: rows of 办理记录, in id order.
    init(
        forms: [RegisterRow], steps: [RegisterRow], _ year: FiscalYear, _ quarter: Quarter,
        _ workflow: Workflow
    ) throws {
        let end = quarter.lastDay(of: year).iso
        let own =
            quarter == .fourth
            ? Matter(.evaluation) : Matter(.monitoring, period: end)
        var earlierPeriod = ""
        for row in forms {
            guard let matter = Matter(id: row.text("事项")),
                let json = try? CanonicalJSON(reading: row.text("内容")),
                let content = FormContent(json: json)
            else { continue }
            let subject = row.text("填报对象")
            switch (matter.kind, row.text("表号")) {
            case (.goal, "F01"): departmentGoals = content
            case (.goal, "F02"): goals[subject] = content
            case (own.kind, "F04"), (own.kind, "F06"):
                if matter.period == own.period { department = content }
            case (own.kind, "F03") where matter.period == own.period, (own.kind, "F05"):
                progress[subject] = content
            case (.monitoring, "F03") where matter.period < end:
                // Of several months before, the last one counts.
                if matter.period > earlierPeriod {
                    earlierPeriod = matter.period
                    earlierProgress = [:]
                }
                if matter.period == earlierPeriod { earlierProgress[subject] = content }
            default: break
            }
        }
        submission = try Self.submission(of: own, steps, workflow)
    }

    /// Nobody who was not asked is late.
    private static func submission(
        of matter: Matter, _ rows: [RegisterRow], _ workflow: Workflow
    ) throws -> QuarterlySubmission {
        let steps = try rows.filter { $0.text("事项") == matter.id }.map(WorkflowStep.init(row:))
        guard !steps.isEmpty else { return .inTime }
        let history = workflow.history(of: matter, steps: steps)
        // What was returned and filed again was filed once already.
        guard let filed = history.effective.first(where: { $0.event == "submit" })
        else { return .missing }
        return filed.notes.contains(.late) ? .late : .inTime
    }

    // MARK: - Amounts and rows

    /// An amount in 万元 of a form.
    static func money(_ content: FormContent?, _ field: String) -> Money? {
        content?[field].flatMap { ExactDecimal($0) }
            .flatMap { Money(exactly: $0.fraction, in: .tenThousandYuan) }
    }

    /// The row of an indicator by its number, else by its name.
    static func row(
        of indicator: RegisterRow, in content: FormContent?
    ) -> FormRow? {
        let rows = content?.rows(IndicatorColumns.table) ?? []
        let (number, name) = (indicator.text("指标编号"), indicator.text("三级指标"))
        return rows.first { $0["指标编号"] == number }
            ?? rows.first { $0["指标编号"] == nil && $0["三级指标"] == name }
    }
}

extension FormRow {
    /// 完成目标可能性 that is ticked; nil where none or several are.
    var likelihood: CompletionLikelihood? {
        let ticked = CompletionLikelihood.allCases.filter { self[$0.rawValue]?.isEmpty == false }
        return ticked.count == 1 ? ticked[0] : nil
    }
}
