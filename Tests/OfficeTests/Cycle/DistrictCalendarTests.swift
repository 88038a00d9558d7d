import Foundation
import Packs
import Performance
import Quantities
import Testing

@testable import Office

struct DistrictCalendarTests {
    @Test func `数据库旁的日历文件夹替换和增加年份，写错的被指出`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "calendar-\(UUID().uuidString)")
        let database = folder.appendingPathComponent("a.db").path
        try FileManager.default.createDirectory(
            atPath: database + ".calendar", withIntermediateDirectories: true)
        defer { _ = Result { try FileManager.default.removeItem(at: folder) } }
        let file = database + ".calendar/holidays-2028.yaml"
        let text = """
            year: "2028"
            basis: notice
            source: 某区通知
            mark: verified
            holidays:
              - {name: 元旦, from: "2028-01-01", to: "2028-01-03"}
            workdays: []
            """
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        let calendar = try Workplace.open(database).packs.calendar.calendar
        #expect(calendar.knownYears.map(\.year) == Array(2020...2028))
        let start = try #require(Day(iso: "2027-12-31"))
        #expect(try calendar.adding(workingDays: 1, to: start).iso == "2028-01-04")

        try text.replacing("2028-01-03", with: "2027-12-31").write(
            toFile: file, atomically: true, encoding: .utf8)
        #expect(throws: (any Error).self) { try Workplace.open(database) }
    }
}
