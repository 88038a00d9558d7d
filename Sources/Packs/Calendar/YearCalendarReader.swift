import Performance
import Quantities

/// Reads the holidays of one year and refuses days that cannot be.
enum YearCalendarReader {
    static func year(_ value: YAMLValue) throws(PackError) -> YearCalendar {
        let mapping = try value.mapping([
            "year", "basis", "source", "mark", "holidays", "workdays",
        ])
        let year = try mapping.require("year").integer(2000...2100)
        let holidays = try holidays(mapping.require("holidays"), of: year)
        return YearCalendar(
            year: year, basis: try mapping.require("basis").choice(of: YearCalendar.Basis.self),
            source: RuleSource(
                text: try mapping.require("source").text(),
                evidence: try mapping.require("mark").choice(of: EvidenceMark.self)),
            holidays: holidays,
            workedWeekends: try workedWeekends(
                mapping.require("workdays"), of: year, besides: holidays))
    }

    private static func holidays(
        _ value: YAMLValue, of year: Int
    ) throws(PackError) -> [YearCalendar.Holiday] {
        var holidays: [YearCalendar.Holiday] = []
        for item in try value.nonEmptyList() {
            let mapping = try item.mapping(["name", "from", "to"])
            let first = try day(mapping.require("from"), of: year)
            let last = try day(mapping.require("to"), of: year)
            guard first <= last
            else { throw item.refusal("假期的最后一天早于第一天", remedy: "核对from与to") }
            if let before = holidays.last, before.lastDay >= first {
                throw item.refusal("与“\(before.name)”的假期重叠或次序颠倒", remedy: "按日期先后逐个填写")
            }
            holidays.append(
                YearCalendar.Holiday(
                    name: try mapping.require("name").text(), firstDay: first, lastDay: last))
        }
        return holidays
    }

    private static func workedWeekends(
        _ value: YAMLValue, of year: Int, besides holidays: [YearCalendar.Holiday]
    ) throws(PackError) -> Set<Day> {
        var days: Set<Day> = []
        for item in try value.list() {
            let mapping = try item.mapping(["day", "name"])
            let day = try day(mapping.require("day"), of: year)
            _ = try mapping.require("name").text()
            guard day.isWeekend
            else { throw item.refusal("\(day.iso)不是周六、周日", remedy: "调休上班只填周六、周日") }
            guard !holidays.contains(where: { ($0.firstDay...$0.lastDay).contains(day) })
            else { throw item.refusal("\(day.iso)同时在假期之内", remedy: "核对假期或上班日") }
            guard days.insert(day).inserted
            else { throw item.refusal("\(day.iso)重复", remedy: "删去一个") }
        }
        return days
    }

    private static func day(_ value: YAMLValue, of year: Int) throws(PackError) -> Day {
        let day = try value.day()
        guard day.year == year
        else { throw value.refusal("“\(day.iso)”不在\(year)年内", remedy: "填写\(year)年的日期") }
        return day
    }
}
