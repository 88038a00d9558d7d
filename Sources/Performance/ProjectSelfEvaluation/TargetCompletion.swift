package import Quantities

/// How far a quantitative target is reached (定量指标完成比例), exact and inside 0…1.
///
/// - Source: 财预〔2020〕10号: reached → full weight, not reached → in proportion.
package struct TargetCompletion: Hashable, Sendable {
    package enum Direction: String, Hashable, Sendable {
        case positive = "正向"
        case equal = "等于"
        case reverse = "反向"
        case range = "区间"
        case date = "时效"
    }

    package let ratio: Fraction
    package let direction: Direction
    /// (完成值 − 指标值) ÷ 指标值 of positive and equal targets above 0; nil for others.
    package let deviation: Fraction?

    /// Compares an actual with a target in the same base unit. A negative actual counts as 0.
    ///
    /// - Returns: nil for a negative target, which this rule cannot score.
    package static func of(
        _ actual: Fraction, against comparator: Comparator, _ target: Fraction,
        _ parameters: ProjectScoringParameters
    ) throws(ArithmeticError) -> TargetCompletion? {
        guard target >= .zero else { return nil }
        let actual = max(actual, .zero)
        switch comparator {
        case .greater, .atLeast:
            return TargetCompletion(
                ratio: try reached(actual, target), direction: .positive,
                deviation: try deviation(of: actual, from: target))
        case .equal:
            return TargetCompletion(
                ratio: try equal(actual, target, parameters.equalRule), direction: .equal,
                deviation: try deviation(of: actual, from: target))
        case .less, .atMost:
            return TargetCompletion(
                ratio: try kept(actual, target, parameters.reverseRule), direction: .reverse,
                deviation: nil)
        }
    }

    /// Compares an actual with a range whose ends are inside it; nil for a negative range.
    package static func of(
        _ actual: Fraction, in range: ClosedRange<Fraction>, _ parameters: ProjectScoringParameters
    ) throws(ArithmeticError) -> TargetCompletion? {
        guard range.lowerBound >= .zero else { return nil }
        let actual = max(actual, .zero)
        let ratio =
            actual < range.lowerBound
            ? try actual.divided(by: range.lowerBound)
            : try kept(actual, range.upperBound, parameters.reverseRule)
        return TargetCompletion(ratio: ratio, direction: .range, deviation: nil)
    }

    /// Compares the day of completion with the last day that is in time.
    package static func of(
        _ finished: Day, by deadline: Day, _ parameters: ProjectScoringParameters
    ) throws(ArithmeticError) -> TargetCompletion {
        let late = max(finished.daysSinceEpoch - deadline.daysSinceEpoch, 0)
        let share = try Fraction(Int128(late), over: Int128(parameters.graceDays))
        return TargetCompletion(
            ratio: try max(Fraction.one.subtracting(share), .zero), direction: .date,
            deviation: nil)
    }

    private static func reached(
        _ actual: Fraction, _ target: Fraction
    ) throws(ArithmeticError) -> Fraction {
        actual >= target ? .one : try actual.divided(by: target)
    }

    private static func equal(
        _ actual: Fraction, _ target: Fraction, _ rule: ProjectScoringParameters.EqualRule
    ) throws(ArithmeticError) -> Fraction {
        guard target > .zero else { return actual.isZero ? .one : .zero }
        switch rule {
        case .asPositive: return try reached(actual, target)
        case .symmetric:
            let distance = try actual.subtracting(target).magnitude.divided(by: target)
            return try max(Fraction.one.subtracting(distance), .zero)
        }
    }

    private static func kept(
        _ actual: Fraction, _ target: Fraction, _ rule: ProjectScoringParameters.ReverseRule
    ) throws(ArithmeticError) -> Fraction {
        guard actual > target else { return .one }
        guard target > .zero else { return .zero }
        switch rule {
        case .linearExcess:
            let excess = try actual.subtracting(target).divided(by: target)
            return try max(Fraction.one.subtracting(excess), .zero)
        case .inverseRatio: return try target.divided(by: actual)
        }
    }

    private static func deviation(
        of actual: Fraction, from target: Fraction
    ) throws(ArithmeticError) -> Fraction? {
        target.isZero ? nil : try actual.subtracting(target).divided(by: target)
    }
}

extension ProjectScoringParameters {
    /// Whether 偏差原因分析及改进措施 is required: the actual is clearly above the target.
    package func requiresExplanation(deviation: Fraction?) -> Bool {
        deviation.map { $0 >= overExplainThreshold } ?? false
    }

    /// The share cut from a score whose target had been set clearly too low (年初指标值设定明显偏低).
    package func overCut(deviation: Fraction?) throws(ArithmeticError) -> Fraction {
        guard let deviation, deviation >= overExplainThreshold else { return .zero }
        let cut = try deviation.subtracting(overExplainThreshold).multiplied(by: overCutSlope)
        return min(cut, overCutMax)
    }
}

/// The actual of one region or subordinate unit, to be aggregated before it is scored.
package struct RegionalActual: Hashable, Sendable {
    package let value: Fraction
    /// The money that weighs a relative value.
    package let money: Money

    package init(value: Fraction, money: Money) {
        self.value = value
        self.money = money
    }

    /// Absolute values are added.
    package static func sum(of actuals: [RegionalActual]) throws(ArithmeticError) -> Fraction {
        var sum = Fraction.zero
        for actual in actuals { sum = try sum.adding(actual.value) }
        return sum
    }

    /// Relative values are averaged weighted by money; nil where no money stands behind them.
    package static func average(of actuals: [RegionalActual]) throws(ArithmeticError) -> Fraction? {
        var (sum, money) = (Fraction.zero, Fraction.zero)
        for actual in actuals {
            sum = try sum.adding(actual.value.multiplied(by: actual.money.yuan))
            money = try money.adding(actual.money.yuan)
        }
        return money > .zero ? try sum.divided(by: money) : nil
    }
}
