import Seeds
import Testing

@testable import Quantities

/// A slow twin of ``Fraction`` for small numbers: unreduced, compared by cross products.
private struct SlowFraction {
    let top: Int128
    let bottom: Int128

    static func + (a: Self, b: Self) -> Self {
        Self(top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom)
    }
    static func - (a: Self, b: Self) -> Self {
        Self(top: a.top * b.bottom - b.top * a.bottom, bottom: a.bottom * b.bottom)
    }
    static func * (a: Self, b: Self) -> Self {
        Self(top: a.top * b.top, bottom: a.bottom * b.bottom)
    }

    func equals(_ fraction: Fraction) -> Bool {
        top * fraction.denominator == fraction.numerator * bottom
    }

    static func < (a: Self, b: Self) -> Bool {
        let (left, right) = (a.top * b.bottom, b.top * a.bottom)
        return (a.bottom < 0) == (b.bottom < 0) ? left < right : left > right
    }

    /// Long division by hand, digit after digit, and then one look at the rest.
    func rounded(to scale: Int, _ rule: Rounding) -> String {
        let negative = (top < 0) != (bottom < 0) && top != 0
        var rest = top.magnitude % bottom.magnitude
        var digits = top.magnitude / bottom.magnitude
        for _ in 0..<scale {
            rest *= 10
            digits = digits * 10 + rest / bottom.magnitude
            rest %= bottom.magnitude
        }
        let twice = rest * 2
        let up =
            switch rule {
            case .truncate: false
            case .awayFromZero: rest > 0
            case .halfUp: twice >= bottom.magnitude
            case .halfEven:
                twice > bottom.magnitude || (twice == bottom.magnitude && digits % 2 == 1)
            }
        if up { digits += 1 }
        var text = String(digits)
        if scale > 0 {
            text = String(repeating: "0", count: max(0, scale + 1 - text.count)) + text
            text.insert(".", at: text.index(text.endIndex, offsetBy: -scale))
        }
        return (negative && digits > 0 ? "-" : "") + text
    }
}

struct FractionTests {
    private static func random(_ random: inout RandomSource) -> (Fraction, SlowFraction) {
        let sign: Int128 = Bool.random(using: &random) ? 1 : -1
        let top = sign * Int128(random.number(below: 100_000_000))
        let bottom = Int128(random.number(below: 100_000_000)) + 1
        guard let fraction = try? Fraction(top, over: bottom)
        else { preconditionFailure("the denominator is positive") }
        return (fraction, SlowFraction(top: top, bottom: bottom))
    }

    @Test func `分数的运算与笔算一致`() throws {
        var seeded = RandomSource()
        for _ in 0..<3000 {
            let (a, slowA) = Self.random(&seeded)
            let (b, slowB) = Self.random(&seeded)
            #expect((slowA + slowB).equals(try a.adding(b)))
            #expect((slowA - slowB).equals(try a.subtracting(b)))
            #expect((slowA * slowB).equals(try a.multiplied(by: b)))
            if !b.isZero { #expect(try a.divided(by: b).multiplied(by: b) == a) }
            #expect((a < b) == (slowA < slowB))
            #expect(a.negated.negated == a)
            #expect(!a.magnitude.isNegative)
            let scale = Int.random(in: 0...9, using: &seeded)
            for rule in Rounding.allCases {
                #expect(try a.rounded(to: scale, rule).text == slowA.rounded(to: scale, rule))
            }
        }
    }

    @Test func `分数的运算律成立`() throws {
        var seeded = RandomSource()
        for _ in 0..<2000 {
            let (a, b, c) = (
                Self.random(&seeded).0, Self.random(&seeded).0, Self.random(&seeded).0
            )
            #expect(try a.adding(b) == b.adding(a))
            #expect(try a.adding(b).adding(c) == a.adding(b.adding(c)))
            #expect(try a.multiplied(by: b) == b.multiplied(by: a))
            #expect(
                try a.multiplied(by: b.adding(c))
                    == a.multiplied(by: b).adding(a.multiplied(by: c)))
            #expect(try a.subtracting(a) == .zero)
            #expect(try a.multiplied(by: .one) == a)
            #expect(try a.adding(.zero) == a)
        }
    }

    @Test(arguments: [
        ("0.445", 2, "0.45", "0.44", "0.44", "0.45"), ("0.435", 2, "0.44", "0.44", "0.43", "0.44"),
        ("0.4449", 2, "0.44", "0.44", "0.44", "0.45"),
        ("0.4451", 2, "0.45", "0.45", "0.44", "0.45"),
        ("-0.445", 2, "-0.45", "-0.44", "-0.44", "-0.45"),
        ("-0.4449", 2, "-0.44", "-0.44", "-0.44", "-0.45"),
        ("0.5", 0, "1", "0", "0", "1"), ("1.5", 0, "2", "2", "1", "2"),
        ("2.5", 0, "3", "2", "2", "3"),
        ("-0.5", 0, "-1", "0", "0", "-1"), ("-1.5", 0, "-2", "-2", "-1", "-2"),
        ("-2.5", 0, "-3", "-2", "-2", "-3"),
        ("9.995", 2, "10.00", "10.00", "9.99", "10.00"),
        ("0.004", 2, "0.00", "0.00", "0.00", "0.01"),
        ("3", 2, "3.00", "3.00", "3.00", "3.00"),
    ])
    func `舍入规则在半数两边`(
        text: String, scale: Int, halfUp: String, halfEven: String, truncate: String, away: String
    ) throws {
        let value = try #require(ExactDecimal(text))
        #expect(try value.rounded(to: scale).text == halfUp)
        #expect(try value.rounded(to: scale, .halfEven).text == halfEven)
        #expect(try value.rounded(to: scale, .truncate).text == truncate)
        #expect(try value.rounded(to: scale, .awayFromZero).text == away)
    }

    @Test func `溢出是错误而不是中断`() throws {
        let most = try Fraction(.max, over: 1)
        let least = most.negated
        let tiny = try Fraction(1, over: .max)
        #expect(throws: ArithmeticError.overflow) { try Fraction(.min, over: 1) }
        #expect(throws: ArithmeticError.overflow) { try Fraction(1, over: .min) }
        #expect(throws: ArithmeticError.divisionByZero) { try Fraction(1, over: 0) }
        #expect(throws: ArithmeticError.divisionByZero) { try most.divided(by: .zero) }
        #expect(throws: ArithmeticError.overflow) { try most.adding(.one) }
        #expect(throws: ArithmeticError.overflow) { try least.subtracting(.one) }
        #expect(throws: ArithmeticError.overflow) { try least.subtracting(Fraction(2)) }
        #expect(throws: ArithmeticError.overflow) { try most.multiplied(by: Fraction(2)) }
        #expect(throws: ArithmeticError.overflow) { try most.divided(by: tiny) }
        #expect(throws: ArithmeticError.overflow) { try tiny.adding(Fraction(2)) }
        #expect(throws: ArithmeticError.overflow) { try most.adding(Fraction(1, over: 2)) }
        #expect(throws: ArithmeticError.overflow) { try most.rounded(to: 1) }
        #expect(throws: ArithmeticError.overflow) { try most.rounded(to: 39) }
        #expect(throws: ArithmeticError.overflow) { try most.rounded(to: -1) }
        #expect(try most.rounded(to: 0).mantissa == .max)
        #expect(try least.multiplied(by: .one) == least)
        #expect(try most.adding(least) == .zero)
        #expect(try most.divided(by: most) == .one)
        #expect(try most.multiplied(by: tiny) == .one)
        #expect(tiny < most && least < tiny && !(most < most) && least < .zero)
        #expect(try tiny.adding(tiny) == Fraction(2, over: .max))
    }

    @Test func `两个大分母的分数仍能比较`() throws {
        let a = try Fraction(.max - 1, over: .max)
        let b = try Fraction(.max - 2, over: .max - 1)
        #expect(b < a && !(a < b) && a.negated < b.negated)
        #expect(try Fraction(1, over: 3) < Fraction(1, over: 2))
        #expect(try Fraction(1, over: 2) < Fraction(7, over: 3))
        #expect(try !(Fraction(2) < Fraction(3, over: 2)))
        #expect(try Fraction(1) < Fraction(3, over: 2))
    }

    @Test func `大分母的分数照样舍入`() throws {
        let third = try Fraction(.max / 3, over: .max)
        #expect(try third.rounded(to: 10).text == "0.3333333333")
        #expect(try third.negated.rounded(to: 38, .truncate).scale == 38)
        #expect(try Fraction(.max - 1, over: .max).rounded(to: 37).text.hasPrefix("1.000"))
        #expect(
            try Fraction(.max - 1, over: .max).rounded(to: 30, .truncate).text.hasPrefix("0.999"))
    }

    /// The digits of a wide quotient follow each other: ten at a time gives what one call gives.
    @Test func `大分母的分数逐段舍去与一次舍去相同`() throws {
        var random = RandomSource()
        for _ in 0..<500 {
            let bottom = Int128.random(in: (.max / 4)...(.max - 1), using: &random)
            let top = Int128.random(in: 0..<bottom, using: &random)
            var (digits, rest): (String, UInt128) = ("0.", UInt128(top))
            for _ in 0..<30 {
                // Ten times the rest as sums that stay below twice the divisor.
                var (digit, sum): (Int, UInt128) = (0, 0)
                for _ in 0..<10 {
                    sum += rest
                    if sum >= UInt128(bottom) { (digit, sum) = (digit + 1, sum - UInt128(bottom)) }
                }
                digits += String(digit)
                rest = sum
            }
            let fraction = try Fraction(top, over: bottom)
            #expect(try fraction.rounded(to: 30, .truncate).text == digits)
            let up = rest >= UInt128(bottom) - rest
            let next = try fraction.rounded(to: 30).mantissa
            #expect(try next == fraction.rounded(to: 30, .truncate).mantissa + (up ? 1 : 0))
            #expect(try fraction.negated.rounded(to: 30).mantissa == -next)
        }
    }

    @Test func `分数写成最简`() throws {
        #expect(try Fraction(6, over: -4).description == "-3/2")
        #expect(try Fraction(6, over: 3).description == "2")
        #expect(Fraction(5).isWhole)
        #expect(try !Fraction(5, over: 2).isWhole)
        #expect(Fraction.zero.isZero && !Fraction.one.isZero)
    }

    @Test func `十的幂到三十八次`() throws {
        #expect(try powerOfTen(0) == 1)
        #expect(try powerOfTen(38) == 100_000_000_000_000_000_000_000_000_000_000_000_000)
        #expect(throws: ArithmeticError.overflow) { try powerOfTen(39) }
        #expect(throws: ArithmeticError.overflow) { try powerOfTen(-1) }
    }
}
