import Performance

/// What other relations say of a figure that is said to be wrong (旁证).
///
/// A wrong figure breaks every relation that it takes part in. So a failure that no word states is
/// told only where some figure could have the slip without breaking what holds elsewhere.
extension RelationSearch {
    /// The relations that hold, by the figures of failures that only their place suggests.
    func witnesses(of failing: [Relation]) -> [Int32: [Relation]] {
        var witnesses: [Int32: [Relation]] = [:]
        for relation in failing where relation.clarity == .likely {
            for index in [relation.stated] + operands(relation) { witnesses[index] = [] }
        }
        for relation in relations where relation.verdict == .exact || relation.verdict == .rounding
        {
            guard isTelling(relation) else { continue }
            for index in Set([relation.stated] + operands(relation)) {
                witnesses[index]?.append(relation)
            }
        }
        return witnesses
    }

    /// Whether a relation that holds is more than chance: stated by words, or long figures agree.
    private func isTelling(_ relation: Relation) -> Bool {
        relation.clarity > .guess || Slip.digits(figure(relation.stated)) > 3
    }

    func isBeyondDoubt(_ relation: Relation, _ witnesses: [Int32: [Relation]]) -> Bool {
        let all = Set([relation.stated] + operands(relation))
        guard relation.isSlip else {
            return all.allSatisfy { !(witnesses[$0] ?? []).isEmpty }
        }
        var isFound = false
        for index in all {
            for repair in repairs(of: index, in: relation) where isSlip(repair) {
                isFound = true
                if (witnesses[index] ?? []).allSatisfy({ holds($0, repair) }) { return false }
            }
        }
        return isFound || all.allSatisfy { !(witnesses[$0] ?? []).isEmpty }
    }
}
