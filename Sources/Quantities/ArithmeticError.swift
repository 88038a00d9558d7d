/// Why exact arithmetic has no answer.
package enum ArithmeticError: Error, Hashable, Sendable {
    /// The exact result does not fit; it is refused, never wrapped.
    case overflow
    case divisionByZero
}
