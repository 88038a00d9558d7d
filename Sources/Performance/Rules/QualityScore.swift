package import Quantities

/// 绩效目标质量分 Q = max(0, 100 − Σ penalties), each rule counted a limited number of times.
///
/// - Source: 目标质量, §4; the numbers are parameters of this product.
package struct QualityScore: Hashable, Sendable {
    package let points: Fraction

    /// One finding as the score counts it.
    package struct Counted: Hashable, Sendable {
        package let ruleId: CheckID
        package let level: FindingLevel
        /// Whether a W was answered with a reason that is long enough.
        package let isAnswered: Bool

        package init(ruleId: CheckID, level: FindingLevel, isAnswered: Bool = false) {
            self.ruleId = ruleId
            self.level = level
            self.isAnswered = isAnswered
        }
    }

    package init(_ findings: [Counted], _ parameters: QualityParameters) {
        var left = Fraction(100)
        let byRule = Dictionary(grouping: findings, by: \.ruleId)
        for penalties in byRule.values.map({ $0.map(parameters.penalty).sorted(by: >) }) {
            for penalty in penalties.prefix(parameters.countsPerRule) {
                left = (try? left.subtracting(penalty)) ?? .zero
            }
        }
        points = max(left, .zero)
    }

    private init(points: Fraction) { self.points = points }

    /// The department's score: the budget-weighted mean of its projects' and its own form's.
    ///
    /// - Returns: nil where no budget stands behind the projects.
    package static func department(
        projects: [(score: QualityScore, budget: Money)], form: QualityScore,
        _ parameters: QualityParameters
    ) throws(ArithmeticError) -> QualityScore? {
        var (sum, budget) = (Fraction.zero, Fraction.zero)
        for project in projects {
            sum = try sum.adding(project.score.points.multiplied(by: project.budget.yuan))
            budget = try budget.adding(project.budget.yuan)
        }
        guard budget > .zero else { return nil }
        let own = try Fraction.one.subtracting(parameters.projectShare)
        return QualityScore(
            points: try sum.divided(by: budget).multiplied(by: parameters.projectShare)
                .adding(form.points.multiplied(by: own)))
    }

    /// `69.8`
    package var text: String {
        guard let decimal = try? points.rounded(to: 2) else { return points.description }
        return decimal.trimmed().text
    }
}

/// The numbers of the quality score (质量分参数).
package struct QualityParameters: Hashable, Sendable {
    package let blocking: Fraction
    package let unanswered: Fraction
    package let answered: Fraction
    package let shown: Fraction
    /// So that one repeated slip does not eat everything.
    package let countsPerRule: Int
    /// Characters of a reason below which a W stays unanswered.
    package let reasonLength: Int
    /// The share of the projects in the department's score.
    package let projectShare: Fraction
    package let source: RuleSource

    package init(
        blocking: Fraction, unanswered: Fraction, answered: Fraction, shown: Fraction,
        countsPerRule: Int, reasonLength: Int, projectShare: Fraction, source: RuleSource
    ) {
        self.blocking = blocking
        self.unanswered = unanswered
        self.answered = answered
        self.shown = shown
        self.countsPerRule = countsPerRule
        self.reasonLength = reasonLength
        self.projectShare = projectShare
        self.source = source
    }

    func penalty(of finding: QualityScore.Counted) -> Fraction {
        switch finding.level {
        case .blocking: blocking
        case .answered: finding.isAnswered ? answered : unanswered
        case .shown: shown
        }
    }

    /// Whether a reason is long enough, blanks aside.
    package func isAnswer(_ reason: String?) -> Bool {
        guard let reason else { return false }
        return reason.unicodeScalars.count { !$0.properties.isWhitespace } >= reasonLength
    }
}
