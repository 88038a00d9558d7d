import Foundation
import Testing

@testable import Quantities

struct DayTests {
    @Test(arguments: [
        "2021-03-05", "2021/3/5", "2021.3.5", "20210305", "2021年3月5日", "2021年03月05日", "二〇二一年三月五日",
        "二○二一年三月五日", "二零二一年三月五日", "２０２１－０３－０５", "２０２１年３月５日", " 2021-03-05 ", "2021 年 3 月 5 日",
        "2021-03-05 00:00:00", "2021-03-05T09:30:15.250", "2021/3/5 9:30", "2021年3月5号", "２０２１０３０５",
    ])
    func `每种写法读出同一天`(text: String) throws {
        #expect(try Day(reading: text).iso == "2021-03-05")
    }

    @Test(arguments: [
        ("二〇二一年十二月三十一日", "2021-12-31"), ("2020-2-29", "2020-02-29"), ("1900-1-1", "1900-01-01"),
        ("2199.12.31", "2199-12-31"), ("二〇二〇年十月二十日", "2020-10-20"),
    ])
    func `边上的日期`(text: String, iso: String) throws {
        #expect(try Day(reading: text).iso == iso)
    }

    @Test(arguments: [
        ("", DaySyntaxError.missingYear(offset: 0)), ("明天", .missingYear(offset: 0)),
        ("21.3.5", .missingYear(offset: 0)), ("3月5日", .missingYear(offset: 0)),
        ("20210", .missingYear(offset: 0)), ("202103051", .missingYear(offset: 0)),
        ("2021", .missingMonth(offset: 4)), ("2021年", .missingMonth(offset: 7)),
        ("2021-x-1", .missingMonth(offset: 5)), ("2021-123-1", .missingMonth(offset: 5)),
        ("2021-3", .missingDay(offset: 6)), ("2021年8月", .missingDay(offset: 11)),
        ("2021-3/5", .missingDay(offset: 6)), ("2021年3月5", .missingDay(offset: 12)),
        ("2021年三月百日", .missingDay(offset: 13)), ("2021-2-30", .noSuchDay(offset: 7)),
        ("2021-02-29", .noSuchDay(offset: 8)), ("2021-13-1", .noSuchDay(offset: 5)),
        ("2021-0-1", .noSuchDay(offset: 5)), ("1899-12-31", .noSuchDay(offset: 0)),
        ("2200-01-01", .noSuchDay(offset: 0)), ("20211301", .noSuchDay(offset: 0)),
        ("2021-03-05前", .trailingText(offset: 10)), ("2021-03-05 25:00", .trailingText(offset: 11)),
        ("2021-03-05 12:61", .trailingText(offset: 11)),
        ("2021-03-05 12:00:61", .trailingText(offset: 11)),
        ("2021年三百月五日", .missingMonth(offset: 7)), ("2021年三十月五日", .noSuchDay(offset: 7)),
    ])
    func `读不懂的日期指出在第几个字节`(text: String, error: DaySyntaxError) {
        #expect(throws: error) { try Day(reading: text) }
    }

    @Test(arguments: [
        (DaySyntaxError.missingYear(offset: 3), "日期缺少四位数的年份。请写成 2021-03-05 或 2021年3月5日。"),
        (.missingMonth(offset: 3), "日期缺少月份。请写成 2021-03-05 或 2021年3月5日。"),
        (.missingDay(offset: 3), "日期缺少日。请写成 2021-03-05 或 2021年3月5日。"),
        (.noSuchDay(offset: 3), "没有这一天。请核对年、月、日（年份应在 1900 至 2199 之间）。"),
        (.trailingText(offset: 3), "日期后面还有读不懂的文字。请只保留日期。"),
    ])
    func `每种错误都有话可说`(error: DaySyntaxError, message: String) {
        #expect(error.message == message)
        #expect(error.offset == 3)
    }

    @Test func `正文中的日期知道自己的位置`() throws {
        let reading = try DayReading(at: 3, of: Array("于2021年3月5日印发".utf8))
        #expect(reading.day.iso == "2021-03-05")
        #expect(reading.range == 3..<18)
    }

    @Test(
        arguments: [
            (1, "1900-01-01"), (59, "1900-02-28"), (60, nil), (61, "1900-03-01"), (0, nil),
            (-1, nil),
            (44_260, "2021-03-05"), (25_569, "1970-01-01"), (109_574, "2199-12-31"), (109_575, nil),
            (.max, nil),
            (.min, nil),
        ] as [(Int, String?)])
    func `日期序列号带着假的闰日`(serial: Int, iso: String?) {
        #expect(Day(excelSerial: serial)?.iso == iso)
    }

    @Test(
        arguments: [
            (0, "1904-01-01"), (60, "1904-03-01"), (42_798, "2021-03-05"), (-1, nil),
            (108_112, "2199-12-31"),
            (108_113, nil),
        ] as [(Int, String?)])
    func `1904 日期系统`(serial: Int, iso: String?) {
        #expect(Day(excelSerial: serial, uses1904: true)?.iso == iso)
    }

    @Test(
        arguments: [
            ("44260.75", "2021-03-05"), ("44260", "2021-03-05"), ("44260.99999", "2021-03-05"),
            ("0.5", nil),
            ("-0.5", nil), ("99999999999999999999999999999999999999", nil),
        ] as [(String, String?)])
    func `序列号里的时刻被舍去`(text: String, iso: String?) throws {
        #expect(Day(excelSerial: try #require(ExactDecimal(text)))?.iso == iso)
    }

    @Test func `每一天与序列号、文字、天数往返不变`() throws {
        var day = try #require(Day(year: 1900, month: 1, day: 1))
        var count = 0
        while true {
            let days = day.daysSinceEpoch
            #expect(Day(daysSinceEpoch: days) == day)
            #expect(Day(iso: day.iso) == day)
            #expect(Day(excelSerial: try #require(day.excelSerial())) == day)
            if let serial = day.excelSerial(uses1904: true) {
                #expect(Day(excelSerial: serial, uses1904: true) == day)
            } else {
                #expect(day.year < 1904)
            }
            if count % 7 == 0 {
                #expect(try Day(reading: day.chinese) == day)
                let year = ChineseNumeral.digits(of: UInt64(day.year))
                let month = ChineseNumeral.text(of: Int64(day.month))
                let text = "\(year)年\(month)月\(ChineseNumeral.text(of: Int64(day.day)))日"
                #expect(try Day(reading: text) == day, "\(text)")
            }
            count += 1
            guard let next = day.adding(days: 1) else { break }
            #expect(day < next)
            day = next
        }
        #expect(day.iso == "2199-12-31")
        #expect(count == 109_573)
    }

    @Test func `日历之外没有日期`() {
        #expect(Day(year: 2021, month: 2, day: 29) == nil)
        #expect(Day(year: 2000, month: 2, day: 29) != nil)
        #expect(Day(year: 2100, month: 2, day: 29) == nil)
        #expect(Day(year: 2021, month: 4, day: 31) == nil)
        #expect(Day(year: 2021, month: 0, day: 1) == nil)
        #expect(Day(year: 2021, month: 1, day: 0) == nil)
        #expect(Day(daysSinceEpoch: .max) == nil)
        #expect(Day(daysSinceEpoch: .min) == nil)
        #expect(Day(year: 2021, month: 1, day: 1)?.adding(days: .max) == nil)
        #expect(Day(year: 1969, month: 1, day: 1)?.adding(days: .min) == nil)
        for text in ["2021-3-05", "2021/03/05", "2021-03-0a", "2021-03-055", "", "2021-02-30"] {
            #expect(Day(iso: text) == nil)
        }
    }

    @Test func `财政年度是公历年`() throws {
        let year = try #require(FiscalYear(2021))
        #expect(year.firstDay.iso == "2021-01-01")
        #expect(year.lastDay.description == "2021-12-31")
        #expect(year.monthEnd(2).iso == "2021-02-28")
        #expect(year.contains(year.lastDay))
        #expect(year.previous == FiscalYear(2020))
        #expect(FiscalYear(2000)?.previous == nil)
        #expect(FiscalYear(1999) == nil)
        #expect(FiscalYear(2101) == nil)
        #expect(try #require(year.previous) < year)
        #expect(year.lastDay.adding(days: 1).map(year.contains) == false)
    }
}
