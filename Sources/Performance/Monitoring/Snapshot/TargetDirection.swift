import Quantities

extension PerformanceIndicator.Target {
    /// How an actual is compared with it (指标方向).
    package var direction: IndicatorStanding.Direction {
        switch self {
        case .quantitative(let comparator, let value, _):
            switch comparator {
            case .greater, .atLeast, .equal: value > .zero ? .positive : .zero
            case .less, .atMost: .reverse
            }
        case .range(let range, _): range.lowerBound > .zero ? .positive : .zero
        case .day, .qualitative: .qualitative
        }
    }

    /// Whether its actual grows with the year (累计性): counts and amounts do; rates, times and unit
    /// costs do not, so that nothing is asked of them by months.
    package var isCumulative: Bool {
        guard let unit = unit?.unit, unit.powers.count == 1, let power = unit.powers.first
        else { return false }
        return power.exponent == 1 && !Self.unitsOfTime.contains(power.base)
    }

    private static let unitsOfTime: Set = ["工作日", "天", "月", "季度", "年", "小时", "分"]
}
