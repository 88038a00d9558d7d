package import Performance

/// What the audit of a text found (审核发现): the relation that its figures break, where and how far.
///
/// - Source: 勾稽关系, finding record.
package struct TextFinding: Hashable, Sendable {
    /// What kind of relation between figures is broken.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case sum, ratio, difference, product, `repeat`, compare
        /// Naming, layout, completeness: no arithmetic.
        case style
    }

    package let ruleId: CheckID
    package let kind: Kind
    package let level: FindingLevel
    package let severity: FindingSeverity
    package let verdict: FindingVerdict
    /// Bytes of the UTF-8 text; the figure that is called wrong comes first, then its operands.
    package let spans: [Range<Int>]
    /// The relation with the figures as written: `87.87% = 839.38万元 ÷ 938.31万元`.
    package let expression: String
    /// What the figures give, with unit; nil where nothing is computed.
    package let computed: String?
    /// What stands there, with unit.
    package let stated: String?
    package let difference: String?
    package let tolerance: String?
    /// One Chinese sentence: what is wrong.
    package let message: String
    /// One Chinese sentence: what to do.
    package let advice: String
    /// Other explanations of the stated figure: `87.87% = 824.5万元 ÷ 938.31万元`.
    package let candidates: [String]

    package init(
        ruleId: CheckID, kind: Kind, level: FindingLevel, severity: FindingSeverity,
        verdict: FindingVerdict, spans: [Range<Int>], expression: String, computed: String?,
        stated: String?, difference: String?, tolerance: String?, message: String, advice: String,
        candidates: [String]
    ) {
        self.ruleId = ruleId
        self.kind = kind
        self.level = level
        self.severity = severity
        self.verdict = verdict
        self.spans = spans
        self.expression = expression
        self.computed = computed
        self.stated = stated
        self.difference = difference
        self.tolerance = tolerance
        self.message = message
        self.advice = advice
        self.candidates = candidates
    }
}
