import Performance
import Quantities
import Seeds

/// Indicators of a made-up project, in a mixture that a complete form has.
enum SampleIndicators {
    private struct Pattern {
        let name: String
        let kind: IndicatorKind
        let unit: UnitSymbol
        let comparator: Comparator
        /// The whole targets to draw from, in the unit.
        let targets: ClosedRange<Int>
    }

    private static func unit(_ text: String) -> UnitSymbol {
        guard let unit = UnitSymbol.named(text) else { preconditionFailure("no unit \(text)") }
        return unit
    }

    /// The first six make a form complete, further ones go round again.
    private static let patterns: [Pattern] = [
        Pattern(
            name: "服务人次", kind: .quantity, unit: unit("人次"), comparator: .atLeast,
            targets: 50...5000),
        Pattern(
            name: "验收合格率", kind: .quality, unit: .percent, comparator: .atLeast, targets: 90...99),
        Pattern(
            name: "按时办结率", kind: .timeliness, unit: .percent, comparator: .atLeast,
            targets: 90...99),
        Pattern(
            name: "受益人数", kind: .socialBenefit, unit: unit("人"), comparator: .atLeast,
            targets: 100...9000),
        Pattern(
            name: "服务对象满意度", kind: .clientSatisfaction, unit: .percent, comparator: .atLeast,
            targets: 85...95),
        Pattern(
            name: "项目总成本", kind: .cost, unit: unit("万元"), comparator: .atMost, targets: 5...500),
        Pattern(
            name: "开展活动次数", kind: .quantity, unit: unit("次"), comparator: .atLeast,
            targets: 12...60),
        Pattern(
            name: "安全责任事故", kind: .quality, unit: unit("起"), comparator: .equal, targets: 0...0),
        Pattern(
            name: "设施三年完好率", kind: .sustainableImpact, unit: .percent, comparator: .atLeast,
            targets: 90...98),
        Pattern(
            name: "购置设备台数", kind: .quantity, unit: unit("台"), comparator: .atLeast,
            targets: 10...80),
        Pattern(
            name: "宣传覆盖人次", kind: .socialBenefit, unit: unit("人次"), comparator: .atLeast,
            targets: 500...20000),
        Pattern(
            name: "走访户数", kind: .quantity, unit: unit("户"), comparator: .atLeast,
            targets: 20...400),
    ]

    private static func pattern(_ number: Int) -> Pattern {
        patterns[(number - 1) % patterns.count]
    }

    /// 分值 of indicators 1…count: each category's points, shared out evenly, the rest to its first.
    static func weights(_ count: Int, _ parameters: ProjectScoringParameters) -> [Points] {
        let categories = (1...count).map { pattern($0).kind.category }
        let due = parameters.weights(hasSatisfaction: categories.contains(.satisfaction)) ?? [:]
        var seen: Set<IndicatorCategory> = []
        return categories.map { category in
            let (points, share) = (
                due[category]?.hundredths ?? 0, Int64(categories.count { $0 == category })
            )
            let rest = seen.insert(category).inserted ? points % share : 0
            return Points(hundredths: points / share + rest)
        }
    }

    /// - Parameters:
    ///   - budget: what the total cost must not exceed.
    ///   - share: how much of the year's target is reached, where it grows over the year.
    static func indicator(
        _ number: Int, code: String, weight: Points, budget: Money, share: Fraction,
        _ random: inout RandomSource
    ) throws -> DistrictIndicator {
        let pattern = pattern(number)
        let round = (number - 1) / patterns.count
        let whole = Fraction(Int64(random.number(pattern.targets)))
        let value =
            pattern.kind == .cost ? budget.yuan : try whole.multiplied(by: pattern.unit.factor)
        let target = PerformanceIndicator.Target.quantitative(
            pattern.comparator, value, unit: pattern.unit)
        let actual = try actual(pattern, value, share)
        let isBehind = pattern.comparator == .atLeast && actual < value
        return DistrictIndicator(
            code: code,
            indicator: PerformanceIndicator(
                name: pattern.name + (round == 0 ? "" : "（\(round + 1)）"), kind: pattern.kind,
                target: target, weight: weight),
            approvedTarget: target, actual: .quantity(Quantity(actual, pattern.unit.unit)),
            dataSource: "业务台账", deviationAnalysis: isBehind ? "年底活动集中，已加快进度" : "",
            likelihood: .certain)
    }

    /// Rates are held all year, costs stay below their limit, counts grow.
    private static func actual(
        _ pattern: Pattern, _ value: Fraction, _ share: Fraction
    ) throws -> Fraction {
        switch pattern.comparator {
        case .atMost, .less: try value.multiplied(by: Fraction(9).divided(by: Fraction(10)))
        case .equal: value
        default:
            pattern.unit == .percent
                ? value
                : Fraction(
                    Int64(
                        clamping: try value.multiplied(by: share).rounded(to: 0, .awayFromZero)
                            .mantissa))
        }
    }
}
