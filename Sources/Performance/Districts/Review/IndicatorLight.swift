package import Quantities

/// The light of one indicator (指标预警灯) and how much of the year's target is reached.
package struct IndicatorLight: Hashable, Sendable {
    /// nil where nothing is filled in, the indicator does not apply or its day is still to come.
    package let light: MonitoringLight?
    /// 完成率 = actual ÷ target of the year; nil where the target is no number above 0.
    package let completion: Fraction?

    package static let none = IndicatorLight(light: nil, completion: nil)

    /// Compares what is reached with what the months elapsed ask for.
    ///
    /// - Source: 评分规则 §5, seen in production systems for monitoring.
    package static func of(
        _ actual: ProjectSelfEvaluation.Actual?, against target: PerformanceIndicator.Target,
        month: Int, _ limits: LightLimits
    ) throws(ArithmeticError) -> IndicatorLight {
        switch (target, actual) {
        case (.quantitative(let comparator, let target, let unit), .quantity(let quantity)):
            guard quantity.unit == unit.unit else { return .none }
            return try of(quantity.value, comparator, target, month: month, limits)
        case (.range(let range, let unit), .quantity(let quantity)):
            guard quantity.unit == unit.unit else { return .none }
            guard quantity.value <= range.upperBound
            else { return IndicatorLight(light: .red, completion: nil) }
            return try of(quantity.value, .atLeast, range.lowerBound, month: month, limits)
        case (.day(let deadline), .day(let finished)):
            return IndicatorLight(light: finished <= deadline ? .green : .red, completion: nil)
        case (.qualitative, .tier(let tier, _)):
            return IndicatorLight(light: .ofQualitative(tier), completion: nil)
        default: return .none
        }
    }

    private static func of(
        _ actual: Fraction, _ comparator: Comparator, _ target: Fraction, month: Int,
        _ limits: LightLimits
    ) throws(ArithmeticError) -> IndicatorLight {
        guard target > .zero else {
            let isReverse = comparator == .less || comparator == .atMost
            return IndicatorLight(
                light: isReverse
                    ? .ofReverse(actual: actual, target: target) : .ofZeroTarget(actual: actual),
                completion: nil)
        }
        let completion = try actual.divided(by: target)
        switch comparator {
        case .less, .atMost:
            return IndicatorLight(
                light: .ofReverse(actual: actual, target: target), completion: completion)
        case .greater, .atLeast, .equal:
            let progress = try MonitoredProgress.ofPositive(
                actual: actual, target: target, month: month, limits)
            return IndicatorLight(light: progress?.light, completion: completion)
        }
    }
}

/// How many indicators show which light.
package struct LightCounts: Hashable, Sendable {
    package private(set) var counts: [MonitoringLight: Int] = [:]
    /// Indicators without a light: nothing filled in, not applicable, or not due yet.
    package private(set) var unlit = 0

    package init(_ lights: some Sequence<MonitoringLight?>) {
        for light in lights { add(light) }
    }

    package init() {}

    package subscript(light: MonitoringLight) -> Int { counts[light, default: 0] }

    package var lit: Int { counts.values.reduce(0, +) }
    package var all: Int { lit + unlit }

    package mutating func add(_ light: MonitoringLight?) {
        if let light { counts[light, default: 0] += 1 } else { unlit += 1 }
    }

    package static func + (lhs: Self, rhs: Self) -> Self {
        var sum = lhs
        sum.counts.merge(rhs.counts, uniquingKeysWith: +)
        sum.unlit += rhs.unlit
        return sum
    }
}
