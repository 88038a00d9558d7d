/// Numbers by which a review tells its records apart; a number is never given twice, so a renamed
/// department stays itself.
package struct DepartmentID: Hashable, Sendable, Comparable {
    package let number: Int
    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.number < rhs.number }
}

package struct ProjectID: Hashable, Sendable, Comparable {
    package let number: Int
    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.number < rhs.number }
}

package struct IndicatorID: Hashable, Sendable, Comparable {
    package let number: Int
    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.number < rhs.number }
}
