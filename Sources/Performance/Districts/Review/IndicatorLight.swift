package import Quantities

/// The light of one indicator (指标预警灯) and how much of the year's target is reached.
package struct IndicatorLight: Hashable, Sendable {
    /// nil where nothing is filled in, the indicator does not apply or its day is still to come.
    package let light: MonitoringLight?
    /// 完成率 = actual ÷ target of the year; nil where the target is no number above 0.
    package let completion: Fraction?

    package static let none = IndicatorLight(light: nil, completion: nil)
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
