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
        guard rest != 0 else { return whole }
        let up: Bool
        switch self {
        case .truncate: up = false
        case .awayFromZero: up = true
        case .halfUp: up = rest.magnitude >= UInt128(denominator) - rest.magnitude
        case .halfEven:
            let other = UInt128(denominator) - rest.magnitude
            up = rest.magnitude > other || (rest.magnitude == other && whole % 2 != 0)
        }
        return up ? whole + (numerator < 0 ? -1 : 1) : whole
    }
}
