/// Why a text is not a day (日期); `offset` counts UTF-8 bytes from its start.
package enum DaySyntaxError: Error, Hashable, Sendable {
    /// No four-digit year.
    case missingYear(offset: Int)
    case missingMonth(offset: Int)
    case missingDay(offset: Int)
    /// `2021年13月1日`, `2021-02-30`, `1899-12-31`: the calendar has no such day.
    case noSuchDay(offset: Int)
    case trailingText(offset: Int)

    package var offset: Int {
        switch self {
        case .missingYear(let offset), .missingMonth(let offset), .missingDay(let offset),
            .noSuchDay(let offset), .trailingText(let offset):
            offset
        }
    }

    /// What stood there and what to do; the caller names the place.
    package var message: String {
        switch self {
        case .missingYear: "日期缺少四位数的年份。请写成 2021-03-05 或 2021年3月5日。"
        case .missingMonth: "日期缺少月份。请写成 2021-03-05 或 2021年3月5日。"
        case .missingDay: "日期缺少日。请写成 2021-03-05 或 2021年3月5日。"
        case .noSuchDay: "没有这一天。请核对年、月、日（年份应在 1900 至 2199 之间）。"
        case .trailingText: "日期后面还有读不懂的文字。请只保留日期。"
        }
    }
}
