package import Quantities

/// A quarter of a fiscal year (季度): figures run from 1 January to its last day.
package enum Quarter: Int, Hashable, Sendable, CaseIterable, Comparable {
    case first = 1
    case second
    case third
    case fourth

    /// 期末月: 3, 6, 9, 12.
    package var month: Int { rawValue * 3 }

    /// `第二季度`
    package var chinese: String { "第\(["一", "二", "三", "四"][rawValue - 1])季度" }

    /// 序时进度 = months elapsed ÷ 12.
    package var timeProgress: Fraction {
        Fraction(ofQuarters: rawValue)
    }

    package var previous: Quarter? { Quarter(rawValue: rawValue - 1) }

    package func lastDay(of year: FiscalYear) -> Day { year.monthEnd(month) }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension Fraction {
    fileprivate init(ofQuarters count: Int) {
        self = ExactDecimal(mantissa: Int128(count * 25), scale: 2).fraction
    }
}

/// Amounts by the quarter in which they were spent (分季度金额).
package struct QuarterlyAmounts: Hashable, Sendable {
    package private(set) var amounts: [Money]

    /// - Parameter amounts: of the first, second, third and fourth quarter; absent ones are 0.
    package init(_ amounts: [Money] = []) {
        self.amounts = (0..<4).map { amounts.indices.contains($0) ? amounts[$0] : .zero }
    }

    package subscript(quarter: Quarter) -> Money {
        get { amounts[quarter.rawValue - 1] }
        set { amounts[quarter.rawValue - 1] = newValue }
    }

    /// 累计数: from the first quarter to this one.
    package func through(_ quarter: Quarter) throws(ArithmeticError) -> Money {
        try Money.sum(amounts.prefix(quarter.rawValue))
    }
}
