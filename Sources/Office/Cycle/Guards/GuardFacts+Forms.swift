import Formulas
import Performance
import Quantities
import Reports

/// Guards that ask whether forms are filled in (填报齐全的条件).
extension GuardFacts {
    private static let table = "绩效指标"

    /// 监控完成值, likelihood, and where it is not certain the cause, of each row of each F03.
    func monitoringForms(_ history: MatterHistory) throws -> WorkflowFacts.Fact {
        let forms = try latestForms(history).filter { $0.form == MonitoringFilling.form }
        guard !forms.isEmpty else { return .fails(["还没有保存监控表（F03）"]) }
        return .fact(
            forms.flatMap { form in
                form.rows(Self.table).enumerated().flatMap { index, row in
                    Self.wanting(in: row).map {
                        "\(form.subject)第\(index + 1)行没有\($0)"
                    }
                }
            })
    }

    private static func wanting(in row: FormRow) -> [String] {
        let isCertain = isTicked("确定能", row)
        let isLikelihoodGiven = ["确定能", "有可能", "完全不可能"].contains { isTicked($0, row) }
        let isExplained = isCertain || !isBlank("原因说明", row) || !isBlank("备注", row)
        return (isBlank("监控完成值", row) ? ["执行情况"] : [])
            + (isLikelihoodGiven ? [] : ["完成可能性"]) + (isExplained ? [] : ["原因"])
    }

    private static func isBlank(_ column: String, _ row: FormRow) -> Bool {
        row[column].map { $0.allSatisfy(\.isWhitespace) || $0 == FormContent.notApplicable } ?? true
    }

    private static func isTicked(_ column: String, _ row: FormRow) -> Bool {
        !isBlank(column, row)
    }

    /// A goal that the forms or the ledgers call out of reach, or a red light, on the matter's day.
    func seriousDeviation(_ history: MatterHistory) throws -> WorkflowFacts.Fact {
        let rows = try latestForms(history).flatMap { $0.rows(Self.table) }
        guard !rows.contains(where: { Self.isTicked("完全不可能", $0) }) else { return .holds }
        let matter = history.matter
        let desk = try cycle.workplace.desk(
            unit: cycle.book.unitCode, year: cycle.book.year.number,
            through: matter.period.isEmpty ? nil : matter.period)
        let snapshot = try MonitoringDesk(desk).snapshot()
        let isRed = ([snapshot.department] + snapshot.projects.map(\.money)).contains {
            $0.progress.light == .red
        }
        let isHopeless = snapshot.allIndicators.contains { $0.suggestedLikelihood == .impossible }
        return isRed || isHopeless ? .holds : .fails([])
    }

    /// The period of a matter of monitoring is a day: what is told is of the time before it.
    func period(of matter: Matter, on day: Day) -> WorkflowFacts.Fact {
        guard let end = Day(iso: matter.period) else { return .holds }
        return day > end ? .holds : .fails(["监控截至\(end.chinese)"])
    }

    /// 得分 of each row of each F05, and 预算执行得分.
    func scores(_ history: MatterHistory) throws -> WorkflowFacts.Fact {
        let forms = try latestForms(history).filter { $0.form == ProjectEvaluationFilling.form }
        guard !forms.isEmpty else { return .fails(["还没有保存自评表（F05）"]) }
        return .fact(
            forms.flatMap { form in
                let rows = form.rows(Self.table).filter { Self.isBlank("得分", $0) }
                    .map { "\(form.subject)·\($0["三级指标"] ?? "")" }
                return (form["预算执行得分"] == nil ? ["\(form.subject)·预算执行"] : []) + rows
            })
    }

    /// 复核得分 of each row of the reviewer's F11, and a row for each F05.
    func reviews(_ history: MatterHistory) throws -> WorkflowFacts.Fact {
        let saved = try cycle.forms(of: history.matter)
        let rows =
            saved.last { $0.form == "F11" && $0.version == history.version }?.content
            .rows("复核意见") ?? []
        let subjects = Set(
            saved.filter { $0.form == ProjectEvaluationFilling.form }.map(\.subject)
        ).sorted()
        return .fact(
            subjects.filter { subject in
                !rows.contains { $0["复核对象"] == subject && !Self.isBlank("复核得分", $0) }
            })
    }

    /// Figures are cut off five working days after the quarter's end.
    func quarterEnd(_ matter: Matter, on day: Day) throws -> WorkflowFacts.Fact? {
        guard let number = matter.period.last?.wholeNumberValue,
            let quarter = Quarter(rawValue: number)
        else { return nil }
        let end = quarter.lastDay(of: cycle.book.year)
        let cut = try cycle.calendar.adding(workingDays: 5, to: end)
        return day >= cut ? .holds : .fails(["数据截止日是\(cut.chinese)"])
    }
}
