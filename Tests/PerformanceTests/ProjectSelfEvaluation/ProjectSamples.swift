import Quantities
import Testing

@testable import Performance

/// Parameters and rows of project self-evaluations for tests.
enum ProjectSamples {
    static func fraction(_ text: String) throws -> Fraction { try PrimitiveTests.fraction(text) }
    static func points(_ text: String) throws -> Points { try #require(Points(text)) }

    static func tenThousand(_ text: String) throws -> Money {
        try #require(Money(exactly: fraction(text), in: .tenThousandYuan))
    }

    /// The national defaults, with what a test changes.
    static func parameters(
        budgetWeight: String = "10", outputWeight: String = "50",
        noSatisfaction: ProjectScoringParameters.NoSatisfactionPolicy = .addToBenefit,
        zeroBudget: ProjectScoringParameters.ZeroBudgetPolicy = .excludeProject,
        equal: ProjectScoringParameters.EqualRule = .asPositive,
        reverse: ProjectScoringParameters.ReverseRule = .linearExcess,
        bounds: (String, String) = ("80%", "60%"), leafDecimals: Int = 2
    ) throws -> ProjectScoringParameters {
        try #require(
            try parametersIfAllowed(
                budgetWeight: budgetWeight, outputWeight: outputWeight,
                noSatisfaction: noSatisfaction, zeroBudget: zeroBudget, equal: equal,
                reverse: reverse, bounds: bounds, leafDecimals: leafDecimals))
    }

    static func parametersIfAllowed(
        budgetWeight: String = "10", outputWeight: String = "50",
        noSatisfaction: ProjectScoringParameters.NoSatisfactionPolicy = .addToBenefit,
        zeroBudget: ProjectScoringParameters.ZeroBudgetPolicy = .excludeProject,
        equal: ProjectScoringParameters.EqualRule = .asPositive,
        reverse: ProjectScoringParameters.ReverseRule = .linearExcess,
        bounds: (String, String) = ("80%", "60%"), leafDecimals: Int = 2
    ) throws -> ProjectScoringParameters? {
        let tierBounds = try #require(
            ProjectScoringParameters.TierBounds(
                achieved: fraction(bounds.0), partly: fraction(bounds.1)))
        return try ProjectScoringParameters(
            budgetWeight: points(budgetWeight), outputWeight: points(outputWeight),
            benefitWeight: points("30"), satisfactionWeight: points("10"),
            noSatisfactionPolicy: noSatisfaction, zeroBudgetPolicy: zeroBudget,
            equalRule: equal, reverseRule: reverse, tierBounds: tierBounds,
            graceDays: 90, overExplainThreshold: fraction("30%"),
            overCutSlope: fraction("0.5"), overCutMax: fraction("20%"),
            redWarningLimit: fraction("5%"), yellowWarningLimit: fraction("20%"),
            grades: .national, leafDecimals: leafDecimals, sources: [:])
    }

    static func execution(_ budget: String, _ executed: String) throws -> BudgetExecution {
        BudgetExecution(
            adjustedBudget: try tenThousand(budget), annualExecution: try tenThousand(executed))
    }

    /// A row such as `("季度救助人次", .quantity, "≥300人次", "295人次", "15")`.
    ///
    /// Targets: `≥300人次`, `50–60次`, `2021-12-31`, `定性`; actuals: `295人次`, `2022-01-15`, `达成`,
    /// `部分达成 0.75`; nil while nothing is filled in.
    static func row(
        _ name: String, _ kind: IndicatorKind, _ target: String, _ actual: String?,
        _ weight: String, analysis: String = "已分析原因", tooLow: Bool = false,
        origin: RuleInput.Origin = .measured(formula: "口径"), notApplicable: String? = nil
    ) throws -> ProjectSelfEvaluation.Row {
        ProjectSelfEvaluation.Row(
            indicator: PerformanceIndicator(
                name: name, kind: kind, target: try self.target(target), weight: try points(weight)),
            actual: try actual.map(self.actual), origin: origin, isTargetSetTooLow: tooLow,
            deviationAnalysis: analysis, notApplicableReason: notApplicable)
    }

    private static func target(_ text: String) throws -> PerformanceIndicator.Target {
        if text == "定性" { return .qualitative("达到预期") }
        if let day = Day(iso: text) { return .day(day) }
        if let comparator = Comparator(rawValue: String(text.prefix(1))) {
            let (value, unit) = try quantity(String(text.dropFirst()))
            return .quantitative(comparator, value, unit: unit)
        }
        let ends = text.split(separator: "–")
        let (upper, unit) = try quantity(String(ends[1]))
        return .range(try fraction(String(ends[0]))...upper, unit: unit)
    }

    private static func actual(_ text: String) throws -> ProjectSelfEvaluation.Actual {
        if let day = Day(iso: text) { return .day(day) }
        let parts = text.split(separator: " ").map(String.init)
        let tiers: [String: QualitativeTier] = [
            "达成": .achieved, "部分达成": .partly, "未达成": .notAchieved,
        ]
        if let tier = tiers[parts[0]] {
            return .tier(tier, ratio: parts.count > 1 ? try fraction(parts[1]) : nil)
        }
        let (value, unit) = try quantity(text)
        return .quantity(Quantity(value, unit.unit))
    }

    private static func quantity(_ text: String) throws -> (Fraction, UnitSymbol) {
        let digits = text.prefix { $0.isASCII && $0 != "%" }
        let unit = try #require(UnitSymbol.named(String(text.dropFirst(digits.count))), "\(text)")
        return (try fraction(String(digits)).multiplied(by: unit.factor), unit)
    }
}
