import Formulas

/// What the rules of a subject say of one record, kept to judge it again after an edit (规则结论).
///
/// Two verdicts are equal where they say the same, whatever the record was.
package struct RuleVerdict: Sendable, Equatable {
    /// The record that was judged; nil for ``none``.
    let record: PackedRecord?
    /// By the rule's place in its set.
    let found: [Int: RuleFinding]
    /// How many rules were asked this time.
    package let judgedRules: Int

    /// Of a record that there is not: nobody says anything.
    package static let none = RuleVerdict(record: nil, found: [:], judgedRules: 0)

    /// Sorted by rule.
    package var findings: [RuleFinding] {
        found.sorted { $0.key < $1.key }.map(\.value)
    }

    package static func == (lhs: Self, rhs: Self) -> Bool { lhs.found == rhs.found }
}
