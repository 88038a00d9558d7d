import Quantities

/// Books that are taken together as one (汇总), less what passed between them (抵销): a department's
/// own and those of its subordinate units.
package struct BookGroup: Hashable, Sendable {
    /// One book of the group.
    package struct Member: Hashable, Sendable {
        package let unitCode: String
        /// Each unit has a journal of its own: rows of later numbers do not exist yet.
        package let journalNumber: Int64
        /// What passed between members (内部往来), by the ledger's name.
        package let internalRows: [String: [InternalRows]]
        /// Ledgers that the unit states to have nothing for: no rows are 0 there.
        package let without: Set<String>

        package init(
            unitCode: String, journalNumber: Int64, internalRows: [String: [InternalRows]] = [:],
            without: Set<String> = []
        ) {
            self.unitCode = unitCode
            self.journalNumber = journalNumber
            self.internalRows = internalRows
            self.without = without
        }
    }

    /// The unit whose snapshots stand for the whole; itself a member.
    package let head: String
    package let members: [Member]

    package init(head: String, members: [Member]) {
        self.head = head
        self.members = members
    }

    /// The same days of a member's own book.
    package func snapshot(_ snapshot: Snapshot, of member: Member) -> Snapshot {
        Snapshot(
            book: BookID(unitCode: member.unitCode, year: snapshot.book.year),
            periodStart: snapshot.periodStart, periodEnd: snapshot.periodEnd,
            journalNumber: member.journalNumber)
    }
}

/// Rows that are taken off, or put back since a wider filter has taken too many.
package struct InternalRows: Hashable, Sendable {
    /// As a formula writes it: `支出类别 = "对附属单位补助支出"`.
    package let filter: String
    package let putsBack: Bool

    package init(_ filter: String, putsBack: Bool = false) {
        self.filter = filter
        self.putsBack = putsBack
    }
}

/// Sums of a member's internal rows (抵销数).
package struct GroupElimination: Sendable {
    package let unitCode: String
    package let putsBack: Bool
    /// The aggregate that it is taken off: `sum(支付.金额; 支出类别 = "公用经费")`.
    package let aggregateText: String
    /// The same over internal rows alone; in the period of the aggregate.
    package let formula: CheckedFormula

    /// The aggregate over internal rows, whatever its period.
    var text: String { formula.demands.first?.aggregate.text ?? formula.text }
}
