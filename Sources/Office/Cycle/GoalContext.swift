import Packs
package import Performance
import Quantities

/// What a book knows that goals are checked against (对照数据): its approved projects with their
/// budgets and aliases, and the goals beside them.
package struct GoalContext {
    private let projects: [LintContext.ApprovedProject]
    private let aliases: [String: Set<String>]
    /// 分值 of each 一级指标 of a project.
    private let weights: [IndicatorCategory: Points]?

    /// - Throws: where the ledgers of the book cannot be read.
    package init(_ desk: BookDesk) throws {
        let measures = MeasureDesk(desk)
        var projects: [LintContext.ApprovedProject] = []
        var aliases: [String: Set<String>] = [:]
        for row in desk.projects {
            let name = row.text("项目名称")
            let budget = try measures.figures(["单项支出预算：\(name)"], traced: false).first
            guard let yuan = budget?.value.number, let money = Money(exactly: yuan, in: .yuan)
            else { continue }
            projects.append(.init(name: name, budget: money, nameOnForm: nil))
            aliases[name] = Set(
                row.text("别名").split(whereSeparator: { "；;、".contains($0) }).map(String.init))
        }
        self.projects = projects
        self.aliases = aliases
        weights = desk.workplace.packs.schemes.projectSchemes.first.map {
            [
                .output: $0.parameters.outputWeight, .benefit: $0.parameters.benefitWeight,
                .satisfaction: $0.parameters.satisfactionWeight,
            ]
        }
    }

    /// - Parameter contents: all forms that are declared together; the form itself may be among them.
    package func context(of content: FormContent, among contents: [FormContent]) -> LintContext {
        var context = LintContext(
            approvedBudget: projects.first { $0.name == content.subject }?.budget)
        let others = contents.filter { $0.form == "F02" && $0.subject != content.subject }
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
}
