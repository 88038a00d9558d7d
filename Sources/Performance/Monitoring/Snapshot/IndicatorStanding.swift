package import Quantities

/// How far one indicator is reached on a day (指标进度).
package struct IndicatorStanding: Hashable, Sendable {
    /// How an actual is compared with its target.
    package enum Direction: String, Hashable, Sendable {
        case positive = "正向"
        case reverse = "反向"
        case zero = "为零"
        case qualitative = "定性"
    }

    /// How its actual is proved (佐证).
    package enum Proof: String, Hashable, Sendable {
        /// By a formula over ledgers.
        case ledger = "台账"
        /// Typed, with a named evidence.
        case evidence = "填报有佐证"
        /// Typed or to be typed, and nothing named that would prove it.
        case none = "没有佐证"
    }

    package let id: String
    package let name: String
    /// nil for the department's own.
    package let project: String?
    package let direction: Direction
    package let proof: Proof
    /// `≥300人次`.
    package let targetText: String
    /// `150人次`; `—` where nothing is known.
    package let actualText: String
    /// In base units; nil for words and where nothing is known.
    package let actual: Fraction?
    package let target: Fraction?
    /// Rates and days do not grow with the year: nothing is asked of them by months.
    package let isCumulative: Bool
    package let progress: MonitoredProgress?
    package let light: MonitoringLight?
    package let forecast: YearEndForecast?
    package let entry: MonitoringEntry?

    package init(
        id: String, name: String, project: String?, direction: Direction, proof: Proof,
        targetText: String, actualText: String, actual: Fraction?, target: Fraction?,
        isCumulative: Bool, tier: QualitativeTier? = nil, expected: Fraction,
        forecast: YearEndForecast? = nil, entry: MonitoringEntry? = nil
    ) throws(ArithmeticError) {
        self.id = id
        self.name = name
        self.project = project
        self.direction = direction
        self.proof = proof
        self.targetText = targetText
        self.actualText = actualText
        self.actual = actual
        self.target = target
        self.isCumulative = isCumulative
        self.forecast = forecast
        self.entry = entry
        progress = try Self.progress(direction, actual, target, isCumulative ? expected : .one)
        light = progress?.light ?? Self.light(direction, actual, target, tier)
    }

    /// actual ÷ target of the year; nil without both.
    package var yearShare: Fraction? {
        guard let actual, let target else { return nil }
        return try? actual.divided(by: target)
    }

    package var rings: Bool { forecast.map { YearEndAlarm.rings($0, .goal) } ?? false }

    package var suggestedLikelihood: CompletionLikelihood? {
        if let forecast { return forecast.likelihood(ofReaching: YearEndAlarm.limit(of: .goal)) }
        // A limit that is passed stays passed; what does not grow is judged as it stands.
        switch (direction, light) {
        case (.reverse, .red), (.zero, .red): return .impossible
        case (_, nil): return nil
        case (_, .red), (_, .yellow): return .possible
        case (_, .green), (_, .blue): return .certain
        }
    }

    private static func progress(
        _ direction: Direction, _ actual: Fraction?, _ target: Fraction?, _ expected: Fraction
    ) throws(ArithmeticError) -> MonitoredProgress? {
        guard direction == .positive, let actual, let target else { return nil }
        return try MonitoredProgress.ofPositive(
            actual: actual, target: target, expected: expected)
    }

    private static func light(
        _ direction: Direction, _ actual: Fraction?, _ target: Fraction?, _ tier: QualitativeTier?
    ) -> MonitoringLight? {
        if direction == .qualitative { return tier.map { .ofQualitative($0) } }
        guard let actual, let target else { return nil }
        return direction == .zero
            ? .ofZeroTarget(actual: actual) : .ofReverse(actual: actual, target: target)
    }
}
