import Formulas
package import Performance
import Quantities

/// Fills in the department's self-evaluation form (F06) from the ledgers: its basic facts, and the
/// score table of one scheme.
package enum DepartmentEvaluationFilling {
    package static let form = "F06"

    /// Fields that take an amount from a measure.
    private static let amounts = [
        ("财政拨款收入年初预算", "收入预算_一般公共预算"), ("财政拨款收入调整预算", "调整收入预算_一般公共预算"),
        ("财政拨款收入决算数", "收入决算_一般公共预算"), ("其他收入年初预算", "收入预算_其他收入"),
        ("其他收入调整预算", "调整收入预算_其他收入"), ("其他收入决算数", "收入决算_其他收入"),
        ("人员经费年初预算", "人员经费预算"), ("人员经费调整预算", "人员经费调整预算"), ("人员经费决算数", "人员经费决算"),
        ("公用经费年初预算", "公用经费预算"), ("公用经费调整预算", "公用经费调整预算"), ("公用经费决算数", "公用经费决算"),
        ("年初结转和结余", "年初结转结余"), ("年末结转和结余", "年末结转结余"), ("采购预算", "采购预算"),
        ("采购实际", "采购实际"), ("在用资产", "在用固定资产"), ("固定资产总额", "固定资产总额"),
        ("因公出国费本年预算", "三公预算_出国"), ("因公出国费本年决算", "三公决算_出国"),
        ("公务接待费本年预算", "三公预算_接待"), ("公务接待费本年决算", "三公决算_接待"),
        ("三公经费上年决算", "上年三公决算"), ("三公经费本年预算", "三公预算"), ("三公经费本年决算", "三公决算"),
    ]
    /// 公务用车 is bought and run: two measures, one field.
    private static let vehicles = [("公务用车费本年预算", "三公预算"), ("公务用车费本年决算", "三公决算")]
    private static let counts = [
        ("编制数", "编制数"), ("在编在职人数", "在编在职人数"), ("编外人数", "编外人数"), ("离退休人数", "离退休人数"),
        ("合同数", "采购合同数"),
    ]
    /// Rows whose figures may be assumed, and where that is said.
    private static let explained = ["财政拨款收入", "其他收入", "人员经费", "公用经费"]

    /// - Parameter definition: of F06, for its version and its computed answers.
    package static func content(
        _ facts: ReportFacts, _ evaluation: SchemeEvaluation?, _ definition: FormDefinition
    ) -> FormContent {
        var content = FormContent(
            form: form, version: definition.version, unitCode: facts.snapshot.book.unitCode,
            fiscalYear: facts.year, subject: FormContent.wholeDepartment,
            fields: ["部门名称": facts.unitName, "预算编码": facts.snapshot.book.unitCode])
        for (field, measure) in amounts {
            content[field] = facts.figure(measure).tenThousandsAnswer
        }
        for (field, measure) in counts { content[field] = facts.figure(measure).plainAnswer }
        for (field, measure) in vehicles { content[field] = vehicleCost(facts, measure) }
        for row in explained { content["\(row)差异说明"] = note(of: row, facts) }
        for (field, section) in [
            ("年度总体目标", NarrativeText.Section.annualGoal), ("完成情况", .achievement),
        ] {
            let text = facts.texts(section).map(\.plainText).joined(separator: "\n")
            content[field] = text.isEmpty ? nil : text
        }
        content.tables["项目支出明细"] = facts.projects.map(row)
        content.tables["评分"] = evaluation.map { ScoreRows(facts, $0).rows }
        return FormComputation(definition, content).completed()
    }

    private static func vehicleCost(_ facts: ReportFacts, _ measure: String) -> String? {
        let parts = ["_公车购置", "_公车运行"].map { facts.figure(measure + $0) }
        let numbers = parts.compactMap(\.value.number)
        guard numbers.count == parts.count, let sum = try? numbers[0].adding(numbers[1])
        else { return nil }
        return FigureFormat.exactTenThousandYuan.text(.number(sum, .yuan))
    }

    /// How sure the figures of a row are, where they are not simply recorded.
    private static func note(of row: String, _ facts: ReportFacts) -> String? {
        let measures = amounts.filter { $0.0.hasPrefix(row) }.map { facts.figure($0.1) }
        return note(measures)
    }

    private static func note(_ figures: [FigureTrace]) -> String? {
        let basis = figures.map(\.basis).max() ?? .recorded
        return basis == .recorded ? nil : basis.rawValue
    }

    private static func row(_ project: ProjectFacts) -> FormRow {
        var row = FormRow(["项目名称": project.name])
        let figures = [project.budget, project.adjustedBudget, project.execution]
        for (column, figure) in zip(["年初预算", "调整预算", "决算数"], figures) {
            row[column] = figure.tenThousandsAnswer
        }
        row["差异说明"] = note(figures)
        return row
    }
}

/// The rows of 评分: every 三级指标 of a scheme with its rule, its data and its score.
private struct ScoreRows {
    private let facts: ReportFacts
    private let evaluation: SchemeEvaluation

    init(_ facts: ReportFacts, _ evaluation: SchemeEvaluation) {
        self.facts = facts
        self.evaluation = evaluation
    }

    var rows: [FormRow] {
        evaluation.scheme.dimensions.flatMap { dimension in
            let first: FormRow = ["一级指标": dimension.name, "一级分值": dimension.points.shortText]
            return dimension.children.flatMap { child -> [FormRow] in
                switch child {
                case .indicator(let indicator):
                    return row(indicator, under: first).map { [$0] } ?? []
                case .group(let group):
                    var level = first
                    level["二级指标"] = group.name
                    level["二级分值"] = group.points.shortText
                    return group.indicators.compactMap { row($0, under: level) }
                }
            }
        }
    }

    private func row(_ indicator: SchemeIndicator, under levels: FormRow) -> FormRow? {
        guard let result = evaluation.leaf(indicator.id)?.result else { return nil }
        var row = levels
        row["三级指标"] = "\(indicator.id) \(indicator.name)"
        row["三级分值"] = indicator.points.shortText
        row["计算公式"] = indicator.dataNeeded
        row["评分标准"] = "\(indicator.fullText)；\(indicator.deductText)"
        row["指标数据"] = result.explanation + (isAssumed(indicator.id) ? "（所用数据含假定）" : "")
        if result.state == .auto || result.state == .manual { row["自评得分"] = result.score.text }
        row["扣分原因"] = reason(result)
        row["佐证材料"] = evidence(result)
        return FormRow(row.values.filter { !$0.value.isEmpty })
    }

    private func isAssumed(_ leaf: String) -> Bool {
        (facts.leafInputs[evaluation.scheme.id]?[leaf] ?? []).contains {
            $0.basis >= .partlyAssumed
        }
    }

    private func reason(_ result: LeafResult) -> String? {
        switch result.state {
        case .notApplicable: "不适用"
        case .missingData: "缺数据：" + result.missing.map(\.name).joined(separator: "、")
        case .auto, .manual: result.score < result.points ? result.explanation : nil
        }
    }

    /// What proves the score: measures by their trace, judgements by the files named with them.
    private func evidence(_ result: LeafResult) -> String? {
        var texts: [String] = []
        for input in result.inputs {
            switch input.origin {
            case .measured: texts.append("台账：\(input.name)")
            case .judged(_, let evidence): texts += evidence
            case .derived, .standard: break
            }
        }
        return texts.isEmpty ? nil : texts.joined(separator: "；")
    }
}
