import Testing

@testable import Performance

struct ForecastDriverTests {
    private func course(
        _ name: String, _ year: Int, _ months: [Int64], unit: String = "A"
    ) -> MonthlyCourse {
        var sum: Int64 = 0
        let reached = months.map { month in
            sum += month
            return sum
        }
        return MonthlyCourse(
            subject: CourseSubject(unitCode: unit, name: name, kind: "帮扶"), year: year,
            reached: reached, planned: reached.map { _ in 10_000 })
    }

    private let steady = [Int64](repeating: 800, count: 12)

    private func drivers(
        _ months: [Int64], history: [MonthlyCourse], others: [MonthlyCourse] = []
    ) throws -> [String] {
        let running = course("帮扶", 2021, months)
        let forecaster = YearEndForecaster(
            .money, history: history, running: [running] + others, month: 8)
        return try #require(forecaster.forecast(running)).drivers.map(\.text)
    }

    private var threeYears: [MonthlyCourse] {
        (2018...2020).flatMap { year in
            ["A", "B", "C", "D"].map { course("帮扶", year, steady, unit: $0) }
        }
    }

    @Test func `和往年一样就没有依据`() throws {
        #expect(try drivers([Int64](repeating: 800, count: 8), history: threeYears) == [])
    }

    @Test func `没有往年就没有依据`() throws {
        #expect(try drivers([0, 0, 0, 0, 0, 0, 0, 0], history: []) == [])
    }

    @Test func `停了三个月的逐条说明`() throws {
        let told = try drivers([800, 800, 800, 800, 800, 0, 0, 0], history: threeYears)
        #expect(told.count == 4)
        #expect(told[0].hasPrefix("到8月末完成 40%，往年同期一般 64"))
        #expect(told[1].hasPrefix("近三个月完成 0%，往年同期一般 24"))
        #expect(told[2].hasPrefix("连续 3 个月没有进展，往年同期一般 0"))
        #expect(told[3].hasPrefix("本单位各项今年平均比往年同期慢 12"))
    }

    @Test func `采购未发生和往年未达`() throws {
        let autumn: [Int64] = [0, 0, 0, 0, 0, 0, 0, 100, 7000, 0, 0, 0]
        let told = try drivers(
            [0, 0, 0, 0, 0, 0, 0, 100],
            history: (2018...2020).map { course("帮扶", $0, autumn) })
        #expect(told.contains { $0.hasPrefix("大额一笔还没有发生：今年最大一个月 1%，往年一般 ") })
        #expect(told.contains("本项往年（3 年）年末完成 71%—71%"))
        #expect(told.contains { $0.hasPrefix("同类往年有 ") && $0.hasSuffix("年末未达要求") })
    }

    @Test(arguments: [
        ("差五个点", 500, true), ("差不到五个点", 499, false),
    ])
    func `差距从五个百分点算起`(id: String, less: Int64, isTold: Bool) throws {
        // Many alike units, so that what is expected lies within one ten-thousandth of 64 %.
        let history = (1...200).map { course("帮扶", 2020, steady, unit: "U\($0)") }
        let told = try drivers(
            [800 - less, 800, 800, 800, 800, 800, 800, 800].map { max($0, 0) }, history: history)
        #expect(told.contains { $0.hasPrefix("到8月末") } == isTold)
    }

    @Test(arguments: [
        ("整数", 4_000, 6_000, "到8月末完成 40%，往年同期一般 60%"),
        ("一位小数", 4_015, 6_004, "到8月末完成 40.2%，往年同期一般 60%"),
        ("负数", -120, 0, "到8月末完成 -1.2%，往年同期一般 0%"),
    ])
    func `万分比写成百分数`(id: String, now: Int, usual: Int, text: String) {
        #expect(
            ForecastDriver(kind: .progress(month: 8), now: now, usual: usual).text == text)
    }
}
