import Quantities

/// A literal (常量) of a formula.
enum Literal: Hashable, Sendable {
    /// A number in base units: `20万元` is 200000 元, `95%` is 0.95; `isBare` where no unit is written.
    case number(Fraction, MeasureUnit, isBare: Bool)
    case day(Day)
    case text(String)
    case truth(Bool)
}

/// A literal and where it stands, in Unicode scalars from the formula's start.
struct PlacedLiteral: Hashable, Sendable {
    let literal: Literal
    let range: Range<Int>
}

/// A smallest piece of a formula (词).
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case literal(Literal)
        /// A name; `isQuoted` where it stands in 「」, so that it is no keyword.
        case name(String, isQuoted: Bool)
        case sign(Sign)
        case end
    }

    let kind: Kind
    let range: Range<Int>
}

/// The signs of a formula, folded to half width.
enum Sign: String, Hashable, Sendable {
    case open = "("
    case close = ")"
    case comma = ","
    case semicolon = ";"
    case colon = ":"
    case dot = "."
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case equal = "="
    case unequal = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}
