package import Quantities

/// The result of a whole scheme (部门整体支出自评结果): every leaf, subtotals, and what is missing.
package struct SchemeEvaluation: Hashable, Sendable {
    package struct Leaf: Hashable, Sendable {
        package let indicator: SchemeIndicator
        package let result: LeafResult
    }

    /// Subtotal of a dimension or a group.
    package struct Subtotal: Hashable, Sendable {
        package let id: String
        package let name: String
        package let points: Points
        /// Exact sum of the rounded leaves.
        package let score: Points
        /// Points of leaves that have a score.
        package let evaluatedPoints: Points
        package let missingPoints: Points
        package let notApplicablePoints: Points
        /// Groups below it, in the order of the scheme.
        package let groups: [Subtotal]
    }

    package enum Total: Hashable, Sendable {
        /// Of 100, with its grade; `sum` and `applicablePoints` are what it was made from.
        case complete(score: Points, grade: String, sum: Points, applicablePoints: Points)
        /// While anything is missing there is no total out of 100 and no grade.
        case partial(
            evaluatedPoints: Points, score: Points, missingPoints: Points,
            notApplicablePoints: Points)
        /// No indicator applies.
        case nothingApplies
    }

    package let scheme: ScoringScheme
    /// In the order of the scheme.
    package let leaves: [Leaf]
    package let dimensions: [Subtotal]
    package let total: Total

    package var missing: [Leaf] { leaves.filter { $0.result.state == .missingData } }
    package var notApplicable: [Leaf] { leaves.filter { $0.result.state == .notApplicable } }
    /// Findings of all leaves, in the order of the scheme.
    package var findings: [Finding] { leaves.flatMap(\.result.findings) }

    package func leaf(_ id: String) -> Leaf? { leaves.first { $0.indicator.id == id } }

    /// What users read as the result.
    package var totalSentence: String {
        switch total {
        case .complete(let score, let grade, let sum, let applicable):
            let basis =
                score == sum
                ? "" : "（适用指标 \(applicable.shortText) 分得 \(sum.text) 分，\(scheme.policySentence)）"
            return "总分 \(score.text) 分，等次为“\(grade)”\(basis)"
        case .partial(let evaluated, let score, let missing, let notApplicable):
            let rest =
                notApplicable == .zero ? "" : "（另有 \(notApplicable.shortText) 分不适用）"
            return "已评 \(evaluated.shortText) 分得 \(score.text) 分，"
                + "缺 \(missing.shortText) 分未评\(rest)"
        case .nothingApplies: return "没有适用的指标，不能评分"
        }
    }
}

extension ScoringScheme {
    fileprivate var policySentence: String {
        switch notApplicablePolicy {
        case .rebase: "按适用分值折算为百分制"
        case .giveFull: "不适用指标按满分计"
        case .redistributeWithinParent: "不适用指标的分值由同级指标分担"
        }
    }
}
