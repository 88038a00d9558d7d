extension Money {
    /// Returns the amount cut to `decimals` of a unit, as a form wants it: `1,234.57`.
    package func text(
        in unit: MoneyUnit, roundedTo decimals: Int, _ rule: Rounding = .halfUp,
        grouped: Bool = false
    ) throws(ArithmeticError) -> String {
        let amount = try amount(in: unit).rounded(to: decimals, rule)
        return grouped ? amount.groupedText : amount.text
    }
}

extension ExactDecimal {
    /// The digits with a comma between each three before the point (千分位): `-1,234,567.80`.
    package var groupedText: String {
        let text = text
        let whole = text.drop { $0 == "-" }.prefix { $0 != "." }
        var grouped = text.hasPrefix("-") ? "-" : ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
            grouped.append(digit)
        }
        return grouped + text[whole.endIndex...]
    }

    /// Reads the raw number of a spreadsheet cell, such as `0.47849999999999998` or `1.5E-05`.
    ///
    /// Spreadsheets store binary numbers and show 15 significant digits of them; what the clerk saw
    /// and meant is the number cut to those, here 0.4785. nil for other text and beyond ±10^18.
    package init?(spreadsheetNumber text: some StringProtocol) {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
            $0 == "E" || $0 == "e"
        }
        guard let head = parts.first, let digits = ExactDecimal(head) else { return nil }
        var exponent = 0
        if parts.count == 2 {
            guard parts[1].utf8.count <= 5, let written = Int(parts[1]) else { return nil }
            exponent = written
        }
        self.init(significant: digits, exponent: exponent)
    }

    private init?(significant digits: ExactDecimal, exponent: Int) {
        var mantissa = digits.mantissa
        let count = String(mantissa.magnitude).utf8.count
        var scale = digits.scale - exponent
        if count > 15, let power = try? powerOfTen(count - 15) {
            mantissa = Rounding.halfUp.quotient(mantissa, by: power)
            scale -= count - 15
        }
        while mantissa != 0, mantissa % 10 == 0 {
            mantissa /= 10
            scale -= 1
        }
        guard mantissa != 0 else {
            self.init(mantissa: 0, scale: 0)
            return
        }
        guard scale <= 38, scale >= -18, String(mantissa.magnitude).utf8.count - scale <= 18
        else { return nil }
        if scale < 0, let power = try? powerOfTen(-scale) {
            (mantissa, scale) = (mantissa * power, 0)
        }
        self.init(mantissa: mantissa, scale: scale)
    }
}

extension Ratio {
    /// Returns the percentage with its sign, `87.83%`; nil where undefined.
    package func percentText(decimals: Int = 2, _ rule: Rounding = .halfUp) -> String? {
        percent(decimals: decimals, rule).map { "\($0.text)%" }
    }
}
