/// The ten ways in which a value becomes points (评分规则的基本型); every rule is one of them.
package enum ScoringPrimitive: String, Hashable, Sendable, CaseIterable {
    case veto = "R0"
    case ratioCapped = "R1"
    case stepDown = "R2"
    case linearBand = "R3"
    case eventDeduct = "R4"
    case checklist = "R5"
    case tiers = "R6"
    case flag = "R7"
    case weightedCompletion = "R8"
    case manual = "R9"

    /// What users read.
    package var title: String {
        switch self {
        case .veto: "一票否决"
        case .ratioCapped: "按比例计分"
        case .stepDown: "超标扣分"
        case .linearBand: "区间线性计分"
        case .eventDeduct: "按次扣分"
        case .checklist: "要点计分"
        case .tiers: "分档计分"
        case .flag: "有无计分"
        case .weightedCompletion: "加权完成率计分"
        case .manual: "人工评分"
        }
    }
}
