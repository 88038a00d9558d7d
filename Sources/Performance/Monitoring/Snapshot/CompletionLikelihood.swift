package import Quantities

/// 完成目标可能性 of the monitoring forms.
///
/// - Source: 财预〔2019〕136号 attachment: 按“确定能、有可能、完全不可能”三级判断.
package enum CompletionLikelihood: String, Hashable, Sendable, CaseIterable {
    case certain = "确定能"
    case possible = "有可能"
    case impossible = "完全不可能"
}

/// From which probability of reaching the year's limit which word is suggested (可能性建议界限).
///
/// - Source: this product's setting. A person decides; the form keeps what the person ticks.
package struct LikelihoodLimits: Hashable, Sendable {
    /// From it on 确定能.
    package let certain: Fraction
    /// Up to it 完全不可能.
    package let impossible: Fraction

    package init(certain: Fraction, impossible: Fraction) {
        self.certain = certain
        self.impossible = impossible
    }

    /// 80 % and 10 %.
    package static let usual = LikelihoodLimits(
        certain: ExactDecimal(mantissa: 80, scale: 2).fraction,
        impossible: ExactDecimal(mantissa: 10, scale: 2).fraction)

    package func likelihood(ofReaching probability: Fraction) -> CompletionLikelihood {
        probability >= certain ? .certain : probability <= impossible ? .impossible : .possible
    }
}

extension YearEndForecast {
    /// The probability of ending at a share or above it.
    package func probability(ofReaching limit: Int) -> Fraction {
        (try? Fraction.one.subtracting(outcomes.probability(below: limit))) ?? .zero
    }

    package func likelihood(
        ofReaching limit: Int, _ limits: LikelihoodLimits = .usual
    ) -> CompletionLikelihood {
        limits.likelihood(ofReaching: probability(ofReaching: limit))
    }
}
