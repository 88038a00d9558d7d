package import Quantities

extension PerformanceIndicator.Target {
    /// 年度指标值 as users read it: `≥300人次`, `50至60次`, `2021年12月31日前`, or the words of a 定性指标.
    package func text() throws(ArithmeticError) -> String {
        switch self {
        case .quantitative(let comparator, let value, let unit):
            return "\(comparator.rawValue)\(try value.figureText(in: unit))\(unit.shownSuffix)"
        case .range(let range, let unit):
            let low = try range.lowerBound.figureText(in: unit)
            let high = try range.upperBound.figureText(in: unit)
            return "\(low)至\(high)\(unit.shownSuffix)"
        case .day(let day): return "\(day.chinese)前"
        case .qualitative(let words): return words
        }
    }

    /// The unit that an actual is shown in; nil for a day or words.
    package var unit: UnitSymbol? {
        switch self {
        case .quantitative(_, _, let unit), .range(_, let unit): unit
        case .day, .qualitative: nil
        }
    }
}

extension ProjectSelfEvaluation.Actual {
    /// 完成值 as users read it: `295人次`, `2021年12月20日`, `达成年度指标`.
    package func text(in unit: UnitSymbol?) throws(ArithmeticError) -> String {
        switch self {
        case .quantity(let quantity):
            try quantity.value.figureText(in: unit) + (unit?.shownSuffix ?? "")
        case .day(let day): day.chinese
        case .tier(let tier, _): tier.rawValue
        }
    }
}

extension UnitSymbol {
    /// The unit as it follows a figure; `figureText` has already written %.
    fileprivate var shownSuffix: String { text == "%" ? "" : text }
}
