package import Quantities

/// One 三级指标 of a project: what is measured, its target (指标值), and its points.
///
/// - Source: 财预〔2020〕10号《项目支出绩效评价管理办法》, 项目支出绩效自评表.
package struct PerformanceIndicator: Hashable, Sendable {
    package let name: String
    package let kind: IndicatorKind
    package let target: Target
    /// 分值.
    package let weight: Points

    package init(name: String, kind: IndicatorKind, target: Target, weight: Points) {
        self.name = name
        self.kind = kind
        self.target = target
        self.weight = weight
    }

    /// A 定性指标 has no number to compare, so this type gives it no place for one.
    package enum Target: Hashable, Sendable {
        case quantitative(Comparator, Fraction, unit: UnitSymbol)
        /// 50–60次: inside both ends.
        case range(ClosedRange<Fraction>, unit: UnitSymbol)
        /// 12月底前: on or before the day.
        case day(Day)
        case qualitative(String)
    }
}

/// 计算符号 of a quantitative target.
package enum Comparator: String, Hashable, Sendable, CaseIterable {
    case greater = "＞"
    case atLeast = "≥"
    case equal = "＝"
    case less = "＜"
    case atMost = "≤"
}

/// 一级指标 of a project's indicator tree.
package enum IndicatorCategory: String, Hashable, Sendable, CaseIterable {
    case output = "产出指标"
    case benefit = "效益指标"
    case satisfaction = "满意度指标"
}

/// 二级指标 of a project's indicator tree.
package enum IndicatorKind: String, Hashable, Sendable, CaseIterable {
    case quantity = "数量指标"
    case quality = "质量指标"
    case timeliness = "时效指标"
    case cost = "成本指标"
    case economicBenefit = "经济效益指标"
    case socialBenefit = "社会效益指标"
    case ecologicalBenefit = "生态效益指标"
    case sustainableImpact = "可持续影响指标"
    case clientSatisfaction = "服务对象满意度指标"

    package var category: IndicatorCategory {
        switch self {
        case .quantity, .quality, .timeliness, .cost: .output
        case .economicBenefit, .socialBenefit, .ecologicalBenefit, .sustainableImpact: .benefit
        case .clientSatisfaction: .satisfaction
        }
    }
}
