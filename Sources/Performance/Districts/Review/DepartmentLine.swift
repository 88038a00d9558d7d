package import Quantities

/// One line of 附表1: a department's execution, its rank and what that comes to.
package struct DepartmentLine: Hashable, Sendable {
    package let id: DepartmentID
    package let code: String
    package let name: String
    package let execution: ExecutionStanding
    package let goals: GoalStanding
    /// 部门灯: money first, then goals.
    package let departmentLight: MonitoringLight
    /// nil where the adjusted budget is 0: listed last without a rank.
    package let rank: Int?
    package let published: PublishedStanding?
    /// How many quarters in a row the budget light is red, this one included.
    package let redRun: Int
    package let submission: QuarterlySubmission
    package let rectification: RectificationCounts
    package let tally: FindingTally
    package let score: DepartmentScore

    /// Places won since the last bulletin; negative where lost, nil where either has no rank.
    package var rankGain: Int? {
        guard let rank, let before = published?.rank else { return nil }
        return before - rank
    }

    package var suggestion: BulletinSuggestion? { BulletinSuggestion(redRun: redRun) }
}

/// What a bulletin suggests for a department that stays red.
///
/// - Source: 流程 §7, step 7; a parameter of this product.
package enum BulletinSuggestion: String, Hashable, Sendable, CaseIterable {
    /// Two quarters in a row.
    case interview = "约谈"
    /// Three or more.
    case budgetCut = "调减预算"

    package init?(redRun: Int) {
        switch redRun {
        case ..<2: return nil
        case 2: self = .interview
        default: self = .budgetCut
        }
    }
}

/// How a department stood in the last bulletin (上期通报).
package struct PublishedStanding: Hashable, Sendable {
    package let rank: Int?
    /// 执行率 as of then; nil where the budget was 0.
    package let rate: Fraction?
    package let light: MonitoringLight
    package let redRun: Int

    package init(rank: Int?, rate: Fraction?, light: MonitoringLight, redRun: Int) {
        self.rank = rank
        self.rate = rate
        self.light = light
        self.redRun = redRun
    }
}

/// 排名: by 执行率 falling, ties by budget falling, then by department code; a budget of 0 has none.
package enum ExecutionRanking {
    package struct Entry: Hashable, Sendable {
        package let code: String
        package let execution: ExecutionStanding

        package init(code: String, execution: ExecutionStanding) {
            self.code = code
            self.execution = execution
        }
    }

    /// Whether `lhs` stands before `rhs`.
    package static func precedes(_ lhs: Entry, _ rhs: Entry) -> Bool {
        let (left, right) = (lhs.execution, rhs.execution)
        switch (left.budget > .zero, right.budget > .zero) {
        case (true, false): return true
        case (false, true): return false
        case (false, false): return lhs.code < rhs.code
        case (true, true): break
        }
        // Cross products of 分 decide exactly.
        let a = Int128(left.executed.fen) * Int128(right.budget.fen)
        let b = Int128(right.executed.fen) * Int128(left.budget.fen)
        if a != b { return a > b }
        if left.budget != right.budget { return left.budget > right.budget }
        return lhs.code < rhs.code
    }
}
