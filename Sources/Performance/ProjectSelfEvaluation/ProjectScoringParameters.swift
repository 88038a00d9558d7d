package import Quantities

/// All parameters of the project self-evaluation rule (项目支出自评评分参数), data of a scheme.
///
/// - Source: 财预〔2020〕10号; each value's own source stands in ``sources``.
package struct ProjectScoringParameters: Hashable, Sendable {
    package let budgetWeight: Points
    package let outputWeight: Points
    package let benefitWeight: Points
    package let satisfactionWeight: Points
    package let noSatisfactionPolicy: NoSatisfactionPolicy
    package let zeroBudgetPolicy: ZeroBudgetPolicy
    package let equalRule: EqualRule
    package let reverseRule: ReverseRule
    package let tierBounds: TierBounds
    /// 未达按时完成的宽限天数, after which a date earns nothing.
    package let graceDays: Int
    package let overExplainThreshold: Fraction
    package let overCutSlope: Fraction
    package let overCutMax: Fraction
    /// 自评预警: how far indicator scores may run ahead of execution.
    package let redWarningLimit: Fraction
    /// 自评预警: the unspent share of the budget above which it turns yellow.
    package let yellowWarningLimit: Fraction
    package let grades: GradeTable
    /// Decimals of an indicator's score, 0…2.
    package let leafDecimals: Int
    /// Where each parameter comes from, by its name in the scheme file.
    package let sources: [String: RuleSource]

    /// 无满意度指标时其分值的去向.
    package enum NoSatisfactionPolicy: String, Hashable, Sendable, CaseIterable {
        case addToBenefit
        case addToOutput
        case rebase
        case notAllowed
    }

    /// 全年预算数与执行数均为0的项目如何处理.
    package enum ZeroBudgetPolicy: String, Hashable, Sendable, CaseIterable {
        case excludeProject
        case full
        case rebase
    }

    /// 等于类指标超过目标值时如何计分.
    package enum EqualRule: String, Hashable, Sendable, CaseIterable {
        case asPositive
        case symmetric
    }

    /// 反向指标超过目标值时如何计分.
    package enum ReverseRule: String, Hashable, Sendable, CaseIterable {
        /// 权重 × (1 − 超出部分 ÷ 目标值).
        case linearExcess
        /// 权重 × 目标值 ÷ 完成值.
        case inverseRatio
    }

    /// 定性指标三档的下限: 达成, 部分达成.
    package struct TierBounds: Hashable, Sendable {
        package let achieved: Fraction
        package let partly: Fraction

        /// nil unless 1 > achieved > partly > 0.
        package init?(achieved: Fraction, partly: Fraction) {
            guard achieved < .one, achieved > partly, partly > .zero else { return nil }
            self.achieved = achieved
            self.partly = partly
        }
    }

    /// nil unless the four weights sum to 100 and every limit lies in its range.
    package init?(
        budgetWeight: Points, outputWeight: Points, benefitWeight: Points,
        satisfactionWeight: Points, noSatisfactionPolicy: NoSatisfactionPolicy,
        zeroBudgetPolicy: ZeroBudgetPolicy, equalRule: EqualRule, reverseRule: ReverseRule,
        tierBounds: TierBounds, graceDays: Int, overExplainThreshold: Fraction,
        overCutSlope: Fraction, overCutMax: Fraction, redWarningLimit: Fraction,
        yellowWarningLimit: Fraction, grades: GradeTable, leafDecimals: Int = 2,
        sources: [String: RuleSource]
    ) {
        let weights = [budgetWeight, outputWeight, benefitWeight, satisfactionWeight]
        let shares: ClosedRange<Fraction> = .zero ... .one
        guard weights.reduce(.zero, +) == Points(hundredths: 10000),
            weights.allSatisfy({ $0 >= .zero }), budgetWeight <= Points(hundredths: 3000),
            graceDays > 0, (0...2).contains(leafDecimals), overExplainThreshold >= .zero,
            shares.contains(overCutSlope),
            shares.contains(overCutMax), redWarningLimit >= .zero, yellowWarningLimit >= .zero
        else { return nil }
        self.budgetWeight = budgetWeight
        self.outputWeight = outputWeight
        self.benefitWeight = benefitWeight
        self.satisfactionWeight = satisfactionWeight
        self.noSatisfactionPolicy = noSatisfactionPolicy
        self.zeroBudgetPolicy = zeroBudgetPolicy
        self.equalRule = equalRule
        self.reverseRule = reverseRule
        self.tierBounds = tierBounds
        self.graceDays = graceDays
        self.overExplainThreshold = overExplainThreshold
        self.overCutSlope = overCutSlope
        self.overCutMax = overCutMax
        self.redWarningLimit = redWarningLimit
        self.yellowWarningLimit = yellowWarningLimit
        self.grades = grades
        self.leafDecimals = leafDecimals
        self.sources = sources
    }

    /// First-level weights of a project, with or without satisfaction indicators; nil where the
    /// parameters do not allow a project without them. Under rebase the rest stays below 100.
    package func weights(hasSatisfaction: Bool) -> [IndicatorCategory: Points]? {
        var weights: [IndicatorCategory: Points] = [
            .output: outputWeight, .benefit: benefitWeight, .satisfaction: satisfactionWeight,
        ]
        guard !hasSatisfaction, satisfactionWeight > .zero else { return weights }
        weights[.satisfaction] = .zero
        switch noSatisfactionPolicy {
        case .addToBenefit: weights[.benefit] = benefitWeight + satisfactionWeight
        case .addToOutput: weights[.output] = outputWeight + satisfactionWeight
        case .rebase: break
        case .notAllowed: return nil
        }
        return weights
    }
}
