/// What may be done besides the steps of the machines (用例).
package enum CycleUseCase: String, Hashable, Sendable, CaseIterable, Comparable {
    /// 查看事项及其内容.
    case viewMatter
    /// 查看已公开的内容.
    case viewPublished
    /// 查看佐证.
    case viewEvidence
    /// 查看含个人信息的佐证, P2 and P3.
    case viewPersonalEvidence
    /// 查看办理记录和操作日志.
    case viewJournal
    /// 填报: change the department's answers and figures.
    case editForm
    /// 填写复核值: never the department's figures.
    case editReview
    /// 提出意见.
    case comment
    /// 答复意见.
    case answerComment
    /// 上传佐证.
    case attachEvidence
    /// 登记日常监督.
    case recordSupervision
    /// 登记培训.
    case recordTraining
    /// 登记隶属关系: whose subordinate unit this is.
    case registerAffiliation
    /// 登记委托 for one's own role or an absent colleague's.
    case delegate
    /// 岗位授权.
    case grantRole
    /// 确认授权: the second person.
    case confirmGrant
    /// 设置方案、日历和参数.
    case configure

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// The rights that no machine tells (授权矩阵): role × use case × state.
package struct Authorisation: Hashable, Sendable {
    package struct Rule: Hashable, Sendable {
        package let useCase: CycleUseCase
        package let roles: Set<Role>
        /// Kinds of matters and their states; nil where the state does not matter.
        package let states: [MatterKind: Set<String>]?

        package init(
            useCase: CycleUseCase, roles: Set<Role>, states: [MatterKind: Set<String>]?
        ) {
            self.useCase = useCase
            self.roles = roles
            self.states = states
        }
    }

    package let rules: [Rule]
    /// 用例的名称.
    package let names: [CycleUseCase: String]
    /// Forms that reviewers fill in; all others are the department's.
    package let reviewForms: Set<String>

    package init(rules: [Rule], names: [CycleUseCase: String], reviewForms: Set<String>) {
        self.rules = rules
        self.names = names
        self.reviewForms = reviewForms
    }

    /// What filling in a form is: the department's answers, or a reviewer's.
    package func useCase(ofForm form: String) -> CycleUseCase {
        reviewForms.contains(form) ? .editReview : .editForm
    }

    package func name(of useCase: CycleUseCase) -> String {
        names[useCase] ?? useCase.rawValue
    }

    /// Whether a role may do it with a matter in a state.
    package func allows(
        _ role: Role, _ useCase: CycleUseCase, _ kind: MatterKind, in state: String
    ) -> Bool {
        rules.contains { rule in
            rule.useCase == useCase && rule.roles.contains(role)
                && (rule.states.map { $0[kind]?.contains(state) ?? false } ?? true)
        }
    }

    /// The roles that may do it, sorted.
    package func roles(
        for useCase: CycleUseCase, _ kind: MatterKind, in state: String
    ) -> [Role] {
        Role.allCases.filter { allows($0, useCase, kind, in: state) }.sorted()
    }
}

extension Workflow {
    /// Whether a role may take an event's step in a state: what its machine says.
    package func allows(
        _ role: Role, event: String, _ kind: MatterKind, in state: String?
    ) -> Bool {
        machine(kind).transition(event, from: state)?.roles.contains(role) ?? false
    }
}
