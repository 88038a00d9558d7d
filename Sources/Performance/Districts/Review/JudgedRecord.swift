/// What the rules judge of a district, one by one (规则判断的记录).
package enum JudgedRecord: Hashable, Sendable {
    /// An indicator as declared, as evaluated, and how far it has come.
    case declared(IndicatorID)
    case evaluated(IndicatorID)
    case progress(IndicatorID)
    /// Answers that the light or the likelihood asks for.
    case deviation(IndicatorID)
    case remedy(IndicatorID)
    case goal(ProjectID)
    case goalForm(ProjectID)
    case weights(ProjectID, IndicatorCategory)
    case approvedProject(ProjectID)
    case evaluation(ProjectID)
    case projectAccounts(ProjectID)
    case projectSpending(ProjectID)
    case accounts(DepartmentID)
    case spending(DepartmentID)
    case submission(DepartmentID)

    /// The subject of the rules that judge it.
    var subject: String {
        switch self {
        case .declared: IndicatorFacts.subject
        case .evaluated: "自评指标"
        case .progress: "指标进度"
        case .deviation, .remedy: FormAnswerFacts.subject
        case .goal: GoalFacts.subject
        case .goalForm, .weights: GoalFormFacts.subject
        case .approvedProject: "批复项目"
        case .evaluation: "自评表"
        case .projectAccounts: "项目收支"
        case .projectSpending, .spending: ProgressFacts.subject
        case .accounts: "部门收支"
        case .submission: "期限"
        }
    }

    static func all(of id: IndicatorID) -> [JudgedRecord] {
        [.declared(id), .evaluated(id), .progress(id), .deviation(id), .remedy(id)]
    }

    static func all(of id: ProjectID) -> [JudgedRecord] {
        declared(of: id) + [
            .approvedProject(id), .evaluation(id), .projectAccounts(id), .projectSpending(id),
        ]
    }

    /// What a project's form of goals (F02) says beside its indicators: what counts for its quality.
    static func declared(of id: ProjectID) -> [JudgedRecord] {
        [.goal(id), .goalForm(id)] + IndicatorCategory.allCases.map { .weights(id, $0) }
    }

    static func all(of id: DepartmentID) -> [JudgedRecord] {
        [.accounts(id), .spending(id), .submission(id)]
    }
}
