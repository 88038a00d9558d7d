/// What a rule says about data (发现): the rule, its weight, the place and the arithmetic.
///
/// - Source: 勾稽关系, finding record; 评分规则, finding ids of the scoring engine.
package struct Finding: Hashable, Sendable {
    package let ruleId: CheckID
    package let level: FindingLevel
    package let severity: FindingSeverity
    /// How strongly the arithmetic speaks; nil for rules that compare nothing.
    package let verdict: FindingVerdict?
    package let places: [FindingPlace]
    /// What the figures give, as text with unit.
    package let computed: String?
    /// What stands there.
    package let stated: String?
    package let difference: String?
    package let tolerance: String?
    /// One Chinese sentence: what, where, what to do.
    package let message: String
    /// Other explanations of the stated figure, such as another pair of figures that gives it.
    package let candidates: [String]

    /// - Parameter severity: nil takes what the level says: E is an error, W and I are notes.
    package init(
        _ ruleId: CheckID, _ level: FindingLevel, severity: FindingSeverity? = nil,
        verdict: FindingVerdict? = nil, at places: [FindingPlace] = [], computed: String? = nil,
        stated: String? = nil, difference: String? = nil, tolerance: String? = nil,
        _ message: String, candidates: [String] = []
    ) {
        self.ruleId = ruleId
        self.level = level
        self.severity = severity ?? (level == .blocking ? .error : .note)
        self.verdict = verdict
        self.places = places
        self.computed = computed
        self.stated = stated
        self.difference = difference
        self.tolerance = tolerance
        self.message = message
        self.candidates = candidates
    }
}

/// The id of a rule that finds something: `CC-021`, `SC-TIER`.
package struct CheckID: RawRepresentable, Hashable, Sendable, Comparable,
    ExpressibleByStringLiteral, CustomStringConvertible
{
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { rawValue = value }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
    package var description: String { rawValue }
}

/// What the workflow of our own forms and reports does with a finding.
package enum FindingLevel: String, Hashable, Sendable, CaseIterable {
    /// E: the stage cannot be signed before it is settled.
    case blocking = "E"
    /// W: must be answered.
    case answered = "W"
    /// I: is shown.
    case shown = "I"
}

/// What the audit of a text claims about its figures.
package enum FindingSeverity: String, Hashable, Sendable, CaseIterable {
    /// The figures contradict each other beyond rounding.
    case error
    /// They contradict unless something unstated explains it.
    case warning
    /// Naming, style, completeness, a missing explanation, an outlier.
    case note
}

/// How strongly the arithmetic of a check speaks, the strongest that is true.
package enum FindingVerdict: String, Hashable, Sendable, CaseIterable {
    /// Holds with tolerance 0.
    case exact
    /// Holds only inside its rounding tolerance.
    case rounding
    /// Holds only with the decimals as written.
    case lenient
    case error
    /// Holds only if the result was cut off instead of rounded.
    case truncated
    /// Not decidable from the text.
    case ambiguous
    /// No data at all.
    case unverifiable
}

/// Where a finding stands.
package enum FindingPlace: Hashable, Sendable {
    case text(TextSpan)
    /// An indicator of a scheme or a form, by its id.
    case indicator(String)
    /// An answer of a form.
    case form(FormPlace)
}

/// A stretch of a document: section, paragraph and bytes of its UTF-8 text.
package struct TextSpan: Hashable, Sendable {
    package let section: String?
    /// 0-based number of the paragraph in the document.
    package let paragraph: Int
    /// UTF-8 bytes from the paragraph's start.
    package let bytes: Range<Int>

    package init(section: String?, paragraph: Int, bytes: Range<Int>) {
        self.section = section
        self.paragraph = paragraph
        self.bytes = bytes
    }
}
