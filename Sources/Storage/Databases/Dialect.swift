package import Formulas

/// Which database answers: the few places where the two differ ask this.
package enum Dialect: String, Sendable {
    case sqlite
    case postgresql

    package var placeholder: SQLStatement.Placeholder {
        switch self {
        case .sqlite: .questionMark
        case .postgresql: .dollarNumber
        }
    }
}
