import Documents
package import Formulas
package import Performance
package import Quantities

/// Everything a report of one book is composed from (报告数据): pure values, read at one snapshot.
package struct ReportFacts: Sendable {
    package let unitName: String
    package let snapshot: Snapshot
    /// 链头: number and hash of the journal at the snapshot, in hexadecimal.
    package let journalHash: String
    /// 口径 by name.
    package let figures: [String: FigureTrace]
    /// Names of the 内设机构, in the order kept.
    package let offices: [String]
    package let projects: [ProjectFacts]
    /// Narrative that a person wrote, by section.
    package let texts: [NarrativeText]
    /// 部门整体评分, one for each scheme asked for; the first is the report's.
    package let evaluations: [SchemeEvaluation]
    /// The figures that each leaf's rule reads, by scheme and leaf.
    package let leafInputs: [String: [String: [FigureTrace]]]

    package init(
        unitName: String, snapshot: Snapshot, journalHash: String, figures: [String: FigureTrace],
        offices: [String], projects: [ProjectFacts], texts: [NarrativeText],
        evaluations: [SchemeEvaluation], leafInputs: [String: [String: [FigureTrace]]]
    ) {
        self.unitName = unitName
        self.snapshot = snapshot
        self.journalHash = journalHash
        self.figures = figures
        self.offices = offices
        self.projects = projects
        self.texts = texts
        self.evaluations = evaluations
        self.leafInputs = leafInputs
    }

    /// Says which scores hold only if assumptions do; nil where none does.
    package func assumptionNote(_ evaluation: SchemeEvaluation) -> String? {
        let inputs = leafInputs[evaluation.scheme.id] ?? [:]
        let leaves = evaluation.scheme.indicators.map(\.id).filter { id in
            inputs[id, default: []].contains { $0.basis >= .partlyAssumed }
        }
        return leaves.isEmpty ? nil : "所用数据含假定的指标：\(leaves.joined(separator: "、"))。"
    }

    package var year: Int { snapshot.book.year.number }

    /// A figure by its 口径; one that nobody defined is missing, never a crash and never a 0.
    package func figure(_ name: String) -> FigureTrace {
        figures[name]
            ?? FigureTrace(
                name: name, value: .missing(reason: "没有名为“\(name)”的口径"), formula: "",
                arithmetic: "", entries: [])
    }

    package func texts(_ section: NarrativeText.Section, of project: String? = nil)
        -> [NarrativeText]
    {
        texts.filter { $0.section == section && $0.project == project }
            .sorted { $0.number < $1.number }
    }
}

/// A passage that a person wrote (报告文字), a row of the ledger of that name.
package struct NarrativeText: Hashable, Sendable {
    /// Where in the report it stands (章节).
    package enum Section: String, Hashable, Sendable, CaseIterable {
        case duty = "部门职能"
        case department = "部门概况"
        case annualGoal = "年度目标"
        case mainTask = "主要工作"
        case revenueReason = "收入差异原因"
        case expenditureReason = "支出差异原因"
        case budgetManagement = "预算管理"
        case goalSetting = "目标设定"
        case monitoring = "运行监控"
        case conclusion = "自评结论"
        case projectResult = "项目完成情况"
        case achievement = "主要成效"
        case problem = "主要问题"
        case measure = "改进措施"
    }

    package let section: Section
    /// 项目; nil where the passage is about the whole department.
    package let project: String?
    package let number: Int64
    /// 标题; empty where it has none.
    package let heading: String
    /// Pieces in reading order: what was typed, and the figures its fields stand for.
    package let pieces: [Piece]
    /// `报告文字.xlsx 第5行`
    package let source: String

    package enum Piece: Hashable, Sendable {
        case typed(String)
        /// `{口径}` in the text: the figure as printed, and its trace.
        case figure(FigureTrace, FigureFormat)
    }

    package init(
        section: Section, project: String?, number: Int64, heading: String, pieces: [Piece],
        source: String
    ) {
        self.section = section
        self.project = project
        self.number = number
        self.heading = heading
        self.pieces = pieces
        self.source = source
    }
}

/// What is known of one project (项目) at the snapshot.
package struct ProjectFacts: Sendable {
    package let name: String
    /// 立项目的, as a person wrote it; empty where nobody did.
    package let purpose: String
    package let purposeSource: String
    package let budget: FigureTrace
    /// 全年预算数 (调整后).
    package let adjustedBudget: FigureTrace
    package let execution: FigureTrace
    package let executionRate: FigureTrace
    /// 其中: the funds by source, in the form's order.
    package let funds: [ProjectFund]
    package let indicators: [IndicatorFacts]
    /// 自评得分 where nothing is missing, else what is missing.
    package let score: ProjectScore

    package init(
        name: String, purpose: String, purposeSource: String, budget: FigureTrace,
        adjustedBudget: FigureTrace, execution: FigureTrace,
        executionRate: FigureTrace, funds: [ProjectFund], indicators: [IndicatorFacts],
        score: ProjectScore
    ) {
        self.name = name
        self.purpose = purpose
        self.purposeSource = purposeSource
        self.budget = budget
        self.adjustedBudget = adjustedBudget
        self.execution = execution
        self.executionRate = executionRate
        self.funds = funds
        self.indicators = indicators
        self.score = score
    }
}

/// A project's money from one source (资金来源).
package struct ProjectFund: Sendable {
    package let label: String
    /// 年初预算数, 全年预算数, 全年执行数.
    package let amounts: [FigureTrace]

    package init(label: String, amounts: [FigureTrace]) {
        self.label = label
        self.amounts = amounts
    }
}

/// One 三级指标 of a project or of the department, as registered, with what it came to.
package struct IndicatorFacts: Sendable {
    package let id: String
    package let firstLevel: String
    package let secondLevel: String
    package let name: String
    /// `≥300人次`, or the words of a 定性指标.
    package let targetText: String
    /// The figure behind 实际完成值; nil where neither a ledger nor a person gave one.
    package let actual: FigureTrace?
    /// `295人次`, `达成`; `—` where nothing is known.
    package let actualText: String
    package let weight: Points?
    /// nil where it cannot be scored.
    package let score: Points?
    /// How the score came about, or what is missing.
    package let explanation: String
    /// 偏差原因分析及改进措施, as typed.
    package let deviationReason: String
    /// 数据来源, 对应口径, 完成档次 and 判断理由, as registered; "" where nothing is.
    package let evidence: String
    package let measure: String
    package let tier: String
    package let judgementReason: String

    package init(
        id: String, firstLevel: String, secondLevel: String, name: String, targetText: String,
        actual: FigureTrace?, actualText: String, weight: Points?, score: Points?,
        explanation: String, deviationReason: String, evidence: String = "",
        measure: String = "", tier: String = "", judgementReason: String = ""
    ) {
        self.id = id
        self.firstLevel = firstLevel
        self.secondLevel = secondLevel
        self.name = name
        self.targetText = targetText
        self.actual = actual
        self.actualText = actualText
        self.weight = weight
        self.score = score
        self.explanation = explanation
        self.deviationReason = deviationReason
        self.evidence = evidence
        self.measure = measure
        self.tier = tier
        self.judgementReason = judgementReason
    }
}

/// 项目自评结果.
package struct ProjectScore: Sendable {
    /// Points of 预算执行率 and what they are out of.
    package let budgetScore: Points?
    package let budgetWeight: Points
    package let total: Points?
    package let grade: String?
    /// `总分 98.50 分，等次为“优”`, or what is missing.
    package let sentence: String
    package let missing: [String]
    package let warnings: [String]

    package init(
        budgetScore: Points?, budgetWeight: Points, total: Points?, grade: String?,
        sentence: String, missing: [String], warnings: [String]
    ) {
        self.budgetScore = budgetScore
        self.budgetWeight = budgetWeight
        self.total = total
        self.grade = grade
        self.sentence = sentence
        self.missing = missing
        self.warnings = warnings
    }
}
