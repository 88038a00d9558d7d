import Formulas
import Quantities

/// Reads a project's self-evaluation (F05) into the records that rules judge.
struct SelfEvaluationReading {
    private static let indicatorTable = "绩效指标"

    private let content: FormContent
    private let rows: [FormRow]

    init(_ content: FormContent) {
        self.content = content
        rows = content.rows(Self.indicatorTable)
    }

    var records: [LintRecord] { [form] + rows.indices.map(indicator) }

    private func indicator(_ row: Int) -> LintRecord {
        let values = rows[row]
        let target = DeclaredValue(values["指标值"] ?? "")
        let actual = DeclaredValue(values["完成值"] ?? "")
        var facts: Facts = [
            "三级指标": .text(values["三级指标"] ?? ""), "指标值": .text(values["指标值"] ?? ""),
            "性质": .text(target.isQuantitative ? "定量" : "定性"),
            "完成值": .text(values["完成值"] ?? ""), "指标值单位": .text(target.unit),
            "完成值单位": .text(actual.unit), "偏差说明": .text(values["偏差原因"] ?? ""),
            "不适用": .truth(values["完成值"] == FormContent.notApplicable),
            "不适用理由": .text(values["偏差原因"] ?? ""),
        ]
        facts["分值"] = number(values["分值"])
        facts["得分"] = number(values["得分"])
        facts["偏差"] = deviation(of: actual, from: target)
        return LintRecord(
            subject: "自评指标", facts: facts, whole: place("三级指标", row),
            places: [
                "完成值": place("完成值", row), "得分": place("得分", row),
                "偏差说明": place("偏差原因", row), "不适用理由": place("偏差原因", row),
                "指标值": place("指标值", row),
            ],
            reason: values["偏差原因"])
    }

    /// What 偏差 is of a positive target in the same unit; nil of others.
    private func deviation(of actual: DeclaredValue, from target: DeclaredValue) -> FormulaValue? {
        guard let comparator = target.comparator, comparator != .less, comparator != .atMost,
            let goal = target.number, let done = actual.number, target.unit == actual.unit,
            goal > .zero, let excess = try? done.subtracting(goal).divided(by: goal)
        else { return nil }
        return .number(excess)
    }

    private var form: LintRecord {
        var facts: Facts = ["名称": .text(content.subject)]
        for name in ["全年预算", "全年执行"] {
            facts[name] = content["年度资金总额\(name)数"].flatMap { ExactDecimal($0) }
                .map { .yuan($0.fraction) }
        }
        facts["总分"] = number(content["总分"])
        facts["预算得分"] = number(content["预算得分"])
        let scores = rows.compactMap { $0["得分"].flatMap { ExactDecimal($0)?.fraction } }
        let sum = scores.reduce(Fraction.zero) { (try? $0.adding($1)) ?? $0 }
        if scores.count == rows.count, !rows.isEmpty { facts["指标得分"] = .number(sum) }
        facts["预期目标"] = content["预期目标"].map { .text($0) }
        facts["实际完成情况"] = content["实际完成情况"].map { .text($0) }
        return LintRecord(
            subject: "自评表", facts: facts, whole: place("总分"),
            places: ["实际完成情况": place("实际完成情况"), "总分": place("总分")])
    }

    private func number(_ text: String?) -> FormulaValue? {
        text.flatMap { ExactDecimal($0) }.map { .number($0.fraction) }
    }

    private func place(_ field: String, _ row: Int? = nil) -> FormPlace {
        FormPlace(
            form: content.form, subject: content.subject, field: field,
            cell: row.map { FormPlace.Cell(table: Self.indicatorTable, row: $0) })
    }
}
