/// An exact fraction (精确分数), always reduced, its denominator positive.
///
/// Every intermediate value is one; only ``rounded(to:_:)`` cuts digits. A result that does not fit
/// 127 bits throws ``ArithmeticError/overflow``.
package struct Fraction: Hashable, Sendable {
    package let numerator: Int128
    package let denominator: Int128

    package static let zero = Fraction(0)
    package static let one = Fraction(1)

    package init(_ whole: Int64) {
        numerator = Int128(whole)
        denominator = 1
    }

    package init(_ numerator: Int128, over denominator: Int128) throws(ArithmeticError) {
        guard denominator != 0 else { throw .divisionByZero }
        guard numerator != .min, denominator != .min else { throw .overflow }
        let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = sign * (numerator / divisor)
        self.denominator = sign * (denominator / divisor)
    }

    package var isZero: Bool { numerator == 0 }
    package var isNegative: Bool { numerator < 0 }
    package var isWhole: Bool { denominator == 1 }

    package func adding(_ other: Fraction) throws(ArithmeticError) -> Fraction {
        if denominator == 1, other.denominator == 1 {
            let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
            guard !overflow else { throw .overflow }
            return try Fraction(sum, over: 1)
        }
        // The least common denominator keeps the products as small as they can be.
        let shared = greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude)
        let left = try product(numerator, other.denominator / shared)
        let right = try product(other.numerator, denominator / shared)
        let (sum, overflow) = left.addingReportingOverflow(right)
        guard !overflow else { throw .overflow }
        return try Fraction(sum, over: product(denominator, other.denominator / shared))
    }

    package func subtracting(_ other: Fraction) throws(ArithmeticError) -> Fraction {
        try adding(other.negated)
    }

    package func multiplied(by other: Fraction) throws(ArithmeticError) -> Fraction {
        let first = try Fraction(numerator, over: other.denominator)
        let second = try Fraction(other.numerator, over: denominator)
        return try Fraction(
            product(first.numerator, second.numerator),
            over: product(first.denominator, second.denominator))
    }

    package func divided(by other: Fraction) throws(ArithmeticError) -> Fraction {
        guard !other.isZero else { throw .divisionByZero }
        return try multiplied(by: Fraction(other.denominator, over: other.numerator))
    }

    package var negated: Fraction { Fraction(reduced: -numerator, denominator) }
    package var magnitude: Fraction { isNegative ? negated : self }

    /// Returns this value with `scale` decimals, cut once by a named rule.
    package func rounded(
        to scale: Int, _ rule: Rounding = .halfUp
    ) throws(ArithmeticError) -> ExactDecimal {
        let power = try powerOfTen(scale)
        // Whole and rest apart, so that the scaling overflows only if the result does.
        let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        if scale == 0 {
            return ExactDecimal(mantissa: rule.quotient(numerator, by: denominator), scale: 0)
        }
        // `halfEven` may look at the tail alone, since `scaled` is even for scale > 0.
        let scaled = try product(whole, power)
        let tail = tail(rest, power, rule)
        let (mantissa, overflow) = scaled.addingReportingOverflow(tail)
        guard !overflow, mantissa != .min else { throw .overflow }
        return ExactDecimal(mantissa: mantissa, scale: scale)
    }

    /// `rest × power ÷ denominator`, which fits, by way of a product that may not.
    private func tail(_ rest: Int128, _ power: Int128, _ rule: Rounding) -> Int128 {
        let (narrow, overflow) = rest.multipliedReportingOverflow(by: power)
        if !overflow { return rule.quotient(narrow, by: denominator) }
        let divisor = denominator.magnitude
        let wide = rest.magnitude.multipliedFullWidth(by: power.magnitude)
        let (digits, left) = divisor.dividingFullWidth((wide.high, wide.low))
        let up = rule.leavesZero(left, of: divisor, isOdd: digits % 2 != 0)
        let magnitude = Int128(digits + (up ? 1 : 0))
        return rest < 0 ? -magnitude : magnitude
    }

    private init(reduced numerator: Int128, _ denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }
}

extension Fraction: Comparable {
    /// Compares exactly and without overflow, by continued fractions.
    package static func < (lhs: Fraction, rhs: Fraction) -> Bool {
        if lhs.isNegative != rhs.isNegative { return lhs.isNegative }
        if lhs.isNegative { return rhs.negated < lhs.negated }
        var (a, b, c, d) = (lhs.numerator, lhs.denominator, rhs.numerator, rhs.denominator)
        while true {
            let (left, leftRest) = a.quotientAndRemainder(dividingBy: b)
            let (right, rightRest) = c.quotientAndRemainder(dividingBy: d)
            if left != right { return left < right }
            if rightRest == 0 { return false }
            if leftRest == 0 { return true }
            // The order of two proper fractions is the reverse of that of their reciprocals.
            (a, b, c, d) = (d, rightRest, b, leftRest)
        }
    }
}

extension Fraction: CustomStringConvertible {
    package var description: String {
        denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
    }
}

/// Returns 10 to the power of `scale`; 0…38 fit.
package func powerOfTen(_ scale: Int) throws(ArithmeticError) -> Int128 {
    guard (0...38).contains(scale) else { throw .overflow }
    return powersOfTen[scale]
}

private let powersOfTen: [Int128] = (0..<38).reduce(into: [1]) { powers, last in
    powers.append(powers[last] * 10)
}

private func product(_ lhs: Int128, _ rhs: Int128) throws(ArithmeticError) -> Int128 {
    let (result, overflow) = lhs.multipliedReportingOverflow(by: rhs)
    guard !overflow else { throw .overflow }
    return result
}

private func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> Int128 {
    // Most values are small: 64-bit division is an order of magnitude faster.
    if a <= UInt128(UInt64.max), b <= UInt128(UInt64.max) {
        var (x, y) = (UInt64(a), UInt64(b))
        while y != 0 { (x, y) = (y, x % y) }
        return Int128(x)
    }
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    return Int128(x)
}
