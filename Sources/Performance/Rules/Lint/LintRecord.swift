/// One record that a form gives rise to, and where its facts stand in the form.
package struct LintRecord: Sendable {
    package let subject: String
    package let facts: Facts
    /// The places of facts in the form; the first is taken for what has none.
    private let places: [String: FormPlace]
    private let whole: FormPlace
    /// The reason that the author gave, which answers a W; nil where none was given.
    package let reason: String?

    package init(
        subject: String, facts: Facts, whole: FormPlace, places: [String: FormPlace] = [:],
        reason: String? = nil
    ) {
        self.subject = subject
        self.facts = facts
        self.whole = whole
        self.places = places
        self.reason = reason
    }

    package func place(of field: String?) -> FormPlace {
        field.flatMap { places[$0] } ?? whole
    }
}
