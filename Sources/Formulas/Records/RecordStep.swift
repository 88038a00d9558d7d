import Quantities

/// One step of a ``RecordProgram``.
struct RecordStep: Sendable {
    enum Code: UInt8, Sendable {
        case field
        // Fixed values
        case number, truth, day, text
        // Truths
        case not, and, or, isMissing, contains
        case compareNumbers, compareDays, compareTexts, compareTruths
        /// A field beside a fixed number.
        case limit
        // Numbers
        case negate, magnitude, plus, minus, times, divide, clamp, round, length
        // Of any type
        case ifMissing
        /// `a ? b : c`
        case choose
    }

    let a: Int32
    let b: Int32
    let c: Int32
    let code: Code
    let relation: Relation

    init(
        _ code: Code, _ a: Int32, _ b: Int32 = 0, _ c: Int32 = 0, _ relation: Relation = .equal
    ) {
        self.code = code
        self.a = a
        self.b = b
        self.c = c
        self.relation = relation
    }
}
