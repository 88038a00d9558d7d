/// 偏差原因 of an indicator that lags, as the monitoring form offers them.
///
/// - Source: 表样 F03; 财预〔2019〕136号 attachment.
package enum DeviationCause: String, Hashable, Sendable, CaseIterable {
    case funding = "经费保障"
    case institution = "制度保障"
    case staff = "人员保障"
    case hardware = "硬件条件保障"
    case other = "其他"
}

/// What a person enters for one indicator (填报): likelihood, causes, measures.
package struct MonitoringEntry: Hashable, Sendable {
    package let likelihood: CompletionLikelihood?
    package let causes: Set<DeviationCause>
    /// 原因说明.
    package let causeText: String
    /// 备注: why it can't be reached, and what will be done.
    package let remark: String

    package init(
        likelihood: CompletionLikelihood?, causes: Set<DeviationCause> = [],
        causeText: String = "", remark: String = ""
    ) {
        self.likelihood = likelihood
        self.causes = causes
        self.causeText = causeText
        self.remark = remark
    }

    /// What keeps it from being submitted.
    package enum Gap: String, Hashable, Sendable, CaseIterable {
        case likelihoodMissing = "没有判断完成目标可能性"
        case causeMissing = "没有勾选偏差原因"
        case causeTextMissing = "没有写原因说明"
        case remarkMissing = "没有写拟采取的措施"

        package var message: String { rawValue }
    }

    /// - Parameter light: that of the indicator; red and yellow ask for a cause.
    package func gaps(light: MonitoringLight?) -> [Gap] {
        var gaps: [Gap] = []
        if likelihood == nil { gaps.append(.likelihoodMissing) }
        let isBehind = light == .red || light == .yellow
        let isDoubtful = likelihood == .possible || likelihood == .impossible
        if isBehind || isDoubtful, causes.isEmpty { gaps.append(.causeMissing) }
        if causes.contains(.other) || likelihood == .impossible, causeText.isEmpty {
            gaps.append(.causeTextMissing)
        }
        if likelihood == .impossible, remark.isEmpty { gaps.append(.remarkMissing) }
        return gaps
    }
}
