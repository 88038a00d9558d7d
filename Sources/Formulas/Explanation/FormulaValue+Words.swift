import Quantities

extension FormulaValue {
    /// The value as people write it, for explanations; forms and reports round by their own rules.
    ///
    /// Money and money shares with two decimals, counts without, percentages with two decimals.
    package func text(as type: FormulaType, isPercentage: Bool = false) -> String {
        switch self {
        case .number(let value): Self.text(value, type.unit ?? .one, isPercentage: isPercentage)
        case .truth(let truth): truth ? "是" : "否"
        case .text(let text): "“\(text)”"
        case .day(let day): day.chinese
        case .missing: "缺数据"
        case .undefined: "无法计算"
        }
    }

    private static func text(
        _ value: Fraction, _ unit: MeasureUnit, isPercentage: Bool
    ) -> String {
        if unit.isDimensionless, isPercentage,
            let percent = try? value.multiplied(by: Fraction(100)).rounded(to: 2)
        {
            return "\(percent.text)%"
        }
        let hasMoney = unit.powers.contains { $0.base == "元" && $0.exponent > 0 }
        return "\(hasMoney ? digits(value, 2) : shortDigits(value))\(unit)"
    }

    /// All digits where six decimals hold them, else four.
    private static func shortDigits(_ value: Fraction) -> String {
        if let exact = try? value.rounded(to: 6), exact.fraction == value {
            return exact.trimmed().text
        }
        return digits(value, 4)
    }

    private static func digits(_ value: Fraction, _ scale: Int) -> String {
        (try? value.rounded(to: scale).text) ?? value.description
    }
}
