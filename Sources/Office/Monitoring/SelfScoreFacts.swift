import Formulas
import Performance
import Quantities
import Reports
import Storage

/// Self-scores that people have filled in beside what the ledgers give (自评分核对), for EW-17.
struct SelfScoreFacts {
    private let desk: BookDesk

    init(_ desk: BookDesk) { self.desk = desk }

    /// - Parameter owner: of a project's form.
    func all(owner: (String) -> String) throws -> [EarlyWarningFacts] {
        let claimed = try claimedScores()
        guard !claimed.isEmpty else { return [] }
        let facts = try ReportFactsReader(desk).facts()
        return facts.projects.compactMap { project in
            guard let score = claimed[project.name] else { return nil }
            return .selfScore(
                project.name, claimed: score, computed: Self.most(of: project),
                owner: owner(project.name))
        }
    }

    /// The most that the ledgers allow: what they give, and all points of what they do not tell.
    private static func most(of project: ProjectFacts) -> Points {
        project.indicators.reduce(project.score.budgetScore ?? project.score.budgetWeight) {
            $0 + ($1.score ?? $1.weight ?? .zero)
        }
    }

    /// 总得分 of the last draft of each self-evaluation form, by project.
    private func claimedScores() throws -> [String: Points] {
        let cycle = CycleDesk(desk.workplace, desk.book.id)
        var scores: [String: Points] = [:]
        for matter in try cycle.matters(.evaluation).map(\.matter) {
            for saved in try cycle.forms(of: matter)
            where saved.form == ProjectEvaluationFilling.form {
                scores[saved.subject] = saved.content["总得分"].flatMap { Points($0) }
            }
        }
        return scores
    }
}
