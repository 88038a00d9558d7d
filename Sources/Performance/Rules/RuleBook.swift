/// All rules that are in force (规则册), with the words that their facts rest on.
package struct RuleBook: Sendable {
    package let subjects: [RuleSubject]
    /// Sorted by id.
    package let rules: [Rule]
    package let lexicon: Lexicon
    package let qualityParameters: QualityParameters
    private let sets: [String: RuleSet]

    /// - Precondition: ids are unique, each rule's subject is one of `subjects`.
    package init(
        subjects: [RuleSubject], rules: [Rule], lexicon: Lexicon,
        qualityParameters: QualityParameters
    ) {
        self.subjects = subjects
        let sorted = rules.sorted { $0.id < $1.id }
        self.rules = sorted
        self.lexicon = lexicon
        self.qualityParameters = qualityParameters
        sets = Dictionary(
            uniqueKeysWithValues: subjects.map { subject in
                (
                    subject.name,
                    RuleSet(sorted.filter { $0.subject.name == subject.name }, of: subject)
                )
            })
    }

    package func rule(_ id: CheckID) -> Rule? { rules.first { $0.id == id } }
    package func subject(_ name: String) -> RuleSubject? { sets[name]?.subject }

    /// The rules of one subject; nil where there is no such subject.
    package func set(of subject: String) -> RuleSet? { sets[subject] }

    /// Judges records of one subject by their declared facts; what follows from these is derived.
    ///
    /// - Precondition: the subject exists.
    package func findings(of records: [Facts], subject: String) -> [RuleFinding] {
        guard let set = sets[subject] else { preconditionFailure("no such subject") }
        return set.findings(
            of: records.map { lexicon.completed($0, of: set.subject) })
    }
}
