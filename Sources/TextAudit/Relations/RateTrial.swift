import Performance

/// One way to read a percentage, a change or an average, and how it comes out (试算).
struct RateTrial {
    var shape: Relation.Shape
    var clarity: Relation.Clarity
    var first: Int32
    var second: Int32
    var direction: Int8 = 0
}

/// The readings of one stated figure: the first that holds wins (候选算式).
///
/// Where none holds, the clearest one is the finding: if the words state it, or if one slip of the
/// pen in one of its figures explains it.
struct RateTrials {
    /// The first reading that failed.
    private(set) var first: RateTrial?
    /// The failed readings that some word suggests: their slips are looked for only at the end.
    private(set) var failed: ContiguousArray<Failure> = []
    var holds = false

    struct Failure {
        var trial: RateTrial
        /// The least digits of the stated figure that let a slip count.
        var digits: Int
        /// Whether only the stated figure may have the slip.
        var onlyStated: Bool
    }

    /// Whether to go on looking.
    var isOpen: Bool { !holds }

    mutating func fail(_ trial: RateTrial, digits: Int, onlyStated: Bool) {
        if first == nil { first = trial }
        guard trial.clarity > .guess else { return }
        failed.append(Failure(trial: trial, digits: digits, onlyStated: onlyStated))
    }
}
