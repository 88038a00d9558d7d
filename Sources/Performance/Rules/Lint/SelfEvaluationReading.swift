import Formulas
import Quantities

/// Reads a project's self-evaluation (F05) into the records that rules judge.
struct SelfEvaluationReading {
    private static let indicatorTable = "绩效指标"

    private let content: FormContent
    private let context: LintContext
    private let rows: [FormRow]

    init(_ content: FormContent, _ context: LintContext) {
        self.content = content
        self.context = context
        rows = content.rows(Self.indicatorTable)
    }

    var records: [LintRecord] { [form] + rows.indices.map(indicator) }

    // MARK: Indicators

    private func indicator(_ row: Int) -> LintRecord {
        let values = rows[row]
        let target = DeclaredValue(values["指标值"] ?? "")
        let actual = DeclaredValue(values["完成值"] ?? "")
        let reason = values["偏差原因"] ?? ""
        var facts: Facts = [
            "三级指标": .text(values["三级指标"] ?? ""), "指标值": .text(values["指标值"] ?? ""),
            "性质": .text(target.isQuantitative ? "定量" : "定性"),
            "完成值": .text(values["完成值"] ?? ""), "指标值单位": .text(target.unit),
            "完成值单位": .text(actual.unit), "偏差说明": .text(reason),
            "不适用": .truth(values["完成值"] == FormContent.notApplicable),
            "不适用理由": .text(reason), "佐证数": .number(Fraction(Int64(evidence(values)))),
        ]
        facts["分值"] = number(values["分值"])
        facts["得分"] = number(values["得分"])
        facts["偏差"] = deviation(of: actual, from: target)
        facts["批复指标值"] = approvedTarget(values["三级指标"])
        if let monitored = values["三级指标"].flatMap({ context.monitored[$0] }) {
            facts["监控完成值"] = .number(monitored)
            facts["累计性"] = .truth(true)
            facts["全年完成值"] = actual.number.map { .number($0) }
        }
        facts.merge(tier(values))
        return LintRecord(
            subject: "自评指标", facts: facts, whole: place("三级指标", row), places: places(row),
            reason: reason)
    }

    private func places(_ row: Int) -> [String: FormPlace] {
        let columns = [
            "完成值": "完成值", "得分": "得分", "偏差说明": "偏差原因", "不适用理由": "偏差原因", "指标值": "指标值",
            "佐证数": "数据来源",
        ]
        return columns.mapValues { place($0, row) }
    }

    /// What names a proof of the actual: a source, a measure over ledgers, a judgement's reason.
    private func evidence(_ values: FormRow) -> Int {
        ["数据来源", "对应口径", "判断理由"].count { column in
            values[column].map { !$0.isEmpty && $0 != "填报" } ?? false
        }
    }

    /// What 偏差 is of a positive target in the same unit; nil of others.
    private func deviation(of actual: DeclaredValue, from target: DeclaredValue) -> FormulaValue? {
        guard let comparator = target.comparator, comparator != .less, comparator != .atMost,
            let goal = target.number, let done = actual.number, target.unit == actual.unit,
            goal > .zero, let excess = try? done.subtracting(goal).divided(by: goal)
        else { return nil }
        return .number(excess)
    }

    private func approvedTarget(_ name: String?) -> FormulaValue? {
        context.approvedGoals?.rows(Self.indicatorTable).first { $0["三级指标"] == name }
            .map { .text($0["指标值"] ?? "") }
    }

    private func tier(_ values: FormRow) -> Facts {
        guard let tier = values["完成档次"], let bounds = context.scoring?.tierBounds,
            let weight = values["分值"].flatMap({ ExactDecimal($0) })?.fraction
        else { return [:] }
        return TierFacts.facts(tier, weight: weight, bounds)
    }

    // MARK: The form as a whole

    private var form: LintRecord {
        var facts: Facts = ["名称": .text(content.subject)]
        facts["全年预算"] = amount("全年预算总额")
        facts["全年执行"] = amount("全年执行总额")
        facts["账务支出"] = context.bookedExpenditure.map { .number($0.yuan) }
        facts["总分"] = number(content["总得分"])
        facts["预算得分"] = number(content["预算执行得分"])
        facts["预算分值"] = number(content["预算执行分值"])
        if let sum = sumOfScores {
            facts["指标得分"] = .number(sum)
            if let budget = content["预算执行得分"].flatMap({ ExactDecimal($0) })?.fraction {
                facts["得分之和"] = (try? sum.adding(budget)).map { .number($0) }
            }
        }
        if let points = number(content["总分值"]) {
            facts["一级指标"] = .text("全表")
            facts["权重合计"] = points
            facts["应有权重"] = .number(Fraction(100))
        }
        facts["预期目标"] = content["预期目标"].map { .text($0) }
        facts["实际完成情况"] = content["实际完成情况"].map { .text($0) }
        return LintRecord(
            subject: "自评表", facts: facts, whole: place("总得分"),
            places: [
                "实际完成情况": place("实际完成情况"), "总分": place("总得分"), "全年执行": place("全年执行总额"),
                "指标得分": place("总得分"),
            ])
    }

    /// nil where a score lacks, or the sum has too many digits.
    private var sumOfScores: Fraction? {
        let scores = rows.compactMap { $0["得分"].flatMap { ExactDecimal($0)?.fraction } }
        guard !rows.isEmpty, scores.count == rows.count else { return nil }
        return try? scores.sum()
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
            cell: row.map { FormPlace.Cell(table: Self.indicatorTable, row: $0) })
    }
}
