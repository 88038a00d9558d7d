/// A named rounding rule (舍入规则), applied once, at the end.
package enum Rounding: String, Hashable, Sendable, CaseIterable {
    /// 四舍五入: a half goes away from zero.
    case halfUp
    /// 四舍六入五成双: a half goes to the even neighbour.
    case halfEven
    /// 截断: towards zero.
    case truncate
    /// 进位: away from zero.
    case awayFromZero

    /// Returns `numerator / denominator` as a whole number by this rule; `denominator > 0`.
    package func quotient(_ numerator: Int128, by denominator: Int128) -> Int128 {
        precondition(denominator > 0)
        let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        guard leavesZero(rest.magnitude, of: denominator.magnitude, isOdd: whole % 2 != 0)
        else { return whole }
        return whole + (numerator < 0 ? -1 : 1)
    }

    /// Whether the rest of a division moves its quotient one step away from 0.
    func leavesZero(_ rest: UInt128, of denominator: UInt128, isOdd: Bool) -> Bool {
        guard rest != 0 else { return false }
        let other = denominator - rest
        return switch self {
        case .truncate: false
        case .awayFromZero: true
        case .halfUp: rest >= other
        case .halfEven: rest > other || (rest == other && isOdd)
        }
    }
}
