/// An exact decimal (精确小数): a whole mantissa and its scale.
///
/// `199.997` is 199997 at scale 3 and `20.00` is 2000 at scale 2: the stated precision is part of
/// the value as written, so `==` tells `20` from `20.00`; compare ``fraction`` for the number alone.
package struct ExactDecimal: Hashable, Sendable {
    package let mantissa: Int128
    /// Decimals as stated, 0…38.
    package let scale: Int

    package init(mantissa: Int128, scale: Int) {
        precondition((0...38).contains(scale) && mantissa != .min)
        self.mantissa = mantissa
        self.scale = scale
    }

    /// Reads plain ASCII digits such as `-12.50`; nil for anything else or more than 38 digits.
    package init?(_ text: some StringProtocol) {
        var digits: Int128 = 0
        var scale = -1
        var count = 0
        var bytes = text.utf8[...]
        let negative = bytes.first == UInt8(ascii: "-")
        if negative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                count += 1
                guard count <= 38 else { return nil }
                digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
                if scale >= 0 { scale += 1 }
            case UInt8(ascii: ".") where scale < 0 && count > 0: scale = 0
            default: return nil
            }
        }
        guard count > 0, scale != 0 else { return nil }
        self.init(mantissa: negative ? -digits : digits, scale: max(scale, 0))
    }

    /// The number alone, without its stated precision.
    package var fraction: Fraction {
        guard let power = try? powerOfTen(scale), let value = try? Fraction(mantissa, over: power)
        else { preconditionFailure("a scale of 0…38 always has its power of ten") }
        return value
    }

    package var negated: ExactDecimal { ExactDecimal(mantissa: -mantissa, scale: scale) }

    /// The digits as stated: `-0.50`.
    package var text: String {
        var digits = String(mantissa.magnitude)
        if scale > 0 {
            if digits.count <= scale {
                digits = String(repeating: "0", count: scale + 1 - digits.count) + digits
            }
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
        }
        return mantissa < 0 ? "-" + digits : digits
    }

    /// The same number without trailing zeros beyond `decimals`.
    package func trimmed(keeping decimals: Int = 0) -> ExactDecimal {
        var (mantissa, scale) = (mantissa, scale)
        while scale > max(decimals, 0), mantissa % 10 == 0 {
            mantissa /= 10
            scale -= 1
        }
        return ExactDecimal(mantissa: mantissa, scale: scale)
    }

    /// The same number cut to `scale` decimals by a named rule, or padded with zeros.
    package func rounded(
        to scale: Int, _ rule: Rounding = .halfUp
    ) throws(ArithmeticError) -> ExactDecimal {
        try fraction.rounded(to: scale, rule)
    }
}

extension ExactDecimal: CustomStringConvertible {
    package var description: String { text }
}
