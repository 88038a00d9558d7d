/// What a rule does where its value is undefined because a denominator is 0 (除数为零).
package struct UndefinedPolicy: Hashable, Sendable {
    package enum Consequence: String, Hashable, Sendable, CaseIterable {
        case notApplicable
        case full
        case zero
        case missingData
        /// A person types the score with reason and evidence.
        case manual
    }

    /// Numerator and denominator are both 0: nothing planned, nothing done.
    package let bothZero: Consequence
    /// The denominator alone is 0.
    package let otherwise: Consequence
    /// What users read as the reason.
    package let reason: String

    package init(bothZero: Consequence, otherwise: Consequence, reason: String) {
        self.bothZero = bothZero
        self.otherwise = otherwise
        self.reason = reason
    }

    package init(_ consequence: Consequence, reason: String) {
        self.init(bothZero: consequence, otherwise: consequence, reason: reason)
    }

    package static let missingData = UndefinedPolicy(.missingData, reason: "分母为0，无法计算")
}
