package import Performance
import Quantities

/// The holiday files of a pack (节假日安排), one a year.
package struct CalendarPack: Sendable {
    package let calendar: WorkCalendar

    /// Reads the built-in years from `calendar/*.yaml`.
    ///
    /// - Parameter district: a district's own files; each replaces the built-in one of its year.
    /// - Throws: ``PackError`` where a file contradicts itself.
    package static func builtIn(district: [PackText] = []) throws(PackError) -> CalendarPack {
        var files: [PackText] = []
        for file in try PackResources.files(in: "calendar") {
            files.append(PackText(file: file, text: try PackResources.text(of: file)))
        }
        let years = try Self.years(reading: files) + Self.years(reading: district)
        return CalendarPack(calendar: WorkCalendar(years))
    }

    /// Reads files of which no two are about one year.
    static func years(reading files: [PackText]) throws(PackError) -> [YearCalendar] {
        var years: [YearCalendar] = []
        for file in files {
            let value = try YAMLValue(text: file.text, file: file.file)
            let year = try YearCalendarReader.year(value)
            guard !years.contains(where: { $0.year == year.year })
            else { throw value.refusal("\(year.year)年已有一个文件", remedy: "只保留一个") }
            years.append(year)
        }
        return years
    }
}
