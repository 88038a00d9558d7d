import Performance
import Quantities

/// Reads the parameters of a project self-evaluation scheme, each with its source.
struct ProjectParametersReader {
    let head: SchemeHead

    private typealias Parameters = ProjectScoringParameters

    private static let names = [
        "budgetWeight", "outputWeight", "benefitWeight", "satisfactionWeight",
        "noSatisfactionPolicy", "zeroBudgetPolicy", "equalRule", "reverseRule", "achievedBound",
        "partlyBound", "graceDays", "overExplainThreshold", "overCutSlope", "overCutMax",
        "redWarningLimit", "yellowWarningLimit", "leafDecimals",
    ]

    func parameters(_ value: YAMLValue) throws(PackError) -> ProjectScoringParameters {
        let mapping = try value.mapping(Self.names)
        var sources: [String: RuleSource] = [:]
        var values: [String: YAMLValue] = [:]
        for name in Self.names {
            let entry = try mapping.require(name).mapping(["value", "source"])
            values[name] = try entry.require("value")
            sources[name] = try RuleSource(reading: entry.require("source"))
        }
        func read(_ name: String) throws(PackError) -> YAMLValue {
            guard let value = values[name] else { return try mapping.require(name) }
            return value
        }
        let achieved = try read("achievedBound")
        guard
            let bounds = Parameters.TierBounds(
                achieved: try achieved.number(), partly: try read("partlyBound").number())
        else { throw achieved.refusal("定性指标的分档不合规则", remedy: "改为1以下、从高到低、大于0的两个数") }
        let parameters = Parameters(
            budgetWeight: try read("budgetWeight").points(),
            outputWeight: try read("outputWeight").points(),
            benefitWeight: try read("benefitWeight").points(),
            satisfactionWeight: try read("satisfactionWeight").points(),
            noSatisfactionPolicy: try read("noSatisfactionPolicy").choice(
                of: Parameters.NoSatisfactionPolicy.self),
            zeroBudgetPolicy: try read("zeroBudgetPolicy").choice(
                of: Parameters.ZeroBudgetPolicy.self),
            equalRule: try read("equalRule").choice(of: Parameters.EqualRule.self),
            reverseRule: try read("reverseRule").choice(of: Parameters.ReverseRule.self),
            tierBounds: bounds, graceDays: try read("graceDays").integer(1...3660),
            overExplainThreshold: try read("overExplainThreshold").number(),
            overCutSlope: try read("overCutSlope").number(),
            overCutMax: try read("overCutMax").number(),
            redWarningLimit: try read("redWarningLimit").number(),
            yellowWarningLimit: try read("yellowWarningLimit").number(), grades: head.grades,
            leafDecimals: try read("leafDecimals").integer(0...2), sources: sources)
        guard let parameters else {
            throw value.refusal(
                "参数超出允许范围", remedy: "让四项一级权重合计为100、预算执行率权重不超过30、各比例在0至1之间")
        }
        return parameters
    }
}
