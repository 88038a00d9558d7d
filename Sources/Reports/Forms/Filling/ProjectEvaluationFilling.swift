import Formulas
package import Performance
import Quantities

/// Fills in a project's self-evaluation form (F05) from the ledgers (自评表预填): money, targets,
/// actuals and scores; what only a person can say stays empty, or as it was said before.
package enum ProjectEvaluationFilling {
    package static let form = "F05"

    /// - Parameter definition: of F05, for its version and its computed answers.
    package static func content(
        of project: ProjectFacts, _ facts: ReportFacts, _ definition: FormDefinition
    ) -> FormContent {
        var content = FormContent(
            form: form, version: definition.version, unitCode: facts.snapshot.book.unitCode,
            fiscalYear: facts.year, subject: project.name,
            fields: [
                "项目名称": project.name, "主管部门": facts.unitName, "实施单位": facts.unitName,
                "预算执行分值": project.score.budgetWeight.text,
            ])
        content["预期目标"] = project.purpose.isEmpty ? nil : project.purpose
        content["预算执行得分"] = project.score.budgetScore?.text
        let results = facts.texts(.projectResult, of: project.name).map(\.plainText)
        if !results.isEmpty { content["实际完成情况"] = results.joined(separator: "\n") }
        for (fund, source) in zip(project.funds, ["财政拨款", "结转资金", "其他资金"]) {
            for (amount, column) in zip(fund.amounts, ["年初预算", "全年预算", "全年执行"]) {
                content["\(column)\(source)"] = amount.tenThousandsAnswer
            }
        }
        content.tables["绩效指标"] = project.indicators.map(row)
        return FormComputation(definition, content).completed()
    }

    private static func row(_ indicator: IndicatorFacts) -> FormRow {
        var row = FormRow([
            "一级指标": indicator.firstLevel, "二级指标": indicator.secondLevel,
            "三级指标": indicator.name, "指标值": indicator.targetText, "指标编号": indicator.id,
        ])
        row["分值"] = indicator.weight?.text
        row["得分"] = indicator.score?.text
        if indicator.actualText != FormContent.notApplicable {
            row["完成值"] = indicator.actualText
        }
        for (column, text) in [
            ("偏差原因", indicator.deviationReason), ("数据来源", indicator.evidence),
            ("对应口径", indicator.measure), ("完成档次", indicator.tier),
            ("判断理由", indicator.judgementReason),
        ] where !text.isEmpty {
            row[column] = text
        }
        return row
    }
}

extension FigureTrace {
    /// 万元, with at least two decimals and as many as there are; nil where the figure is missing.
    var tenThousandsAnswer: String? {
        guard value.number != nil else { return nil }
        return FigureFormat.exactTenThousandYuan.text(value)
    }

    /// A count or another plain number; nil where the figure is missing.
    var plainAnswer: String? {
        guard value.number != nil else { return nil }
        return FigureFormat.plain.text(value)
    }
}
