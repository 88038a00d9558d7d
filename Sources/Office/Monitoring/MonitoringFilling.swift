package import Performance
import Quantities

/// Fills in a project's monitoring form (F03) from the ledgers (监控表预填): execution, actuals so far
/// and where the year is likely to end; causes and measures are left to people.
package struct MonitoringFilling {
    package static let form = "F03"

    private let desk: BookDesk
    private let snapshot: MonitoringSnapshot
    private let definition: FormDefinition

    /// - Parameter definition: of F03, for its version and its computed answers.
    package init(
        _ desk: BookDesk, _ snapshot: MonitoringSnapshot, definition: FormDefinition
    ) {
        self.desk = desk
        self.snapshot = snapshot
        self.definition = definition
    }

    package func contents() throws -> [FormContent] { try snapshot.projects.map(content) }

    private func content(_ project: ProjectStanding) throws -> FormContent {
        let money = project.money
        let projected = try money.forecast.map { try share($0.middle, of: money.adjustedBudget) }
        let goal = desk.projects.first { $0.text("项目名称") == money.name }
        var content = FormContent(
            form: Self.form, version: definition.version, unitCode: snapshot.unitCode,
            fiscalYear: snapshot.through.year, subject: money.name,
            fields: [
                "项目名称": money.name, "主管部门": snapshot.unitName, "实施单位": snapshot.unitName,
                "监控月份": "\(snapshot.through.month)", "监控截至日期": snapshot.through.iso,
                "拨款年初预算数": money.initialBudget.text(in: .tenThousandYuan),
                "拨款执行数": money.executed.text(in: .tenThousandYuan),
                "拨款预计执行数": (projected ?? money.executed).text(in: .tenThousandYuan),
            ])
        content["年度目标"] = goal.flatMap { row in
            [row.text("年度目标"), row.text("目的说明")].first { !$0.isEmpty }
        }
        let registered = Dictionary(
            desk.indicators.map { ($0.text("指标编号"), $0) }, uniquingKeysWith: { $1 })
        content.tables["绩效指标"] = project.indicators.compactMap { standing in
            registered[standing.id].map { row(standing, $0) }
        }
        return FormComputation(definition, content).completed()
    }

    private func row(_ standing: IndicatorStanding, _ registered: RegisterRow) -> FormRow {
        var row = FormRow([
            "一级指标": registered.text("一级指标"), "二级指标": registered.text("二级指标"),
            "三级指标": standing.name, "指标值": standing.targetText, "指标编号": standing.id,
            "监控完成值": standing.actualText,
        ])
        if !registered.text("对应口径").isEmpty { row["对应口径"] = registered.text("对应口径") }
        if let likelihood = standing.suggestedLikelihood { row[likelihood.rawValue] = "√" }
        return row
    }

    /// So many 万分比 of a budget.
    private func share(_ permyriad: Int, of budget: Money) throws -> Money {
        let share = try Fraction(Int128(permyriad), over: 10_000)
        let fen = try Fraction(budget.fen).multiplied(by: share).rounded(to: 0)
        return Money(fen: Int64(fen.mantissa))
    }
}
