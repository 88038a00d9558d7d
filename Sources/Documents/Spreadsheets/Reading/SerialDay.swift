import Quantities

/// The two ways in which a workbook counts days (日期系统).
///
/// - Source: ECMA-376 part 1, 18.17.4.1.
enum DateSystem: Hashable, Sendable {
    /// 1 is 1900-01-01, 60 a 29 February 1900 that never was, 61 is 1900-03-01.
    case from1900
    /// 0 is 1904-01-01.
    case from1904

    /// The day of a serial number; nil for days that the calendar does not have.
    func day(_ serial: Int) -> Day? { Day(excelSerial: serial, uses1904: self == .from1904) }

    /// The content of a number that a date format shows; `hasTime` where a fraction was cut off.
    func content(_ number: ExactDecimal, _ found: () -> String) -> (CellContent, hasTime: Bool) {
        var serial = number.mantissa
        var hasTime = false
        for _ in 0..<number.scale {
            if serial % 10 != 0 { hasTime = true }
            serial /= 10
        }
        guard number.mantissa >= 0, serial < 1_000_000, let day = day(Int(serial)) else {
            return (.unreadable(.noSuchDay(found())), false)
        }
        return (.day(day), hasTime)
    }
}

extension Day {
    /// Reads `2021-03-05` or `2021-03-05T08:30:00`, the dates of a strict workbook.
    static func iso8601(_ text: String) -> (day: Day, hasTime: Bool)? {
        guard text.utf8.count >= 10, let day = Day(iso: text.prefix(10)) else { return nil }
        let rest = text.dropFirst(10)
        guard rest.isEmpty || rest.hasPrefix("T") else { return nil }
        return (day, rest.utf8.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) })
    }
}
