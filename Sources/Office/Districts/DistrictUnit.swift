import Formulas
import Performance
import Quantities
import Storage

/// One unit of a district, put together from its book, its registers and what it has filed (部门取数).
struct DistrictUnit {
    let book: BookRecord
    let quarter: Quarter
    let amounts: UnitAmounts
    /// Current rows of 项目.
    let projects: [RegisterRow]
    let indicators: RegisterVersions
    /// Current rows of 核对数.
    let figures: [RegisterRow]
    let issues: RectificationReading
    let filings: UnitFilings
    /// By 对应口径.
    let measured: [String: Quantity]
    let rules: RuleBook?

    func content() throws -> DepartmentContent {
        var department = DistrictDepartment(
            code: book.id.unitCode, name: book.unitName, basicBudget: try amounts.basicBudget(),
            basicExecution: try amounts.basicExecution(), submission: filings.submission,
            rectification: issues.ofNoProject, recordedFindings: lintedGoals)
        for figure in figures { Self.take(figure, into: &department) }
        takeForm(into: &department)
        return DepartmentContent(department: department, projects: projectContents)
    }

    // MARK: - The department's own forms

    private var lintedGoals: [RecordedFinding] {
        guard let rules, let content = filings.departmentGoals else { return [] }
        return FormLint(rules).result(for: content).findings.map {
            RecordedFinding($0.asFinding, isAnswered: $0.isAnswered)
        }
    }

    /// 核对数 that the department states for its projects together (CC-071).
    private static func take(_ figure: RegisterRow, into department: inout DistrictDepartment) {
        guard let unit = MoneyUnit(rawValue: figure.text("单位")),
            let number = ExactDecimal(figure.text("数值")),
            let money = Money(exactly: number.fraction, in: unit)
        else { return }
        switch figure.text("口径") {
        case "项目支出调整预算": department.statedProjectBudget = money
        case "项目支出决算": department.statedProjectExecution = money
        default: break
        }
    }

    /// A form that was filed wins over 核对数; it states 万元 with two decimals.
    private func takeForm(into department: inout DistrictDepartment) {
        guard let form = filings.department else { return }
        let isOfYear = form.form == "F06"
        let budget = isOfYear ? UnitFilings.money(form, "项目支出调整预算") : nil
        let executed = UnitFilings.money(form, isOfYear ? "项目支出决算数" : "项目支出执行数")
        guard budget != nil || executed != nil else { return }
        department.statedProjectBudget = budget
        department.statedProjectExecution = executed
        department.statedHalfPlace = Money(fen: 5000)
    }

    // MARK: - Projects

    /// The registered projects in their order, then those that only the amounts name.
    private var projectContents: [ProjectContent] {
        let registered = projects.sorted { BookDesk.inOrder($0, $1) }
        let known = Set(registered.map { $0.text("项目名称") })
        let unknown = amounts.projects.subtracting(known).sorted()
        return registered.map { project($0.text("项目名称"), $0) }
            + unknown.map { project($0, nil) }
    }

    private func project(_ name: String, _ row: RegisterRow?) -> ProjectContent {
        let (goal, progress) = (filings.goals[name], filings.progress[name])
        let isOfYear = progress?.form == "F05"
        var project = DistrictProject(
            name: goal?["项目名称"] ?? name, approvedName: name, aliases: row?.aliases ?? [],
            office: row?.text("负责科室") ?? "", responsiblePerson: row?.text("责任人") ?? "",
            approvedBudget: amounts.approvedBudget(of: name),
            formBudget: UnitFilings.money(goal, "年度资金总额"),
            adjustedBudget: amounts.adjustedBudget(of: name),
            execution: amounts.execution(of: name),
            formExecution: UnitFilings.money(progress, isOfYear ? "全年执行总额" : "年度执行数"),
            goalText: goal?["年度目标"] ?? row?.text("年度目标") ?? "",
            rectification: issues.byProject[name] ?? RectificationCounts())
        if isOfYear { project.statedTotal = progress?["总得分"].flatMap { Points($0) } }
        return ProjectContent(
            project: project,
            indicators: indicators.current.filter { $0.text("项目") == name }
                .sorted { $0.text("指标编号") < $1.text("指标编号") }
                .compactMap { indicator($0, progress, filings.earlierProgress[name]) })
    }

    // MARK: - Indicators

    private func indicator(
        _ row: RegisterRow, _ progress: FormContent?, _ earlier: FormContent?
    ) -> DistrictIndicator? {
        guard let indicator = IndicatorReading.indicator(row) else { return nil }
        let code = row.text("指标编号")
        let filed = UnitFilings.row(of: row, in: progress)
        let filedBefore = UnitFilings.row(of: row, in: earlier)
        let cause = progress?.form == "F05" ? "偏差原因" : "原因说明"
        return DistrictIndicator(
            code: code, indicator: indicator,
            approvedTarget: indicators.first[code].flatMap(IndicatorReading.indicator)?.target,
            actual: actual(row, filed, indicator.target),
            earlierActual: IndicatorReading.actual(
                stated: filedBefore?["监控完成值"], of: indicator.target)
                ?? indicators.before[code].flatMap { IndicatorReading.actual($0, nil) },
            origin: IndicatorReading.origin(row),
            dataSource: row.text("对应口径").isEmpty ? row.text("来源") : nil,
            isTargetSetTooLow: row.truth("目标偏低") ?? false,
            deviationAnalysis: filed?[cause] ?? row.text("偏差原因"), remedy: filed?["备注"] ?? "",
            notApplicableReason: filed.flatMap { notApplicableReason($0, cause) },
            statedScore: filed?["得分"].flatMap { Points($0) }, likelihood: filed?.likelihood)
    }

    /// What a ledger proves wins over what was filed, and that over what was registered before.
    private func actual(
        _ row: RegisterRow, _ filed: FormRow?, _ target: PerformanceIndicator.Target
    ) -> ProjectSelfEvaluation.Actual? {
        let formula = row.text("对应口径")
        if !formula.isEmpty { return measured[formula].map { .quantity($0) } }
        return IndicatorReading.actual(stated: filed?["监控完成值"] ?? filed?["完成值"], of: target)
            ?? IndicatorReading.actual(row, nil)
    }

    private func notApplicableReason(_ row: FormRow, _ cause: String) -> String? {
        let stated = row["监控完成值"] ?? row["完成值"]
        return stated == FormContent.notApplicable ? row[cause] ?? "" : nil
    }
}
