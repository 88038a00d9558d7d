package import Quantities

/// How an indicator's value becomes points (评分规则): a primitive with its parameters.
package enum ScoringRule: Hashable, Sendable {
    /// R1
    case ratioCapped(ScoredValue, CappedRatio)
    /// R2
    case stepDown(ScoredValue, StepDown)
    /// R3
    case linearBand(ScoredValue, LinearBand)
    /// R4
    case eventDeduct([DeductedEvent])
    /// R5
    case checklist([ChecklistItem])
    /// R6
    case tiers(ScoredValue, TierTable)
    /// R7
    case flag(JudgedItem)
    /// R8, over the indicators of a group such as 产出指标.
    case weightedCompletion(group: String)
    /// R9
    case manual
    /// Several rules, each with its share of the points, added exactly and rounded once.
    case composite([Part])

    package struct Part: Hashable, Sendable {
        package let points: Points
        package let label: String
        package let rule: ScoringRule

        package init(points: Points, label: String, rule: ScoringRule) {
            self.points = points
            self.label = label
            self.rule = rule
        }
    }

    /// The primitive, or the primitives joined by `+` for a rule of several parts.
    package var ruleId: String {
        switch self {
        case .ratioCapped: ScoringPrimitive.ratioCapped.rawValue
        case .stepDown: ScoringPrimitive.stepDown.rawValue
        case .linearBand: ScoringPrimitive.linearBand.rawValue
        case .eventDeduct: ScoringPrimitive.eventDeduct.rawValue
        case .checklist: ScoringPrimitive.checklist.rawValue
        case .tiers: ScoringPrimitive.tiers.rawValue
        case .flag: ScoringPrimitive.flag.rawValue
        case .weightedCompletion: ScoringPrimitive.weightedCompletion.rawValue
        case .manual: ScoringPrimitive.manual.rawValue
        case .composite(let parts):
            Set(parts.map(\.rule.ruleId)).sorted().joined(separator: "+")
        }
    }

    /// Every operand that the rule reads, in the order of the scheme.
    package var operands: [Operand] {
        switch self {
        case .ratioCapped(let value, _), .stepDown(let value, _), .linearBand(let value, _),
            .tiers(let value, _):
            value.operands
        case .eventDeduct(let events): events.map(\.count)
        case .checklist(let items): items.map { .judged($0.item) }
        case .flag(let item): [.judged(item)]
        case .weightedCompletion, .manual: []
        case .composite(let parts): parts.flatMap(\.rule.operands)
        }
    }
}

/// One kind of event that costs points (R4).
package struct DeductedEvent: Hashable, Sendable {
    /// A count; a yes/no item counts as 1 or 0.
    package let count: Operand
    package let name: String
    package let perEvent: Fraction

    package init(count: Operand, name: String, perEvent: Fraction) {
        self.count = count
        self.name = name
        self.perEvent = perEvent
    }
}

/// One checkpoint of a checklist (R5).
package struct ChecklistItem: Hashable, Sendable {
    package let item: JudgedItem
    package let points: Points
    /// For an item judged by a number (days after approval): the most that is still right.
    package let atMost: Fraction?

    package init(item: JudgedItem, points: Points, atMost: Fraction? = nil) {
        self.item = item
        self.points = points
        self.atMost = atMost
    }
}
