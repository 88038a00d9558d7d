package import Performance

/// One rule of the audit of texts (审核规则): its id, its weight and what it looks for.
///
/// - Source: 勾稽关系 for the ids that begin with `CC-`; `TA-` ids name relations that no entry of
///   that catalogue covers.
package struct AuditRule: Hashable, Sendable {
    package let id: CheckID
    /// Its Chinese name, for the handbook and for lists.
    package let name: String
    package let level: FindingLevel
    package let severity: FindingSeverity
    /// What must hold, in English.
    package let meaning: String

    init(
        _ id: CheckID, _ name: String, _ level: FindingLevel, _ severity: FindingSeverity,
        _ meaning: String
    ) {
        self.id = id
        self.name = name
        self.level = level
        self.severity = severity
        self.meaning = meaning
    }
}

extension AuditRule {
    /// All rules that a text can break, in the order of the handbook.
    package static let all: [AuditRule] = arithmetic + judgement

    /// Rules about figures that contradict one another.
    package static let arithmetic: [AuditRule] = [
        AuditRule("CC-001", "收入合计", .blocking, .error, "Income is the sum of its sources."),
        AuditRule(
            "CC-002", "财政拨款收入", .blocking, .error,
            "Fiscal appropriation is the sum of the public, fund and state-capital budgets."),
        AuditRule(
            "CC-003", "支出合计", .blocking, .error, "Expenditure is basic plus project expenditure."),
        AuditRule(
            "CC-004", "基本支出", .blocking, .error,
            "Basic expenditure is personnel plus office expenditure."),
        AuditRule(
            "CC-005", "项目支出", .blocking, .error, "Project expenditure is the sum of the projects."),
        AuditRule(
            "CC-006", "项目明细", .blocking, .error, "A project's amount is the sum of its details."),
        AuditRule(
            "CC-008", "结转结余", .blocking, .error,
            "What is left is what was there plus income less expenditure."),
        AuditRule(
            "CC-010", "调整预算", .blocking, .error,
            "The adjusted budget is the initial one plus what was added less what was taken."),
        AuditRule(
            "CC-020", "收入完成率", .blocking, .error, "Income rate is income over its budget."),
        AuditRule(
            "CC-021", "支出完成率", .blocking, .error,
            "Expenditure rate is expenditure over its budget."),
        AuditRule(
            "CC-023", "零预算完成率", .blocking, .error, "A budget of 0 has no completion rate."),
        AuditRule(
            "CC-025", "收入与预算之差", .blocking, .error,
            "The income told as missing is the budget less the income."),
        AuditRule(
            "CC-026", "支出与预算之差", .blocking, .error,
            "The expenditure told as saved is the budget less the expenditure."),
        AuditRule(
            "CC-028", "增减额合计", .blocking, .error,
            "The change of a total is the sum of its parts' changes."),
        AuditRule(
            "CC-032", "增减幅度", .blocking, .error, "A growth rate is the change over the base."),
        AuditRule(
            "CC-033", "增减方向", .blocking, .error,
            "Words such as 增加 and 减少 agree with the two figures."),
        AuditRule("CC-040", "人数", .blocking, .error, "A head-count is the sum of its groups."),
        AuditRule(
            "CC-045", "机构个数", .blocking, .error,
            "The number of offices is the number of names listed."),
        AuditRule(
            "CC-050", "三公经费", .blocking, .error,
            "三公经费 is travel abroad plus vehicles plus receptions."),
        AuditRule(
            "CC-051", "公务用车费用", .blocking, .error,
            "Vehicle expenditure is purchase plus running costs."),
        AuditRule(
            "CC-055", "设备明细", .blocking, .error, "Equipment expenditure is the sum of its items."),
        AuditRule(
            "CC-060", "同一数据", .blocking, .error, "One measure has one value wherever it is told."),
        AuditRule("CC-075", "得分", .blocking, .error, "A score is the sum of its parts."),
        AuditRule(
            "CC-078", "等级", .blocking, .error,
            "The grade is the one that the stated scale gives the score."),
        AuditRule("CC-081", "人次", .blocking, .error, "人次 of the year is the sum of the batches."),
        AuditRule(
            "CC-087", "编外经费", .blocking, .error,
            "Expenditure on contract staff is wages plus office costs."),
        AuditRule("TA-SUM", "合计", .blocking, .error, "A total is the sum of its parts."),
        AuditRule(
            "TA-TABLE", "表内合计", .blocking, .error,
            "A table's total is the sum of its rows or columns."),
        AuditRule(
            "TA-CHANGE", "增减额", .blocking, .error, "A change is the difference of the two levels."),
        AuditRule("TA-SHARE", "占比", .blocking, .error, "A share is the part over the whole."),
        AuditRule(
            "TA-RATE", "比率", .blocking, .error, "A named rate is the quotient of its two figures."),
        AuditRule("TA-AVERAGE", "平均数", .blocking, .error, "An average is the sum over the count."),
        AuditRule("TA-PRODUCT", "乘积", .blocking, .error, "A product that is written out is right."),
        AuditRule(
            "TA-POINTS", "百分点", .blocking, .error,
            "Percentage points are the difference of two percentages."),
        AuditRule(
            "TA-COMPARE", "比较", .blocking, .error,
            "Words such as 未超过 and 低于 agree with the two figures."),
        AuditRule(
            "TA-LIST", "列举个数", .blocking, .error, "The number told is the number of names listed."),
    ]

    /// Rules that ask for an explanation, or for better words.
    package static let judgement: [AuditRule] = [
        AuditRule(
            "CC-007", "收支预算平衡", .answered, .note,
            "Income and expenditure budgets are equal, or what is carried over is told."),
        AuditRule(
            "CC-009", "支出大于收入", .answered, .warning,
            "Expenditure above income needs a source such as what was carried over."),
        AuditRule(
            "CC-022", "完成率超过100%", .answered, .note, "A rate above 100 % is explained."),
        AuditRule(
            "CC-024", "完成率口径", .answered, .note,
            "A rate says which budget it is of where the text has two."),
        AuditRule(
            "CC-027", "主要原因金额", .answered, .note,
            "The amount told as the main cause fits the whole change."),
        AuditRule("CC-031", "占比单位", .answered, .note, "A share carries its percent sign."),
        AuditRule("CC-041", "在职与编制", .answered, .note, "Staff do not exceed the posts."),
        AuditRule(
            "CC-042", "编外人员与名额", .answered, .warning,
            "Contract staff do not exceed their places, or who pays the rest is told."),
        AuditRule(
            "CC-043", "人均人员经费", .answered, .note,
            "Personnel expenditure for each post is inside the usual bounds."),
        AuditRule(
            "CC-044", "编外人均工资", .answered, .note,
            "Wages of contract staff are not below the local minimum wage."),
        AuditRule(
            "CC-052", "三公经费超预算", .answered, .note, "三公经费 above the budget is explained."),
        AuditRule("CC-061", "项目名称", .answered, .note, "One project has one name."),
        AuditRule("CC-062", "小数位", .answered, .note, "Amounts in 万元 have two decimals."),
        AuditRule("CC-063", "金额单位", .blocking, .note, "Totals of one text share one unit."),
        AuditRule("CC-064", "年度", .blocking, .note, "The totals belong to the year of the title."),
        AuditRule(
            "CC-065", "人次口径", .answered, .note, "One count of persons-times has one definition."),
        AuditRule("CC-066", "群体称谓", .answered, .note, "One group has one name."),
        AuditRule("CC-090", "占位与模板残留", .blocking, .note, "No placeholder is left."),
        AuditRule("CC-091", "标点与残句", .answered, .note, "No doubled sign, no cause left out."),
        AuditRule("CC-092", "序号", .answered, .note, "Ordinals have no gaps."),
        AuditRule(
            "CC-094", "结论雷同", .answered, .note,
            "One conclusion is not repeated three times without a figure."),
        AuditRule(
            "CC-095", "同一原因", .answered, .note, "Different amounts have causes of their own."),
        AuditRule(
            "CC-096", "项目缺少执行数", .answered, .note,
            "A project with a budget has an execution figure or a score."),
    ]

    private static let byID: [CheckID: AuditRule] = Dictionary(
        uniqueKeysWithValues: all.map { ($0.id, $0) })

    /// The rule of an id; a rule of that name without further words where the list has none.
    static func named(_ id: CheckID) -> AuditRule {
        byID[id] ?? AuditRule(id, id.rawValue, .answered, .note, "")
    }
}
