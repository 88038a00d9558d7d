import Formulas
import Quantities

/// Reads a department's self-evaluation (F06) into the records that rules judge: the form as a whole, and
/// each row of its scores.
struct DepartmentEvaluationReading {
    private static let scoreTable = "评分"

    private let content: FormContent
    private let rows: [FormRow]

    init(_ content: FormContent) {
        self.content = content
        rows = content.rows(Self.scoreTable)
    }

    var records: [LintRecord] { [form] + rows.indices.map(score) }

    private func score(_ row: Int) -> LintRecord {
        let values = rows[row]
        let (reason, proof) = (values["扣分原因"] ?? "", values["佐证材料"] ?? "")
        let isProved = !proof.isEmpty && proof != FormContent.notApplicable
        var facts: Facts = [
            "三级指标": .text(values["三级指标"] ?? ""), "偏差说明": .text(reason),
            "佐证数": .number(Fraction(isProved ? 1 : 0)),
        ]
        facts["分值"] = number(values["三级分值"])
        facts["得分"] = number(values["自评得分"])
        return LintRecord(
            subject: "自评指标", facts: facts, whole: place("三级指标", row),
            places: [
                "得分": place("自评得分", row), "偏差说明": place("扣分原因", row),
                "佐证数": place("佐证材料", row),
            ], reason: reason)
    }

    private var form: LintRecord {
        var facts: Facts = ["名称": .text(content["部门名称"] ?? content.subject)]
        facts["总分"] = number(content["自评总分"])
        facts["得分之和"] = sum("自评得分")
        if let points = sum("三级分值") {
            facts["一级指标"] = .text("全表")
            facts["权重合计"] = points
            facts["应有权重"] = .number(Fraction(100))
        }
        facts["全年预算"] = amount("支出调整预算")
        facts["全年执行"] = amount("支出决算数")
        facts["预期目标"] = content["年度总体目标"].map { .text($0) }
        facts["实际完成情况"] = content["完成情况"].map { .text($0) }
        return LintRecord(
            subject: "自评表", facts: facts, whole: place("自评总分"),
            places: [
                "总分": place("自评总分"), "全年执行": place("支出决算数"), "实际完成情况": place("完成情况"),
            ])
    }

    /// nil where a row lacks it, or the sum has too many digits.
    private func sum(_ column: String) -> FormulaValue? {
        let numbers = rows.compactMap { $0[column].flatMap { ExactDecimal($0)?.fraction } }
        guard !rows.isEmpty, numbers.count == rows.count else { return nil }
        return (try? numbers.sum()).map { .number($0) }
    }

    private func amount(_ field: String) -> FormulaValue? {
        content[field].flatMap { ExactDecimal($0) }.map { .yuan($0.fraction) }
    }

    private func number(_ text: String?) -> FormulaValue? {
        text.flatMap { ExactDecimal($0) }.map { .number($0.fraction) }
    }

    private func place(_ field: String, _ row: Int? = nil) -> FormPlace {
        FormPlace(
            form: content.form, subject: content.subject, field: field,
            cell: row.map { FormPlace.Cell(table: Self.scoreTable, row: $0) })
    }
}
