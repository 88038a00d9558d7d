package import Quantities

/// 预警灯 of monitoring, worst first.
package enum MonitoringLight: String, Hashable, Sendable, CaseIterable, Comparable {
    case red = "红灯"
    case yellow = "黄灯"
    case green = "绿灯"
    /// Far above the target.
    case blue = "蓝灯"

    /// Red is the smallest, so that the worst of several is their minimum.
    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Limits of the lights (亮灯标准), percentages compared with the exact value.
///
/// - Source: seen in production systems for monitoring.
package struct LightLimits: Hashable, Sendable {
    /// Below it red.
    package let red: Fraction
    /// Below it yellow, from it on green.
    package let yellow: Fraction
    /// actual ÷ target of the year from which on the light is blue.
    package let blue: Fraction

    package init(red: Fraction, yellow: Fraction, blue: Fraction) {
        self.red = red
        self.yellow = yellow
        self.blue = blue
    }

    /// 60 %, 80 %, 120 %.
    package static let usual = LightLimits(
        red: ExactDecimal(mantissa: 60, scale: 2).fraction,
        yellow: ExactDecimal(mantissa: 80, scale: 2).fraction,
        blue: ExactDecimal(mantissa: 120, scale: 2).fraction)

    func light(of progress: Fraction) -> MonitoringLight {
        progress < red ? .red : progress < yellow ? .yellow : .green
    }
}

/// A light with the progress that it shows: value ÷ what the months elapsed ask for.
package struct MonitoredProgress: Hashable, Sendable {
    /// Exact; `percentText()` shows it.
    package let progress: Fraction
    package let light: MonitoringLight

    /// 支出进度: (executed ÷ budget) ÷ (month ÷ 12); a budget of 0 is red.
    ///
    /// - Parameter month: 1…12.
    package static func ofBudget(
        executed: Money, budget: Money, month: Int, _ limits: LightLimits = .usual
    ) throws(ArithmeticError) -> MonitoredProgress {
        precondition((1...12).contains(month))
        return try ofBudget(
            executed: executed, budget: budget, expected: Fraction(Int128(month), over: 12), limits)
    }

    /// 支出进度 against what a plan or the days elapsed ask for; a budget of 0 is red.
    ///
    /// - Parameter expected: the share of the year's budget; at 0 nothing is asked for yet: green.
    package static func ofBudget(
        executed: Money, budget: Money, expected: Fraction, _ limits: LightLimits = .usual
    ) throws(ArithmeticError) -> MonitoredProgress {
        guard budget > .zero else { return MonitoredProgress(progress: .zero, light: .red) }
        guard expected > .zero else { return MonitoredProgress(progress: .one, light: .green) }
        let progress = try executed.yuan.divided(by: budget.yuan).divided(by: expected)
        return MonitoredProgress(progress: progress, light: limits.light(of: progress))
    }

    /// A positive indicator: actual ÷ (target ÷ 12 × month); 0 is red, far above target is blue.
    ///
    /// - Returns: nil for a target of 0 or below, which has no progress.
    package static func ofPositive(
        actual: Fraction, target: Fraction, month: Int, _ limits: LightLimits = .usual
    ) throws(ArithmeticError) -> MonitoredProgress? {
        precondition((1...12).contains(month))
        return try ofPositive(
            actual: actual, target: target, expected: Fraction(Int128(month), over: 12), limits)
    }

    /// A positive indicator against the share of its target that the time elapsed asks for.
    package static func ofPositive(
        actual: Fraction, target: Fraction, expected: Fraction, _ limits: LightLimits = .usual
    ) throws(ArithmeticError) -> MonitoredProgress? {
        guard target > .zero else { return nil }
        let share = try actual.divided(by: target)
        guard expected > .zero else { return MonitoredProgress(progress: .one, light: .green) }
        let progress = try share.divided(by: expected)
        guard actual > .zero else { return MonitoredProgress(progress: progress, light: .red) }
        let light = share >= limits.blue ? .blue : limits.light(of: progress)
        return MonitoredProgress(progress: progress, light: light)
    }
}

extension MonitoringLight {
    /// A reverse indicator: within the target green, else red.
    package static func ofReverse(actual: Fraction, target: Fraction) -> MonitoringLight {
        actual <= target ? .green : .red
    }

    /// A target equal to zero: zero green, else red.
    package static func ofZeroTarget(actual: Fraction) -> MonitoringLight {
        actual.isZero ? .green : .red
    }

    /// A qualitative indicator: tier 1 green, tier 2 yellow, tier 3 red.
    package static func ofQualitative(_ tier: QualitativeTier) -> MonitoringLight {
        switch tier {
        case .achieved: .green
        case .partly: .yellow
        case .notAchieved: .red
        }
    }

    /// The worst of a goal's indicators; nil where there is none.
    package static func ofGoal(_ indicators: [MonitoringLight]) -> MonitoringLight? {
        indicators.min()
    }

    /// 支出 not in order → red; 支出 in order, goals not → yellow; both → green.
    package static func ofDepartment(
        isExecutionInOrder: Bool, areGoalsInOrder: Bool
    ) -> MonitoringLight {
        guard isExecutionInOrder else { return .red }
        return areGoalsInOrder ? .green : .yellow
    }
}
