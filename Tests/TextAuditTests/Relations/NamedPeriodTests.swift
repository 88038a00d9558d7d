import Testing

@testable import TextAudit

/// The last stretch of the year that a text names, in days and months.
struct NamedPeriodTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let days: [Int16]
        let months: Int16?

        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(text: "2024年第28周热线受理", days: [7], months: nil),
        Case(text: "2023年4月，接待", days: [30], months: 1),
        Case(text: "2023年2月共受理", days: [28, 29], months: 1),
        Case(text: "2023年1—9月累计", days: [273, 274], months: 9),
        Case(text: "1月至10月", days: [304, 305], months: 10),
        Case(text: "3-5月", days: [92], months: 3),
        Case(text: "三季度受理", days: [90, 91, 92], months: 3),
        Case(text: "前三季度受理", days: [273, 274], months: 9),
        Case(text: "2023年上半年", days: [181, 182, 184], months: 6),
        Case(text: "全年接待", days: [365, 366], months: 12),
        Case(text: "2021年接待", days: [365, 366], months: 12),
    ])
    func `所指时段`(example: Case) {
        let period = NamedPeriod(lastIn: example.text)
        #expect(period?.days == example.days)
        #expect(period?.months == example.months)
    }

    @Test(arguments: ["较上周上升", "一周年活动", "13月", "5-3月", "近年来", "各季节", "累计受理"])
    func `没有时段`(text: String) {
        #expect(NamedPeriod(lastIn: text) == nil)
    }
}
