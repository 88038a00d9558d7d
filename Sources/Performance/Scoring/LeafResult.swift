package import Quantities

/// How a leaf's score came about.
package enum LeafState: String, Hashable, Sendable, CaseIterable {
    /// From measures alone.
    case auto
    /// A person has judged something that it rests on.
    case manual
    case notApplicable
    /// Scores 0 and blocks the total; never the same as ``notApplicable``.
    case missingData

    /// What users read.
    package var title: String {
        switch self {
        case .auto: "自动计分"
        case .manual: "人工判断"
        case .notApplicable: "不适用"
        case .missingData: "缺数据"
        }
    }
}

/// The result of one indicator (三级指标得分) with all that explains it.
package struct LeafResult: Hashable, Sendable {
    /// The exact value that was scored; nil where the rule has none or it is undefined.
    package let value: Fraction?
    /// The value as shown: `89.46%`, or `2` for a count of events; nil where ``value`` is nil.
    package let valueText: String?
    /// Two decimals, inside 0…points.
    package let score: Points
    package let points: Points
    /// Primitive or primitives: `R1`.
    package let ruleId: String
    package let inputs: [RuleInput]
    /// One Chinese sentence with the arithmetic.
    package let explanation: String
    package let state: LeafState
    /// What must be provided before the leaf can be scored; empty unless the state is missingData.
    package let missing: [MissingInput]
    package let findings: [Finding]
    /// The grade that a veto allows at most.
    package let gradeCap: String?
}

/// One figure that a rule has read.
package struct RuleInput: Hashable, Sendable {
    package enum Origin: Hashable, Sendable {
        /// A formula over measures; its trace leads on to the entries.
        case measured(formula: String)
        /// Worked out by another part of the product.
        case derived
        case judged(reason: String, evidence: [String])
        /// Given by the scheme itself.
        case standard
    }

    package let name: String
    /// As shown in the explanation.
    package let text: String
    package let origin: Origin

    package var isJudged: Bool { if case .judged = origin { true } else { false } }
}

/// One thing that is missing, and what to do about it.
package struct MissingInput: Hashable, Sendable {
    package let name: String
    /// A Chinese clause: why it is missing.
    package let why: String
    /// A Chinese clause: what to provide.
    package let toProvide: String
}
