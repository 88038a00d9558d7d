/// A calendar day (日期) in Asia/Shanghai, without clock or zone.
package struct Day: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// nil where the calendar has no such day; years 1900…2199.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysInMonth(month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2021-07-31` and nothing else; nil for any other text.
    package init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-")
        else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `2021-07-31`, the form in which days are stored and sorted.
    package var iso: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    /// `2021年7月31日`, the form in which days are printed.
    package var chinese: String { "\(year)年\(month)月\(day)日" }

    /// Days since 1970-01-01.
    package var daysSinceEpoch: Int {
        // Years begin in March, so that the leap day is the last.
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    /// The day a number of days after 1970-01-01; nil outside 1900…2199.
    package init?(daysSinceEpoch days: Int) {
        guard (-30_000...90_000).contains(days) else { return nil }  // 1887…2216
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// nil outside 1900…2199.
    package func adding(days: Int) -> Day? {
        let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
        return overflow ? nil : Day(daysSinceEpoch: sum)
    }

    package static func daysInMonth(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day: Comparable {
    package static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
    }
}

extension Day: CustomStringConvertible {
    package var description: String { iso }
}

/// A fiscal year (财政年度): 1 January to 31 December.
package struct FiscalYear: Hashable, Sendable, Comparable {
    package let number: Int

    /// nil outside 2000…2100.
    package init?(_ number: Int) {
        guard (2000...2100).contains(number) else { return nil }
        self.number = number
    }

    package var firstDay: Day { day(1, 1) }
    package var lastDay: Day { day(12, 31) }
    /// 上年; nil before 2000.
    package var previous: FiscalYear? { FiscalYear(number - 1) }

    package func contains(_ day: Day) -> Bool { day.year == number }

    /// The last day of one of its months, 1…12.
    package func monthEnd(_ month: Int) -> Day { day(month, Day.daysInMonth(month, of: number)) }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.number < rhs.number }

    private func day(_ month: Int, _ day: Int) -> Day {
        guard let day = Day(year: number, month: month, day: day)
        else { preconditionFailure("2000…2100 are inside the calendar") }
        return day
    }
}
