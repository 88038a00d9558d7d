package import Quantities

/// One account's right to act in a role (岗位授权), the latest version of its register.
package struct RoleGrant: Hashable, Sendable {
    package let account: String
    package let role: Role
    /// The unit whose register holds it.
    package let unitCode: String
    package let grantedBy: String
    /// The second person; nil where none was needed, or where the office has only one.
    package let confirmedBy: String?
    package let validFrom: Day
    /// The last day; nil where it does not end.
    package let validTo: Day?
    package let status: Status

    package enum Status: String, Hashable, Sendable, CaseIterable {
        /// Waits for the second person.
        case awaiting = "待确认"
        case active = "有效"
        case revoked = "撤销"
        /// 回避: the account advised this unit and never reviews it.
        case recused = "回避"
    }

    package init(
        account: String, role: Role, unitCode: String, grantedBy: String,
        confirmedBy: String? = nil, validFrom: Day, validTo: Day? = nil, status: Status = .active
    ) {
        self.account = account
        self.role = role
        self.unitCode = unitCode
        self.grantedBy = grantedBy
        self.confirmedBy = confirmedBy
        self.validFrom = validFrom
        self.validTo = validTo
        self.status = status
    }

    package func isValid(on day: Day) -> Bool {
        status == .active && validFrom <= day && validTo.map { day <= $0 } ?? true
    }
}

/// An absent actor's steps handed to somebody by name and for a time (委托).
package struct Delegation: Hashable, Sendable {
    package let principal: String
    package let role: Role
    package let delegate: String
    package let firstDay: Day
    package let lastDay: Day
    /// Who wrote it down: the principal, or who stands in for an absent one.
    package let arrangedBy: String
    package let reason: String

    package init(
        principal: String, role: Role, delegate: String, firstDay: Day, lastDay: Day,
        arrangedBy: String, reason: String
    ) {
        self.principal = principal
        self.role = role
        self.delegate = delegate
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.arrangedBy = arrangedBy
        self.reason = reason
    }

    package func isValid(on day: Day) -> Bool { (firstDay...lastDay).contains(day) }
}
