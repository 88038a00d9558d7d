import Performance
import Quantities
import Testing

@testable import Packs

struct WorkCalendarTests {
    private static let calendar = Result { try CalendarPack.builtIn().calendar }

    private static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test func `2020至2027年都有安排，只有没有通知的年份是推算的`() throws {
        let years = try Self.calendar.get().knownYears
        #expect(years.map(\.year) == Array(2020...2027))
        #expect(years.filter { $0.basis == .computed }.map(\.year) == [2027])
        for year in years {
            #expect(year.source.evidence == (year.basis == .notice ? .verified : .recalled))
        }
    }

    /// Days that the notices themselves name, and their neighbours.
    @Test(arguments: [
        ("2020-01-31", false),  // 延长的春节假期
        ("2020-02-02", false), ("2020-02-03", true), ("2020-06-28", true),
        ("2021-02-07", true), ("2021-02-11", false), ("2021-02-17", false), ("2021-02-18", true),
        ("2021-02-20", true), ("2021-02-21", false), ("2021-09-26", true), ("2021-10-07", false),
        ("2021-10-08", true), ("2021-10-09", true), ("2021-10-10", false),
        ("2022-01-29", true), ("2022-01-30", true), ("2022-01-31", false), ("2022-02-07", true),
        ("2022-12-31", false), ("2023-01-02", false), ("2023-01-03", true), ("2023-10-06", false),
        ("2023-10-07", true), ("2024-02-09", true), ("2024-02-10", false), ("2024-10-12", true),
        ("2025-01-28", false), ("2025-02-08", true), ("2025-10-08", false), ("2025-10-11", true),
        ("2026-01-04", true), ("2026-02-23", false), ("2026-02-28", true), ("2026-10-10", true),
        ("2027-02-05", false), ("2027-05-03", true), ("2027-10-04", true),
    ])
    func `放假和调休上班按通知`(iso: String, isWorkday: Bool) throws {
        #expect(try Self.calendar.get().isWorkday(Self.day(iso)) == isWorkday)
    }

    /// 办理当天是第0日，期限从次日起算。
    @Test(arguments: [
        ("2021-06-30", 0, "2021-06-30"), ("2021-06-30", 1, "2021-07-01"),
        ("2021-07-02", 1, "2021-07-05"),  // 周五办理，次周一为第1日
        ("2021-09-30", 1, "2021-10-08"), ("2021-09-30", 2, "2021-10-09"),  // 周六上班
        ("2021-09-30", 3, "2021-10-11"),
        ("2021-02-10", 5, "2021-02-23"),  // 跨春节，2月20日周六上班
        ("2021-12-31", 1, "2022-01-04"),  // 跨年
        ("2022-12-30", 1, "2023-01-03"),
    ])
    func `加若干工作日`(from: String, count: Int, expected: String) throws {
        let calendar = try Self.calendar.get()
        let (first, last) = (try Self.day(from), try Self.day(expected))
        #expect(try calendar.adding(workingDays: count, to: first) == last)
        #expect(try calendar.workingDays(after: first, through: last) == count)
    }

    /// 流程 §9: 批复后20日公开；遇节假日是否顺延由参数定。
    @Test(arguments: [
        ("2021-09-13", 20, false, "2021-10-03"), ("2021-09-13", 20, true, "2021-10-08"),
        ("2021-03-01", 20, false, "2021-03-21"), ("2021-03-01", 20, true, "2021-03-22"),
        ("2021-03-02", 20, true, "2021-03-22"), ("2021-03-02", 0, true, "2021-03-02"),
    ])
    func `自然日的期限`(from: String, count: Int, shift: Bool, expected: String) throws {
        let last = try Self.calendar.get().deadline(
            .naturalDays(count), after: Self.day(from), holidayShift: shift)
        #expect(last == (try Self.day(expected)))
    }

    @Test func `没有安排的年份被点名`() throws {
        let calendar = try Self.calendar.get()
        #expect(throws: WorkCalendarError.missingYear(2028)) {
            try calendar.adding(workingDays: 2, to: Self.day("2027-12-30"))
        }
        #expect(
            WorkCalendarError.missingYear(2028).message
                == "没有2028年的节假日安排，不能计算工作日。请在日历文件夹中补上 holidays-2028.yaml 后重试。")
        // 2027年的期限要说明是推算的。
        for (first, last, years) in [
            ("2026-12-31", "2027-01-05", [2027]), ("2026-01-05", "2026-12-31", []),
        ] {
            let (first, last) = (try Self.day(first), try Self.day(last))
            #expect(calendar.computedYears(from: first, through: last) == years)
        }
    }

    @Test func `地方文件替换同一年并增加新的一年`() throws {
        let own = Self.file.replacing("2027", with: "2028")
        let calendar = try CalendarPack.builtIn(district: [
            PackText(file: "本区/holidays-2027.yaml", text: Self.file),
            PackText(file: "本区/holidays-2028.yaml", text: own),
        ]).calendar
        #expect(calendar.knownYears.map(\.year) == Array(2020...2028))
        #expect(try !calendar.isWorkday(Self.day("2027-03-01")))
        #expect(try calendar.isWorkday(Self.day("2027-02-27")))
        #expect(try calendar.isWorkday(Self.day("2027-02-08")))
    }

    private static let file = """
        year: "2027"
        basis: notice
        source: 某区通知
        mark: verified
        holidays:
          - {name: 元旦, from: "2027-01-01", to: "2027-01-01"}
          - {name: 区庆, from: "2027-03-01", to: "2027-03-01"}
        workdays:
          - {day: "2027-02-27", name: 区庆}
        """

    @Test(arguments: [
        (
            "to: \"2027-03-01\"", "to: \"2027-02-28\"",
            "a.yaml 第7行 holidays[1]：假期的最后一天早于第一天。请核对from与to。"
        ),
        (
            "from: \"2027-03-01\"", "from: \"2027-01-01\"",
            "a.yaml 第7行 holidays[1]：与“元旦”的假期重叠或次序颠倒。请按日期先后逐个填写。"
        ),
        (
            "2027-02-27", "2027-02-26",
            "a.yaml 第9行 workdays[0]：2027-02-26不是周六、周日。请调休上班只填周六、周日。"
        ),
        (
            "2027-02-27", "2026-02-28",
            "a.yaml 第9行 workdays[0].day：“2026-02-28”不在2027年内。请填写2027年的日期。"
        ),
        (
            "basis: notice", "basis: guess",
            "a.yaml 第2行 basis：不认识“guess”。请改用：notice、computed。"
        ),
    ])
    func `写错的日历被指出`(old: String, new: String, message: String) {
        let text = Self.file.replacing(old, with: new)
        let error = #expect(throws: PackError.self) {
            try CalendarPack.years(reading: [PackText(file: "a.yaml", text: text)])
        }
        #expect(error?.message == message)
    }
}
