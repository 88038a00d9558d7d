package import Quantities

extension Fraction {
    /// `89.46%`: a rate as shown, cut once; a limit is never compared with it.
    package func percentText(decimals: Int = 2) throws(ArithmeticError) -> String {
        try multiplied(by: Fraction(100)).rounded(to: decimals).text + "%"
    }

    /// `10%`, `7.5%`: a limit as it stands in a scheme.
    package var limitText: String {
        get throws(ArithmeticError) { try multiplied(by: Fraction(100)).plainText() + "%" }
    }

    /// The exact digits, at least `decimals` of them after the point; a number that never ends is
    /// cut to 4 decimals and marked 约.
    package func plainText(decimals: Int = 0) throws(ArithmeticError) -> String {
        for scale in decimals...max(decimals, 6) {
            let decimal = try rounded(to: scale)
            if decimal.fraction == self { return decimal.text }
        }
        return "约" + (try rounded(to: max(decimals, 4)).text)
    }

    /// The value in a unit of display: `8393800.00` (元), `75%`, `54` (人).
    package func figureText(in unit: UnitSymbol?) throws(ArithmeticError) -> String {
        guard let unit else { return try plainText() }
        let text = try divided(by: unit.factor).plainText(decimals: unit.unit.isMoney ? 2 : 0)
        return unit.text == "%" ? text + "%" : text
    }

    /// This value inside `range`, its nearest end otherwise.
    package func clamped(to range: ClosedRange<Fraction>) -> Fraction {
        min(max(self, range.lowerBound), range.upperBound)
    }
}

/// The fewest decimals of a percentage (2…8) with which a reader who multiplies the shown figure
/// gets the score that is shown.
func percentDecimals(
    of value: Fraction, giving score: Points,
    by formula: (Fraction) throws(ArithmeticError) -> Fraction
) throws(ArithmeticError) -> Int {
    for decimals in 2..<8 {
        let shown = try value.rounded(to: decimals + 2).fraction
        if try Points(rounding: formula(shown)) == score { return decimals }
    }
    return 8
}

extension Points {
    /// The one rounding point of a leaf, to 0…2 decimals by HALF_UP.
    init(rounding value: Fraction, decimals: Int) throws(ArithmeticError) {
        try self.init(rounding: value.rounded(to: decimals).fraction)
    }
}
