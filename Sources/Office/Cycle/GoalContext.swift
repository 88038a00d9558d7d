import Packs
package import Performance
import Quantities
import Storage

/// What a workplace knows that forms are checked against (对照数据): approved projects with their budgets
/// and aliases, the goals beside them, last year's forms, and what earlier years reached.
package struct GoalContext {
    private let projects: [LintContext.ApprovedProject]
    private let aliases: [String: Set<String>]
    private let scoring: ProjectScoringParameters?
    private let history: GoalHistory
    private let adjustments: [String: BudgetAdjustment]
    private let expenditures: [String: Money]
    /// 监控完成值 of the last F03 of each project, of indicators that only grow.
    private let monitored: [String: [String: Fraction]]
    /// The last goals that were saved this year.
    private let goals: [FormContent]

    /// - Throws: where the ledgers of the book cannot be read.
    package init(_ desk: BookDesk) throws {
        let measures = MeasureDesk(desk)
        let cycle = CycleDesk(desk.workplace, desk.book.id)
        let isAdjusted = try cycle.matters(.goal).contains { $0.count(of: "approveAdjust") > 0 }
        var projects: [LintContext.ApprovedProject] = []
        var aliases: [String: Set<String>] = [:]
        var adjustments: [String: BudgetAdjustment] = [:]
        var expenditures: [String: Money] = [:]
        for row in desk.projects {
            let name = row.text("项目名称")
            let budgets = try measures.figures(
                ["单项支出预算：\(name)", "单项调整预算：\(name)", "单项支出决算：\(name)"], traced: false
            ).map(\.value.number)
            expenditures[name] = budgets[2].flatMap { Money(exactly: $0, in: .yuan) }
            guard let yuan = budgets[0], let money = Money(exactly: yuan, in: .yuan)
            else { continue }
            projects.append(.init(name: name, budget: money, nameOnForm: nil))
            aliases[name] = row.aliases
            guard let adjusted = budgets[1], !yuan.isZero else { continue }
            let share = try adjusted.subtracting(yuan).divided(by: yuan)
            adjustments[name] = BudgetAdjustment(
                share: share < .zero ? share.negated : share, goalsAdjusted: isAdjusted)
        }
        (self.projects, self.aliases, self.adjustments) = (projects, aliases, adjustments)
        self.expenditures = expenditures
        monitored = try Self.monitored(cycle, desk)
        scoring = desk.workplace.packs.schemes.projectSchemes.first?.parameters
        history = try GoalHistory(desk)
        goals = try GoalHistory.goals(cycle)
    }

    /// - Parameter contents: all forms that are declared together; the form itself may be among them.
    package func context(of content: FormContent, among contents: [FormContent]) -> LintContext {
        var context = LintContext(
            approvedBudget: projects.first { $0.name == content.subject }?.budget)
        context.lastYear = history.goals.first {
            $0.form == content.form && $0.subject == content.subject
        }
        context.history = history.indicators
        context.measures = history.measures
        context.scoring = scoring
        guard FormLint.goalForms.contains(content.form) else {
            context.approvedGoals = goals.first {
                $0.form == "F02" && $0.subject == content.subject
            }
            context.bookedExpenditure = expenditures[content.subject]
            context.monitored = monitored[content.subject] ?? [:]
            return context
        }
        context.adjustment = adjustments[content.subject]
        let others = others(than: content, among: contents)
        guard content.form == "F01" else {
            context.weights = weights
            context.otherGoals = Dictionary(
                others.compactMap { other in other["年度目标"].map { (other.subject, $0) } },
                uniquingKeysWith: { first, _ in first })
            return context
        }
        context.approvedProjects = projects.map { project in
            let name = others.first { $0.subject == project.name }?["项目名称"]
            return .init(
                name: project.name, budget: project.budget, nameOnForm: name,
                isAlias: name.map { aliases[project.name]?.contains($0) ?? false } ?? false)
        }
        return context
    }

    private static func monitored(
        _ cycle: CycleDesk, _ desk: BookDesk
    ) throws -> [String: [String: Fraction]] {
        let growing = Set(
            MonitoredIndicator.all(of: desk).filter(\.isCumulative).map(\.indicator.name))
        var monitored: [String: [String: Fraction]] = [:]
        for saved in try cycle.matters(.monitoring).flatMap({ try cycle.forms(of: $0.matter) })
        where saved.form == MonitoringFilling.form {
            for row in saved.content.rows(IndicatorColumns.table) {
                guard let name = row["三级指标"], growing.contains(name) else { continue }
                monitored[saved.subject, default: [:]][name] =
                    row["监控完成值"].flatMap { DeclaredValue($0).number }
            }
        }
        return monitored
    }

    /// F02 of other projects: those declared together, then those that are saved.
    private func others(than content: FormContent, among contents: [FormContent]) -> [FormContent] {
        var seen: Set<String> = [content.subject]
        return (contents.reversed() + goals).filter {
            $0.form == "F02" && seen.insert($0.subject).inserted
        }
    }

    /// 分值 of each 一级指标 of a project.
    private var weights: [IndicatorCategory: Points]? {
        scoring.map {
            [
                .output: $0.outputWeight, .benefit: $0.benefitWeight,
                .satisfaction: $0.satisfactionWeight,
            ]
        }
    }
}

extension RegisterRow {
    /// 别名 of a project.
    var aliases: Set<String> {
        Set(text("别名").split(whereSeparator: { "；;、".contains($0) }).map(String.init))
    }
}
