package import Quantities

/// A book (账套): one unit's fiscal year. The unit's code is in every key.
package struct BookID: Hashable, Sendable, Comparable {
    /// 单位代码: 1…40 letters, digits, `-` or `_`.
    package let unitCode: String
    package let year: FiscalYear

    package init(unitCode: String, year: FiscalYear) {
        self.unitCode = unitCode
        self.year = year
    }

    /// 上年账套; nil before 2000.
    package var previous: BookID? {
        year.previous.map { BookID(unitCode: unitCode, year: $0) }
    }

    package static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.unitCode, lhs.year) < (rhs.unitCode, rhs.year)
    }
}

/// A snapshot (快照): what an evaluation may see, so that what was frozen stays.
package struct Snapshot: Hashable, Sendable {
    package let book: BookID
    /// 期初, the first day that counts; 1 January unless a part of the year is asked for.
    package let periodStart: Day
    /// 期末, the last day that counts.
    package let periodEnd: Day
    /// Rows of later journal numbers do not exist yet; reversals of later numbers do not strike yet.
    package let journalNumber: Int64

    package init(book: BookID, periodStart: Day? = nil, periodEnd: Day? = nil, journalNumber: Int64)
    {
        self.book = book
        self.periodStart = periodStart ?? book.year.firstDay
        self.periodEnd = periodEnd ?? book.year.lastDay
        self.journalNumber = journalNumber
    }
}
