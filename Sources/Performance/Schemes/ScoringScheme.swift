package import Quantities

/// How sure a rule's source is.
package enum EvidenceMark: String, Hashable, Sendable, CaseIterable {
    /// Read in the named page or document.
    case verified
    /// From professional knowledge, not read again.
    case recalled
    /// Seen in production systems or their manuals.
    case practice
    /// A decision for this product, not a rule of any authority.
    case design

    /// What users read.
    package var title: String {
        switch self {
        case .verified: "已核实"
        case .recalled: "据专业知识，未再核对"
        case .practice: "见于实际系统"
        case .design: "本产品设定"
        }
    }
}

/// Where a rule comes from (依据): text for the user and how sure it is.
package struct RuleSource: Hashable, Sendable {
    package let text: String
    package let evidence: EvidenceMark

    package init(text: String, evidence: EvidenceMark) {
        self.text = text
        self.evidence = evidence
    }
}

/// What becomes of the points of indicators that do not apply (不适用指标分值的处理).
package enum NotApplicablePolicy: String, Hashable, Sendable, CaseIterable {
    /// total = Σ score ÷ Σ applicable points × 100.
    case rebase
    /// They count in full.
    case giveFull
    /// The other indicators of the same parent take them over.
    case redistributeWithinParent
}

/// A versioned tree of indicators with points and rules (评价指标体系).
package struct ScoringScheme: Hashable, Sendable {
    package let id: String
    package let version: String
    package let name: String
    /// The fiscal years it is meant for; empty for any.
    package let fiscalYears: [FiscalYear]
    package let source: RuleSource
    package let notApplicablePolicy: NotApplicablePolicy
    package let grades: GradeTable
    /// Decimals of a leaf's score, 0…2.
    package let leafDecimals: Int
    /// Their points sum to 100.
    package let dimensions: [SchemeGroup]

    package init(
        id: String, version: String, name: String, fiscalYears: [FiscalYear], source: RuleSource,
        notApplicablePolicy: NotApplicablePolicy, grades: GradeTable, leafDecimals: Int = 2,
        dimensions: [SchemeGroup]
    ) {
        self.id = id
        self.version = version
        self.name = name
        self.fiscalYears = fiscalYears
        self.source = source
        self.notApplicablePolicy = notApplicablePolicy
        self.grades = grades
        self.leafDecimals = leafDecimals
        self.dimensions = dimensions
    }

    /// All indicators in the order of the scheme.
    package var indicators: [SchemeIndicator] { dimensions.flatMap(\.indicators) }

    package func indicator(_ id: String) -> SchemeIndicator? {
        indicators.first { $0.id == id }
    }

    /// The same scheme with another policy for indicators that do not apply.
    package func with(_ policy: NotApplicablePolicy) -> ScoringScheme {
        ScoringScheme(
            id: id, version: version, name: name, fiscalYears: fiscalYears, source: source,
            notApplicablePolicy: policy, grades: grades, leafDecimals: leafDecimals,
            dimensions: dimensions)
    }
}

/// A dimension (一级指标) or a group below it (二级指标).
package struct SchemeGroup: Hashable, Sendable {
    package let id: String
    package let name: String
    package let points: Points
    /// Their points sum to ``points``.
    package let children: [Child]

    package enum Child: Hashable, Sendable {
        case group(SchemeGroup)
        case indicator(SchemeIndicator)

        package var points: Points {
            switch self {
            case .group(let group): group.points
            case .indicator(let indicator): indicator.points
            }
        }
    }

    package init(id: String, name: String, points: Points, children: [Child]) {
        self.id = id
        self.name = name
        self.points = points
        self.children = children
    }

    package var indicators: [SchemeIndicator] {
        children.flatMap { child in
            switch child {
            case .group(let group): group.indicators
            case .indicator(let indicator): [indicator]
            }
        }
    }
}
