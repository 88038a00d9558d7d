import Formulas
package import Packs
package import Performance
import Quantities
import Storage

/// Copies the goals of the year before into this year's forms (沿用上年目标): targets stay and say that
/// they are last year's, with what was reached beside them; money is this year's or empty.
package struct GoalCopy {
    /// One form that was copied.
    package struct Copied: Sendable {
        package let content: FormContent
        /// The form of the year before.
        package let source: FormContent
        /// Indicators whose actual of last year is not known.
        package let withoutActual: [String]
    }

    private let target: BookDesk
    private let source: CycleDesk
    private let actuals: Actuals
    private let forms: FormPack

    /// - Parameter cycle: of this year's book.
    /// - Throws: ``CycleError/noGoalsToCopy(_:)``, ``OfficeError`` where there is no book before.
    package init(_ cycle: CycleDesk, forms: FormPack) throws {
        guard let previous = cycle.book.previous else { throw CycleError.noGoalsToCopy(cycle.book) }
        let workplace = cycle.workplace
        let (unit, year) = (cycle.book.unitCode, cycle.book.year.number)
        source = CycleDesk(
            workplace, try workplace.book(unit: unit, year: previous.year.number).id)
        target = try BookDesk.open(workplace, workplace.book(unit: unit, year: year))
        actuals = try Actuals(
            BookDesk.open(workplace, workplace.book(unit: unit, year: previous.year.number)))
        self.forms = forms
    }

    /// The last goals that were saved last year, F01 first, as drafts of this year.
    package func copies() throws -> [Copied] {
        let latest = try GoalHistory.goals(source)
        guard !latest.isEmpty else { throw CycleError.noGoalsToCopy(target.book.id) }
        return try latest.map(copy)
    }

    private func copy(_ old: FormContent) throws -> Copied {
        var content = old
        let definition = forms.form(old.form)
        content.fiscalYear = target.book.id.year.number
        content.version = definition?.version ?? old.version
        for field in Self.ofLastYear { content[field] = nil }
        for (field, amount) in try budgets(of: old.subject) { content[field] = amount }
        var without: [String] = []
        content.tables[IndicatorColumns.table] = old.rows(IndicatorColumns.table).map { row in
            var row = row
            row["指标值来源"] = "上年"
            row["说明"] = nil
            row["上年完成值"] = actuals.text(of: row)
            if row["上年完成值"] == nil { without.append(row["三级指标"] ?? "") }
            return row
        }
        return Copied(
            content: definition.map { FormComputation($0, content).completed() } ?? content,
            source: old, withoutActual: without)
    }

    /// What belongs to the year that is over.
    private static let ofLastYear = [
        "填报日期", "年度资金总额", "年度财政拨款", "年度其他资金", "当年财政拨款", "上年结转资金", "差异说明",
        "任务预算合计", "计划开始日期", "计划完成日期", "预算变动情况",
    ]

    /// This year's amounts of a project, in 万元, where its budget is in the book.
    private func budgets(of project: String) throws -> [(String, String)] {
        guard target.projectNames.contains(project) else { return [] }
        let measures = ["单项调整预算：\(project)", "单项调整预算_财政拨款：\(project)"]
        let numbers = try MeasureDesk(target).figures(measures, traced: false).map(\.value.number)
        guard let total = numbers[0], !total.isZero, let granted = numbers[1] else { return [] }
        let other = try total.adding(granted.negated)
        return try [("年度财政拨款", granted), ("年度其他资金", other)].map { field, yuan in
            let amount = try yuan.divided(by: Fraction(10_000)).rounded(to: 6)
            return (field, amount.trimmed(keeping: 2).text)
        }
    }
}

/// What was reached last year (上年完成值), by number and by name.
private struct Actuals {
    private let byNumber: [String: String]
    private let byName: [String: String]

    init(_ desk: BookDesk) throws {
        let standings = try MonitoringDesk(desk).snapshot().allIndicators
            .filter { $0.actualText != FormContent.notApplicable }
        byNumber = Dictionary(
            standings.map { ($0.id, $0.actualText) }, uniquingKeysWith: { first, _ in first })
        byName = Dictionary(
            standings.map { ($0.name, $0.actualText) }, uniquingKeysWith: { first, _ in first })
    }

    func text(of row: FormRow) -> String? {
        row["指标编号"].flatMap { byNumber[$0] } ?? row["三级指标"].flatMap { byName[$0] }
    }
}
