package import Quantities

/// One 三级指标 of a scheme: its points, its rule and the words that explain it.
package struct SchemeIndicator: Hashable, Sendable {
    package let id: String
    package let name: String
    /// What the value is called in explanations: 支出率.
    package let valueName: String
    package let points: Points
    package let rule: ScoringRule
    /// Unit in which the rule's formulas are shown; nil shows plain numbers.
    package let unit: UnitSymbol?
    package let onUndefined: UndefinedPolicy
    /// 满分标准.
    package let fullText: String
    /// 扣分标准.
    package let deductText: String
    /// 数据来源.
    package let dataNeeded: String
    package let source: RuleSource
    package let veto: Veto?
    package let alerts: [ValueAlert]
    /// Why the indicator does not apply unless somebody states its figures; nil for most.
    package let notApplicableUnlessStated: String?
    package let deadlines: [Deadline]
    package let note: String?

    package init(
        id: String, name: String, valueName: String? = nil, points: Points, rule: ScoringRule,
        unit: UnitSymbol? = nil, onUndefined: UndefinedPolicy = .missingData, fullText: String,
        deductText: String, dataNeeded: String, source: RuleSource, veto: Veto? = nil,
        alerts: [ValueAlert] = [], notApplicableUnlessStated: String? = nil,
        deadlines: [Deadline] = [], note: String? = nil
    ) {
        self.id = id
        self.name = name
        self.valueName = valueName ?? name
        self.points = points
        self.rule = rule
        self.unit = unit
        self.onUndefined = onUndefined
        self.fullText = fullText
        self.deductText = deductText
        self.dataNeeded = dataNeeded
        self.source = source
        self.veto = veto
        self.alerts = alerts
        self.notApplicableUnlessStated = notApplicableUnlessStated
        self.deadlines = deadlines
        self.note = note
    }
}

/// R0 一票否决: a serious finding that sets the indicator to 0 and caps the grade.
package struct Veto: Hashable, Sendable {
    /// Answered 是 only where such a finding exists; no answer means none is known.
    package let item: JudgedItem
    package let gradeCap: String?

    package init(item: JudgedItem, gradeCap: String?) {
        self.item = item
        self.gradeCap = gradeCap
    }
}

/// A finding that is raised beside the score when a value passes a limit.
package struct ValueAlert: Hashable, Sendable {
    package enum Side: String, Hashable, Sendable, CaseIterable {
        case above
        case below
    }

    package let id: CheckID
    /// nil watches the indicator's own value.
    package let operand: Operand?
    package let side: Side
    package let limit: Fraction
    package let message: String

    package init(id: CheckID, operand: Operand?, side: Side, limit: Fraction, message: String) {
        self.id = id
        self.operand = operand
        self.side = side
        self.limit = limit
        self.message = message
    }

    func isRaised(by value: Fraction) -> Bool { side == .above ? value > limit : value < limit }
}

/// A legal deadline (时限) that decides what counts as in time for an indicator.
package struct Deadline: Hashable, Sendable {
    package enum Basis: String, Hashable, Sendable, CaseIterable {
        case calendarDays
        case workingDays
    }

    package let name: String
    package let days: Int
    package let basis: Basis

    package init(name: String, days: Int, basis: Basis) {
        self.name = name
        self.days = days
        self.basis = basis
    }

    /// The last day itself is in time.
    package func isMet(after elapsedDays: Int) -> Bool { elapsedDays <= days }
}
