/// A unit in which money is written (金额单位).
package enum MoneyUnit: String, Hashable, Sendable, CaseIterable {
    case yuan = "元"
    case thousandYuan = "千元"
    case tenThousandYuan = "万元"
    case hundredMillionYuan = "亿元"

    /// How many 分 make one of this unit.
    package var fen: Int64 {
        switch self {
        case .yuan: 100
        case .thousandYuan: 100_000
        case .tenThousandYuan: 1_000_000
        case .hundredMillionYuan: 10_000_000_000
        }
    }

    /// How many decimals of this unit reach down to the 分.
    package var decimals: Int {
        switch self {
        case .yuan: 2
        case .thousandYuan: 5
        case .tenThousandYuan: 6
        case .hundredMillionYuan: 10
        }
    }
}

/// An exact amount of money (金额), counted in 分.
///
/// `0.4785 万元` is 4785 元: the count stays an integer from the byte read to the cell written.
/// `Int64` holds 9.2 亿亿元, so `+` traps on overflow only for a bug of ours; amounts from users go
/// through ``init(exactly:in:)`` and sums over ledgers through ``Fraction``.
package struct Money: Hashable, Sendable {
    package let fen: Int64

    package static let zero = Money(fen: 0)

    package init(fen: Int64) { self.fen = fen }

    /// An amount stated in a unit; nil where it is finer than 分 or does not fit.
    package init?(exactly value: Fraction, in unit: MoneyUnit) {
        guard let fen = try? value.multiplied(by: Fraction(unit.fen)), fen.isWhole,
            let count = Int64(exactly: fen.numerator)
        else { return nil }
        self.init(fen: count)
    }

    package static func + (lhs: Self, rhs: Self) -> Self { Self(fen: lhs.fen + rhs.fen) }
    package static func - (lhs: Self, rhs: Self) -> Self { Self(fen: lhs.fen - rhs.fen) }
    package static prefix func - (money: Self) -> Self { Self(fen: -money.fen) }

    /// The amount in a unit, as an exact number.
    package func amount(in unit: MoneyUnit) -> ExactDecimal {
        ExactDecimal(mantissa: Int128(fen), scale: unit.decimals)
    }

    /// Returns the shortest exact text with at least `decimals` decimals: `628.80`, `0.4785`.
    package func text(in unit: MoneyUnit, decimals: Int = 2) -> String {
        amount(in: unit).trimmed(keeping: decimals).text
    }

    /// The amount in 元, as a fraction for formulas.
    package var yuan: Fraction { amount(in: .yuan).fraction }
}

extension Money: Comparable {
    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.fen < rhs.fen }
}
