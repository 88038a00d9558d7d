package import Quantities

/// What a person has judged for one item of an indicator (人工判断), with reason and evidence.
package struct Judgement: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        /// 是/否 of a checkpoint, a flag or a veto.
        case truth(Bool)
        /// A count or figure in the unit of the item, with its stated digits.
        case number(ExactDecimal)
    }

    /// The indicator's id in its scheme: `C1`.
    package let indicator: String
    /// The item as the scheme names it: `预算20日内公开`.
    package let item: String
    package let value: Value
    /// Why; required where points are lost.
    package let reason: String
    /// 佐证: names or numbers of the files that prove it.
    package let evidence: [String]

    package init(
        indicator: String, item: String, value: Value, reason: String, evidence: [String]
    ) {
        self.indicator = indicator
        self.item = item
        self.value = value
        self.reason = reason
        self.evidence = evidence
    }
}

/// A score that a person types for a whole indicator (R9 人工评分), with reason and evidence.
package struct TypedScore: Hashable, Sendable {
    /// The item under which a register holds such a score.
    package static let item = "得分"

    package let indicator: String
    package let score: Points
    package let reason: String
    package let evidence: [String]

    package init(indicator: String, score: Points, reason: String, evidence: [String]) {
        self.indicator = indicator
        self.score = score
        self.reason = reason
        self.evidence = evidence
    }
}

/// A statement that an indicator cannot apply (不适用), with its reason.
package struct NotApplicableClaim: Hashable, Sendable {
    package let indicator: String
    package let reason: String

    package init(indicator: String, reason: String) {
        self.indicator = indicator
        self.reason = reason
    }
}

/// A judgement whose value is neither 是, 否, a number nor 不适用 (看不懂的判断): never passed over, since
/// the score would then stand as if nobody had judged.
package struct IllegibleJudgement: Hashable, Sendable {
    package let indicator: String
    package let item: String
    /// What stands in 判断值.
    package let text: String

    package init(indicator: String, item: String, text: String) {
        self.indicator = indicator
        self.item = item
        self.text = text
    }

    /// What the indicator lacks until the value is corrected.
    var missingInput: MissingInput {
        MissingInput(
            name: item, why: "“\(item)”的判断值“\(text)”看不懂",
            toProvide: item == TypedScore.item
                ? "把“得分”的判断值改为数，最多两位小数" : "把判断值改为是、否、数或“不适用”")
    }
}

extension String {
    /// Nothing but white space, or nothing at all.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
