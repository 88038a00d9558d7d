/// Points of an indicator or a score (分值、得分), counted in hundredths so that 22.5 分 stays exact.
package struct Points: Hashable, Sendable {
    package let hundredths: Int64

    package static let zero = Points(hundredths: 0)

    package init(hundredths: Int64) { self.hundredths = hundredths }

    /// Reads `22.5`; nil for other text or more than two decimals.
    package init?(_ text: some StringProtocol) {
        guard let decimal = ExactDecimal(text), let fraction = try? decimal.rounded(to: 2),
            fraction.fraction == decimal.fraction, let count = Int64(exactly: fraction.mantissa)
        else { return nil }
        self.init(hundredths: count)
    }

    /// Cuts an exact score to two decimals: the one rounding point of a leaf.
    package init(rounding value: Fraction, _ rule: Rounding = .halfUp) throws(ArithmeticError) {
        guard let count = Int64(exactly: try value.rounded(to: 2, rule).mantissa)
        else { throw .overflow }
        self.init(hundredths: count)
    }

    package static func + (lhs: Self, rhs: Self) -> Self {
        Self(hundredths: lhs.hundredths + rhs.hundredths)
    }
    package static func - (lhs: Self, rhs: Self) -> Self {
        Self(hundredths: lhs.hundredths - rhs.hundredths)
    }

    /// Adds points that come from users: an overflow is an error.
    package func adding(_ other: Self) throws(ArithmeticError) -> Self {
        let (sum, overflow) = hundredths.addingReportingOverflow(other.hundredths)
        guard !overflow else { throw .overflow }
        return Self(hundredths: sum)
    }

    package var fraction: Fraction { ExactDecimal(mantissa: Int128(hundredths), scale: 2).fraction }

    /// `9.98`, always with two decimals: how a score is printed.
    package var text: String { ExactDecimal(mantissa: Int128(hundredths), scale: 2).text }

    /// `22.5`, without trailing zeros: how a weight is printed.
    package var shortText: String {
        ExactDecimal(mantissa: Int128(hundredths), scale: 2).trimmed().text
    }
}

extension Points: Comparable {
    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.hundredths < rhs.hundredths }
}
