package import Performance

/// A good example of an indicator (示范指标), for people to start from.
package struct LibraryIndicator: Hashable, Sendable {
    /// 三级指标.
    package let name: String
    package let level: IndicatorKind
    /// A typical 指标值, such as `≥300人次`: an example, not a standard.
    package let target: String
    /// 计算公式: what is counted and how.
    package let formula: String
    /// 数据来源: what proves it.
    package let evidence: String
    /// The measure that computes it from ledgers; nil where it has to be typed.
    package let measure: String?
    /// The kind of work it belongs to.
    package let work: String
    package let source: RuleSource

    package init(
        name: String, level: IndicatorKind, target: String, formula: String, evidence: String,
        measure: String?, work: String, source: RuleSource
    ) {
        self.name = name
        self.level = level
        self.target = target
        self.formula = formula
        self.evidence = evidence
        self.measure = measure
        self.work = work
        self.source = source
    }
}

/// A kind of work (工作类别) that departments spend on, with a whole set of indicators for it.
package struct IndicatorWork: Hashable, Sendable {
    package let name: String
    /// Words in a project's name that speak of this work.
    package let keywords: [String]
    /// In the order of the indicator tree.
    package let indicators: [LibraryIndicator]
}
