/// Who acts in the budget-performance year (岗位).
///
/// - Source: 流程 §1.
package enum Role: String, Hashable, Sendable, CaseIterable, Comparable {
    /// 部门业务科室.
    case businessOffice
    /// 部门财务.
    case financeOffice
    /// 部门负责人; of the finance bureau itself, the head of the bureau.
    case departmentHead
    /// 主管部门.
    case supervisor
    /// 财政局业务科（部门预算管理科）.
    case budgetLiaison
    /// 财政局绩效科.
    case performanceSection
    /// 第三方机构.
    case thirdParty
    /// 人大（财经委/预工委）.
    case peoplesCongress
    /// 审计.
    case audit
    /// 经费审查委员会（工会内部）.
    case fundsReview
    /// 公众.
    case `public`
    /// 系统管理员.
    case systemAdmin

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// What the pack says of a role: its name and how it is granted (岗位说明).
package struct RoleProfile: Hashable, Sendable {
    package let role: Role
    /// 部门业务科室.
    package let name: String
    package let duties: String
    package let scope: Scope
    /// Whether granting it needs a second person: 审核, 复核, 审计 and what signs.
    package let needsSecondPerson: Bool
    /// Whether a grant must say when it ends.
    package let isForLimitedTime: Bool

    package enum Scope: String, Hashable, Sendable, CaseIterable {
        /// Granted by the unit itself.
        case department
        /// Granted by the unit, or for all its departments by the finance bureau.
        case bureau
        /// Nobody is granted it: it is everybody.
        case everybody
    }

    package init(
        role: Role, name: String, duties: String, scope: Scope, needsSecondPerson: Bool,
        isForLimitedTime: Bool
    ) {
        self.role = role
        self.name = name
        self.duties = duties
        self.scope = scope
        self.needsSecondPerson = needsSecondPerson
        self.isForLimitedTime = isForLimitedTime
    }
}
